# SPDX-License-Identifier: EUPL-1.2
"""Backups at the window: the first one, what is missed later, back in one click, taken back by Strg+Z; and failures."""

import shutil
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from kalender.store.backup.info import Reason
from kalender.ui.backups.page import BackupsPage
from kalender.ui.intake.panel import ImportPanel
from kalender.ui.shell.further.keeping import BACKUP
from kalender.ui.widgets.feedback.dialog import MessageDialog
from tests.flows.sitting import Sitting

MISSED = "Sirenenprobe am Samstag, 12 Uhr"
TABLE = "Datum;Titel;Text\n04.12.2026;Aus der Tabelle;Heute öffnet der Markt.\n"


def page(sitting: Sitting) -> BackupsPage:
    """Open the page by the menu."""
    sitting.menu("file.backups")
    found = sitting.window.pages.page("backups")
    assert isinstance(found, BackupsPage)
    return settled(sitting, found)


def settled(sitting: Sitting, found: BackupsPage) -> BackupsPage:
    """Wait until backups are read and the chosen one is compared."""
    sitting.settle()
    sitting.until(lambda: not found._wait.isActive())
    sitting.settle()
    return found


def lines(found: BackupsPage) -> list[str]:
    """Return what the page says would change."""
    model = found.detail.changes.model()
    return [str(model.index(row, 0).data()).strip() for row in range(model.rowCount())]


def test_a_post_that_was_deleted_comes_back_in_one_click_and_undo_takes_it_back(sitting: Sitting) -> None:
    backups = page(sitting)
    assert backups.empty.isVisible()
    sitting.click(backups.first)
    settled(sitting, backups)
    assert backups.model.rowCount() == 1
    assert "geprüft" in backups.list.model().index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert "genau so" in backups.detail.words.text()
    assert not backups.detail.restore.isEnabled()
    assert "Letzte Sicherung: heute" in sitting.window.status.right.text()

    id_ = sitting.card(MISSED).id
    sitting.to_page(2)
    viewport = sitting.calendar.month.viewport()
    sitting.click(viewport, sitting.on_card(MISSED))
    sitting.key(Qt.Key.Key_Delete)
    assert sitting.house.store.card(id_) is None

    backups = page(sitting)
    said = lines(backups)
    assert said[0] == "1 Beitrag kommt zurück"
    assert MISSED in said[1]
    sitting.click(backups.detail.restore)
    settled(sitting, backups)
    assert sitting.card(MISSED).id == id_
    assert "Aus einer Sicherung wiederhergestellt" in sitting.said
    assert backups.model.rowCount() == 2
    sitting.undo()
    assert sitting.house.store.card(id_) is None
    assert sitting.house.store.verify().ok


def test_everything_on_the_page_can_be_done_by_keys(sitting: Sitting, home: Path) -> None:
    (home / "Stick").mkdir()
    backups = page(sitting)
    backups.first.setFocus(Qt.FocusReason.TabFocusReason)
    sitting.key(Qt.Key.Key_Space)
    settled(sitting, backups)
    sitting.house.posts.create("Neu")
    backups.now.setFocus(Qt.FocusReason.TabFocusReason)
    sitting.key(Qt.Key.Key_Space)
    settled(sitting, backups)
    assert backups.model.rowCount() == 2
    backups.list.setFocus(Qt.FocusReason.TabFocusReason)
    sitting.key(Qt.Key.Key_End)
    settled(sitting, backups)
    assert "1 Beitrag kommt in den Papierkorb" in lines(backups)
    for region in backups.regions():
        assert region.focusPolicy() & Qt.FocusPolicy.TabFocus
        assert region.accessibleName()
    backups.detail.restore.setFocus(Qt.FocusReason.TabFocusReason)
    sitting.key(Qt.Key.Key_Space)
    settled(sitting, backups)
    assert not [card for card in sitting.house.posts.backlog() if card.title == "Neu"]
    backups.places.choose.setFocus(Qt.FocusReason.TabFocusReason)
    sitting.key(Qt.Key.Key_Space)
    sitting.choose_file(home / "Stick")
    settled(sitting, backups)
    assert sitting.desktop.preferences.values.second_backup_folder == str(home / "Stick")
    assert list((home / "Stick").glob("*/plan-*.kalender"))


