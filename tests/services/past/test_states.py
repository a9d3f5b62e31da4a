# SPDX-License-Identifier: EUPL-1.2
"""Earlier states of a post: which there are, what differs, and how they come back."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kalender.app.house import House
from kalender.domain.crop import Crop
from kalender.domain.picture import Licence
from kalender.domain.post import Comment, Post
from kalender.domain.refusal import RefusalKind, Refused
from kalender.domain.stage import Stage
from kalender.domain.text.compare import Kind
from kalender.services.clock import FixedClock
from kalender.services.past.comparing import differences, restored
from kalender.services.past.states import Approval, PastStates
from tests.builders import a_post
from tests.replicas import view
from tests.ui.room import NOW, a_house, a_photo


@pytest.fixture
def house(tmp_path: Path) -> Iterator[House]:
    found = a_house(tmp_path)
    found.desk.acting_as("katrin")
    yield found
    found.close()


@pytest.fixture
def states(house: House) -> PastStates:
    return PastStates(house.store, house.desk, house.plan)


def later(house: House, **step: float) -> None:
    """Let time pass."""
    assert isinstance(house.clock, FixedClock)
    house.clock.set(house.clock.local("Europe/Berlin") + timedelta(**step))


def a_market(house: House) -> str:
    return house.posts.create("Markt", planned=datetime(2026, 12, 11, 15), text="Am Freitag ist Markt.")


def codes(found: PastStates, post: str) -> list[str]:
    return [state.label.code for state in found.story(post).states]


@pytest.mark.parametrize("beyond", [0, 59.999, 37.123457])
def test_a_burst_of_typing_is_one_state_even_where_others_saw_half_of_it(
    house: House, states: PastStates, beyond: float
) -> None:
    later(house, seconds=beyond)  # of a whole minute, at which no real clock stands
    post = a_market(house)
    for number, text in enumerate(("Am", "Am Sams", "Am Samstag ist Markt.")):
        later(house, seconds=5)
        house.editing.set_text(post, text, burst="editor")
        if number == 1:
            house.store.share()
    assert house.store.changesets() == 4
    assert codes(states, post) == ["post.text", "post.created"]
    later(house, minutes=5)
    house.editing.set_text(post, "Am Sonntag ist Markt.", burst="editor")
    assert codes(states, post) == ["post.text", "post.text", "post.created"]
    newest = states.story(post).states[0]
    assert newest.current
    assert newest.keys == ("text",)


def test_a_state_is_compared_with_now_word_by_word_and_per_channel(house: House, states: PastStates) -> None:
    post = a_market(house)
    later(house, minutes=1)
    house.editing.set_text(post, "Am Samstag ist Markt.")
    house.editing.set_text(post, "Kurz: Markt!", "mastodon")
    house.posts.move_to_day([post], date(2026, 12, 12))
    house.editing.set_channels(post, ["facebook", "mastodon"])
    story = states.story(post)
    found = {item.field: item for item in story.compare(story.states[-1].id)}
    assert found["text"].segments == (
        (Kind.SAME, "Am "), (Kind.GONE, "Freitag"), (Kind.NEW, "Samstag"), (Kind.SAME, " ist Markt."),
    )  # fmt: skip
    assert (found["planned"].then, found["planned"].now) == (
        datetime(2026, 12, 11, 15),
        datetime(2026, 12, 12, 15),
    )
    assert found["version/mastodon/text"].channel == "mastodon"
    assert found["version/mastodon/text"].segments[0] == (Kind.GONE, "Am Freitag ist")
    assert (found["version/instagram"].then, found["version/instagram"].now) == (True, False)
    assert not story.compare(story.states[0].id)


def test_pictures_crops_and_alternative_texts_are_named(
    house: House, states: PastStates, tmp_path: Path
) -> None:
    post = a_market(house)
    one, two = house.pictures.import_files([a_photo(tmp_path, "a.jpg"), a_photo(tmp_path, "b.jpg")]).added
    first, second = house.editing.attach(post, [one, two])
    before = states.story(post).states[0].id
    house.editing.set_crop(post, "facebook", first, "facebook.post", Crop(x=0, y=0, w=500, h=500))
    house.editing.set_alt(post, first, "Buden im Schnee")
    house.editing.order(post, [second, first])
    found = states.story(post).compare(before)
    assert [(item.what, item.picture) for item in found] == [("crop", one), ("alt", one), ("order", "")]
    assert (found[0].format, found[0].then) == ("facebook.post", None)
    house.editing.detach(post, second)
    assert ("picture", two, True) in [
        (item.what, item.picture, item.then) for item in states.story(post).compare(before)
    ]


def test_a_whole_state_comes_back_and_undo_takes_it_away_again(house: House, states: PastStates) -> None:
    post = a_market(house)
    first = states.story(post).states[-1].id
    house.editing.set_text(post, "Ganz anders")
    house.editing.set_fields(post, note="für später")
    house.posts.to_backlog([post])
    before = view(house.store)
    states.restore(post, first)
    now = house.posts.get(post)
    assert (now.text, now.note, now.planned) == ("Am Freitag ist Markt.", "", datetime(2026, 12, 11, 15))
    assert codes(states, post)[0] == "post.state_restored"
    house.desk.undo()
    assert {k: v for k, v in view(house.store).items() if k != "heads"} == {
        k: v for k, v in before.items() if k != "heads"
    }


def test_one_field_comes_back_alone(house: House, states: PastStates) -> None:
    post = a_market(house)
    first = states.story(post).states[-1].id
    house.editing.set_text(post, "Ganz anders")
    house.posts.rename(post, "Umbenannt")
    states.restore(post, first, ["title"])
    now = house.posts.get(post)
    assert (now.title, now.text) == ("Markt", "Ganz anders")
    with pytest.raises(Refused) as refused:
        states.restore(post, first, ["title"])
    assert refused.value.kind is RefusalKind.ALREADY


def test_a_channel_comes_back_with_its_own_text(house: House, states: PastStates) -> None:
    post = a_market(house)
    house.editing.set_text(post, "Kurz!", "mastodon")
    before = states.story(post).states[0].id
    house.editing.set_channels(post, ["facebook"])
    states.restore(post, before, ["version/mastodon"])
    now = house.posts.get(post)
    assert [item.id for item in now.versions] == ["facebook", "mastodon"]
    version = now.version("mastodon")
    assert version is not None
    assert version.text == "Kurz!"


def approved(house: House, tmp_path: Path) -> str:
    """Return a post that Ines has approved."""
    post = a_market(house)
    (picture,) = house.pictures.import_files([a_photo(tmp_path)]).added
    house.pictures.set_fields(picture, alt="Marktplatz im Schnee", credit="Stadt", licence=Licence.OWN)
    house.editing.attach(post, [picture])
    later(house, minutes=1)
    house.reviews.request(post)
    house.desk.acting_as("ines")
    house.reviews.approve(post, house.reviews.sheet(post).digest)
    house.desk.acting_as("katrin")
    assert house.posts.card(post).stage is Stage.APPROVED
    later(house, minutes=1)
    return post


def test_what_becomes_of_the_approval_is_said_before_and_comes_true(
    house: House, states: PastStates, tmp_path: Path
) -> None:
    post = approved(house, tmp_path)
    good = states.story(post).states[0].id
    house.editing.set_text(post, "Nach der Freigabe geändert.")
    changed = states.story(post).states[0].id
    story = states.story(post)
    assert states.prospect(story, good).approval is Approval.RETURNS
    states.restore(post, good)
    assert house.posts.card(post).stage is Stage.APPROVED
    story = states.story(post)
    assert states.prospect(story, changed).approval is Approval.LAPSES
    assert states.prospect(story, changed, ["title"]).approval is Approval.STAYS
    assert not states.prospect(story, changed, ["title"]).changes


def test_what_happened_to_the_post_stays_when_an_old_state_comes_back(
    house: House, states: PastStates, tmp_path: Path
) -> None:
    post = approved(house, tmp_path)
    first = states.story(post).states[-1].id
    house.reviews.comment(post, "Bitte nicht vergessen")
    house.posts.hold([post], "Trauerfall")
    states.restore(post, first)
    now = house.posts.get(post)
    assert now.hold == "Trauerfall"
    assert [item.text for item in now.comments] == ["Bitte nicht vergessen"]
    assert len(now.decisions) == 1


def test_a_deleted_post_has_its_history_and_a_state_brings_it_back(house: House, states: PastStates) -> None:
    post = a_market(house)
    first = states.story(post).states[-1].id
    house.editing.set_text(post, "Ganz anders")
    house.posts.delete([post])
    story = states.story(post)
    assert story.deleted
    assert states.prospect(story, story.states[0].id).changes
    states.restore(post, first)
    assert house.posts.get(post).text == "Am Freitag ist Markt."


def test_a_picture_in_the_trash_is_named_before_its_state_comes_back(
    house: House, states: PastStates, tmp_path: Path
) -> None:
    post = a_market(house)
    (picture,) = house.pictures.import_files([a_photo(tmp_path, "markt.jpg")]).added
    (attachment,) = house.editing.attach(post, [picture])
    before = states.story(post).states[0].id
    house.editing.detach(post, attachment)
    house.pictures.delete([picture])
    assert states.prospect(states.story(post), before).trashed == ("markt.jpg",)


def test_nothing_differs_between_a_post_and_itself_and_restoring_all_ends_all_differences() -> None:
    one = a_post(channels=["facebook"], pictures=["a", "b"], text="Eins", planned=NOW)
    two = replace(
        a_post(channels=["instagram"], pictures=["b", "a"], text="Zwei", labels=("x",)),
        comments=(Comment(id="c", text="bleibt"),),
        hold="Trauer",
    )
    assert differences(one, one) == []
    assert differences(one, restored(two, one)) == []
    assert restored(two, one).hold == "Trauer"
    fields = [item.field for item in differences(one, two)]
    assert differences(one, restored(two, one, fields)) == []


CHANGES = st.lists(
    st.sampled_from(["text a", "text b", "own", "backlog", "move", "channels", "note", "undo"]),
    min_size=1,
    max_size=7,
)


@settings(max_examples=15, deadline=None, suppress_health_check=list(HealthCheck))
@given(changes=CHANGES, which=st.integers(0, 20))
def test_any_state_comes_back_and_undo_shows_what_was(
    tmp_path_factory: pytest.TempPathFactory, changes: list[str], which: int
) -> None:
    house = a_house(tmp_path_factory.mktemp("states"))
    house.desk.acting_as("katrin")
    post = a_market(house)
    verbs: dict[str, Callable[[], object]] = {
        "text a": lambda: house.editing.set_text(post, "Ein Text."),
        "text b": lambda: house.editing.set_text(post, "Noch ein Text."),
        "own": lambda: house.editing.set_text(post, "Eigener Text.", "facebook"),
        "backlog": lambda: house.posts.to_backlog([post]),
        "move": lambda: house.posts.move_to_day([post], date(2026, 12, 20)),
        "channels": lambda: house.editing.set_channels(post, ["facebook"]),
        "note": lambda: house.editing.set_fields(post, note="Notiz"),
        "undo": lambda: house.desk.undo() if house.store.changesets() > 2 else None,
    }
    for change in changes:
        later(house, minutes=1)
        verbs[change]()
    states = PastStates(house.store, house.desk, house.plan)
    story = states.story(post)
    state = story.states[which % len(story.states)]
    before = view(house.store)
    if states.prospect(story, state.id).changes:
        states.restore(post, state.id)
        assert states.story(post).compare(state.id) == []
        house.desk.undo()
    after = view(house.store)
    assert {k: v for k, v in after.items() if k != "heads"} == {
        k: v for k, v in before.items() if k != "heads"
    }
    assert house.store.get(Post, post) is not None
    house.close()


def test_the_fields_that_ever_changed_are_offered_each_with_its_states(
    house: House, states: PastStates, tmp_path: Path
) -> None:
    post = a_market(house)
    pictures = house.pictures.import_files([a_photo(tmp_path), a_photo(tmp_path, "rathaus.jpg")]).added
    first, second = house.editing.attach(post, pictures)
    later(house, minutes=5)
    house.posts.rename(post, "Wochenmarkt")
    house.editing.set_text(post, "Kurz: Markt!", "mastodon")
    for alt in ("Buden", "Buden im Schnee"):
        later(house, minutes=5)
        house.editing.set_alt(post, first, alt)
    later(house, minutes=5)
    house.editing.set_alt(post, second, "Rathaus")
    story = states.story(post)
    offered = {item.field: item for item in story.fields()}
    assert list(offered) == [
        "title",
        "version/mastodon/text",
        *sorted(["attachments", f"attachment/{first}/alt", f"attachment/{second}/alt"]),
    ]
    assert offered[f"attachment/{first}/alt"].picture == pictures[0]
    codes_of = [state.label.code for state in story.of_field(f"attachment/{first}/alt")]
    assert codes_of == ["post.alt", "post.alt", "post.attached", "post.created"]


def test_one_alt_text_comes_back_and_all_else_stays_in_one_step(
    house: House, states: PastStates, tmp_path: Path
) -> None:
    post = a_market(house)
    pictures = house.pictures.import_files([a_photo(tmp_path), a_photo(tmp_path, "rathaus.jpg")]).added
    first, second = house.editing.attach(post, pictures)
    house.editing.set_alt(post, first, "Buden")
    later(house, minutes=5)
    house.editing.set_alt(post, first, "Stände")
    house.editing.set_alt(post, second, "Rathaus")
    house.posts.rename(post, "Wochenmarkt")
    field = f"attachment/{first}/alt"
    story = states.story(post)
    old = next(item.id for item in story.of_field(field) if story.compare(item.id, field))
    (difference,) = story.compare(old, field)
    assert (difference.then, difference.now, difference.picture) == ("Buden", "Stände", pictures[0])
    assert "Buden" in {text for _kind, text in difference.segments}
    states.restore(post, old, [field])
    found = house.posts.get(post)
    assert {item.id: item.alt for item in found.attachments} == {first: "Buden", second: "Rathaus"}
    assert found.title == "Wochenmarkt"
    house.desk.undo()
    assert {item.id: item.alt for item in house.posts.get(post).attachments} == {
        first: "Stände",
        second: "Rathaus",
    }
