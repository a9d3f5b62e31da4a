# SPDX-License-Identifier: EUPL-1.2
"""The month view: what it shows and says, how it is chosen from, stepped through and carried over."""

from datetime import date

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kalender.domain.stage import Flag, Stage
from kalender.ui.calendar.month.cursor import Cursor, Step, same_day, step
from kalender.ui.calendar.month.ground import hidden_words
from tests.ui.calendar.december import Desk, a_card, an_almanac, carry, day

LEFT = Qt.MouseButton.LeftButton
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def desk(qtbot: QtBot, qapp: QApplication) -> Desk:
    cards = [
        a_card("markt", day(4), "17:00", title="Weihnachtsmarkt ist eröffnet", stage=Stage.APPROVED,
               channels=("facebook", "instagram", "whatsapp", "mastodon"), missing_alt=True),
        a_card("rat", day(15), "12:00"),
        a_card("eins", day(16), "12:00"),
        a_card("zwei", day(16), "12:00"),
        a_card("drei", day(17), "09:30"),
    ]  # fmt: skip
    desk = Desk(qapp, cards, an_almanac())
    qtbot.addWidget(desk.view)
    desk.view.show()
    qtbot.waitExposed(desk.view)
    return desk


def test_two_posts_at_one_minute_lie_below_one_another(desk: Desk) -> None:
    one, two = (desk.view.visualRect(desk.model.index_of(id_)) for id_ in ("eins", "zwei"))
    assert not one.isEmpty()
    assert not one.intersects(two)


def test_every_day_and_post_is_an_item_with_a_name(desk: Desk) -> None:
    names = [
        str(desk.model.index(row).data(Qt.ItemDataRole.AccessibleTextRole))
        for row in range(desk.model.rowCount())
    ]
    assert (
        "Weihnachtsmarkt ist eröffnet, Freitag 4. Dezember, 17 Uhr, Freigegeben, Facebook, Instagram, "
        "WhatsApp-Kanal, Mastodon, Alternativtext fehlt" in names
    )
    assert "Freitag 18. Dezember, kein Beitrag, 9 Tage ohne Beitrag" in names
    assert "Dienstag 15. Dezember, ein Beitrag, Gemeinderat 18:30, 9 Tage ohne Beitrag" in names
    assert any(name.startswith("Donnerstag 3. Dezember, heute, kein Beitrag") for name in names)
    assert len(names) == 35 + 5


def test_a_screen_reader_finds_every_item_of_the_view(desk: Desk) -> None:
    interface = QAccessible.queryAccessibleInterface(desk.view)
    found = [interface.child(number).text(QAccessible.Text.Name) for number in range(interface.childCount())]
    assert sum(name.startswith("Weihnachtsmarkt ist eröffnet") for name in found) == 1
    assert len(found) >= desk.model.rowCount()


def test_a_void_approval_is_in_name_and_tip(qtbot: QtBot, qapp: QApplication) -> None:
    desk = Desk(qapp, [a_card("a", day(9), flags=frozenset({Flag.APPROVAL_VOID}))])
    qtbot.addWidget(desk.view)
    index = desk.model.index_of("a")
    assert "Freigabe erloschen" in str(index.data(Qt.ItemDataRole.AccessibleTextRole))
    assert "Freigabe erloschen" in str(index.data(Qt.ItemDataRole.ToolTipRole))


def test_a_changed_post_moves_with_its_choice(desk: Desk) -> None:
    desk.view.choose(["eins"])
    desk.model.put(a_card("eins", day(21), "08:00"))
    assert desk.view.ids() == ("eins",)
    assert desk.view.visualRect(desk.model.index_of_day(day(21))).contains(desk.on("eins"))
    desk.model.remove("eins")
    assert desk.view.ids() == ()


def test_clicks_choose_one_add_and_span(desk: Desk) -> None:
    viewport = desk.view.viewport()
    QTest.mouseClick(viewport, LEFT, pos=desk.on("rat"))
    assert desk.view.ids() == ("rat",)
    QTest.mouseClick(viewport, LEFT, CTRL, desk.on("zwei"))
    assert desk.view.ids() == ("rat", "zwei")
    QTest.mouseClick(viewport, LEFT, pos=desk.on("rat"))
    QTest.mouseClick(viewport, LEFT, SHIFT, desk.on("drei"))
    assert desk.view.ids() == ("rat", "eins", "zwei", "drei")
    QTest.mouseClick(viewport, LEFT, pos=desk.on(day(22)))
    assert desk.view.ids() == ()


