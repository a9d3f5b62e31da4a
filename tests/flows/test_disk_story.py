# SPDX-License-Identifier: EUPL-1.2
"""The disk is full, fails, is held by another program, or the file is gone: the window keeps the text and goes on."""

import sqlite3
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QDialog

from kalender.store.plan_file import PlanFile
from kalender.ui.pictures.library.page import LibraryPage
from kalender.ui.shell.frame.topbar import Saving
from kalender.ui.shell.unsaved import PLAN, TYPED
from tests.flows.sitting import Sitting

POST = "Haushalt 2027 kurz erklärt"
MOVED = "Glasfaser: Start in Oberdorf"
OLD_DAY, NEW_DAY = datetime(2026, 12, 10, 14, 0), date(2026, 12, 17)


class Failing:
    """Stands between the plan and SQLite and lets statements of one kind fail as a disk would."""

    def __init__(self, driver: sqlite3.Connection, code: int, name: str, at: str) -> None:
        self._driver, self._code, self._name, self._at = driver, code, name, at

    def execute(self, text: str, *values: Any) -> sqlite3.Cursor:
        if text.startswith(self._at):
            error = sqlite3.OperationalError(self._name)
            error.sqlite_errorcode = self._code
            error.sqlite_errorname = self._name
            raise error
        return self._driver.execute(text, *values)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._driver, name)


class Disk:
    """The disk of an open plan; fail() until mend()."""

    def __init__(self, sitting: Sitting) -> None:
        self._on = sitting.house.store._on
        self._open = self._on._open

    def fail(self, code: int, name: str, at: str = "COMMIT") -> None:
        def opened(*, second_look: bool = False) -> None:
            self._open(second_look=second_look)
            self._spoil(code, name, at)

        setattr(self._on, "_open", opened)  # noqa: B010 - mypy forbids the plain assignment
        self._spoil(code, name, at)

    def _spoil(self, code: int, name: str, at: str) -> None:
        driver = self._on._open_file
        assert driver is not None
        whole: Any = Failing(getattr(driver, "_driver", driver), code, name, at)
        self._on._open_file = whole

    def mend(self) -> None:
        setattr(self._on, "_open", self._open)  # noqa: B010 - mypy forbids the plain assignment
        driver: Any = self._on._open_file
        self._on._open_file = getattr(driver, "_driver", driver)


@pytest.fixture
def disk(sitting: Sitting) -> Disk:
    return Disk(sitting)


FAULTS = [
    pytest.param(sqlite3.SQLITE_FULL, "SQLITE_FULL", "COMMIT", "Der Datenträger ist voll", id="full"),
    pytest.param(sqlite3.SQLITE_IOERR_FSYNC, "SQLITE_IOERR_FSYNC", "COMMIT", "meldet einen Fehler", id="fsync"),
    pytest.param(sqlite3.SQLITE_IOERR_WRITE, "SQLITE_IOERR_WRITE", "INSERT", "meldet einen Fehler", id="write"),
    pytest.param(sqlite3.SQLITE_READONLY, "SQLITE_READONLY", "BEGIN", "lässt sich nur lesen", id="read only"),
]  # fmt: skip


def writing(sitting: Sitting, words: str) -> str:
    """Open the post, write at its beginning, and return the text as it was."""
    before = sitting.post(POST).text
    sitting.search("Haushalt 2027 kurz")
    sitting.editor.column.box.area.setFocus()
    sitting.type(words)
    return before


def state(sitting: Sitting) -> Saving:
    return sitting.window.topbar.saving._state


def notice(sitting: Sitting, key: str = TYPED) -> str:
    return sitting.window.notices.text(key)


