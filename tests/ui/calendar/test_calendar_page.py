# SPDX-License-Identifier: EUPL-1.2
"""The calendar page over a real plan: carrying, keys, undo, the basket, reasons, filters."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kalender.domain.card import Filter
from kalender.domain.stage import Flag, Stage
from kalender.ui.calendar.doing.actions import Verb
from kalender.ui.calendar.doing.carry import Basket
from kalender.ui.calendar.popovers.day_list import DayPopover
from kalender.ui.calendar.popovers.filters import FilterPopover
from kalender.ui.calendar.popovers.reason import ReasonPopover
from kalender.ui.calendar.toolbar import LIST, MONTH
from kalender.ui.widgets.controls.moment import MomentPopover
from tests.ui.calendar.december import carry, day
from tests.ui.calendar.town import Town

LEFT = Qt.MouseButton.LeftButton
CTRL = Qt.KeyboardModifier.ControlModifier
NONE = Qt.KeyboardModifier.NoModifier


@pytest.fixture
def town(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[Town]:
    town = Town(qapp, tmp_path)
    town.post("markt", datetime(2026, 12, 4, 17), approved=True, title="Weihnachtsmarkt ist eröffnet")
    town.post("glasfaser", datetime(2026, 12, 10, 14, 15), title="Glasfaser: Start in Oberdorf")
    town.post("müll", datetime(2026, 12, 14, 9), title="Müllabfuhr über Weihnachten")
    town.post("steuer", None, channels=("instagram",), title="Frag das Rathaus: Hundesteuer")
    town.post("bauhof", None, channels=(), title="Unser Bauhof in Bildern")
    qtbot.addWidget(town.page)
    town.page.resize(1300, 720)
    town.page.show()
    qtbot.waitExposed(town.page)
    town.page.complete()
    town.page.settle()
    yield town
    town.close()


def on(town: Town, place: date | str) -> QPoint:
    view = town.page.month
    if isinstance(place, str):
        return view.visualRect(town.page.model.index_of(place)).center()
    rect = view.visualRect(town.page.model.index_of_day(place))
    return QPoint(rect.center().x(), rect.bottom() - 14)


def drag(town: Town, id_: str, to: date, keys: Qt.KeyboardModifier = NONE) -> None:
    viewport = town.page.month.viewport()
    carry(viewport, on(town, id_), viewport, on(town, to), keys=keys)


def undo(town: Town) -> None:
    town.house.desk.undo()


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
    assert judge(["glasfaser", "müll"], day(17), copying=False).when == "Do 17. Dez., jeder zu seiner Uhrzeit"


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


# Keys


def key(town: Town, key_: Qt.Key, keys: Qt.KeyboardModifier = NONE) -> None:
    QTest.keyClick(town.page.month, key_, keys)


def test_cut_and_paste_move_and_copy_and_paste_double(town: Town) -> None:
    town.page.choose(["glasfaser"])
    key(town, Qt.Key.Key_X, CTRL)
    town.page.month.set_day(day(21))
    key(town, Qt.Key.Key_V, CTRL)
    assert town.planned("glasfaser") == datetime(2026, 12, 21, 14, 15)
    key(town, Qt.Key.Key_C, CTRL)
    town.page.month.set_day(day(22))
    key(town, Qt.Key.Key_V, CTRL)
    (copy,) = town.page.ids()
    assert copy != "glasfaser"
    assert town.planned(copy) == datetime(2026, 12, 22, 14, 15)


def test_a_day_is_asked_for_by_strg_t(town: Town) -> None:
    town.page.choose(["glasfaser"])
    key(town, Qt.Key.Key_T, CTRL)
    popover = town.page.surfaces.shown
    assert isinstance(popover, MomentPopover)
    popover.month.set_day(day(18))
    popover._accept()
    assert town.planned("glasfaser") == datetime(2026, 12, 18, 14, 15)


def test_delete_and_duplicate_by_key(town: Town) -> None:
    town.page.choose(["glasfaser"])
    key(town, Qt.Key.Key_D, CTRL)
    (copy,) = town.page.ids()
    assert town.planned(copy) == datetime(2026, 12, 10, 14, 15)
    key(town, Qt.Key.Key_Delete)
    assert not town.page.model.index_of(copy).isValid()
    assert town.page.ids() == ("müll",)
    undo(town)
    assert town.page.model.index_of(copy).isValid()


def test_a_title_is_changed_by_f2(town: Town, qtbot: QtBot) -> None:
    town.page.choose(["glasfaser"])
    key(town, Qt.Key.Key_F2)
    field = QApplication.focusWidget()
    assert field is not None
    QTest.keyClicks(field, "Glasfaser in Oberdorf")
    with qtbot.waitSignal(town.page.month.delegate.renamed):
        QTest.keyClick(field, Qt.Key.Key_Return)
    assert town.house.posts.get("glasfaser").title == "Glasfaser in Oberdorf"


def test_strg_home_comes_back_to_today(town: Town) -> None:
    town.page.go_to(date(2027, 6, 1))
    key(town, Qt.Key.Key_Home, CTRL)
    assert town.page.model.month == day(1)
    assert town.page.month.cursor_day() == day(3)


def test_page_keys_turn_the_month_and_stay_on_the_day(town: Town) -> None:
    town.page.month.set_day(day(16))
    key(town, Qt.Key.Key_PageDown)
    assert town.page.toolbar.title.text() == "Januar 2027"
    assert town.page.month.cursor_day() == date(2027, 1, 16)
    key(town, Qt.Key.Key_PageUp)
    assert town.page.month.cursor_day() == day(16)


def test_stepping_out_of_the_days_shown_turns_the_month(town: Town) -> None:
    town.page.month.set_day(town.page.model.last)
    key(town, Qt.Key.Key_Right)
    assert town.page.model.month == date(2027, 1, 1)
    assert town.page.month.cursor_day() == date(2027, 1, 4)


def test_what_is_not_possible_says_why(town: Town) -> None:
    town.page.month.set_day(day(21))
    key(town, Qt.Key.Key_Delete)
    assert town.heard == [("refused", "Wählen Sie zuerst einen Beitrag aus.")]
    assert town.page.offers()["post.delete"] == "Wählen Sie zuerst einen Beitrag aus."
    town.page.choose(["glasfaser"])
    assert town.page.offers()["post.delete"] == ""
    assert "nicht freigegeben" in town.page.offers()["post.export"]


def test_the_next_step_leads_from_draft_to_review(town: Town) -> None:
    town.page.choose(["glasfaser"])
    town.page.perform(Verb.NEXT.value)
    assert town.house.posts.card("glasfaser").stage is Stage.IN_REVIEW
    town.page.perform(Verb.WITHDRAW.value)
    assert town.house.posts.card("glasfaser").stage is Stage.DRAFT


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


# Basket, filter, list, empty


def test_an_idea_is_noted_with_enter_and_the_field_stays(town: Town) -> None:
    town.page.perform("post.idea")
    field = town.page.strip.note
    QTest.keyClicks(field, "Blutspende im Januar")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert field.isVisible()
    assert field.text() == ""
    assert town.page.ideas.total == 3
    QTest.keyClick(field, Qt.Key.Key_Escape)
    assert not field.isVisible()


def test_many_ideas_bring_a_search(town: Town) -> None:
    for number in range(7):
        town.house.posts.create(f"Idee {number}", idea=True)
    panel = town.page.strip
    assert panel.search.isVisible()
    panel.search.setText("hunde")
    assert town.page.ideas.rowCount() == 1
    panel.search.clear()
    assert town.page.ideas.rowCount() == 9


def test_a_filter_narrows_month_and_basket(town: Town) -> None:
    town.page.focus_filter()
    popover = town.page.surfaces.shown
    assert isinstance(popover, FilterPopover)
    popover.boxes["channel", "instagram"].click()
    assert not town.page.model.index_of("glasfaser").isValid()
    assert town.page.ideas.rowCount() == 1
    assert town.page.toolbar.filter.text() == "Filter (1)"
    popover.clear()
    assert town.page.model.index_of("glasfaser").isValid()
    popover.close()


def test_the_legend_counts_and_narrows(town: Town) -> None:
    counts = {key_: count for key_, _term, count in town.page.legend()}
    assert (counts["draft"], counts["approved"]) == (2, 1)
    town.page.show_only("approved")
    assert [row.card.id for row in town.page.model.rows() if row.card] == ["markt"]
    assert {key_: count for key_, _term, count in town.page.legend()} == counts
    town.page.show_only("")
    assert town.page.model.index_of("müll").isValid()


def test_the_list_shows_the_same_posts(town: Town) -> None:
    town.page.show_view(LIST)
    town.page.choose(["müll"])
    assert town.page.listing.ids() == ("müll",)
    QTest.keyClick(town.page.listing, Qt.Key.Key_Return)
    assert town.heard == [("open_post", "müll")]
    town.page.show_view(MONTH)
    assert town.page.stack.currentWidget() is town.page.month


def test_a_day_opens_as_a_list(town: Town) -> None:
    town.page.month.set_day(day(10))
    key(town, Qt.Key.Key_Return)
    popover = town.page.surfaces.shown
    assert isinstance(popover, DayPopover)
    QTest.keyClick(popover.list, Qt.Key.Key_Return)
    assert town.heard == [("open_post", "glasfaser")]


def test_a_new_post_on_a_day_gets_the_usual_time(town: Town) -> None:
    QTest.mouseDClick(town.page.month.viewport(), LEFT, pos=on(town, day(22)))
    (_signal, id_) = town.heard[-1]
    assert town.planned(str(id_)) == datetime(2026, 12, 22, 16)


def test_the_inspector_follows_the_choice(town: Town) -> None:
    town.page.choose(["markt"])
    town.page.settle()
    assert town.page.inspector.post == "markt"
    town.page.choose(["markt", "müll"])
    town.page.settle()
    assert town.page.inspector.post == ""
    assert town.page.inspector.isHidden()
    town.page.perform("view.inspector")
    assert town.page.inspector.isVisible()


def test_choosing_in_the_basket_lets_go_in_the_month(town: Town) -> None:
    town.page.choose(["markt"])
    town.page.choose(["steuer"])
    assert town.page.ids() == ("steuer",)
    assert town.page.month.ids() == ()


def test_an_empty_plan_says_how_to_begin(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> None:
    town = Town(qapp, tmp_path)
    qtbot.addWidget(town.page)
    assert town.page.stack.currentWidget() is town.page.empty
    town.house.posts.create("Der erste", planned=datetime(2026, 12, 8, 10))
    assert town.page.stack.currentWidget() is town.page.month
    town.close()


def test_layers_can_be_hidden(town: Town) -> None:
    assert town.page.model.almanac.holidays[day(25)] == "1. Weihnachtstag"
    for action in town.page.toolbar.layer_actions():
        action.setChecked(False)
    assert not town.page.model.almanac.holidays
    assert not town.page.model.almanac.bands


def test_every_control_has_a_name(town: Town) -> None:
    from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QLineEdit

    town.page.choose(["markt"])
    town.page.settle()
    for kind in (QAbstractButton, QAbstractItemView, QLineEdit):
        reached = [
            item for item in town.page.findChildren(kind) if item.focusPolicy() & Qt.FocusPolicy.TabFocus
        ]
        assert reached
        assert all(widget.accessibleName() for widget in reached), [
            w for w in reached if not w.accessibleName()
        ]


def test_a_filter_keeps_what_the_plan_receives_in_step(town: Town) -> None:
    town.page._filter(Filter(channels=frozenset({"website"})))
    town.house.posts.create("Neu", planned=datetime(2026, 12, 9, 10), channels=["instagram"])
    assert not any(row.card and row.card.title == "Neu" for row in town.page.model.rows())
