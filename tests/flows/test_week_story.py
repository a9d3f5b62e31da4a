# SPDX-License-Identifier: EUPL-1.2
"""A week at the window: reached by mouse and by keys, posts brought to other times, all of it taken back and remembered."""

from datetime import date, datetime

from PySide6.QtCore import QPoint, Qt

from kalender.ui.calendar.toolbar import LIST, WEEK
from kalender.ui.calendar.week.view import WeekView
from tests.flows.sitting import CTRL, Sitting

ALT = Qt.KeyboardModifier.AltModifier
GLASFASER = "Glasfaser: Start in Oberdorf"
IDEA = "Frag das Rathaus: Hundesteuer"


def the_week(sitting: Sitting) -> WeekView:
    week = sitting.calendar.spans.week
    assert week is not None
    assert week.isVisible()
    return week


def to_the_week(sitting: Sitting, day: date) -> WeekView:
    bar = sitting.calendar.toolbar
    sitting.click(sitting.button("Woche", bar))
    while the_week(sitting).days[-1] < day:
        sitting.click(bar.after)
    return the_week(sitting)


def upper_edge(sitting: Sitting, title: str) -> QPoint:
    week = the_week(sitting)
    index = sitting.calendar.model.index_of(sitting.card(title).id)
    week.scrollTo(index)
    return week.visualRect(index).topLeft() + QPoint(14, 1)


def slot(sitting: Sitting, moment: datetime) -> QPoint:
    week = the_week(sitting)
    rect = week.settled().slot(moment).translated(0, -week.down)
    return QPoint(rect.right() - 4, rect.y() + 3)


def test_a_post_is_carried_to_another_time_by_mouse_and_comes_back(sitting: Sitting) -> None:
    week = to_the_week(sitting, date(2026, 12, 10))
    assert "KW 50" in sitting.calendar.toolbar.title.text()
    port = week.viewport()
    sitting.drag(port, upper_edge(sitting, GLASFASER), port, slot(sitting, datetime(2026, 12, 9, 13, 15)))
    assert sitting.planned(GLASFASER) == datetime(2026, 12, 9, 13, 15)
    assert "9. Dez" in sitting.said
    assert sitting.calendar.inspector.isVisible()
    sitting.undo()
    assert sitting.planned(GLASFASER) == datetime(2026, 12, 10, 14, 0)
    sitting.redo()
    assert sitting.planned(GLASFASER) == datetime(2026, 12, 9, 13, 15)


def test_a_post_is_moved_by_keys_alone(sitting: Sitting) -> None:
    sitting.click(sitting.calendar.month.viewport(), sitting.on_card(GLASFASER))
    sitting.calendar.toolbar.views.setFocus()
    sitting.click(sitting.button("Woche", sitting.calendar.toolbar))
    week = the_week(sitting)
    assert week.ids() == (sitting.card(GLASFASER).id,)
    week.setFocus(Qt.FocusReason.TabFocusReason)
    sitting.key(Qt.Key.Key_Down, ALT)
    assert sitting.planned(GLASFASER) == datetime(2026, 12, 10, 14, 15)
    sitting.key(Qt.Key.Key_Right, ALT)
    assert sitting.planned(GLASFASER) == datetime(2026, 12, 11, 14, 15)
    sitting.key(Qt.Key.Key_X, CTRL)
    for _ in range(3):
        sitting.key(Qt.Key.Key_Up)
    sitting.key(Qt.Key.Key_V, CTRL)
    assert sitting.planned(GLASFASER) == datetime(2026, 12, 11, 13, 30)
    for _ in range(3):
        sitting.undo()
    assert sitting.planned(GLASFASER) == datetime(2026, 12, 10, 14, 0)


def test_an_idea_gets_the_time_at_which_it_is_let_go_and_goes_back(sitting: Sitting) -> None:
    week = to_the_week(sitting, date(2026, 12, 17))
    page = sitting.calendar
    ideas = page.backlog.list
    index = page.ideas.index_of(sitting.card(IDEA).id)
    ideas.scrollTo(index)
    moment = datetime(2026, 12, 16, 11, 45)
    sitting.drag(ideas.viewport(), ideas.visualRect(index).center(), week.viewport(), slot(sitting, moment))
    assert sitting.planned(IDEA) == moment
    sitting.drag(week.viewport(), upper_edge(sitting, IDEA), ideas.viewport(), QPoint(40, 30))
    assert sitting.planned(IDEA) is None


def test_a_new_post_begins_where_the_cursor_stands(sitting: Sitting) -> None:
    to_the_week(sitting, date(2026, 12, 17))
    sitting.click(the_week(sitting).viewport(), slot(sitting, datetime(2026, 12, 18, 15, 45)))
    sitting.key(Qt.Key.Key_N, CTRL)
    assert sitting.front == "editor"
    assert sitting.house.posts.get(sitting.editor.post_id).planned == datetime(2026, 12, 18, 15, 45)


def test_the_view_is_changed_by_key_and_remembered(sitting: Sitting) -> None:
    sitting.calendar.month.setFocus()
    sitting.key(Qt.Key.Key_1, ALT)
    assert the_week(sitting).isVisible()
    assert sitting.desktop.preferences.values.calendar_view == WEEK
    sitting.key(Qt.Key.Key_3, ALT)
    assert sitting.calendar.grid().isVisible()
    assert sitting.desktop.preferences.values.calendar_view == LIST
    sitting.key(Qt.Key.Key_2, ALT)
    assert sitting.calendar.month.isVisible()


def test_the_hours_left_in_sight_come_again_with_the_view_and_with_the_program(sitting: Sitting) -> None:
    week = to_the_week(sitting, date(2026, 12, 10))
    morning = week.begins()
    assert morning == 7 * 60 - 15
    week.verticalScrollBar().setValue(week.verticalScrollBar().value() + week.scene.hour)
    later = week.begins()
    assert later == morning + 60
    sitting.click(sitting.button("Monat", sitting.calendar.toolbar))
    sitting.click(sitting.button("Woche", sitting.calendar.toolbar))
    assert the_week(sitting).begins() == later
    folder = sitting.house.folder
    for _again in range(2):
        sitting.desktop.close()
        sitting.desktop.open(folder)
        sitting.show()
        assert the_week(sitting).begins() == later
