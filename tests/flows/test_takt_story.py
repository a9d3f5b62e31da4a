# SPDX-License-Identifier: EUPL-1.2
"""Promises of channels at the window: the strip, gaps, free slots; by mouse and by keys."""

from datetime import date, datetime

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication

from kalender.domain.days.month import BandKind
from kalender.domain.pace.cadence import Pace
from kalender.domain.stage import Stage
from kalender.ui.calendar.pace.popover import PacePopover
from kalender.ui.calendar.toolbar import LIST
from kalender.ui.preferences.page import SettingsPage
from tests.flows.sitting import CTRL, SHIFT, Sitting

IDEA = "Frag das Rathaus: Hundesteuer"
GLASFASER = "Glasfaser: Start in Oberdorf"


@pytest.fixture
def december(sitting: Sitting) -> Sitting:
    """The sample plan at 15 December, today being in November; Instagram promises two posts a week."""
    sitting.calendar.go_to(date(2026, 12, 15))
    sitting.calendar.month.step_to(date(2026, 12, 15))
    sitting.settle()
    return sitting


def the_strip(sitting: Sitting) -> PacePopover:
    popover = QApplication.activePopupWidget()
    assert isinstance(popover, PacePopover)
    return popover


def cell_point(strip: PacePopover, row: int, column: int) -> QPoint:
    return strip.table.visualRect(strip.model.index(row, column)).center()


def column_of(strip: PacePopover, monday: date) -> int:
    return strip.model.strip.mondays.index(monday) + 1


def opened_post(sitting: Sitting) -> tuple[datetime | None, list[str]]:
    post = sitting.house.posts.get(sitting.editor.post_id)
    return post.planned, [item.id for item in post.versions]


def test_the_strip_shows_each_promise_in_numbers_and_words(december: Sitting) -> None:
    december.menu("pace.show")
    strip = the_strip(december)
    names = [strip.model.index(row, 0).data() for row in range(strip.model.rowCount())]
    assert names == ["Instagram"]
    column = column_of(strip, date(2026, 12, 14))
    cell = strip.model.cell_at(0, column)
    assert cell is not None
    assert (cell.count, cell.goal, cell.pace) == (0, 2, Pace.BELOW)
    spoken = strip.model.index(0, column).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "Instagram, KW 51 (14.–20. Dez.): 0 Beiträge, Ziel 2, unter dem Ziel"
    assert " von " in str(strip.model.index(0, strip.model.columnCount() - 1).data())
    december.key(Qt.Key.Key_Escape)
    assert QApplication.activePopupWidget() is None


def test_a_week_below_its_goal_is_filled_by_mouse(december: Sitting) -> None:
    december.menu("pace.show")
    strip = the_strip(december)
    december.click(strip.table.viewport(), cell_point(strip, 0, column_of(strip, date(2026, 12, 14))))
    assert december.front == "editor"
    assert opened_post(december) == (datetime(2026, 12, 17, 12, 0), ["instagram"])
    december.undo()


def test_the_strip_is_worked_by_keys_alone(december: Sitting) -> None:
    december.key(Qt.Key.Key_7, Qt.KeyboardModifier.AltModifier)
    strip = the_strip(december)
    assert QApplication.focusWidget() is strip.table
    while strip.table.currentIndex().column() != column_of(strip, date(2026, 12, 14)):
        december.key(Qt.Key.Key_Right)
    december.key(Qt.Key.Key_Return)
    assert december.front == "editor"
    assert opened_post(december)[1] == ["instagram"]


def test_another_promise_changes_strip_and_bands_at_once(december: Sitting) -> None:
    december.house.setup.channels.change("instagram", per_month=8)
    december.settle()
    assert [band.label.rsplit(", ", 1)[1] for band in december.calendar._holding.almanac.bands if band.kind is BandKind.GAP][:1] == [
        "Ziel: 8 pro Monat"
    ]  # fmt: skip
    december.menu("pace.show")
    strip = the_strip(december)
    assert strip.model.spans()
    assert strip.table.columnSpan(0, column_of(strip, date(2026, 12, 14))) > 1
    december.click(strip.goals)
    page = december.window.pages.page("settings")
    assert isinstance(page, SettingsPage)
    assert page.key == "channels"