@pytest.mark.parametrize(("code", "name", "at", "why"), FAULTS)
def test_what_is_typed_stays_and_is_saved_when_the_disk_takes_it_again(
    sitting: Sitting, disk: Disk, code: int, name: str, at: str, why: str
) -> None:
    disk.fail(code, name, at)
    before = writing(sitting, "Neu: ")
    sitting.until(lambda: sitting.editor.session.trouble)
    assert why in notice(sitting)
    assert "bleibt hier stehen" in notice(sitting)
    assert state(sitting) is Saving.UNSAVED
    assert sitting.editor.column.box.area.text() == f"Neu: {before}"
    sitting.type("und weiter ")
    assert sitting.post(POST).text == before
    disk.mend()
    sitting.until(lambda: not sitting.editor.session.dirty)
    assert sitting.post(POST).text == f"Neu: und weiter {before}"
    assert notice(sitting) == ""
    assert state(sitting) is Saving.SAVED
    sitting.undo()
    assert sitting.post(POST).text == before
    assert sitting.house.store.verify().ok


def test_the_pauses_between_attempts_grow_up_to_a_limit(sitting: Sitting, disk: Disk) -> None:
    disk.fail(sqlite3.SQLITE_FULL, "SQLITE_FULL")
    writing(sitting, "Neu: ")
    session = sitting.editor.session
    waits = []
    for _ in range(8):
        session.flush()
        waits.append(session._timer.interval())
    disk.mend()
    assert waits == [500, 1000, 2000, 4000, 8000, 10_000, 10_000, 10_000]
    assert session.flush()


@pytest.mark.parametrize("lock", ["BEGIN IMMEDIATE", "BEGIN EXCLUSIVE"])
def test_a_file_that_another_program_holds_never_stops_the_window(sitting: Sitting, lock: str) -> None:
    before = sitting.post(POST).text
    sitting.search("Haushalt 2027 kurz")
    sitting.editor.column.box.area.setFocus()
    scanner = sqlite3.connect(sitting.house.folder / "plan.kalender", isolation_level=None)
    scanner.execute(lock)
    sitting.type("Neu: ")
    sitting.editor.check()
    sitting.until(lambda: sitting.editor.session.trouble)
    assert "hält den Plan gerade fest" in notice(sitting)
    assert sitting.editor.column.box.area.text() == f"Neu: {before}"
    assert sitting.editor.session.dirty
    scanner.execute("ROLLBACK")
    scanner.close()
    sitting.until(lambda: not sitting.editor.session.dirty)
    assert sitting.post(POST).text == f"Neu: {before}"
    assert notice(sitting) == ""


def test_the_window_waits_a_blink_for_another_program_and_a_command_longer(sitting: Sitting) -> None:
    assert sitting.house.store._on.sql("PRAGMA busy_timeout") == [(50,)]
    alone = PlanFile.open(sitting.home / "plan", formats={}, platforms={}, read_only=True)
    assert alone._on.sql("PRAGMA busy_timeout") == [(5000,)]
    alone.close()


def test_a_card_that_cannot_be_moved_goes_back_and_says_why(sitting: Sitting, disk: Disk) -> None:
    disk.fail(sqlite3.SQLITE_FULL, "SQLITE_FULL")
    sitting.drag_to_day(MOVED, NEW_DAY)
    assert "Der Datenträger ist voll" in sitting.said
    assert sitting.planned(MOVED) == OLD_DAY
    month = sitting.calendar.month
    assert month.visualRect(sitting.calendar.model.index_of_day(OLD_DAY.date())).contains(
        sitting.on_card(MOVED)
    )
    disk.mend()
    sitting.drag_to_day(MOVED, NEW_DAY)
    assert sitting.planned(MOVED) == datetime(2026, 12, 17, 14, 0)


def test_nothing_is_given_to_review_without_the_text_that_is_not_saved(sitting: Sitting, disk: Disk) -> None:
    disk.fail(sqlite3.SQLITE_FULL, "SQLITE_FULL")
    writing(sitting, "Neu: ")
    stage = sitting.editor.stage()
    session = sitting.editor.session
    assert not session.do(lambda: sitting.house.posts.delete([session.id]))
    assert "Der Datenträger ist voll" in sitting.said
    disk.mend()
    assert session.flush()
    assert sitting.editor.stage() is stage
    assert sitting.card(POST).id == session.id


def vanish(sitting: Sitting, home: Path) -> Path:
    gone = home / "weg"
    (home / "plan" / "plan.kalender").rename(gone)
    return gone


