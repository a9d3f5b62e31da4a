# SPDX-License-Identifier: EUPL-1.2
"""The frame of the window: pages, keys, narrow and wide, what it remembers."""

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from kalender.domain.stage import Stage
from kalender.services.acting.changes import Changes
from kalender.ui.shell.announcer import Announcer
from kalender.ui.shell.commands.keys import german
from kalender.ui.shell.frame.topbar import Saving
from kalender.ui.shell.window import MainWindow
from kalender.ui.theme.theme import Theme
from kalender.ui.widgets.paint.values import ChannelMark
from kalender.wording.terms import STAGES


def press(
    window: MainWindow, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
) -> None:
    focused: Any = window.focusWidget()
    QTest.keyClick(window if focused is None else focused, key, modifier)


CTRL = Qt.KeyboardModifier.ControlModifier


def test_pages_are_built_at_the_first_visit_and_only_once(opened: Any) -> None:
    window = opened.window
    assert opened.built == ["calendar"]
    window.show_page("board")
    window.show_page("calendar")
    window.show_page("board")
    assert opened.built == ["calendar", "board"]
    with pytest.raises(KeyError):
        window.show_page("nowhere")


def test_a_page_is_shown_by_its_key(opened: Any) -> None:
    press(opened.window, Qt.Key.Key_3, CTRL)
    assert opened.window.pages.key == "board"
    assert opened.window.navigation.pages.currentItem().text() == "Ablauf"


def test_a_full_page_leads_back_to_where_it_was_opened(qtbot: QtBot, opened: Any) -> None:
    window = opened.window
    window.show_page("board")
    window.show_page("editor")
    window.show_page("crop")
    assert window.navigation.pages.currentItem().text() == "Ablauf", "one is still in the board"
    window.go_back()
    assert window.pages.key == "editor"
    with qtbot.waitSignal(window.page_shown) as told:
        window.go_back()
    assert told.args == ["board"]
    window.go_back()
    assert window.pages.key == "board", "there is nothing before a listed page"
    window.show_page("editor")
    window.show_page("calendar")
    window.go_back()
    assert window.pages.key == "calendar", "going elsewhere forgets the way back"


def test_the_rail_takes_the_place_of_the_navigation_where_it_is_narrow(qtbot: QtBot, opened: Any) -> None:
    window = opened.window
    assert (window.navigation.narrow, window.navigation.width()) == (False, 208)
    with qtbot.waitSignal(window.narrow_changed) as told:
        window.resize(1366, 768)
    assert told.args == [True]
    assert window.navigation.width() == 82
    window.resize(1440, 900)
    assert not window.navigation.narrow
    window.show_page("editor")
    assert window.navigation.narrow, "the editor always has the rail"


def test_a_tray_below_the_pages_is_hidden_in_the_rail_and_let_go_unharmed(opened: Any) -> None:
    window = opened.window
    tray = QLabel("Ideenkorb")
    window.navigation.set_tray(tray)
    assert tray.isVisible()
    window.resize(1100, 800)
    assert not tray.isVisible()
    window.navigation.set_tray(None)
    assert tray.text() == "Ideenkorb"
    assert window.navigation.tray is None
    tray.deleteLater()


def test_text_of_200_per_cent_keeps_everything_inside_the_window(opened: Any, theme: Theme) -> None:
    window = opened.window
    window.status.set_left("19 Beiträge")
    window.status.set_right("Zuletzt gesichert 09:12")
    window.status.set_legend([(stage.value, STAGES[stage], 3) for stage in Stage])
    theme.set_scale(200)
    window.resize(1024, 700)
    assert window.navigation.narrow
    assert window.minimumSizeHint().width() <= 1024
    right = max(part.geometry().right() for part in window.status.legend().values())
    assert right <= window.status.width()


def test_f6_goes_through_the_regions_and_back(opened: Any) -> None:
    window, page = opened.window, opened.page("calendar")
    window.status.set_legend([("draft", STAGES[Stage.DRAFT], 6)])
    window.field.setFocus()
    found = []
    for _ in range(5):
        press(window, Qt.Key.Key_F6)
        found.append(window.focusWidget())
    legend = window.status.legend()["draft"]
    assert found == [window.navigation.pages, page.filter, page.list, legend, window.field]
    press(window, Qt.Key.Key_F6, Qt.KeyboardModifier.ShiftModifier)
    assert window.focusWidget() is legend
    assert window.ring.target is legend


