# SPDX-License-Identifier: EUPL-1.2
"""The same post in another language: begun, matched, linked, taken out of the family; each is one step to undo."""

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest

from kalender.app.house import House
from kalender.domain.post import Post
from kalender.domain.refusal import RefusalKind, Refused
from kalender.domain.siblings.family import Where
from kalender.domain.siblings.tongues import EASY
from kalender.wording.actions import LABELS
from kalender.wording.refusals import sentence
from tests.ui.room import a_house, a_photo

SATURDAY = datetime(2026, 12, 12, 9, 0)


@pytest.fixture
def house(tmp_path: Path) -> Iterator[House]:
    found = a_house(tmp_path)
    found.desk.acting_as("katrin")
    yield found
    found.close()


def an_original(house: House, planned: datetime | None = SATURDAY) -> str:
    return house.posts.create(
        "Freibad",
        planned=planned,
        text="Das Bad öffnet am Samstag.",
        channels=["facebook", "mastodon"],
        topic="familie",
    )


def test_a_sibling_begins_with_everything_but_the_words(house: House, tmp_path: Path) -> None:
    original = an_original(house)
    (picture,) = house.pictures.import_files([a_photo(tmp_path)]).added
    (attached,) = house.editing.attach(original, [picture])
    house.editing.set_alt(original, attached, "Ein Sprungturm")
    house.editing.set_text(original, "Bad auf!", "mastodon")
    house.reviews.comment(original, "Schön.")
    house.posts.hold([original], "Warten")
    turkish = house.posts.get(house.siblings.create(original, "TR", title="Freibad (Türkisch)"))
    easy = house.posts.get(house.siblings.create(original, EASY))
    assert (turkish.language, turkish.original, turkish.title) == ("tr", original, "Freibad (Türkisch)")
    assert easy.title == "Freibad"
    for sibling in (turkish, easy):
        assert [item.id for item in sibling.versions] == ["facebook", "mastodon"]
        assert [item.text for item in sibling.versions] == [None, None]
        assert (sibling.text, sibling.planned, sibling.topic) == ("", SATURDAY, "familie")
        assert not (sibling.comments)
        assert not (sibling.hold)
        assert not (sibling.requests)
        assert [item.picture for item in sibling.attachments] == [picture]
    assert turkish.attachments[0].alt is None
    assert easy.attachments[0].alt == "Ein Sprungturm"


def test_beginning_one_is_one_step(house: House) -> None:
    original = an_original(house)
    sibling = house.siblings.create(original, "uk", channels=["mastodon"])
    assert [item.id for item in house.posts.get(sibling).versions] == ["mastodon"]
    assert LABELS["sibling.created"]
    house.desk.undo()
    with pytest.raises(Refused):
        house.posts.get(sibling)
    assert house.siblings.of(original).siblings == ()
    house.desk.redo()
    assert [item.card.id for item in house.siblings.of(original).siblings] == [sibling]


def test_a_date_that_is_over_is_not_taken_over(house: House) -> None:
    sibling = house.posts.get(house.siblings.create(an_original(house, datetime(2026, 11, 1, 9)), "en"))
    assert sibling.planned is None


def test_everyone_of_a_family_knows_the_others(house: House) -> None:
    original = an_original(house)
    turkish = house.siblings.create(original, "tr")
    easy = house.siblings.create(turkish, EASY)
    assert house.posts.get(easy).original == original
    assert {item.card.id for item in house.siblings.of(original).siblings} == {turkish, easy}
    kin = house.siblings.of(turkish)
    assert kin.original is not None
    assert (kin.original.id, kin.original.title, kin.original.where) == (original, "Freibad", Where.HERE)
    assert [item.card.id for item in kin.siblings] == [easy]
    assert not kin.outdated


def test_a_change_of_the_original_outdates_its_siblings_until_they_match_again(house: House) -> None:
    original = an_original(house)
    turkish = house.siblings.create(original, "tr")
    assert house.siblings.change(turkish) is None
    house.editing.set_text(original, "Das Bad öffnet am Sonntag.")
    house.posts.rename(original, "Freibad offen")
    kin = house.siblings.of(turkish)
    assert kin.outdated
    assert [item.outdated for item in house.siblings.of(original).siblings] == [True]
    change = house.siblings.change(turkish)
    assert change is not None
    assert change.then is not None
    assert (change.then.text, change.now.text) == ("Das Bad öffnet am Samstag.", "Das Bad öffnet am Sonntag.")
    assert change.at == house.posts.now()
    house.siblings.matched(turkish)
    assert not house.siblings.of(turkish).outdated
    with pytest.raises(Refused) as stopped:
        house.siblings.matched(turkish)
    assert stopped.value.kind is RefusalKind.ALREADY
    house.desk.undo()
    assert house.siblings.of(turkish).outdated


