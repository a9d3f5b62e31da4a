# SPDX-License-Identifier: EUPL-1.2
"""Deadlines and what is overdue, at the window: told once, dealt with by mouse and by keys, correct on the next day."""

from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from kalender.domain.stage import Flag, Stage
from kalender.services.clock import FixedClock
from kalender.ui.calendar.almanac import Layer
from kalender.ui.dues.page import DuesPage
from kalender.ui.preferences.pace import PacePart
from kalender.ui.widgets.controls.moment import MomentPopover
from tests.flows.hands import opened, write
from tests.flows.sitting import CTRL, SHIFT, Sitting

GLASFASER = "Glasfaser: Start in Oberdorf"


@pytest.fixture
def clock() -> FixedClock:
    return FixedClock(datetime(2026, 12, 11, 9, 0))


@pytest.fixture
def friday(qapp: QApplication, home: Path, clock: FixedClock) -> Iterator[Sitting]:
    """The sample plan on Friday, 11 December: Glasfaser should have appeared the day before and waits for its approval."""
    found = Sitting(qapp, home, clock=clock)
    found.open(home / "plan")
    yield found
    found.close()


def told(sitting: Sitting) -> str:
    return sitting.window.notices.text("dues")


def begin(sitting: Sitting) -> None:
    place = sitting.desktop.place
    assert place is not None
    place.tell_dues()
    sitting.settle()


def the_page(sitting: Sitting) -> DuesPage:
    assert sitting.front == "dues"
    page = sitting.window.pages.page("dues")
    assert isinstance(page, DuesPage)
    return page


def titles(page: DuesPage) -> list[str]:
    return [row.item.title for row in page.rows]


def test_one_line_tells_what_is_overdue_and_leads_to_the_list(friday: Sitting) -> None:
    assert told(friday) == ""
    begin(friday)
    assert "überfällig" in told(friday)
    friday.click(friday.button("Ansehen", friday.window.notices))
    assert GLASFASER in titles(the_page(friday))


def test_an_overdue_post_gets_another_day_by_mouse_and_the_line_follows(friday: Sitting) -> None:
    begin(friday)
    before = told(friday)
    friday.menu("tools.dues")
    page = the_page(friday)
    row = next(row for row in page.rows if row.item.title == GLASFASER)
    friday.click(row.act)
    popover = QApplication.activePopupWidget()
    assert isinstance(popover, MomentPopover)
    popover.month.set_day(date(2026, 12, 17))
    friday.key(Qt.Key.Key_Return)
    assert friday.planned(GLASFASER) == datetime(2026, 12, 17, 14, 0)
    assert GLASFASER not in titles(page)
    friday.until(lambda: told(friday) != before)
    friday.undo()
    assert GLASFASER in titles(the_page(friday))
    friday.until(lambda: told(friday) == before)


def test_the_list_is_reached_and_worked_through_by_keys_alone(friday: Sitting) -> None:
    friday.key(Qt.Key.Key_U, CTRL | SHIFT)
    page = the_page(friday)
    focus = QApplication.focusWidget()
    assert focus is page.rows[0].act
    assert page.rows[0].item.title in focus.accessibleName()
    while focus is not next(row for row in page.rows if row.item.title == GLASFASER).title:
        friday.key(Qt.Key.Key_Tab)
        focus = QApplication.focusWidget()
    friday.key(Qt.Key.Key_Space)
    assert friday.front == "editor"
    assert friday.editor.post_id == friday.card(GLASFASER).id


def test_every_part_of_the_list_has_a_name(friday: Sitting) -> None:
    friday.menu("tools.dues")
    page = the_page(friday)
    focusable = [
        item
        for item in page.findChildren(QWidget)
        if item.isVisible() and item.focusPolicy() & Qt.FocusPolicy.TabFocus
    ]
    assert len(focusable) >= 2 * len(page.rows) > 0
    assert [item for item in focusable if not item.accessibleName()] == []


def test_a_line_closed_by_hand_comes_back_only_with_the_next_day(friday: Sitting, clock: FixedClock) -> None:
    begin(friday)
    friday.click(friday.button("Hinweis schließen", friday.window.notices))
    friday.house.posts.shift([friday.card(GLASFASER).id], -1)
    friday.settle()
    place = friday.desktop.place
    assert place is not None
    place.due_line.look()
    assert told(friday) == ""
    clock.set(datetime(2026, 12, 12, 0, 1))
    place.due_line.look()
    assert "überfällig" in told(friday)