def test_a_file_that_was_moved_away_and_put_back_is_written_to_again(sitting: Sitting, home: Path) -> None:
    gone = vanish(sitting, home)
    before = writing(sitting, "Neu: ")
    sitting.until(lambda: sitting.editor.session.trouble)
    assert "nicht mehr an ihrem Ort" in notice(sitting, PLAN)
    assert state(sitting) is Saving.FAILED
    gone.rename(home / "plan" / "plan.kalender")
    sitting.until(lambda: not sitting.editor.session.dirty)
    assert sitting.post(POST).text == f"Neu: {before}"
    assert notice(sitting, PLAN) == notice(sitting) == ""


def test_a_plan_whose_file_is_gone_is_saved_elsewhere_with_text_and_pictures(
    sitting: Sitting, home: Path
) -> None:
    pictures = sitting.house.pictures.all()
    vanish(sitting, home)
    before = writing(sitting, "Neu: ")
    sitting.until(lambda: sitting.editor.session.trouble)
    sitting.desktop.save_elsewhere(home)
    sitting.settle()
    assert sitting.house.folder == home / "plan (2)"
    assert sitting.front == "editor"
    assert sitting.post(POST).text == f"Neu: {before}"
    assert not sitting.editor.session.dirty
    shelf = sitting.house.pictures.shelf
    assert all(shelf.verify(item.sha256, item.suffix) for item in pictures)
    assert sitting.house.store.verify().ok
    assert not (home / "plan" / "plan.kalender").exists()
    sitting.undo()
    assert sitting.post(POST).text == before


def test_another_file_in_the_place_of_the_plan_is_not_touched(sitting: Sitting, home: Path) -> None:
    file = home / "plan" / "plan.kalender"
    gone = vanish(sitting, home)
    file.write_bytes(gone.read_bytes())
    other = file.read_bytes()
    writing(sitting, "Neu: ")
    sitting.until(lambda: sitting.editor.session.trouble)
    assert "durch eine andere ersetzt" in notice(sitting, PLAN)
    assert "noch nicht gespeichert" in notice(sitting)
    assert file.read_bytes() == other
    sitting.editor.session.forget()


def test_a_text_that_cannot_be_saved_is_kept_in_a_file(sitting: Sitting, disk: Disk, home: Path) -> None:
    disk.fail(sqlite3.SQLITE_FULL, "SQLITE_FULL")
    before = writing(sitting, "Neu: ")
    sitting.until(lambda: sitting.editor.session.trouble)
    sitting.click(sitting.button("Text in eine Datei sichern …"))
    sitting.choose_file(home / "Notiz.txt")
    kept = (home / "Notiz.txt").read_text(encoding="utf-8")
    assert kept.startswith(f"Beitrag „{POST}“, nicht gespeichert, ")
    assert f"Text, Basistext:\nNeu: {before}" in kept
    assert "Notiz.txt" in sitting.said
    disk.mend()
    assert sitting.editor.session.flush()


def test_the_window_does_not_close_over_a_text_that_is_not_saved(
    sitting: Sitting, disk: Disk, home: Path
) -> None:
    disk.fail(sqlite3.SQLITE_FULL, "SQLITE_FULL")
    writing(sitting, "Neu: ")
    sitting.window.close()
    sitting.settle()
    assert sitting.window.isVisible()
    question = next(item for item in sitting.window.findChildren(QDialog) if item.isVisible())
    sitting.click(sitting.button("Abbrechen", question))
    assert sitting.window.isVisible()
    assert sitting.editor.session.dirty
    sitting.window.close()
    sitting.settle()
    question = next(item for item in sitting.window.findChildren(QDialog) if item.isVisible())
    sitting.click(sitting.button("Text in eine Datei sichern …", question))
    sitting.choose_file(home / "Notiz.txt")
    assert (home / "Notiz.txt").read_text(encoding="utf-8").count("Neu: ") == 1
    assert not sitting.window.isVisible()
    disk.mend()


def library(sitting: Sitting) -> LibraryPage:
    page = sitting.window.show_page("pictures")
    assert isinstance(page, LibraryPage)
    sitting.settle()
    return page


