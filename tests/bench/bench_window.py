# SPDX-License-Identifier: EUPL-1.2
"""What the real window costs with 10,000 posts: months, lists, typing, searching, one edit.

python -m tests.bench.bench_window [posts]
"""

import os
import random
import shutil
import sys
import tempfile
import time
from datetime import date
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView, QApplication, QTextEdit, QWidget

from kalender.app.desktop import Desktop
from kalender.app.paths import Paths
from kalender.app.window import settled
from kalender.domain.days.month import shifted
from kalender.ui.calendar.toolbar import LIST, MONTH
from tests.bench.bench_store import WORDS, sentence
from tests.bench.big_plan import written
from tests.bench.frames import Frames, put

LETTERS = 2000


class Bench:
    """An open window and what is done with it."""

    def __init__(self, application: QApplication, desktop: Desktop) -> None:
        self.application = application
        self.chance = random.Random(2)
        assert desktop.place is not None
        assert desktop.house is not None
        self.house, self.place = desktop.house, desktop.place
        self.window = self.place.window
        self.settle()
        settled()
        assert self.place.visits.calendar is not None
        self.calendar = self.place.visits.calendar

    def settle(self, rounds: int = 20) -> None:
        """Let the window do what waits."""
        for _ in range(rounds):
            self.application.processEvents()
            time.sleep(0.005)

    def months(self) -> None:
        """Print what going from month to month costs: read, laid out and painted in one frame, and what follows it.

        At leisure: as a person turns pages, with time between. Key held: as fast as a held key repeats.
        Jumps: to months far from the one before, of which nothing can be ready.
        """
        steps = [shifted(date(2026, 12, 1), step) for step in range(-28, 24)]
        far = [*steps]
        self.chance.shuffle(far)
        self._turn("month switch at leisure", steps, pause=0.3)
        self._turn("month switch, back again", steps[::-1], pause=0.3)
        self._turn("month switch, key held", steps, pause=0.033)
        self._turn("month switch, jumps", far, pause=0.3)
        self.calendar.ahead.finish()
        view = self.calendar.month.viewport()
        Frames("month painted again").again(view.repaint, 60).tell()

    def _turn(self, what: str, months: list[date], *, pause: float) -> None:
        self.calendar.go_to(shifted(months[0], -1))
        self.settle()
        switches, after = Frames(what), Frames("   each frame after it")
        for month in months:
            with switches.frame():
                self.calendar.go_to(month)
                self.calendar.month.viewport().repaint()
            passed = 0.0  # as on a machine that nobody else uses
            while passed < pause * 1000:
                with after.frame():
                    self.application.processEvents()
                time.sleep(0.001)
                passed += after.cpu[-1] + 1
        after.only_over(0.1)
        switches.tell()
        after.tell()

    def scrolling(self) -> None:
        """Print what a step of the wheel costs in the list of the calendar and on the board."""
        self.calendar.go_to(date(2026, 12, 1))
        self.calendar.show_view(LIST)
        self.settle()
        self._scroll(self.calendar.grid(), "list scrolled")
        self.calendar.show_view(MONTH)
        self.window.show_page("board")
        self.settle()
        columns = [
            item
            for item in self.window.pages.page("board").findChildren(QAbstractItemView)
            if item.isVisible() and item.verticalScrollBar().maximum() > 0
        ]
        fullest = max(columns, key=lambda item: item.verticalScrollBar().maximum())
        self._scroll(fullest, "board scrolled")
        self.window.show_page("calendar")

    def _scroll(self, view: QAbstractItemView, what: str) -> None:
        bar = view.verticalScrollBar()

        def step() -> None:
            bar.setValue(bar.value() + 53 if bar.value() < bar.maximum() else 0)
            view.viewport().repaint()

        Frames(what).again(step, 120).tell()

    def typing(self) -> None:
        """Print what a letter costs in a text of 2,000, until it is painted."""
        post = self.house.posts.cards_between(date(2026, 12, 1), date(2026, 12, 31))[0].id
        words = ""
        while len(words) < LETTERS:
            words += sentence(self.chance, 9) + " "
        self.house.editing.set_text(post, words[:LETTERS])
        self.place.visits.open_post(post)
        self.settle()
        areas = [item for item in self.window.findChildren(QTextEdit) if item.isVisible()]
        area = max(areas, key=lambda item: len(item.toPlainText()))
        assert len(area.toPlainText()) >= LETTERS - 1
        area.setFocus()

        def letter() -> None:
            QTest.keyClick(area, Qt.Key.Key_A)
            self.application.processEvents()

        Frames(f"letter typed in {LETTERS:,} letters").again(letter, 200).tell()
        self.place.visits.leave()
        self.window.go_back()
        self.settle()

    def searching(self) -> None:
        """Print what each further letter costs in the search field, until the results are painted."""
        field, search = self.window.field, self.window.search
        frames = Frames("search as you type, painted", 50)
        for _ in range(25):
            field.setFocus()
            word = self.chance.choice(WORDS)
            for end in range(1, len(word) + 1):
                field.setText(word[:end])
                field.typed.emit(word[:end])
                with frames.frame():
                    search.run()
                    _repaint(search)
            search.leave()
            self.settle(1)
        frames.tell()

    def editing(self) -> None:
        """Print what one edit costs until the window shows it."""
        shown = [card.id for card in self.house.posts.cards_between(date(2026, 12, 1), date(2026, 12, 31))]
        view = self.calendar.month.viewport()
        self.calendar.go_to(date(2026, 12, 1))
        self.settle()
        commits, paints = Frames("edit committed, all pages told", 20), Frames("edit painted")
        for number in range(100):
            post = self.chance.choice(shown)
            with commits.frame():
                self.house.posts.rename(post, f"Neuer Titel {number}")
            with paints.frame():
                view.repaint()
            self.settle(1)
        commits.tell()
        paints.tell()


def _repaint(widget: QWidget) -> None:
    for view in widget.findChildren(QAbstractItemView):
        view.viewport().repaint()


def main(posts: int = 10_000) -> None:
    """Print all figures."""
    folder = Path(tempfile.mkdtemp(prefix="kalender-bench-"))
    application = QApplication.instance() or QApplication([])
    assert isinstance(application, QApplication)
    places = Paths(
        config=folder / "config", cache=folder / "cache", logs=folder / "logs", documents=folder / "plans"
    )
    desktop = Desktop(application, places)
    try:
        assert desktop.open(written(folder / "plan", posts, places.thumbnails))
        bench = Bench(application, desktop)
        put(f"the window of 1440 x 900 px with {posts} posts over five years")
        bench.months()
        bench.scrolling()
        bench.searching()
        bench.editing()
        bench.typing()
    finally:
        desktop.close()
        shutil.rmtree(folder, ignore_errors=True)


if __name__ == "__main__":
    main(*(int(argument) for argument in sys.argv[1:]))