def test_taking_a_change_of_the_original_back_matches_them_again(house: House) -> None:
    original = an_original(house)
    turkish = house.siblings.create(original, "tr")
    house.editing.set_text(original, "Das Bad bleibt zu.")
    house.desk.undo()
    assert not house.siblings.of(turkish).outdated


def test_an_original_in_the_trash_is_named_and_nothing_is_matched(house: House) -> None:
    original = an_original(house)
    turkish = house.siblings.create(original, "tr")
    house.posts.drop([original])
    kin = house.siblings.of(turkish).original
    assert kin is not None
    assert kin.where is Where.DROPPED
    house.posts.delete([original])
    kin = house.siblings.of(turkish).original
    assert kin is not None
    assert (kin.where, kin.title) == (Where.TRASH, "Freibad")
    with pytest.raises(Refused) as stopped:
        house.siblings.matched(turkish)
    assert stopped.value.kind is RefusalKind.ORIGINAL_AWAY
    house.desk.undo()
    assert house.siblings.of(turkish).original is not None


def test_in_each_language_there_is_one(house: House) -> None:
    original = an_original(house)
    house.siblings.create(original, "tr", title="Freibad (Türkisch)")
    for language in ("tr", ""):
        with pytest.raises(Refused) as stopped:
            house.siblings.create(original, language)
        assert stopped.value.kind is RefusalKind.SIBLING_EXISTS
    with pytest.raises(Refused) as stopped:
        house.siblings.create(original, "tr")
    assert "Türkisch" in sentence(stopped.value)
    assert "Freibad (Türkisch)" in sentence(stopped.value)
    with pytest.raises(Refused) as stopped:
        house.siblings.create(original, "Türkisch")
    assert stopped.value.kind is RefusalKind.BAD_LANGUAGE


def test_a_post_that_is_there_is_linked_and_let_go_again(house: House) -> None:
    original, other = an_original(house), house.posts.create("Pool opens", text="The pool opens.")
    house.siblings.link(other, original, "en")
    post = house.posts.get(other)
    assert (post.language, post.original, post.text) == ("en", original, "The pool opens.")
    assert not house.siblings.of(other).outdated
    house.siblings.detach(other)
    post = house.posts.get(other)
    assert (post.language, post.original, post.original_digest) == ("en", "", "")
    house.siblings.speak(other, "")
    assert house.posts.get(other).language == ""
    for _step in range(3):
        house.desk.undo()
    assert house.posts.get(other) == replace(post, language="")
    with pytest.raises(Refused) as stopped:
        house.siblings.detach(other)
    assert stopped.value.kind is RefusalKind.NO_SIBLING


def test_families_have_one_head(house: House) -> None:
    original, other = an_original(house), an_original(house)
    turkish = house.siblings.create(original, "tr")
    house.siblings.link(other, turkish, "en")
    assert house.posts.get(other).original == original
    with pytest.raises(Refused) as stopped:
        house.siblings.link(original, other, "fr")
    assert stopped.value.kind is RefusalKind.SIBLING_OF_ITSELF
    third = an_original(house)
    with pytest.raises(Refused) as stopped:
        house.siblings.link(original, third, "fr")
    assert stopped.value.kind is RefusalKind.SIBLING_HAS_OWN
    with pytest.raises(Refused) as stopped:
        house.siblings.link(third, original, "en")
    assert stopped.value.kind is RefusalKind.SIBLING_EXISTS


def test_copies_of_a_family_are_a_family_and_a_copy_of_a_sibling_stands_alone(house: House) -> None:
    original = an_original(house)
    turkish = house.siblings.create(original, "tr")
    first, second = house.posts.duplicate([original, turkish])
    assert house.posts.get(second).original == first
    assert not house.siblings.of(second).outdated
    (alone,) = house.posts.duplicate([turkish])
    post = house.posts.get(alone)
    assert (post.original, post.original_digest, post.language) == ("", "", "tr")


def test_an_earlier_state_brings_words_back_but_no_original(house: House) -> None:
    original = an_original(house)
    sibling = house.siblings.create(original, "tr")
    house.editing.set_text(sibling, "Havuz açılıyor.")
    house.siblings.detach(sibling)
    story = house.past.states.story(sibling)
    house.past.states.restore(sibling, story.states[2].id)
    post = house.store.get(Post, sibling)
    assert post is not None
    assert (post.original, post.language, post.text) == ("", "tr", "")


