# SPDX-License-Identifier: EUPL-1.2
"""Several posts changed at once: one step, told beforehand, and nothing left out in silence."""

from dataclasses import replace
from datetime import date, datetime

from kalender.app.house import House
from kalender.domain.card import Card
from kalender.domain.plan import Blackout
from kalender.domain.post import Publication
from kalender.services.several.changes import (
    Left,
    by_person,
    held,
    in_topic,
    released,
    shifted,
    with_channel,
    with_label,
    without_channel,
    without_label,
)
from kalender.services.several.several import Prospect
from kalender.wording.actions import toast
from kalender.wording.several import lapsing, span, staying
from tests.ui.stages import a_post, approve, submitted


def titles(cards: tuple[Card, ...]) -> list[str]:
    return [card.title for card in cards]


def left(found: Prospect) -> dict[str, Left]:
    return {card.title: why for card, why in found.left}


def published(house: House, title: str, day: int) -> str:
    id_ = a_post(house, title, day)
    with house.desk.action("post.published") as act:
        act.put(replace(house.posts.get(id_), publications=(Publication(id="facebook"),)))
    return id_


def test_a_shift_keeps_clock_times_and_names_what_cannot_move(house: House) -> None:
    first, second = a_post(house, "Eins", 10), a_post(house, "Zwei", 12)
    idea, out = house.posts.create("Idee", idea=True), published(house, "Draußen", 2)
    change = shifted(14, house.plan.blackouts)
    told = house.several.prospect([first, second, idea, out], change)
    done = house.several.do([first, second, idea, out], change)
    assert told == done
    assert titles(done.changed) == ["Eins", "Zwei"]
    assert left(done) == {"Idee": Left.UNDATED, "Draußen": Left.PUBLISHED}
    assert house.posts.get(first).planned == datetime(2026, 12, 24, 10, 0)
    assert house.posts.get(second).planned == datetime(2026, 12, 26, 10, 0)
    label = house.desk.can_undo()
    assert label is not None
    assert toast(label.code, label.facts) == (
        "2 Beiträge um 2 Wochen verschoben. Es blieben: „Idee“, „Draußen“"
    )
    house.desk.undo()
    assert house.posts.get(first).planned == datetime(2026, 12, 10, 10, 0)
    assert house.posts.get(second).planned == datetime(2026, 12, 12, 10, 0)


def test_no_post_is_shifted_into_a_blackout_in_passing(house: House) -> None:
    closed = Blackout(id="zu", title="Zu", first=date(2026, 12, 24), last=date(2026, 12, 27))
    with house.desk.action("blackout.added") as act:
        act.put(closed)
    into, past, inside = a_post(house, "Hinein", 17), a_post(house, "Vorbei", 10), a_post(house, "Darin", 25)
    done = house.several.do([into, past, inside], shifted(7, house.plan.blackouts))
    assert left(done) == {"Hinein": Left.BLACKOUT}
    assert titles(done.changed) == ["Vorbei", "Darin"]


def test_approvals_that_lapse_are_named_before(house: House) -> None:
    approved, draft = submitted(house, "Freigegeben", 10), a_post(house, "Entwurf", 11)
    approve(house, approved)
    near = house.several.prospect([approved, draft], shifted(2, ()))
    far = house.several.prospect([approved, draft], shifted(28, ()))
    assert titles(near.lapses) == []
    assert titles(far.lapses) == ["Freigegeben"]
    assert lapsing(far.lapses) == "Die Freigabe erlischt bei „Freigegeben“."
    channel = house.several.prospect([approved, draft], with_channel("instagram", "Instagram"))
    assert titles(channel.lapses) == ["Freigegeben"]
    topic = house.several.prospect([approved, draft], in_topic("rathaus", "Rathaus"))
    assert topic.lapses == ()
    assert house.posts.card(approved).approved_by == "ines", "looking ahead changes nothing"


def test_channels_come_and_go_but_not_where_a_post_is_out(house: House) -> None:
    plain, out = a_post(house, "Plan", 10), published(house, "Draußen", 2)
    done = house.several.do([plain, out], with_channel("instagram", "Instagram"))
    assert left(done) == {"Draußen": Left.PUBLISHED}
    assert house.posts.card(plain).channels == ("facebook", "instagram")
    done = house.several.do([plain, out], without_channel("facebook", "Facebook"))
    assert left(done) == {"Draußen": Left.PUBLISHED}
    assert house.posts.card(plain).channels == ("instagram",)


def test_topic_person_and_stops_are_set_for_all_at_once(house: House) -> None:
    ids = [a_post(house, "Eins", 10), a_post(house, "Zwei", 11)]
    house.several.do(ids, in_topic("rathaus", "Rathaus"))
    house.several.do(ids, by_person("ines", "Ines Falkner"))
    house.several.do(ids, held("Trauer"))
    for id_ in ids:
        post = house.posts.get(id_)
        assert (post.topic, post.responsible, post.hold) == ("rathaus", "ines", "Trauer")
    again = house.several.do(ids, held("Noch einmal"))
    assert again.changed == ()
    assert staying(again) == ["„Eins“, „Zwei“ bleiben, wie sie sind (ist schon so)."]
    house.several.do(ids, released())
    assert not any(house.posts.get(id_).hold for id_ in ids)
    house.desk.undo()
    assert all(house.posts.get(id_).hold == "Trauer" for id_ in ids)


def test_spans_are_worded_in_weeks_where_they_are_whole() -> None:
    assert [span(days) for days in (1, 3, 7, 14, -1, -21)] == [
        "um 1 Tag",
        "um 3 Tage",
        "um 1 Woche",
        "um 2 Wochen",
        "um 1 Tag zurück",
        "um 3 Wochen zurück",
    ]


def test_a_label_is_given_to_those_that_lack_it_and_taken_again_in_one_step_each(house: House) -> None:
    first, second = a_post(house, "Eins", 10), a_post(house, "Zwei", 12)
    house.editing.set_fields(second, labels=("Advent",))
    told = house.several.do([first, second], with_label(" #advent "))
    assert (titles(told.changed), left(told)) == (["Eins"], {"Zwei": Left.SAME})
    assert house.posts.get(first).labels == ("advent",)
    assert house.posts.get(second).labels == ("Advent",), "written as it was"
    house.several.do([first, second], without_label("Advent"))
    assert [house.posts.get(id_).labels for id_ in (first, second)] == [(), ()]
    label = house.desk.can_undo()
    assert label is not None
    assert toast(label.code, label.facts) == "2 Beiträgen das Schlagwort „Advent“ genommen"
    house.desk.undo()
    assert [house.posts.get(id_).labels for id_ in (first, second)] == [("advent",), ("Advent",)]