def test_a_double_click_opens_a_post_and_begins_one_on_an_empty_day(desk: Desk, qtbot: QtBot) -> None:
    with qtbot.waitSignal(desk.hands.post_opened) as opened:
        QTest.mouseDClick(desk.view.viewport(), LEFT, pos=desk.on("rat"))
    assert opened.args == ["rat"]
    with qtbot.waitSignal(desk.hands.day_chosen) as begun:
        QTest.mouseDClick(desk.view.viewport(), LEFT, pos=desk.on(day(22)))
    assert begun.args == [day(22)]


def test_what_does_not_fit_opens_by_mouse_and_by_enter(qtbot: QtBot, qapp: QApplication) -> None:
    desk = Desk(qapp, [a_card(f"p{n}", day(9), f"{n + 6:02d}:00") for n in range(12)])
    qtbot.addWidget(desk.view)
    desk.view.show()
    cell = desk.view.settled().cell(day(9))
    assert cell is not None
    assert cell.plan.hidden == 12 - len(cell.plan.cards) > 0
    with qtbot.waitSignal(desk.hands.day_opened) as opened:
        QTest.mouseClick(desk.view.viewport(), LEFT, pos=cell.more.center())
    assert opened.args == [day(9)]
    desk.view.set_day(day(9))
    with qtbot.waitSignal(desk.hands.day_opened):
        QTest.keyClick(desk.view, Qt.Key.Key_Return)


def test_the_gap_offers_a_post_on_its_middle_day(desk: Desk, qtbot: QtBot) -> None:
    desk.view.grab()
    strip = next(strip for strip in desk.view.settled().strips if strip.full and strip.piece.band.channel)
    with qtbot.waitSignal(desk.hands.gap_planned) as planned:
        QTest.mouseClick(
            desk.view.viewport(), LEFT, pos=QPoint(strip.rect.right() - 20, strip.rect.center().y())
        )
    assert planned.args == ["instagram", day(16)]


# Keys


def test_arrows_reach_every_day_and_post(desk: Desk) -> None:
    desk.view.set_day(day(9))
    stops = []
    for _ in range(4):
        QTest.keyClick(desk.view, Qt.Key.Key_Down)
        stops.append((desk.view.cursor_day(), desk.view.ids()))
    assert stops == [(day(16), ()), (day(16), ("eins",)), (day(16), ("zwei",)), (day(23), ())]
    desk.view.choose(["zwei"])
    QTest.keyClick(desk.view, Qt.Key.Key_Right)
    assert desk.view.ids() == ("drei",)


@pytest.mark.parametrize(
    ("key", "expected"),
    [
        (Qt.Key.Key_Left, day(15)),
        (Qt.Key.Key_Right, day(17)),
        (Qt.Key.Key_Up, day(9)),
        (Qt.Key.Key_Home, day(14)),
        (Qt.Key.Key_End, day(20)),
    ],
)
def test_keys_step_through_the_days(desk: Desk, key: Qt.Key, expected: date) -> None:
    desk.view.set_day(day(16))
    QTest.keyClick(desk.view, key)
    assert desk.view.cursor_day() == expected


def test_page_keys_ask_for_the_month_beside_on_the_same_day(desk: Desk, qtbot: QtBot) -> None:
    desk.view.set_day(day(16))
    with qtbot.waitSignal(desk.view.month_wanted) as wanted:
        QTest.keyClick(desk.view, Qt.Key.Key_PageDown)
    assert wanted.args == [date(2027, 1, 16)]


def test_the_same_day_of_a_shorter_month_is_its_last() -> None:
    assert same_day(date(2027, 1, 31), 1) == date(2027, 2, 28)
    assert same_day(date(2024, 1, 31), 1) == date(2024, 2, 29)


def test_down_and_up_are_each_others_way_back() -> None:
    posts = {day(9): 2, day(16): 1}
    cursor = Cursor(day=day(9))
    path = [cursor]
    for _ in range(5):
        cursor = step(cursor, Step.DOWN, posts)
        path.append(cursor)
    for earlier in reversed(path[:-1]):
        cursor = step(cursor, Step.UP, posts)
        assert cursor == earlier


def test_enter_opens_the_post_and_space_shows_it(desk: Desk, qtbot: QtBot) -> None:
    desk.view.choose(["rat"])
    with qtbot.waitSignal(desk.hands.post_opened):
        QTest.keyClick(desk.view, Qt.Key.Key_Return)
    with qtbot.waitSignal(desk.hands.peeked):
        QTest.keyClick(desk.view, Qt.Key.Key_Space)