def test_the_approval_of_a_sibling_lapses_when_its_language_changes_and_not_when_it_is_matched(
    house: House,
) -> None:
    original = an_original(house)
    sibling = house.siblings.create(original, "tr")
    house.editing.set_text(sibling, "Havuz cumartesi günü açılıyor.")
    house.reviews.request(sibling)
    house.desk.acting_as("ines")
    house.reviews.approve(sibling, house.posts.card(sibling).digest)
    house.editing.set_text(original, "Das Bad öffnet am Sonntag.")
    house.siblings.matched(sibling)
    assert house.posts.card(sibling).approved_by == "ines"
    house.siblings.speak(sibling, "az")
    assert house.posts.card(sibling).approved_by == ""


def test_the_german_dictionary_is_asked_about_german_only(house: House) -> None:
    original = an_original(house)
    words = {}
    for language in ("tr", "nds", EASY):
        sibling = house.siblings.create(original, language)
        house.editing.set_text(sibling, "Die Sperung")
        words[language] = house.spelling.open_words(house.posts.get(sibling))
    assert words == {"tr": (), "nds": (), EASY: ("Die", "Sperung")}
    house.spelling.judge(["Die", "Sperung"])
    for item in house.siblings.of(original).siblings:
        found = house.spelling.findings(house.posts.get(item.card.id))
        assert [one.facts["found"] for one in found] == (["Sperung"] if item.card.language == EASY else [])


def test_the_checks_say_what_became_of_the_original_for_one_post_and_for_all(house: House) -> None:
    original = an_original(house)
    sibling = house.siblings.create(original, "tr")

    def rules_of(id_: str) -> set[str]:
        alone = {item.rule for item in house.checks.of(id_)}
        every = {post.id: {item.rule for item in found.findings} for post, found in house.checks.each()}
        assert {rule for rule in alone if rule.startswith("sibling.")} == {
            rule for rule in every[id_] if rule.startswith("sibling.")
        }
        return alone

    assert "load.same_hour" not in rules_of(sibling) | rules_of(original)
    assert "sibling.outdated" not in rules_of(sibling)
    house.editing.set_text(original, "Das Bad bleibt zu.")
    assert "sibling.outdated" in rules_of(sibling)
    house.posts.to_backlog([original])
    assert "sibling.undated" in rules_of(sibling)
    house.posts.drop([original])
    assert "sibling.alone" in rules_of(sibling)
    house.posts.delete([original])
    assert rules_of(sibling) & {"sibling.alone", "sibling.outdated"} == {"sibling.alone"}


def test_what_leaves_the_house_carries_its_language(house: House, tmp_path: Path) -> None:
    original = an_original(house)
    house.editing.set_text(original, "Das Bad öffnet am Samstag.")
    arabic = house.siblings.create(original, "ar", title="Freibad (Arabisch)")
    house.editing.set_text(arabic, "يفتح المسبح يوم السبت.")
    for id_ in (original, arabic):
        house.reviews.request(id_)
        house.desk.acting_as("ines")
        house.reviews.approve(id_, house.reviews.sheet(id_).digest)
        house.desk.acting_as("katrin")
    house.publishing.export(tmp_path / "out")
    told = {}
    for package in (tmp_path / "out").iterdir():
        facts = json.loads((package / "manifest.json").read_text(encoding="utf-8"))
        steps = next(package.glob("01-*/checkliste.txt")).read_text(encoding="utf-8")
        told[facts["post"]] = facts["language"], 'lang="ar"' in steps, "rechts nach links" in steps
    assert told == {original: ("de", False, False), arabic: ("ar", True, True)}


def test_the_records_of_a_year_mark_each_text_with_its_language(house: House, tmp_path: Path) -> None:
    original = an_original(house)
    arabic = house.siblings.create(original, "ar")
    house.editing.set_text(arabic, "يفتح المسبح يوم السبت.")
    folder = house.past.records.hand_over(2026, tmp_path / "out").folder
    (page,) = [path for path in folder.rglob("*.html") if "12-" in path.name]
    text = page.read_text(encoding="utf-8")
    assert '<pre lang="ar" dir="rtl">يفتح' in text
    assert "<pre>Das Bad öffnet" in text
    assert "<th>Sprache</th><td>Arabisch</td>" in text


def test_a_sibling_that_recurs_keeps_its_language_and_only_the_first_its_original(house: House) -> None:
    original = an_original(house)
    sibling = house.siblings.create(original, "tr")
    series = house.series.add(sibling, "FREQ=WEEKLY;COUNT=3")
    posts = [item.post for item in house.series.members(series)]
    assert [post.language for post in posts] == ["tr", "tr", "tr"]
    assert [post.original for post in posts] == [original, "", ""]
