# SPDX-License-Identifier: EUPL-1.2
"""The rescue screen: names for everything, a way back from work that is stopped or fails, nothing after its end."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from kalender.domain.refusal import RefusalKind, Refused
from kalender.jobs.jobs import Cancelled, Job
from kalender.services.rescue.inspection import Inspection, Trouble
from kalender.ui.rescue.choices import Way
from kalender.ui.rescue.window import RescueWindow
from kalender.ui.theme.theme import Theme
from kalender.wording.rescue.screen import heading
from tests.ui.rescue.test_choices import a_backup, found

SEEN = Inspection(
    folder=Path("/plaene/Lindenbrunn"),
    trouble=Trouble.DAMAGED,
    size=4096,
    expected=9000,
    found=found(taken=100, lost=3, posts=40),
    pictures=3,
    spoilt=("a" * 64 + ".jpg",),
    backups=(a_backup(90), a_backup(80)),
)


class ByHand(QObject):
    """Jobs that go on when the test says so."""

    def __init__(self) -> None:
        super().__init__()
        self.waiting: list[tuple[Job, Any, Any, Any, Any]] = []
        self.progressed = _Heard()

    def run(self, label: str, work: Any, *, done: Any, failed: Any, cancelled: Any) -> Job:
        job = Job(id=len(self.waiting), label=label)
        self.waiting.append((job, work, done, failed, cancelled))
        return job

    def go_on(self) -> None:
        job, work, done, failed, cancelled = self.waiting.pop()
        try:
            job.report(0, 0)
            result = work(job)
        except Cancelled:
            cancelled()
        except Refused as refusal:
            failed(refusal)
        else:
            done(result)


class _Heard:
    def __init__(self) -> None:
        self.hear: Callable[[Job], None] = lambda _job: None

    def connect(self, hear: Callable[[Job], None]) -> None:
        self.hear = hear


class Verbs:
    """Finds out what the test says."""

    def __init__(self, seen: Inspection) -> None:
        self.seen = seen
        self.places: list[Path] = []

    def inspect(self, *_args: object) -> Inspection:
        return self.seen

    def also_at(self, place: Path) -> None:
        self.places.append(place)

    def salvage(self, *_args: object) -> Any:
        raise Refused(RefusalKind.DISK_FULL)

    def restore(self, *_args: object) -> None:
        return None

    take_place = move = salvage


Made = tuple[RescueWindow, ByHand]


def a_window(qtbot: QtBot, theme: Theme, seen: Inspection = SEEN, **facts: Any) -> Made:
    jobs = ByHand()
    window = RescueWindow(theme, Verbs(seen), jobs, seen.folder, seen.trouble, **facts)  # type: ignore[arg-type]  # jobs by hand
    qtbot.addWidget(window)
    window.show()
    return window, jobs


@pytest.mark.parametrize("trouble", list(Trouble))
def test_everything_that_takes_the_keys_has_a_name(qtbot: QtBot, theme: Theme, trouble: Trouble) -> None:
    seen = Inspection(folder=SEEN.folder, trouble=trouble, found=SEEN.found, backups=SEEN.backups)
    window, jobs = a_window(qtbot, theme, seen)
    for _ in range(2):
        for widget in window.findChildren(QWidget):
            if widget.focusPolicy() != Qt.FocusPolicy.NoFocus and not isinstance(widget, QScrollArea):
                assert widget.accessibleName(), widget
        jobs.go_on() if jobs.waiting else None
    assert window.title.text() == heading(trouble, SEEN.folder)


def test_work_that_is_stopped_shows_the_ways_out_again(qtbot: QtBot, theme: Theme) -> None:
    stopped = []
    window, jobs = a_window(qtbot, theme, stop=lambda: stopped.append("the child"))
    assert window.working is not None
    QTest.mouseClick(window.working.stop, Qt.MouseButton.LeftButton)
    jobs.go_on()
    assert stopped == ["the child"]
    assert window.ways is not None
    assert Way.OTHER in window.ways.buttons


def test_progress_is_shown_of_this_work_only(qtbot: QtBot, theme: Theme) -> None:
    window, jobs = a_window(qtbot, theme)
    assert window.working is not None
    mine = jobs.waiting[0][0]
    mine.done, mine.total = 3, 12
    jobs.progressed.hear(mine)
    assert window.working.far.text() == "3 von 12"
    jobs.progressed.hear(Job(id=9, label="other", done=1, total=2))
    assert window.working.far.text() == "3 von 12"


def test_work_that_fails_says_why_and_leaves_the_ways_out(qtbot: QtBot, theme: Theme) -> None:
    window, jobs = a_window(qtbot, theme)
    jobs.go_on()
    assert window.ways is not None
    QTest.mouseClick(window.ways.buttons[Way.SALVAGE], Qt.MouseButton.LeftButton)
    jobs.go_on()
    assert window.banner is not None
    assert "Der Datenträger ist voll" in window.banner.accessibleName()
    assert window.ways is not None
    assert Way.SALVAGE in window.ways.buttons


def test_any_backup_of_the_list_can_be_brought_back(qtbot: QtBot, theme: Theme) -> None:
    window, jobs = a_window(qtbot, theme)
    jobs.go_on()
    assert window.backups is not None
    assert len(window.backups.buttons) == 2
    opened: list[Path] = []
    window.open_wanted.connect(opened.append)
    QTest.mouseClick(window.backups.buttons[1], Qt.MouseButton.LeftButton)
    jobs.go_on()
    assert opened == [SEEN.folder]


def test_a_window_that_was_closed_hears_of_nothing(qtbot: QtBot, theme: Theme) -> None:
    window, jobs = a_window(qtbot, theme)
    opened: list[object] = []
    window.open_wanted.connect(opened.append)
    window.close()
    jobs.go_on()
    assert window.ways is None
    assert opened == []


def test_the_details_are_folded_until_someone_wants_them(qtbot: QtBot, theme: Theme) -> None:
    window, jobs = a_window(qtbot, theme)
    jobs.go_on()
    fold = next(item for item in window.findChildren(QAbstractButton) if item.text() == "Zeigen")
    QTest.mouseClick(fold, Qt.MouseButton.LeftButton)
    assert fold.text() == "Verbergen"
