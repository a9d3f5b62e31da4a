# SPDX-License-Identifier: EUPL-1.2
"""Moving posts in the calendar over a real plan: by mouse, with reasons, over the nights of the clock change."""

from datetime import date, datetime, timedelta

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from kalender.domain.stage import Flag
from kalender.ui.calendar.doing.carry import Basket
from kalender.ui.calendar.popovers.reason import ReasonPopover
from tests.ui.calendar.december import carry, day
from tests.ui.calendar.town import Town, drag, on, undo

LEFT = Qt.MouseButton.LeftButton
CTRL = Qt.KeyboardModifier.ControlModifier


def test_a_post_on_another_day_keeps_its_clock_and_undo_brings_it_back(town: Town) -> None:
    drag(town, "glasfaser", day(17))
    assert town.planned("glasfaser") == datetime(2026, 12, 17, 14, 15)
    assert town.page.ids() == ("glasfaser",)
    undo(town)
    assert town.planned("glasfaser") == datetime(2026, 12, 10, 14, 15)
    assert town.page.month.visualRect(town.page.model.index_of_day(day(10))).contains(on(town, "glasfaser"))


def test_several_are_one_step(town: Town) -> None:
    town.page.choose(["glasfaser", "müll"])
    drag(town, "müll", day(18))
    assert town.planned("glasfaser") == datetime(2026, 12, 18, 14, 15)
    assert town.planned("müll") == datetime(2026, 12, 18, 9)
    undo(town)
    assert town.planned("glasfaser") == datetime(2026, 12, 10, 14, 15)
    assert town.planned("müll") == datetime(2026, 12, 14, 9)


def test_a_drop_where_it_lies_changes_nothing(town: Town) -> None:
    before = town.house.desk.can_undo()
    drag(town, "glasfaser", day(10))
    assert town.house.desk.can_undo() == before


def test_strg_leaves_the_post_and_puts_a_copy(town: Town) -> None:
    drag(town, "glasfaser", day(17), keys=CTRL)
    assert town.planned("glasfaser") == datetime(2026, 12, 10, 14, 15)
    (copy,) = town.page.ids()
    assert town.planned(copy) == datetime(2026, 12, 17, 14, 15)
    undo(town)
    assert not town.page.model.index_of(copy).isValid()


def test_an_idea_gets_the_usual_time_of_its_channel(town: Town) -> None:
    ideas = town.page.strip.list
    start = ideas.visualRect(town.page.ideas.index_of("steuer")).center()
    carry(ideas.viewport(), start, town.page.month.viewport(), on(town, day(17)))
    assert town.planned("steuer") == datetime(2026, 12, 17, 12)
    assert not town.page.ideas.index_of("steuer").isValid()
    assert town.page.ids() == ("steuer",)
    undo(town)
    assert town.planned("steuer") is None
    assert town.page.ideas.index_of("steuer").isValid()


def test_a_post_in_the_basket_loses_its_date_and_nothing_else(town: Town) -> None:
    ideas = town.page.strip.list
    carry(town.page.month.viewport(), on(town, "glasfaser"), ideas.viewport(), QPoint(30, 20))
    post = town.house.posts.get("glasfaser")
    assert post.planned is None
    assert post.text == "Text von glasfaser."
    assert town.page.ideas.index_of("glasfaser").isValid()
    undo(town)
    assert town.planned("glasfaser") == datetime(2026, 12, 10, 14, 15)


def test_the_pointer_says_what_would_happen(town: Town) -> None:
    judge = town.page.verdicts.of
    assert judge(["glasfaser"], day(17), copying=False).when == "Do 17. Dez., 14:15"
    assert judge(["markt"], day(5), copying=False).note == "Freigabe bleibt gültig"
    assert judge(["markt"], day(23), copying=False).note == "Freigabe erlischt"
    assert judge(["markt"], Basket.IDEAS, copying=False).note == "Freigabe erlischt"
    assert judge(["glasfaser"], Basket.IDEAS, copying=False).note == "Nur der Termin geht verloren"
    assert judge(["steuer"], day(17), copying=False).note == "Schließt die Instagram-Lücke"
    blocked = judge(["glasfaser"], day(29), copying=False)
    assert (blocked.note, blocked.kind) == ("Liegt in der Sperrzeit: Ausnahme nötig", "err")
    assert judge(["glasfaser"], day(17), copying=True).when == "Kopie: Do 17. Dez., 14:15"
    assert judge(["glasfaser", "müll"], day(17), copying=False).when == "Do 17. Dez., Uhrzeiten bleiben"


