# SPDX-License-Identifier: EUPL-1.2
"""A month at the window: what it shows, posts moved by mouse and by keys, and all of it taken back."""

from datetime import date, datetime

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QMenu

from kalender.domain.stage import Stage
from kalender.ui.calendar.inspector.labelling import LabelsLine
from kalender.ui.widgets.controls.moment import MomentPopover
from tests.flows.sitting import CTRL, LEFT, NONE, Sitting

GLASFASER = "Glasfaser: Start in Oberdorf"
IDEA = "Frag das Rathaus: Hundesteuer"


def test_the_sample_opens_on_its_december_with_counts_and_legend(sitting: Sitting) -> None:
    page, house = sitting.calendar, sitting.house
    assert sitting.window.windowTitle() == "Kalender – Stadt Lindenbrunn"
    assert page.toolbar.title.text() == "Dezember 2026"
    shown = house.posts.cards_between(page.model.first, page.model.last)
    month = [card for card in shown if card.planned and card.planned.month == 12]
    assert len(month) >= 20
    assert all(page.model.index_of(card.id).isValid() for card in shown)
    assert len({card.stage for card in [*shown, *house.posts.backlog()]}) == len(Stage)
    legend = {term.text: count for _key, term, count in page.legend()}
    assert legend["Freigegeben"] >= 4
    assert sum(legend.values()) >= len(month)
    assert page.backlog.isVisible()
    assert page.ideas.rowCount() >= 5
    waiting = len(house.reviews.waiting())
    assert waiting
    model = sitting.window.navigation.pages.model()
    spoken = [
        str(model.index(row, 0).data(Qt.ItemDataRole.AccessibleTextRole)) for row in range(model.rowCount())
    ]
    assert any(f"{waiting} warten auf Freigabe" in words for words in spoken)


def test_a_post_carried_to_another_day_keeps_its_clock_and_comes_back(sitting: Sitting) -> None:
    sitting.drag_to_day(GLASFASER, date(2026, 12, 17))
    assert sitting.planned(GLASFASER) == datetime(2026, 12, 17, 14, 0)
    assert "17. Dez" in sitting.said
    sitting.undo()
    assert sitting.planned(GLASFASER) == datetime(2026, 12, 10, 14, 0)
    assert sitting.said.startswith("Rückgängig gemacht")
    sitting.redo()
    assert sitting.planned(GLASFASER) == datetime(2026, 12, 17, 14, 0)


def test_the_toast_takes_a_move_back_with_one_click(sitting: Sitting) -> None:
    sitting.drag_to_day(GLASFASER, date(2026, 12, 17))
    sitting.click(next(iter(sitting.window.toast.findChildren(QAbstractButton))))
    assert sitting.planned(GLASFASER) == datetime(2026, 12, 10, 14, 0)


def test_a_post_is_moved_by_keys_alone(sitting: Sitting) -> None:
    sitting.click(sitting.calendar.month.viewport(), sitting.on_card(GLASFASER))
    sitting.key(Qt.Key.Key_T, CTRL)
    popover = sitting.calendar.surfaces.shown
    assert isinstance(popover, MomentPopover)
    for _ in range(7):
        sitting.key(Qt.Key.Key_Right)
    sitting.key(Qt.Key.Key_Return)
    assert sitting.planned(GLASFASER) == datetime(2026, 12, 17, 14, 0)
    sitting.undo()
    assert sitting.planned(GLASFASER) == datetime(2026, 12, 10, 14, 0)


def test_an_idea_goes_onto_a_day_and_back_into_the_basket(sitting: Sitting) -> None:
    page = sitting.calendar
    ideas = page.backlog.list
    id_ = sitting.card(IDEA).id
    text = sitting.post(IDEA).text
    start = ideas.visualRect(page.ideas.index_of(id_)).center()
    ideas.scrollTo(page.ideas.index_of(id_))
    start = ideas.visualRect(page.ideas.index_of(id_)).center()
    sitting.drag(ideas.viewport(), start, page.month.viewport(), sitting.on_day(date(2026, 12, 17)))
    moment = sitting.planned(IDEA)
    assert moment is not None
    assert moment.date() == date(2026, 12, 17)
    assert not page.ideas.index_of(id_).isValid()
    sitting.drag(page.month.viewport(), sitting.on_card(IDEA), ideas.viewport(), QPoint(40, 30))
    assert sitting.planned(IDEA) is None
    assert sitting.post(IDEA).text == text
    assert page.ideas.index_of(id_).isValid()
    sitting.undo()
    assert sitting.planned(IDEA) == moment
    sitting.undo()
    assert sitting.planned(IDEA) is None
    assert page.ideas.index_of(id_).isValid()