def test_a_gap_is_filled_on_a_slot_of_its_channel(december: Sitting) -> None:
    december.house.setup.channels.change("instagram", weekdays="25", usual_time="17:00")
    december.settle()
    calendar = december.calendar
    gap = next(band for band in calendar._holding.almanac.bands if band.kind is BandKind.GAP)
    assert gap.label == "Lücke: 9 Tage ohne Beitrag auf Instagram (12.–20. Dez.), Ziel: 2 pro Woche"
    calendar.hands.gap_planned.emit("instagram", date(2026, 12, 16))
    december.settle()
    assert opened_post(december) == (datetime(2026, 12, 15, 17, 0), ["instagram"])


def test_an_idea_takes_the_next_free_slot_by_key_and_gives_it_back(december: Sitting) -> None:
    december.house.setup.channels.change("instagram", weekdays="2", usual_time="17:00")
    december.settle()
    idea = december.card(IDEA).id
    december.calendar.choose([idea])
    december.settle()
    slot = december.house.slots.next_of(idea).when
    december.key(Qt.Key.Key_T, CTRL | SHIFT)
    assert december.planned(IDEA) == slot
    assert "Nächster freier Termin: Di" in december.said
    assert "17:00, Instagram" in december.said
    december.undo()
    assert december.planned(IDEA) is None
    assert december.card(IDEA).stage is Stage.IDEA


def test_the_menu_of_a_post_offers_the_slot_and_says_why_not(december: Sitting) -> None:
    december.calendar.go_to(date(2026, 12, 1))
    done = next(
        card
        for card in december.house.posts.cards_between(date(2026, 12, 1), date(2026, 12, 3))
        if card.stage is Stage.PUBLISHED
    )
    december.calendar.choose([done.id])
    december.settle()
    assert "bleibt an seinem Termin" in december.window.actions_.reason("post.slot")
    december.calendar.choose([december.card(GLASFASER).id])
    december.settle()
    assert december.window.actions_["post.slot"].isEnabled()


def test_a_new_post_takes_the_next_free_slot_unless_another_day_is_chosen(december: Sitting) -> None:
    december.key(Qt.Key.Key_N, CTRL)
    planned, _channels = opened_post(december)
    assert planned is not None
    assert planned.date() == date(2026, 12, 15)
    december.to_page(4)
    december.key(Qt.Key.Key_N, CTRL)
    planned, channels = opened_post(december)
    free = december.house.slots.next_free(channels).when
    assert planned is not None
    assert december.house.posts.now() < planned < free


def test_a_draft_noted_on_the_board_takes_a_slot_and_an_idea_none(sitting: Sitting) -> None:
    sitting.to_page(3)
    house = sitting.house
    free = house.slots.next_of_channels(None)
    for stage, title in ((Stage.DRAFT, "Glatteis am Morgen"), (Stage.IDEA, "Wer räumt den Weg?")):
        quick = sitting.board.columns[stage].quick
        assert quick is not None
        sitting.click(quick.line)
        sitting.type(title)
        sitting.key(Qt.Key.Key_Return)
    assert sitting.planned("Glatteis am Morgen") == free
    assert sitting.planned("Wer räumt den Weg?") is None


def test_the_ghost_names_who_is_in_the_way(december: Sitting) -> None:
    house = december.house
    other = house.posts.create(
        "Zur selben Zeit", planned=datetime(2026, 12, 17, 14, 30), channels=["facebook"]
    )
    december.settle()
    verdict = december.calendar.verdicts.of([december.card(GLASFASER).id], date(2026, 12, 17), copying=False)
    assert (verdict.when, verdict.note, verdict.kind) == (
        "Do 17. Dez., 14:00",
        "Zur selben Stunde: Zur selben Zeit",
        "warn",
    )
    house.posts.delete([other])
    assert (
        december.calendar.verdicts.of([december.card(GLASFASER).id], date(2026, 12, 17), copying=False).kind
        == "ok"
    )


def test_the_list_tells_the_same_as_the_month(december: Sitting) -> None:
    december.calendar.show_view(LIST)
    december.menu("pace.show")
    assert the_strip(december).model.rowCount() == 1
