# SPDX-License-Identifier: EUPL-1.2
"""Toasts, dialogs, popovers, work in progress: what they say and how one gets out."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from kalender.ui.theme.theme import Theme
from kalender.ui.widgets.blocks.text import Text
from kalender.ui.widgets.controls.button import Button
from kalender.ui.widgets.controls.link import Link
from kalender.ui.widgets.feedback.banner import Banner
from kalender.ui.widgets.feedback.dialog import confirm, tell
from kalender.ui.widgets.feedback.jobstrip import JobStrip
from kalender.ui.widgets.feedback.popover import Popover
from kalender.ui.widgets.feedback.toast import LASTS, Toast


def a_host(qtbot: QtBot) -> QWidget:
    host = QWidget()
    qtbot.addWidget(host)
    host.resize(900, 400)
    with qtbot.waitActive(host):
        host.show()
        host.activateWindow()
    QCursor.setPos(
        host.mapToGlobal(QPoint(1, 1))
    )  # whatever another test pointed at: a toast under the pointer stays
    QApplication.processEvents()
    return host


def button(widget: QWidget, words: str) -> Button:
    return next(item for item in widget.findChildren(Button) if item.text() == words)


def run_out(toast: Toast, milliseconds: int) -> None:
    for _ in range(milliseconds // 100):
        toast._tick()


def test_a_toast_offers_the_way_back_and_is_gone_once_it_is_taken(qtbot: QtBot, theme: Theme) -> None:
    toast = Toast(theme, a_host(qtbot))
    toast.say("Auf Do 17. Dez. verschoben")
    assert toast.isVisible()
    with qtbot.waitSignal(toast.undone):
        button(toast, "Rückgängig").click()
    assert not toast.isVisible()


def test_a_toast_lasts_eight_seconds_and_stops_while_it_has_the_focus(qtbot: QtBot, theme: Theme) -> None:
    host = a_host(qtbot)
    toast = Toast(theme, host)
    toast.say("Auf Do 17. Dez. verschoben")
    button(toast, "Rückgängig").setFocus()
    run_out(toast, LASTS * 2)
    assert toast.isVisible(), "nobody loses it while reading"
    button(toast, "Rückgängig").clearFocus()
    run_out(toast, LASTS - 100)
    assert toast.isVisible()
    run_out(toast, 100)
    assert not toast.isVisible()


def test_a_toast_stays_while_the_pointer_is_over_it(qtbot: QtBot, theme: Theme) -> None:
    toast = Toast(theme, a_host(qtbot))
    toast.say("Auf Do 17. Dez. verschoben")
    QCursor.setPos(toast.mapToGlobal(toast.rect().center()))
    QApplication.processEvents()
    run_out(toast, LASTS * 2)
    assert toast.isVisible()
    QCursor.setPos(toast.mapToGlobal(QPoint(0, -50)))
    QApplication.processEvents()
    run_out(toast, LASTS)
    assert not toast.isVisible()


def test_a_new_toast_takes_the_place_of_the_old_one(qtbot: QtBot, theme: Theme) -> None:
    toast = Toast(theme, a_host(qtbot))
    toast.say("Eins")
    run_out(toast, 5000)
    toast.say("Zwei", undo=False)
    run_out(toast, 5000)
    assert (toast.text, toast.isVisible()) == ("Zwei", True)
    assert not button(toast, "Rückgängig").isVisible()
    toast.dismiss()


def test_a_toast_lies_in_the_lower_middle_of_its_host(qtbot: QtBot, theme: Theme) -> None:
    host = a_host(qtbot)
    toast = Toast(theme, host)
    toast.say("Auf Do 17. Dez. verschoben")
    assert abs(toast.geometry().center().x() - 450) <= 1
    assert host.height() - toast.geometry().bottom() - 1 == 40
    host.resize(600, 300)
    assert abs(toast.geometry().center().x() - 300) <= 1
    toast.dismiss()


def test_a_message_says_what_why_and_now_and_the_safe_choice_has_the_focus(
    qtbot: QtBot, theme: Theme
) -> None:
    host = a_host(qtbot)
    chosen: list[str] = []
    dialog = tell(
        theme,
        host,
        title="Der Export konnte nicht gespeichert werden",
        why="Auf dem Laufwerk R: ist kein Platz mehr.",
        now="Wählen Sie einen anderen Ordner.",
        details="OSError 28",
        choices=(("Anderen Ordner …", lambda: chosen.append("other")),),
    )
    words = [item.text() for item in dialog.findChildren(Text)]
    assert words[0] == "Der Export konnte nicht gespeichert werden"
    assert dialog.focusWidget() is button(dialog, "Abbrechen")
    details = dialog.findChild(QPlainTextEdit)
    assert details is not None
    assert details.isHidden()
    button(dialog, "Technische Einzelheiten").click()
    assert (details.isHidden(), details.toPlainText()) == (False, "OSError 28")
    button(dialog, "Anderen Ordner …").click()
    assert chosen == ["other"]


def test_escape_leaves_a_question_without_doing_it(qtbot: QtBot, theme: Theme) -> None:
    host = a_host(qtbot)
    done: list[str] = []
    dialog = confirm(
        theme,
        host,
        title="Endgültig löschen?",
        why="Das lässt sich nicht zurücknehmen.",
        yes="Endgültig löschen",
        done=lambda: done.append("deleted"),
        danger=True,
    )
    assert dialog.isModal()
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert done == []


def test_a_popover_closes_with_escape_and_gives_the_focus_back(qtbot: QtBot, theme: Theme) -> None:
    host = a_host(qtbot)
    opener = Button(theme, "Ebenen", parent=host)
    opener.show()
    popover = Popover(theme, opener, name="Ebenen")
    inside = Button(theme, "Schulferien")
    popover.body.addWidget(inside)
    popover.open_under()
    assert popover.isVisible()
    QTest.keyClick(popover, Qt.Key.Key_Escape)
    assert not popover.isVisible()
    assert host.focusWidget() is opener


def test_work_in_progress_can_be_seen_and_stopped(qtbot: QtBot, theme: Theme) -> None:
    strip = JobStrip(theme)
    qtbot.addWidget(strip)
    assert strip.isHidden()
    strip.begin(7, "Bilder werden eingelesen")
    strip.report(7, 12, 40)
    assert not strip.isHidden()
    assert any(item.text() == "12 von 40" for item in strip.findChildren(Text))
    with qtbot.waitSignal(strip.cancelled) as told:
        button(strip, "Abbrechen").click()
    assert told.args == [7]
    strip.report(8, 1, 2)
    strip.end(7)
    assert (strip.running, strip.isHidden()) == (0, True)


def test_a_banner_has_one_link_at_most(qtbot: QtBot, theme: Theme) -> None:
    clicked: list[int] = []
    banner = Banner(theme, "Neue Fassung.", severity="warn", link="Laden", clicked=lambda: clicked.append(1))
    qtbot.addWidget(banner)
    (link,) = banner.findChildren(Link)
    link.click()
    assert clicked == [1]
    banner.set_text("Noch eine.")
    assert banner.accessibleName() == "Noch eine."