def test_a_title_is_changed_in_place(desk: Desk, qtbot: QtBot) -> None:
    desk.view.choose(["rat"])
    desk.view.edit(desk.model.index_of("rat"))
    field = QApplication.focusWidget()
    assert field is not None
    assert desk.view.editing
    QTest.keyClicks(field, "Heute im Rat")
    with qtbot.waitSignal(desk.view.delegate.renamed) as renamed:
        QTest.keyClick(field, Qt.Key.Key_Return)
    assert renamed.args == ["rat", "Heute im Rat"]


# Carrying


def test_a_carried_post_falls_on_the_day_under_the_pointer(desk: Desk, qtbot: QtBot) -> None:
    viewport = desk.view.viewport()
    with qtbot.waitSignal(desk.carry.dropped) as dropped:
        carry(viewport, desk.on("rat"), viewport, desk.on(day(24)))
    assert dropped.args == [("rat",), day(24), False]
    assert not desk.carry.active


def test_a_carry_begins_only_after_the_usual_distance(desk: Desk) -> None:
    viewport = desk.view.viewport()
    start = desk.on("rat")
    carry(viewport, start, viewport, start + QPoint(3, 2), release=False)
    assert not desk.carry.active
    QTest.mouseRelease(viewport, LEFT, pos=start + QPoint(3, 2))


def test_all_chosen_posts_are_carried_and_fade(desk: Desk, qtbot: QtBot) -> None:
    desk.view.choose(["rat", "drei"])
    viewport = desk.view.viewport()
    with qtbot.waitSignal(desk.carry.dropped) as dropped:
        carry(viewport, desk.on("drei"), viewport, desk.on(day(24)))
    assert dropped.args == [("drei", "rat"), day(24), False]  # the one under the pointer leads


def test_esc_puts_back_what_is_carried(desk: Desk, qtbot: QtBot) -> None:
    viewport = desk.view.viewport()
    with qtbot.assertNotEmitted(desk.carry.dropped):
        carry(viewport, desk.on("rat"), viewport, desk.on(day(24)), release=False)
        held = desk.carry.ids
        QTest.keyClick(desk.view, Qt.Key.Key_Escape)
        assert (held, desk.carry.ids) == (("rat",), ())
        QTest.mouseRelease(viewport, LEFT, pos=desk.on(day(24)))


def test_with_strg_a_copy_is_carried(desk: Desk, qtbot: QtBot) -> None:
    viewport = desk.view.viewport()
    with qtbot.waitSignal(desk.carry.dropped) as dropped:
        carry(viewport, desk.on("rat"), viewport, desk.on(day(24)), keys=CTRL)
    assert dropped.args == [("rat",), day(24), True]


def test_a_verdict_is_asked_once_for_each_day(desk: Desk) -> None:
    viewport = desk.view.viewport()
    carry(viewport, desk.on("rat"), viewport, desk.on(day(24)))
    places = [place for _ids, place, _copy in desk.asked]
    assert len(places) == len(set(places))
    assert places[-1] == day(24)


def test_waiting_at_the_edge_turns_the_month_and_the_post_stays_in_hand(desk: Desk, qtbot: QtBot) -> None:
    viewport = desk.view.viewport()
    edge = QPoint(viewport.width() - 3, 300)
    desk.carry.turned.connect(
        lambda months: desk.model.show(
            day(1, 12 + months if months < 0 else 1, 2027), [], an_almanac(), day(3)
        )
    )
    with qtbot.waitSignal(desk.carry.turned, timeout=3000) as turned:
        carry(viewport, desk.on("rat"), viewport, edge, release=False)
        assert desk.carry.edge.isActive()
    assert turned.args == [1]
    assert desk.carry.active
    assert desk.model.month == date(2027, 1, 1)
    with qtbot.waitSignal(desk.carry.dropped) as dropped:
        QTest.mouseRelease(viewport, LEFT, pos=desk.on(date(2027, 1, 13)))
    assert dropped.args[1] == date(2027, 1, 13)


def test_the_weekday_names_and_week_numbers_lead_back_in_time(desk: Desk) -> None:
    at = desk.view.viewport().mapToGlobal(QPoint(200, 4))
    assert desk.hands.carry_edge(at) == -1
    assert desk.hands.carry_place(at) is None
    inside = desk.view.viewport().mapToGlobal(desk.on(day(16)))
    assert desk.hands.carry_edge(inside) == 0


def test_hidden_posts_are_counted_in_short_where_the_words_do_not_fit() -> None:
    assert hidden_words(1, lambda _words: True) == "1 weiterer"
    assert hidden_words(3, lambda _words: True) == "3 weitere"
    assert hidden_words(3, lambda words: len(words) < 4) == "+3"
