# SPDX-License-Identifier: EUPL-1.2
"""What a plan is set up with, changed afterwards: each verb one step, and nothing lost that posts need."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime

import pytest

from kalender.app.house import House
from kalender.domain.plan import Land, Role
from kalender.domain.refusal import RefusalKind, Refused
from kalender.domain.stage import Stage
from kalender.services.setup.channels import ChannelUse, FormatEffect
from kalender.services.setup.naming import moved
from kalender.wording.refusals import sentence
from tests.builders import a_channel

FRIDAY = datetime(2026, 12, 11, 15, 0)


def refused(verb: Callable[[], object]) -> Refused:
    with pytest.raises(Refused) as caught:
        verb()
    return caught.value


def an_approved(house: House, picture: str, *channels: str) -> str:
    post = house.posts.create("Vorlesen", planned=FRIDAY, text="Wir lesen vor.", channels=channels)
    house.editing.attach(post, [picture])
    house.reviews.request(post)
    house.desk.acting_as("ines")
    house.reviews.approve(post, house.reviews.sheet(post).digest)
    house.desk.acting_as("katrin")
    return post


def test_the_municipality_changes_as_one_step_that_can_be_taken_back(house: House) -> None:
    house.setup.town.change(name=" Neu  Lindenbrunn ", land=Land.BY, review_limit=5)
    town = house.plan.municipality
    assert (town.name, town.land, town.review_limit) == ("Neu Lindenbrunn", Land.BY, 5)
    house.desk.undo()
    assert house.plan.municipality.title == "Stadt Lindenbrunn"
    assert refused(lambda: house.setup.town.change(name="  ")).kind is RefusalKind.NAME_MISSING
    assert refused(lambda: house.setup.town.change(zone="UTC")).kind is RefusalKind.UNKNOWN_FIELD


def test_a_new_channel_comes_last_with_the_usual_formats_of_its_platform(house: House) -> None:
    id_ = house.setup.channels.add("website")
    found = house.plan.channels[-1]
    assert (found.id, id_, found.name) == ("website", "website", house.plan.platforms["website"].name)
    assert found.formats == house.plan.platforms["website"].default_formats


def test_a_second_channel_of_a_platform_gets_a_name_and_an_id_of_its_own(house: House) -> None:
    second = house.setup.channels.add("facebook")
    assert house.plan.channel(second).name == "Facebook 2"
    assert second != "facebook"
    assert refused(lambda: house.setup.channels.add("facebook", "FACEBOOK")).kind is RefusalKind.NAME_TAKEN
    assert refused(lambda: house.setup.channels.add("minitel")).kind is RefusalKind.UNKNOWN_CHANNEL


def test_a_channel_changes_its_name_and_its_times(house: House) -> None:
    house.setup.channels.change("facebook", name="Facebook-Seite", usual_time="8.30 Uhr")
    house.setup.channels.change("facebook", weekday_times=["", "", "", "", "17", "", ""])
    found = house.plan.channel("facebook")
    assert (found.name, found.usual_time) == ("Facebook-Seite", "08:30")
    idea = house.posts.create("Markt", channels=["facebook"])
    house.posts.move_to_day([idea], FRIDAY.date())
    assert house.posts.get(idea).planned == datetime(2026, 12, 11, 17, 0)
    house.posts.to_backlog([idea])
    house.posts.move_to_day([idea], date(2026, 12, 10))
    assert house.posts.get(idea).planned == datetime(2026, 12, 10, 8, 30)
    house.setup.channels.change("facebook", weekday_times=[""] * 7)
    assert house.plan.channel("facebook").weekday_times == ()


@pytest.mark.parametrize("text", ["", "25:00", "neun", "9:61", "-1"])
def test_what_is_no_time_of_day_is_refused(house: House, text: str) -> None:
    found = refused(lambda: house.setup.channels.change("facebook", usual_time=text))
    assert found.kind is RefusalKind.BAD_TIME


@pytest.mark.parametrize(
    ("text", "meant"), [("9", "09:00"), ("905", "09:05"), ("1730", "17:30"), ("7:5", "07:05")]
)
def test_times_are_understood_as_people_write_them(house: House, text: str, meant: str) -> None:
    house.setup.channels.change("facebook", usual_time=text)
    assert house.plan.channel("facebook").usual_time == meant


def test_other_formats_say_first_which_approvals_they_void(house: House, picture: str) -> None:
    approved = an_approved(house, picture, "instagram", "facebook")
    waiting = house.posts.create("Markt", planned=FRIDAY, text="Markt", channels=["instagram"])
    house.editing.attach(waiting, [picture])
    house.reviews.request(waiting)
    house.posts.create("Ohne Bild", planned=FRIDAY, text="Text", channels=["instagram"])
    before = house.plan.channel("instagram").formats
    effect = house.setup.channels.effect_of_formats("instagram", ["instagram.feed_1x1"])
    assert effect == FormatEffect(approvals=1, reviews=1)
    assert house.setup.channels.effect_of_formats("instagram", before) == FormatEffect()
    assert house.posts.card(approved).stage is Stage.APPROVED
    house.setup.channels.change("instagram", formats=["instagram.feed_1x1"])
    assert house.posts.card(approved).stage is Stage.DRAFT
    assert house.posts.card(waiting).stage is Stage.DRAFT
    house.desk.undo()
    assert house.posts.card(approved).stage is Stage.APPROVED


def test_names_and_retiring_leave_every_approval_as_it_is(house: House, picture: str) -> None:
    approved = an_approved(house, picture, "instagram")
    house.setup.channels.change("instagram", name="Insta", handle="@stadt", per_week=7, usual_time="12:00")
    house.setup.channels.retire("instagram")
    house.setup.channels.move("instagram", -1)
    assert house.posts.card(approved).stage is Stage.APPROVED


def test_a_channel_with_posts_is_retired_and_never_deleted(house: House) -> None:
    post = house.posts.create("Markt", channels=["facebook"])
    assert house.setup.channels.use("facebook") == ChannelUse(posts=1, ahead=1)
    found = refused(lambda: house.setup.channels.delete("facebook"))
    assert found.kind is RefusalKind.CHANNEL_IN_USE
    assert "schon 1 Beitrag" in sentence(found)
    house.posts.delete([post])
    assert refused(lambda: house.setup.channels.delete("facebook")).kind is RefusalKind.CHANNEL_IN_USE
    house.setup.channels.retire("facebook")
    assert "facebook" not in house.exchange.channel_labels()
    new = house.posts.create("Neu", planned=FRIDAY)
    assert "facebook" not in {item.id for item in house.posts.get(new).versions}
    house.setup.channels.bring_back("facebook")
    assert house.plan.channel("facebook").active


def test_a_channel_without_posts_can_go_and_come_back_under_its_own_name(house: House) -> None:
    house.setup.channels.delete("mastodon")
    assert "mastodon" not in {item.id for item in house.plan.channels}
    again = house.setup.channels.add("mastodon")
    assert house.plan.channel(again).active
    house.desk.undo()
    house.desk.undo()
    assert house.plan.channel("mastodon").name == "Mastodon"


def test_channels_are_ordered_one_step_at_a_time(house: House) -> None:
    def order() -> list[str]:
        return [item.id for item in house.plan.channels]

    house.setup.channels.move("mastodon", -3)
    assert order() == ["mastodon", "facebook", "instagram", "whatsapp"]
    house.setup.channels.move("mastodon", 1)
    assert order() == ["facebook", "mastodon", "instagram", "whatsapp"]
    house.desk.undo()
    house.desk.undo()
    assert order() == ["facebook", "instagram", "whatsapp", "mastodon"]
    before = house.store.changesets()
    house.setup.channels.move("facebook", -1)
    assert house.store.changesets() == before


def test_an_order_in_which_places_are_missing_is_numbered_first() -> None:
    items = [replace(a_channel(name), position="") for name in ("a", "b", "c")]
    places = moved(items, "c", -2)
    assert sorted(places, key=places.__getitem__) == ["c", "a", "b"]


def test_the_last_who_approves_or_edits_goes_only_knowingly(house: House) -> None:
    people = house.setup.people
    assert refused(lambda: people.leave("ines")).kind is RefusalKind.LAST_APPROVER
    assert refused(lambda: people.set_role("katrin", Role.EXPERT)).kind is RefusalKind.LAST_EDITOR
    assert refused(lambda: people.leave("katrin")).kind is RefusalKind.PERSON_ACTS
    people.leave("ines", anyway=True)
    assert house.reviews.approvers() == []
    people.come_back("ines")
    people.set_role("katrin", Role.APPROVAL, anyway=True)
    people.leave("ines")
    assert [item.name for item in house.reviews.approvers()] == ["Katrin Sommer"]


def test_people_join_and_change_their_names(house: House) -> None:
    anna = house.setup.people.add("  Anja   Weber ", Role.APPROVAL, "Bürgerbüro")
    assert house.plan.person_named("anja weber").id == anna
    house.setup.people.rename(anna, "Anja Weber-Roth")
    house.setup.people.set_office(anna, "Rathaus")
    found = house.plan.person(anna)
    assert found is not None
    assert (found.name, found.office) == ("Anja Weber-Roth", "Rathaus")
    assert refused(lambda: house.setup.people.add("katrin sommer")).kind is RefusalKind.NAME_TAKEN
    assert house.setup.people.open_posts("katrin") == 0
    house.posts.create("Markt")
    assert house.setup.people.open_posts("katrin") == 1


def test_a_topic_that_goes_leaves_its_posts_without_one_and_undo_brings_both_back(house: House) -> None:
    dated = house.posts.create("Markt", planned=FRIDAY, topic="rathaus")
    idea = house.posts.create("Idee", idea=True, topic="rathaus")
    house.posts.drop([idea])
    found = refused(lambda: house.setup.topics.delete("rathaus"))
    assert found.facts["count"] == 2
    assert "bei 2 Beiträgen" in sentence(found)
    house.setup.topics.delete("rathaus", anyway=True)
    assert [item.id for item in house.plan.topics] == ["familie"]
    assert {house.posts.get(id_).topic for id_ in (dated, idea)} == {""}
    house.desk.undo()
    assert [item.id for item in house.plan.topics] == ["rathaus", "familie"]
    assert {house.posts.get(id_).topic for id_ in (dated, idea)} == {"rathaus"}


def test_a_new_topic_takes_the_colour_used_least(house: House) -> None:
    id_ = house.setup.topics.add("Wahlen")
    house.setup.topics.rename(id_, "Wahl 2027")
    house.setup.topics.move(id_, -5)
    first = house.plan.topics[0]
    assert (first.name, first.colour) == ("Wahl 2027", "th-leben")
    house.setup.topics.colour(id_, "th-umwelt")
    assert house.plan.topics[0].colour == "th-umwelt"


def test_a_blackout_of_one_channel_warns_only_there(house: House) -> None:
    house.setup.blackouts.add("Karenz", date(2026, 12, 10), date(2026, 12, 12), channels=["facebook"])
    on_it = house.posts.create("Markt", planned=FRIDAY, text="Text", channels=["facebook", "instagram"])
    beside = house.posts.create("Markt 2", planned=FRIDAY, text="Text", channels=["instagram"])

    def warned(post: str) -> bool:
        return any(item.rule == "planned.blackout" for item in house.checks.of(post))

    assert (warned(on_it), warned(beside)) == (True, False)
    assert house.posts.preview_move([on_it], None, date(2026, 12, 12)).blackout is not None
    assert house.posts.preview_move([beside], None, date(2026, 12, 12)).blackout is None
    (karenz,) = house.plan.blackouts
    assert house.setup.blackouts.posts(karenz) == 1
    house.setup.blackouts.change(karenz.id, channels=())
    assert warned(beside)


def test_a_blackout_has_a_name_and_ends_after_it_begins(house: House) -> None:
    blackouts = house.setup.blackouts
    tenth, twelfth = date(2026, 12, 10), date(2026, 12, 12)
    assert refused(lambda: blackouts.add(" ", tenth, twelfth)).kind is RefusalKind.NAME_MISSING
    assert refused(lambda: blackouts.add("Karenz", twelfth, tenth)).kind is RefusalKind.BAD_SPAN
    id_ = blackouts.add("Karenz", tenth, tenth, reason=" Wahl ")
    assert refused(lambda: blackouts.change(id_, last=date(2026, 12, 9))).kind is RefusalKind.BAD_SPAN
    blackouts.delete(id_)
    assert [item.reason for item in house.plan.blackouts] == []
    house.desk.undo()
    assert [item.reason for item in house.plan.blackouts] == ["Wahl"]