def test_the_menus_have_the_seven_titles_and_no_action_without_words(opened: Any) -> None:
    menus = opened.window.menus
    titles = [action.text().replace("&", "") for action in menus.actions()]
    assert titles == ["Datei", "Bearbeiten", "Beitrag", "Ansicht", "Kanäle", "Werkzeuge", "Hilfe"]
    assert [action.text().replace("&", "") for action in menus.actions() if not action.isVisible()] == [
        "Werkzeuge"
    ]
    assert all(action.text() for action in opened.window.actions_.all().values())


def test_what_is_not_available_is_in_no_menu(opened: Any) -> None:
    actions = opened.window.actions_
    assert "post.move" in actions
    assert "post.duplicate" not in actions
    assert "tools.verify" not in actions


def test_no_two_actions_share_a_key(opened: Any) -> None:
    window = opened.window
    keys = [
        shortcut.toString(QKeySequence.SequenceFormat.PortableText)
        for action in window.actions()
        for shortcut in action.shortcuts()
    ]
    assert len(keys) == len(set(keys))
    assert {"Ctrl+Z", "Ctrl+Y", "Ctrl+K", "Ctrl+F", "Ctrl+N", "F2", "F6", "Shift+F6"} <= set(keys)


def test_an_action_the_page_does_not_offer_says_so(opened: Any) -> None:
    actions, page = opened.window.actions_, opened.page("calendar")
    assert not actions["post.move"].isEnabled()
    assert actions["post.move"].statusTip() == "Wählen Sie zuerst einen Beitrag aus."
    assert actions["post.rename"].statusTip() == "In dieser Ansicht nicht möglich."
    page.offer(post_move="", post_rename="")
    actions["post.move"].trigger()
    press(opened.window, Qt.Key.Key_F2)
    assert page.done == ["post.move", "post.rename"]
    opened.window.show_page("board")
    assert not actions["post.move"].isEnabled()


def test_an_action_of_the_application_is_handed_on(qtbot: QtBot, opened: Any) -> None:
    with qtbot.waitSignal(opened.window.action_requested) as told:
        press(opened.window, Qt.Key.Key_N, CTRL)
    assert told.args == ["post.new"]


def test_the_sign_for_and_in_the_name_of_a_post_or_a_channel_stays_in_the_menus(opened: Any) -> None:
    window = opened.window
    window.set_undo("Beitrag umbenannt: Markt & Musik", None)
    window.menus.set_channels([ChannelMark(id="m", label="Masto & Co", short="Masto & Co")])
    assert window.actions_["undo"].text() == "Rückgängig: Beitrag umbenannt: Markt && Musik"
    assert [item.text() for item in window.menus.menu("channels").actions() if item.data()] == [
        "Nur Masto && Co"
    ]


def test_undo_names_what_it_takes_back(qtbot: QtBot, opened: Any) -> None:
    window = opened.window
    assert not window.actions_["undo"].isEnabled()
    window.set_undo("Beitrag verschoben", None)
    assert window.actions_["undo"].text() == "Rückgängig: Beitrag verschoben"
    assert window.actions_["redo"].statusTip() == "Es gibt nichts zu wiederholen."
    opened.page("calendar").list.setFocus()
    with qtbot.waitSignal(window.undo_requested):
        press(window, Qt.Key.Key_Z, CTRL)
    with qtbot.waitSignal(window.redo_requested):
        window.set_undo(None, "Beitrag verschoben")
        press(window, Qt.Key.Key_Y, CTRL)


def test_the_toast_takes_back_too(qtbot: QtBot, opened: Any) -> None:
    opened.window.say("Auf Do 17. Dez. verschoben", undo=True)
    assert opened.window.toast.text == "Auf Do 17. Dez. verschoben"
    with qtbot.waitSignal(opened.window.undo_requested):
        opened.window.toast.undone.emit()


def test_ctrl_f_goes_to_the_filter_of_the_page(opened: Any) -> None:
    page = opened.page("calendar")
    page.list.setFocus()
    press(opened.window, Qt.Key.Key_F, CTRL)
    assert opened.window.focusWidget() is page.filter
    opened.window.show_page("board")
    assert opened.window.actions_["filter"].statusTip() == "Diese Ansicht hat keinen Filter."


def test_the_title_names_post_program_and_town(opened: Any) -> None:
    window = opened.window
    assert window.windowTitle() == "Kalender – Stadt Lindenbrunn"
    window.set_subject("Weihnachtsmarkt ist eröffnet")
    assert window.windowTitle() == "Weihnachtsmarkt ist eröffnet – Kalender – Stadt Lindenbrunn"
    window.set_town("Markt Oberdorf", "Bayern")
    window.set_subject("")
    assert window.windowTitle() == "Kalender – Markt Oberdorf"