def test_a_blackout_wants_a_reason_and_keeps_it_in_the_same_step(town: Town) -> None:
    drag(town, "glasfaser", day(29))
    popover = town.page.surfaces.shown
    assert isinstance(popover, ReasonPopover)
    assert town.planned("glasfaser") == datetime(2026, 12, 10, 14, 15)
    popover.accept.click()
    assert popover.isVisible()
    QTest.keyClicks(popover.text, "Gefahrenhinweis")
    popover.accept.click()
    post = town.house.posts.get("glasfaser")
    assert post.planned == datetime(2026, 12, 29, 14, 15)
    assert [word.text for word in post.comments] == ["Gefahrenhinweis"]
    undo(town)
    assert town.house.posts.get("glasfaser").comments == ()
    assert town.planned("glasfaser") == datetime(2026, 12, 10, 14, 15)


def test_a_void_approval_shows_at_once(town: Town) -> None:
    town.page.choose(["markt"])
    town.house.editing.set_text("markt", "Text von markt, geändert.")
    card = town.house.posts.card("markt")
    assert Flag.APPROVAL_VOID in card.flags
    index = town.page.model.index_of("markt")
    assert "Freigabe erloschen" in str(index.data(Qt.ItemDataRole.AccessibleTextRole))
    assert "Inhalt nach der Freigabe geändert." in str(index.data(Qt.ItemDataRole.ToolTipRole))


def test_a_post_that_is_deleted_while_in_hand_is_named(town: Town) -> None:
    viewport = town.page.month.viewport()
    carry(viewport, on(town, "glasfaser"), viewport, on(town, day(17)), release=False)
    town.house.posts.delete(["glasfaser"])
    goal = on(town, day(18))
    QTest.mouseRelease(viewport, Qt.MouseButton.LeftButton, pos=goal)
    assert town.heard[0][0] == "refused"
    assert "gibt es nicht" in str(town.heard[0][1])


# Daylight saving


@pytest.mark.parametrize(
    ("from_", "to"), [(date(2027, 3, 26), date(2027, 3, 29)), (date(2027, 10, 29), date(2027, 10, 31))]
)
def test_nine_stays_nine_over_the_nights_of_the_clock_change(town: Town, from_: date, to: date) -> None:
    town.post("früh", datetime.combine(from_, datetime.min.time()) + timedelta(hours=9))
    town.page.go_to(from_)
    drag(town, "früh", to)
    assert town.planned("früh") == datetime.combine(to, datetime.min.time()) + timedelta(hours=9)


def test_a_time_that_the_spring_night_skips_is_named(town: Town) -> None:
    town.post("nacht", datetime(2027, 3, 26, 2, 30))
    note = "Diese Uhrzeit gibt es an dem Tag nicht"
    assert town.page.verdicts.of(["nacht"], date(2027, 3, 28), copying=False).note == note
    assert town.page.verdicts.of(["nacht"], date(2027, 3, 27), copying=False).note == ""


def test_what_is_undone_and_redone_is_seen_wherever_it_goes(town: Town) -> None:
    town.page.choose(["glasfaser"])
    town.house.posts.move_to_day(["glasfaser"], date(2027, 2, 9))
    assert town.page.model.month == date(2026, 12, 1)
    undo(town)
    assert town.page.model.month == date(2026, 12, 1)
    town.house.desk.redo()
    assert town.page.model.month == date(2027, 2, 1)
    assert town.page.ids() == ("glasfaser",)
    undo(town)
    assert town.page.model.month == date(2026, 12, 1)
    assert town.page.ids() == ("glasfaser",)
