# SPDX-License-Identifier: EUPL-1.2
"""Buttons, fields, choices: what they say, when they refuse, and how keys reach them."""

from datetime import date, datetime

import pytest
import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from kalender.domain.plan import Person
from kalender.ui.theme.theme import Theme
from kalender.ui.widgets.controls.button import Button, Kind, Size, literal
from kalender.ui.widgets.controls.choice import CheckBox, Choice
from kalender.ui.widgets.controls.field import Field, LineField
from kalender.ui.widgets.controls.focus import FocusRing
from kalender.ui.widgets.controls.link import Link
from kalender.ui.widgets.controls.moment import MomentButton, MomentPopover
from kalender.ui.widgets.controls.person import PersonChooser
from kalender.ui.widgets.controls.segmented import Segmented

PEOPLE = [Person(id="ks", name="Katrin Sommer"), Person(id="if", name="Ines Falkner")]


def shows(widget: QWidget, colour: str) -> bool:
    image: QImage = widget.grab().toImage()
    return any(
        image.pixelColor(x, y).name() == colour for x in range(image.width()) for y in range(image.height())
    )


def test_buttons_have_the_heights_of_the_design_and_grow_with_the_text(qtbot: QtBot, theme: Theme) -> None:
    buttons = [Button(theme, "Freigeben", size=size) for size in Size]
    for button in buttons:
        qtbot.addWidget(button)
    assert [button.sizeHint().height() for button in buttons] == [26, 30, 40]
    theme.set_scale(200)
    assert buttons[1].sizeHint().height() == 60


def test_a_button_without_words_has_a_name_and_a_tip_with_its_key(qtbot: QtBot, theme: Theme) -> None:
    button = Button(theme, icon="ri.close-line", name="Schließen", keys="Esc")
    qtbot.addWidget(button)
    assert (button.accessibleName(), button.toolTip()) == ("Schließen", "Schließen (Esc)")
    assert button.sizeHint().width() == button.sizeHint().height()


def test_a_refusing_button_says_why_until_it_allows_again(qtbot: QtBot, theme: Theme) -> None:
    button = Button(theme, "Exportieren …")
    qtbot.addWidget(button)
    button.refuse("Noch ist kein Beitrag freigegeben.")
    assert not button.isEnabled()
    assert button.toolTip() == button.accessibleDescription() == "Noch ist kein Beitrag freigegeben."
    button.allow()
    assert (button.isEnabled(), button.toolTip()) == (True, "")


def test_a_button_follows_its_action_both_ways(qtbot: QtBot, theme: Theme) -> None:
    action = QAction("Bilder")
    action.setCheckable(True)
    button = Button(theme, "Bilder")
    qtbot.addWidget(button)
    button.follow(action)
    button.click()
    assert action.isChecked()
    action.setChecked(False)
    action.setEnabled(False)
    assert (button.isChecked(), button.isEnabled()) == (False, False)


@pytest.mark.parametrize(
    ("kind", "colour"), [(Kind.PRIMARY, "#0b6770"), (Kind.DELETE, "#a81c2e"), (Kind.NORMAL, "#7f8a8e")]
)
def test_the_weight_of_a_button_can_be_seen(qtbot: QtBot, theme: Theme, kind: Kind, colour: str) -> None:
    button = Button(theme, "Löschen", kind=kind)
    qtbot.addWidget(button)
    assert shows(button, colour)


def test_an_ampersand_in_the_words_is_an_access_key_not_a_sign(qtbot: QtBot, theme: Theme) -> None:
    one, other = Button(theme, "&Freigeben"), Button(theme, "Freigeben")
    for button in (one, other):
        qtbot.addWidget(button)
    assert one.sizeHint() == other.sizeHint()


def test_segments_are_one_choice_and_arrow_keys_move(qtbot: QtBot, theme: Theme) -> None:
    segments = Segmented(theme, [("week", "Woche"), ("month", "Monat"), ("list", "Liste")], name="Ansicht")
    qtbot.addWidget(segments)
    chosen: list[str] = []
    segments.chosen.connect(chosen.append)
    with qtbot.waitActive(segments):
        segments.show()
        segments.activateWindow()
    segments.button("month").click()
    assert (segments.current, chosen) == ("month", ["month"])
    segments.button("month").setFocus()
    QTest.keyClick(segments.button("month"), Qt.Key.Key_Right)
    assert segments.current == "list"
    segments.choose("week")
    assert chosen[-1] != "week", "a choice made by the program is not told back"


def test_a_field_links_its_label_and_its_remedy(qtbot: QtBot, theme: Theme) -> None:
    editor = LineField(theme)
    field = Field(theme, "Alternativtext", editor, hint="Was ist zu sehen?")
    qtbot.addWidget(field)
    field.show()
    assert (editor.accessibleName(), editor.accessibleDescription()) == (
        "Alternativtext",
        "Was ist zu sehen?",
    )
    field.set_error("Bitte beschreiben Sie das Bild in ein bis zwei Sätzen.")
    assert editor.accessibleDescription() == field.error
    assert shows(editor, "#a81c2e")
    field.set_error("")
    assert editor.accessibleDescription() == "Was ist zu sehen?"
    assert not shows(editor, "#a81c2e")


def test_a_choice_and_a_box_are_painted_and_work_by_key(qtbot: QtBot, theme: Theme) -> None:
    choice, box = Choice(theme, name="Thema"), CheckBox(theme, "Schmuckbild")
    for widget in (choice, box):
        qtbot.addWidget(widget)
    choice.addItems(["Bauen", "Familie & Schule"])
    QTest.keyClick(choice, Qt.Key.Key_Down)
    QTest.keyClick(box, Qt.Key.Key_Space)
    assert choice.currentText() == "Familie & Schule"
    assert box.isChecked()
    assert shows(box, "#0b6770")
    assert choice.accessibleName() == "Thema"