def test_place_and_page_are_remembered_on_closing(qtbot: QtBot, opened: Any) -> None:
    opened.window.show_page("board")
    opened.window.show_page("editor")
    with qtbot.waitSignal(opened.window.closing):
        opened.window.close()
    assert opened.memory.values.last_page == "board", "a full page is not where one starts"
    assert opened.memory.values.geometry


def test_a_damaged_memory_of_the_place_does_no_harm(qtbot: QtBot, opened: Any, theme: Theme) -> None:
    opened.memory.values.geometry = "%%%"
    window = MainWindow(theme, [], town="Stadt Lindenbrunn", land="", memory=opened.memory)
    qtbot.addWidget(window)
    assert (window.width(), window.height()) == (1440, 900)


def test_the_person_acting_is_switched_in_the_menu_row(qtbot: QtBot, opened: Any) -> None:
    chooser = opened.window.topbar.person
    assert chooser.accessibleName() == "Handelnde Person: Katrin Sommer"
    menu = chooser.menu_of_people()
    with qtbot.waitSignal(opened.window.person_chosen) as told:
        next(action for action in menu.actions() if action.text() == "Ines Falkner").trigger()
    assert told.args == ["if"]


def test_a_person_who_just_approves_is_offered_less(opened: Any) -> None:
    window = opened.window
    window.show_only({"calendar", "review"})
    rows = window.navigation.pages
    assert [rows.item(row).text() for row in range(3) if not rows.isRowHidden(row)] == [
        "Kalender",
        "Freigaben",
    ]
    press(window, Qt.Key.Key_3, CTRL)
    assert window.pages.key == "calendar"
    window.show_only(None)
    press(window, Qt.Key.Key_3, CTRL)
    assert window.pages.key == "board"


def test_counts_stand_at_the_pages_and_in_their_names(opened: Any) -> None:
    window = opened.window
    window.set_count("review", 4, "4 warten auf Sie")
    item = window.navigation.pages.item(2)
    assert item.data(Qt.ItemDataRole.AccessibleTextRole) == "Freigaben, 4 warten auf Sie"
    window.set_count("review", 0)
    assert item.data(Qt.ItemDataRole.AccessibleTextRole) == "Freigaben"


def test_the_legend_filters_and_leaves_out_what_is_empty(qtbot: QtBot, opened: Any) -> None:
    status = opened.window.status
    status.set_legend([("idea", STAGES[Stage.IDEA], 0), ("draft", STAGES[Stage.DRAFT], 6)])
    assert status.legend()["idea"].isHidden()
    button = status.legend()["draft"]
    assert button.accessibleName() == "6 Entwurf, nur diese zeigen"
    with qtbot.waitSignal(opened.window.stage_wanted) as told:
        button.click()
    assert told.args == ["draft"]
    with qtbot.waitSignal(opened.window.stage_wanted) as told:
        button.click()
    assert told.args == [""]


def test_whether_all_is_saved_is_said_in_words(opened: Any) -> None:
    sign = opened.window.topbar.saving
    assert sign.accessibleName() == "Alles gespeichert"
    opened.window.set_saving(Saving.FAILED)
    assert sign.accessibleName() == "Speichern nicht möglich"
    opened.window.set_saving(Saving.SAVED, "Gespeichert um 10:42")
    assert sign.accessibleName() == "Gespeichert um 10:42"


def test_colours_and_text_size_are_chosen_in_the_menu(qtbot: QtBot, opened: Any, theme: Theme) -> None:
    window = opened.window
    with qtbot.waitSignal(window.look_chosen) as told:
        window.menus.choice_made.emit("dunkel")
    assert (told.args, theme.name) == (["dunkel"], "dunkel")
    with qtbot.waitSignal(window.scale_chosen) as told:
        press(window, Qt.Key.Key_Plus, CTRL)
    assert (told.args, theme.scale) == ([125], 125)
    theme.choose("hell")


def test_keys_have_german_names() -> None:
    found = [german(keys) for keys in ("Ctrl+K", "Shift+F6", "Del", "Ctrl+Home", "Ctrl+Return", "Ctrl++", "")]
    assert found == ["Strg K", "Umschalt F6", "Entf", "Strg Pos1", "Strg Eingabe", "Strg +", ""]


def test_the_announcer_tells_everyone_what_changed(qtbot: QtBot) -> None:
    announcer = Announcer()
    changes = Changes(refs=frozenset({"post/1"}))
    with qtbot.waitSignal(announcer.changed) as told:
        announcer.announce(changes)
    assert told.args == [changes]