@pytest.mark.parametrize(
    ("start", "end"),
    [(date(2026, 3, 24), date(2026, 3, 29)), (date(2026, 10, 22), date(2026, 10, 25))],
)
def test_nine_stays_nine_on_the_days_of_the_clock_change(sitting: Sitting, start: date, end: date) -> None:
    nine = datetime.combine(start, datetime.min.time()).replace(hour=9)
    sitting.house.posts.create("Markt", planned=nine, channels=["facebook"])
    sitting.calendar.go_to(start)
    sitting.settle()
    sitting.drag_to_day("Markt", end)
    assert sitting.planned("Markt") == datetime.combine(end, nine.time())
    sitting.undo()
    assert sitting.planned("Markt") == nine


def menu_at(sitting: Sitting, at: QPoint, reason: QContextMenuEvent.Reason) -> QMenu:
    """Ask for the menu of a place of the month, as a hand or the menu key does."""
    port = sitting.calendar.month.viewport()
    QApplication.postEvent(port, QContextMenuEvent(reason, at, port.mapToGlobal(at)))
    QApplication.processEvents()
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    return menu


def test_the_menu_of_a_free_day_begins_a_post_there(sitting: Sitting) -> None:
    at = sitting.on_day(date(2026, 12, 19))
    QTest.mouseClick(sitting.calendar.month.viewport(), Qt.MouseButton.RightButton, NONE, at)
    menu = menu_at(sitting, at, QContextMenuEvent.Reason.Mouse)
    words = [action.text() for action in menu.actions()]
    assert words[:2] == ["Neuer Beitrag: Sa 19. Dez.", "Liste des Tages"]
    before = {card.id for card in sitting.house.posts.cards_between(date(2026, 12, 19), date(2026, 12, 19))}
    sitting.choose(words[0])
    after = {card.id for card in sitting.house.posts.cards_between(date(2026, 12, 19), date(2026, 12, 19))}
    assert len(after - before) == 1
    assert sitting.front == "editor"


def test_the_menu_key_on_a_free_day_pastes_and_lists(sitting: Sitting) -> None:
    calendar = sitting.calendar
    calendar.choose([sitting.card(GLASFASER).id])
    calendar.month.setFocus()
    sitting.key(Qt.Key.Key_C, CTRL)
    calendar.go_to(date(2026, 12, 19))
    calendar.month.clearSelection()
    menu = menu_at(sitting, QPoint(0, 0), QContextMenuEvent.Reason.Keyboard)
    (paste,) = [action for action in menu.actions() if action.text().startswith("Auf diesen Tag einfügen")]
    assert paste.isEnabled()
    sitting.choose("Liste des Tages")
    assert calendar.surfaces.shown is not None


def test_labels_are_written_beside_the_calendar_by_mouse_and_by_keys(sitting: Sitting) -> None:
    sitting.calendar.go_to(date(2026, 12, 10))
    QTest.mouseClick(sitting.calendar.month.viewport(), LEFT, NONE, sitting.on_card(GLASFASER))
    sitting.settle()
    (line,) = sitting.calendar.inspector.findChildren(LabelsLine)
    sitting.click(line)
    sitting.type("Netz, Oberdorf")
    sitting.key(Qt.Key.Key_Return)
    assert sitting.post(GLASFASER).labels == ("Netz", "Oberdorf")
    (line,) = [item for item in sitting.calendar.inspector.findChildren(LabelsLine) if item.isVisible()]
    assert line.hasFocus()  # what goes on by keys goes on there
    QTest.keyClicks(line, "x")
    sitting.key(Qt.Key.Key_Escape)
    assert line.text() == "Netz, Oberdorf"
    sitting.calendar.month.setFocus()
    sitting.key(Qt.Key.Key_Z, CTRL)
    assert sitting.post(GLASFASER).labels == ()
