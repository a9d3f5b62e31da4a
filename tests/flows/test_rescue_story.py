# SPDX-License-Identifier: EUPL-1.2
"""A plan that cannot be opened normally: the ways out by mouse and by keys, and windows that only read."""

import hashlib
import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QPlainTextEdit, QTextEdit

from kalender.app.house import open_house
from kalender.jobs.pool import InlineWorker
from kalender.services.clock import FixedClock
from kalender.services.rescue.inspection import Trouble
from kalender.store import place
from kalender.ui.rescue.choices import Way
from kalender.ui.rescue.window import RescueWindow
from kalender.ui.shell.reading import NOTICE
from tests.flows.sitting import WAIT, Sitting
from tests.ui.room import NOW, a_house, a_photo, a_post_with_pictures

Sit = Callable[[], Sitting]


@pytest.fixture
def sit(qapp: QApplication, tmp_path: Path) -> Iterator[Sit]:
    """Makes sittings of one user, one after the other; the last is closed at the end."""
    sittings: list[Sitting] = []

    def close() -> None:
        if sittings:
            sittings.pop().close()

    def another() -> Sitting:
        close()
        sittings.append(Sitting(qapp, tmp_path / "home", clock=FixedClock(NOW)))
        return sittings[0]

    yield another
    close()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A closed plan of three posts and two pictures."""
    (tmp_path / "amt").mkdir()
    house = a_house(tmp_path / "amt")
    a_post_with_pictures(house, [a_photo(tmp_path, "eins.jpg"), a_photo(tmp_path, "zwei.jpg")])
    house.posts.create("Weihnachtsmarkt", planned=datetime(2026, 12, 4, 17, 0), text="Er ist eröffnet.")
    house.posts.create("Glasfaser", text="In Oberdorf geht es los.")
    house.close()
    return tmp_path / "amt" / "plan"


def spoil(folder: Path) -> bytes:
    """Destroy the head of a plan file; return its bytes."""
    file = folder / place.PLAN
    file.write_bytes(b"\xff" * 60 + file.read_bytes()[60:])
    return file.read_bytes()


@contextmanager
def the_same(*folders: Path) -> Iterator[None]:
    """See that no file in some folders changes."""

    def state() -> dict[str, str]:
        return {
            str(path): hashlib.sha256(path.read_bytes()).hexdigest()
            for folder in folders
            for path in folder.rglob("*")
            if path.is_file() and path.name != place.LOCK
        }

    before = state()
    yield
    assert state() == before


def rescue_window(sitting: Sitting) -> RescueWindow:
    """Return the rescue window once it has looked into the plan."""
    found = sitting.desktop.troubled.window
    assert found is not None
    found.activateWindow()
    assert QTest.qWaitForWindowActive(found, WAIT)
    sitting.settle()
    sitting.until(lambda: found.ways is not None)
    return found


def press(sitting: Sitting, way: Way) -> None:
    """Click on a way out."""
    ways = rescue_window(sitting).ways
    assert ways is not None
    sitting.click(ways.buttons[way])


def titles(sitting: Sitting) -> set[str]:
    posts = sitting.house.posts
    every = [*posts.cards_between(datetime(2020, 1, 1).date(), datetime(2030, 1, 1).date()), *posts.backlog()]
    return {card.title for card in every}


TITLES = {"Vorlesen in der Bücherei", "Weihnachtsmarkt", "Glasfaser"}


def test_what_can_be_read_of_a_damaged_plan_is_saved_and_opened_by_mouse(sit: Sit, folder: Path) -> None:
    spoil(folder)
    sitting = sit()
    with the_same(folder):
        sitting.desktop.start(folder)
        press(sitting, Way.SALVAGE)
        window = sitting.desktop.troubled.window
        assert window is not None
        assert window.title.text() == "Gerettet"
        sitting.click(window.open_)
        sitting.show()
    assert sitting.house.folder.parent == folder.parent
    assert "gerettet" in sitting.house.folder.name
    assert titles(sitting) == TITLES
    assert sitting.house.store.verify().problems == ()
    assert sitting.desktop.troubled.window is None


def test_the_same_by_keys_and_the_saved_plan_takes_the_place(sit: Sit, folder: Path) -> None:
    damaged = spoil(folder)
    sitting = sit()
    sitting.desktop.start(folder)
    window = rescue_window(sitting)
    focus = QApplication.focusWidget()
    assert window.ways is not None
    assert focus is window.ways.buttons[Way.SALVAGE], "the way that is proposed has the keys"
    sitting.key(Qt.Key.Key_Space)
    sitting.until(lambda: window.title.text() == "Gerettet")
    sitting.key(Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is window.replace
    sitting.key(Qt.Key.Key_Space)
    sitting.show()
    assert sitting.house.folder == folder
    assert titles(sitting) == TITLES
    kept = [path for path in folder.glob("*.kalender") if path.name != place.PLAN]
    assert [path.read_bytes() for path in kept] == [damaged]


def test_a_damaged_last_plan_shows_its_ways_out_at_the_start_and_another_can_be_opened(
    sit: Sit, folder: Path, tmp_path: Path
) -> None:
    sitting = sit()
    sitting.open(folder)
    again = sit()
    shutil.copytree(folder, tmp_path / "anderer")
    spoil(folder)
    again.desktop.start(None)
    window = rescue_window(again)
    assert window.trouble is Trouble.DAMAGED, "its head is gone, but what follows is a plan"
    assert again.desktop.open(tmp_path / "anderer")
    again.show()
    assert again.desktop.troubled.window is None


def test_a_plan_moves_out_of_a_synchronised_folder_with_one_click(
    sit: Sit, folder: Path, tmp_path: Path
) -> None:
    cloud = tmp_path / "Nextcloud" / "Redaktion"
    shutil.copytree(folder, cloud)
    sitting = sit()
    with the_same(folder):
        sitting.desktop.start(cloud)
        press(sitting, Way.MOVE)
        sitting.show()
    assert sitting.house.folder == sitting.desktop.places.documents / "Redaktion"
    assert titles(sitting) == TITLES
    assert (cloud / place.PLAN).read_bytes() == (folder / place.PLAN).read_bytes()
    assert str(sitting.house.folder) in (cloud / "LIESMICH.txt").read_text(encoding="utf-8")
    later = sit()
    later.desktop.start(cloud)
    press(later, Way.GO_THERE)
    later.show()
    assert later.house.folder == later.desktop.places.documents / "Redaktion"


def look_only(sitting: Sitting) -> str:
    """See that nothing can be changed in the window; return the line that says so."""
    assert sitting.house.store.read_only
    for key in ("post.new", "post.idea", "undo", "import.pictures"):
        assert not sitting.window.actions_[key].isEnabled(), key
    card = sitting.card("Weihnachtsmarkt")
    sitting.window.post_opened.emit(card.id)
    sitting.settle()
    assert sitting.front == "editor"
    texts, plain, lines = (
        sitting.editor.findChildren(kind) for kind in (QTextEdit, QPlainTextEdit, QLineEdit)
    )
    for field in (*texts, *plain, *lines):
        assert field.property("readOnly"), field.accessibleName()
    area = sitting.editor.column.box.area
    before = area.toPlainText()
    area.setFocus()
    sitting.type("Das darf nicht verloren gehen")
    assert area.toPlainText() == before
    return sitting.window.notices.text(NOTICE)


def test_a_plan_in_a_synchronised_folder_can_be_looked_at(sit: Sit, folder: Path, tmp_path: Path) -> None:
    cloud = tmp_path / "Dropbox" / "Redaktion"
    shutil.copytree(folder, cloud)
    sitting = sit()
    with the_same(cloud):
        sitting.desktop.start(cloud)
        press(sitting, Way.LOOK)
        sitting.show()
        assert titles(sitting) == TITLES
        assert "Sie sehen sich den Plan an" in look_only(sitting)
        sitting.to_page(2)
        sitting.drag_to_day("Weihnachtsmarkt", datetime(2026, 12, 9).date())
        assert "lässt sich nur lesen" in sitting.said
        assert sitting.planned("Weihnachtsmarkt") == datetime(2026, 12, 4, 17, 0)


def test_a_plan_that_takes_no_write_opens_to_be_read_and_a_copy_to_be_written(sit: Sit, folder: Path) -> None:
    (folder / place.LOCK).unlink()
    (folder / place.LOCK).mkdir()  # nobody can take the right to write: as on a disc
    sitting = sit()
    with the_same(folder):
        sitting.desktop.start(folder)
        sitting.show()
        assert "nichts geschrieben werden" in look_only(sitting)
        sitting.click(sitting.button("Kopie zum Bearbeiten öffnen"))
        sitting.show()
    assert sitting.house.folder == sitting.desktop.places.documents / "plan"
    assert not sitting.house.store.read_only
    assert sitting.window.notices.text(NOTICE) == ""


def test_a_plan_of_a_newer_program_opens_to_be_read(sit: Sit, folder: Path) -> None:
    file = folder / place.PLAN
    whole = file.read_bytes()
    file.write_bytes(whole[:60] + (99).to_bytes(4, "big") + whole[64:])
    sitting = sit()
    with the_same(folder):
        sitting.desktop.start(folder)
        sitting.show()
        assert titles(sitting) == TITLES
        assert "neueren Fassung" in look_only(sitting)


def test_a_plan_that_another_program_writes_to_can_be_looked_at_until_it_is_free(
    sit: Sit, folder: Path
) -> None:
    other = open_house(folder, worker=InlineWorker())
    sitting = sit()
    sitting.desktop.start(folder)
    assert rescue_window(sitting).trouble is Trouble.IN_USE
    press(sitting, Way.LOOK)
    sitting.show()
    assert sitting.house.store.read_only
    other.close()
    sitting.click(sitting.button("Zum Bearbeiten öffnen"))
    sitting.show()
    assert not sitting.house.store.read_only


def test_a_check_that_finds_the_history_damaged_leads_to_the_rescue(sit: Sit, folder: Path) -> None:
    sitting = sit()
    sitting.desktop.start(folder)
    sitting.show()
    with closing(sqlite3.connect(folder / place.PLAN)) as on:
        on.execute("UPDATE changeset SET at = '2026-12-24T18:00' WHERE seq = 2")
        on.commit()
    sitting.menu("tools.verify")
    sitting.until(
        lambda: any(item.text() == "Retten …" for item in sitting.window.findChildren(QAbstractButton))
    )
    sitting.click(sitting.button("Retten …"))
    window = rescue_window(sitting)
    assert sitting.desktop.place is None
    assert window.seen is not None
    assert window.seen.found is not None
    assert [item.number for item in window.seen.found.lost] == [2]
    press(sitting, Way.SALVAGE)
    sitting.until(lambda: window.title.text() == "Gerettet")
    sitting.click(window.open_)
    sitting.show()
    assert titles(sitting) == TITLES