def test_deadlines_of_the_plan_stand_on_card_and_in_the_inspector(friday: Sitting) -> None:
    friday.house.setup.town.change(text_due=5, picture_due=3, approval_due=2)
    begin(friday)
    calendar = friday.calendar
    calendar.go_to(date(2026, 12, 16))
    late = [
        card
        for card in friday.house.posts.cards_between(date(2026, 12, 14), date(2026, 12, 31))
        if Flag.LATE in card.flags
    ]
    assert late
    calendar.show_post(late[0].id)
    friday.settle()
    row = calendar.model.row(calendar.model.index_of(late[0].id))
    assert row is not None
    assert row.look is not None
    assert row.look.warning
    assert "Frist versäumt" in str(
        calendar.model.data(calendar.model.index_of(late[0].id), Qt.ItemDataRole.AccessibleTextRole)
    )
    assert any("fällig" in label.text() for label in calendar.inspector.findChildren(QLabel))


def test_deadlines_stand_on_their_days_and_can_be_hidden(friday: Sitting) -> None:
    friday.house.setup.town.change(text_due=5, approval_due=2)
    friday.settle()
    calendar = friday.calendar
    calendar.go_to(date(2026, 12, 14))
    friday.settle()
    wanted = "Frist: Haushalt 2027 kurz erklärt (Freigabe fällig)"
    assert wanted in calendar.model.almanac.words(date(2026, 12, 14))
    assert date(2026, 12, 14) not in calendar.model.almanac.meetings
    friday.click(friday.button("Woche", calendar.toolbar))
    calendar.go_to(date(2026, 12, 14))
    friday.settle()
    week = calendar.spans.week
    assert week is not None
    cell = next(cell for cell in week.settled().cells if cell.day == date(2026, 12, 14))
    assert (
        len(cell.plan.lines) + cell.plan.hidden_lines
        == len(calendar.model.almanac.lines(date(2026, 12, 14)))
        > 0
    )
    friday.house.posts.move_to_day([friday.card("Haushalt 2027 kurz erklärt").id], date(2026, 12, 17))
    friday.settle()
    assert wanted in calendar.model.almanac.words(date(2026, 12, 15))
    layers = [layer for layer in Layer if layer is not Layer.DEADLINES]
    calendar.toolbar.show_layers(layers)
    friday.settle()
    assert wanted not in calendar.model.almanac.words(date(2026, 12, 15))


def test_terms_and_closed_days_are_set_in_the_settings_and_counted_at_once(friday: Sitting) -> None:
    page = opened(friday, "pace")
    part = page.current
    assert isinstance(part, PacePart)
    friday.click(part.approval.less)
    write(friday, part.closed, "14.12.–15.12.")
    assert part.closed.text() == "14.12.–15.12."
    assert (friday.house.plan.municipality.approval_due, friday.house.plan.municipality.closed) == (
        2,
        ("12-14/12-15",),
    )
    found = {
        item.title: item.day for item in friday.house.deadlines.on(date(2026, 12, 10), date(2026, 12, 11))
    }
    assert found["Haushalt 2027 kurz erklärt"] == date(2026, 12, 10)  # appears on Wednesday, 16 December
    write(friday, part.closed, "Heiligabend")
    assert friday.house.plan.municipality.closed == ("12-14/12-15",)
    friday.undo()
    friday.undo()
    assert friday.house.plan.municipality.approval_due == 3


def test_the_sample_begins_with_deadlines_and_tells_what_was_missed(sitting: Sitting) -> None:
    begin(sitting)
    assert told(sitting) == "2 Fristen sind versäumt, 1 Frist liegt heute."
    sitting.click(sitting.button("Ansehen", sitting.window.notices))
    assert "Wahlergebnis" in titles(the_page(sitting))


def test_a_deadline_stands_on_the_card_of_the_board(sitting: Sitting) -> None:
    begin(sitting)
    sitting.to_page(3)

    def feet(title: str, stage: Stage) -> list[str]:
        column = sitting.board.columns[stage]
        card = column.model.card(column.model.row_of(sitting.card(title).id))
        return [foot.text for foot in column.delegate.look(card).feet]

    assert "Frist versäumt" in feet("Wahlergebnis", Stage.DRAFT)
    assert "Frist heute" in feet("Sirenenprobe am Samstag, 12 Uhr", Stage.DRAFT)
    assert not any("Frist" in line for line in feet("Haushalt 2027 kurz erklärt", Stage.DRAFT))


def test_a_plan_without_trouble_is_left_in_peace(qapp: QApplication, home: Path) -> None:
    calm = Sitting(qapp, home, clock=FixedClock(datetime(2026, 11, 20, 9, 0)))
    calm.open(home / "plan")
    begin(calm)
    assert told(calm) == ""
    calm.menu("tools.dues")
    page = the_page(calm)
    assert (page.rows, page.empty.isVisible()) == ([], True)
    calm.close()