def test_the_moment_button_says_the_date_and_gives_the_one_picked(qtbot: QtBot, theme: Theme) -> None:
    button = MomentButton(theme, today=date(2026, 12, 3))
    qtbot.addWidget(button)
    assert button.text() == "Ohne Termin"
    button.set_moment(datetime(2026, 12, 11, 15))
    assert button.text() == "Fr 11.12.2026, 15:00"
    assert button.accessibleName() == "Termin: Fr 11.12.2026, 15:00"
    popover = MomentPopover(theme, button, button.moment, today=date(2026, 12, 3))
    qtbot.addWidget(popover)
    popover.month.set_day(date(2026, 12, 17))
    with qtbot.waitSignal(popover.chosen) as told:
        popover.month.activated.emit(popover.month.selectedDate())
    assert told.args == [datetime(2026, 12, 17, 15)], "another day keeps the clock time"


def test_a_date_can_be_taken_away(qtbot: QtBot, theme: Theme) -> None:
    button = MomentButton(theme, today=date(2026, 12, 3))
    qtbot.addWidget(button)
    popover = MomentPopover(theme, button, None, today=date(2026, 12, 3))
    qtbot.addWidget(popover)
    undated = next(item for item in popover.findChildren(Button) if item.text() == "Ohne Termin")
    with qtbot.waitSignal(popover.chosen) as told:
        undated.click()
    assert told.args == [None]


def test_a_person_is_chosen_from_the_list_and_told_once(qtbot: QtBot, theme: Theme) -> None:
    chooser = PersonChooser(theme, PEOPLE, label="Zuständig", current="ks")
    qtbot.addWidget(chooser)
    told: list[str] = []
    chooser.chosen.connect(told.append)
    menu = chooser.menu_of_people()
    assert chooser.accessibleName() == "Zuständig: Katrin Sommer"
    next(item for item in menu.actions() if item.text() == "Ines Falkner").trigger()
    next(item for item in menu.actions() if item.text() == "Ines Falkner").trigger()
    assert (chooser.current, told) == ("if", ["if"])
    next(item for item in menu.actions() if item.text() == "Niemand").trigger()
    assert chooser.text() == "Niemand"


def test_the_sign_for_and_in_a_name_is_shown_and_read_out(qtbot: QtBot, theme: Theme) -> None:
    chooser = PersonChooser(theme, [Person(id="ms", name="Müller & Söhne")], label="Zuständig", current="ms")
    qtbot.addWidget(chooser)
    with_sign = chooser.sizeHint().width()
    assert chooser.accessibleName() == "Zuständig: Müller & Söhne"
    assert chooser.menu_of_people().actions()[0].text() == "Müller && Söhne"
    chooser.set_people([Person(id="ms", name="Müller  Söhne")], current="ms")
    assert chooser.sizeHint().width() < with_sign


class _Window(QWidget):
    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.ring = FocusRing(self, theme)
        column = QVBoxLayout(self)
        self.first, self.second = Button(theme, "Eins"), Button(theme, "Zwei")
        column.addWidget(self.first)
        column.addWidget(self.second)

    def focusNextPrevChild(self, forward: bool) -> bool:  # noqa: N802 - Qt's name
        self.ring.by_keyboard()
        return super().focusNextPrevChild(forward)


def test_the_ring_comes_with_the_keyboard_and_goes_round_the_button(qtbot: QtBot, theme: Theme) -> None:
    window = _Window(theme)
    qtbot.addWidget(window)
    with qtbot.waitExposed(window):
        window.show()
    window.activateWindow()
    window.first.setFocus()
    assert window.ring.isHidden(), "the program put the focus there"
    QTest.keyClick(window.first, Qt.Key.Key_Tab)
    assert window.ring.target is window.second
    assert window.ring.geometry() == window.second.geometry().adjusted(-4, -4, 4, 4)
    window.second.hide()
    assert window.ring.geometry() != window.second.geometry().adjusted(-4, -4, 4, 4) or window.ring.isHidden()


def test_the_ring_forgets_a_button_that_is_deleted(qtbot: QtBot, theme: Theme) -> None:
    window = _Window(theme)
    qtbot.addWidget(window)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    window.first.setFocus()
    QTest.keyClick(window.first, Qt.Key.Key_Tab)
    shiboken6.delete(window.second)
    window.first.setFocus()
    assert window.ring.target is window.first


def test_high_contrast_always_shows_the_ring(qtbot: QtBot, theme: Theme) -> None:
    theme.choose("kontrast")
    window = _Window(theme)
    qtbot.addWidget(window)
    with qtbot.waitExposed(window):
        window.show()
    window.activateWindow()
    window.second.setFocus()
    assert window.ring.target is window.second


def test_an_and_sign_of_a_person_is_read_out_once_and_takes_no_key(qtbot: QtBot, theme: Theme) -> None:
    controls: list[QAbstractButton] = [
        Button(theme, literal("Müller & Söhne")),
        CheckBox(theme, "Müller & Söhne"),
        Link(theme, "Müller & Söhne"),
    ]
    for control in controls:
        qtbot.addWidget(control)
        assert control.accessibleName() == "Müller & Söhne"
        assert control.shortcut().isEmpty()
        if not isinstance(control, Button):
            control.setText("Söhne &Müller")
            assert (control.text(), control.shortcut().isEmpty()) == ("Söhne &Müller", True)