def test_a_failure_stays_in_sight_until_a_later_backup_succeeds(sitting: Sitting, home: Path) -> None:
    assert sitting.desktop.place is not None
    sitting.until(lambda: not sitting.jobs.running)  # it waits for a quiet moment
    sitting.desktop.place.keep_safe()
    sitting.settle()
    assert "Letzte Sicherung: heute" in sitting.window.status.right.text()
    shutil.rmtree(home / "Sicherungen")
    (home / "Sicherungen").write_bytes(b"")
    sitting.desktop.place.keeper.run(Reason.MANUAL)
    sitting.settle()
    assert "Der Plan ist nicht gesichert." in sitting.window.notices.text(BACKUP)
    sitting.house.posts.create("Es geht weiter")
    assert sitting.window.notices.text(BACKUP)
    sitting.window.notices.take(BACKUP)
    sitting.desktop.place.keeper.run(Reason.DAILY)
    sitting.settle()
    assert not sitting.window.notices.text(BACKUP)  # the same again, on the same day
    sitting.desktop.place.keeper.run(Reason.MANUAL)
    sitting.settle()
    assert sitting.window.notices.text(BACKUP)
    (home / "Sicherungen").unlink()
    sitting.desktop.place.keeper.run(Reason.MANUAL)
    sitting.settle()
    assert not sitting.window.notices.text(BACKUP)


def test_a_second_place_that_is_away_is_told_once_and_the_plan_is_safe_all_the_same(
    sitting: Sitting, home: Path
) -> None:
    assert sitting.desktop.place is not None
    sitting.desktop.preferences.change(second_backup_folder=str(home / "Stick"))
    keeper = sitting.desktop.place.keeper
    keeper.run(Reason.MANUAL)
    sitting.settle()
    assert "Stick" in sitting.window.notices.text(BACKUP)
    sitting.window.notices.take(BACKUP)
    keeper.run(Reason.MANUAL)
    sitting.settle()
    assert sitting.window.notices.text(BACKUP)  # she asked for it herself
    sitting.window.notices.take(BACKUP)
    sitting.house.posts.create("Neu")
    keeper.run(Reason.BEFORE_IMPORT)
    sitting.settle()
    assert not sitting.window.notices.text(BACKUP)
    found = page(sitting)
    assert found.places.state.text() == "nicht da"
    assert not [item for item in keeper.backups.listed() if item.damaged]


def test_before_a_table_is_taken_the_plan_is_backed_up_or_she_is_asked(sitting: Sitting, home: Path) -> None:
    table = home / "plan.csv"
    table.write_text(TABLE, encoding="utf-8")
    posts = sitting.house.store.posts()
    panel = _panel(sitting, table)
    sitting.click(panel.take)
    assert sitting.house.store.posts() == posts + 1
    panel.close()
    sitting.settle()
    assert sitting.desktop.place is not None
    (before,) = sitting.desktop.place.keeper.backups.listed()
    assert (before.reason, before.posts) == (Reason.BEFORE_IMPORT, posts)
    shutil.rmtree(home / "Sicherungen")
    (home / "Sicherungen").write_bytes(b"")
    table.write_text(TABLE.replace("Aus der Tabelle", "Noch einer"), encoding="utf-8")
    panel = _panel(sitting, table)
    sitting.click(panel.take)
    assert sitting.house.store.posts() == posts + 1
    (dialog,) = [item for item in sitting.window.findChildren(MessageDialog) if item.isVisible()]
    sitting.click(sitting.button("Trotzdem einlesen", dialog))
    assert sitting.house.store.posts() == posts + 2
    panel.close()
    sitting.settle()


def _panel(sitting: Sitting, table: Path) -> ImportPanel:
    sitting.menu("import.table")
    panel = next(item for item in sitting.window.findChildren(ImportPanel) if item.isVisible())
    panel.show_file(table)
    sitting.settle()
    return panel


def test_a_plan_that_is_left_while_it_is_backed_up_is_left_in_peace(qapp: QApplication, home: Path) -> None:
    found = Sitting(qapp, home)
    found.open(home / "plan")
    assert found.desktop.place is not None
    found.desktop.place.keep_safe()
    found.close()
    assert list((home / "Sicherungen").glob("*/plan-*.json")) or not list(
        (home / "Sicherungen").glob("*/plan-*")
    )