def test_what_is_typed_about_a_picture_stays_too_and_comes_along_to_another_place(
    sitting: Sitting, disk: Disk, home: Path
) -> None:
    page = library(sitting)
    first, second = sitting.house.pictures.all()[:2]
    page.gallery.choose([first.id])
    disk.fail(sqlite3.SQLITE_FULL, "SQLITE_FULL")
    page._type("credit", "Foto: Unbekannt")
    assert not page.flush()
    assert "Der Datenträger ist voll" in notice(sitting)
    page.gallery.choose([second.id])
    page.gallery.choose([first.id])
    assert page.describing.over(first).credit == "Foto: Unbekannt"
    assert "Foto: Unbekannt" in sitting.desktop.place.visits.kept_text()  # type: ignore[union-attr]  # a plan is open
    disk.mend()
    sitting.until(lambda: not page.describing.unsaved)
    assert sitting.house.pictures.get(first.id).credit == "Foto: Unbekannt"
    assert notice(sitting) == ""
    vanish(sitting, home)
    page._type("credit", "Foto: Stadt")
    assert not page.flush()
    sitting.desktop.save_elsewhere(home)
    sitting.settle()
    assert sitting.house.pictures.get(first.id).credit == "Foto: Stadt"


def test_a_comment_that_is_not_taken_stays_in_its_field(sitting: Sitting, disk: Disk) -> None:
    sitting.search("Haushalt 2027 kurz")
    disk.fail(sqlite3.SQLITE_FULL, "SQLITE_FULL")
    comments = sitting.editor.comments
    comments.entry.setText("Bitte noch die Zahl prüfen.")
    comments._send()
    assert "Der Datenträger ist voll" in sitting.said
    assert comments.entry.text() == "Bitte noch die Zahl prüfen."
    disk.mend()
    comments._send()
    assert sitting.post(POST).comments[-1].text == "Bitte noch die Zahl prüfen."
    assert comments.entry.text() == ""


def cut(sitting: Sitting) -> None:
    """Open the cropper of the post with a picture and move the focus point of it."""
    sitting.search("Vorlesen in der")
    sitting.click(sitting.editor.column.album.crop)
    at = sitting.cropper.canvas.view.to_screen(120, 400)
    sitting.click(sitting.cropper.canvas, QPoint(round(at[0]), round(at[1])))


def test_a_crop_that_is_not_taken_is_remembered_and_saved_when_the_disk_takes_it_again(
    sitting: Sitting, disk: Disk
) -> None:
    disk.fail(sqlite3.SQLITE_FULL, "SQLITE_FULL")
    cut(sitting)
    page = sitting.cropper
    draft = page.draft
    assert draft is not None
    picture = draft.picture(page.attachment).id
    before = sitting.house.pictures.get(picture).focus
    sitting.window.show_page("calendar")
    sitting.settle()
    assert "Der Datenträger ist voll" in notice(sitting)
    assert "Zuschnitt" in notice(sitting)
    assert state(sitting) is Saving.UNSAVED
    assert sitting.house.pictures.get(picture).focus == before
    sitting.search("Vorlesen in der")
    sitting.click(sitting.editor.column.album.crop)
    again = page.draft
    assert again is not None
    assert abs(again.picture(page.attachment).focus.x - 120) <= 3
    sitting.window.show_page("calendar")
    sitting.settle()
    assert "nicht gespeichert" in sitting.desktop.place.visits.kept_text()  # type: ignore[union-attr]  # a plan is open
    disk.mend()
    sitting.until(lambda: not page.kept.waiting)
    assert abs(sitting.house.pictures.get(picture).focus.x - 120) <= 3
    assert notice(sitting) == ""
    sitting.undo()
    assert sitting.house.pictures.get(picture).focus == before


def test_the_window_does_not_close_over_a_crop_that_is_not_saved(sitting: Sitting, disk: Disk) -> None:
    disk.fail(sqlite3.SQLITE_FULL, "SQLITE_FULL")
    cut(sitting)
    sitting.window.close()
    sitting.settle()
    assert sitting.window.isVisible()
    question = next(item for item in sitting.window.findChildren(QDialog) if item.isVisible())
    sitting.click(sitting.button("Ohne Speichern schließen", question))
    assert not sitting.window.isVisible()
    assert not sitting.cropper.kept.waiting
    disk.mend()
