# SPDX-License-Identifier: EUPL-1.2
"""What turning, scrolling, changing and carrying in the calendar costs, beside as many plain rectangles and texts.

A frame is all between key and painted view: reading, widgets, painting. Its painting alone is compared with painting as
many rectangles and texts as it has itself (counted in an SVG of it, and for what was painted before by what it shows).

python -m tests.bench.bench_views [posts [years]]

A month holds as much in a plan of any size: 10,000 posts lie in five years, 100,000 in fifty. With years said, they lie in
these: 100,000 in five are 1,700 in every month, 55 on a day.
"""

import os
import random
import re
import shutil
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterable
from datetime import date, timedelta
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QBuffer, QEvent, QObject, QPoint, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPixmap, QRegion
from PySide6.QtSvg import QSvgGenerator
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView, QApplication, QWidget

from kalender.app.desktop import Desktop
from kalender.app.paths import Paths
from kalender.app.window import settled
from kalender.domain.days.month import shifted
from kalender.ui.calendar.grid.view import PostGrid
from kalender.ui.calendar.page import CalendarPage
from kalender.ui.calendar.toolbar import LIST, MONTH, WEEK
from tests.bench.big_plan import written, years
from tests.bench.frames import Frames, put

MONTHS = [shifted(date(2026, 12, 1), step) for step in range(-28, 24)]
WEEKS = [date(2026, 12, 7) + timedelta(weeks=number) for number in range(-60, 60)]
FILTERED = 50.0
"""Milliseconds a change of the filter may take until its posts are painted."""

AWAY = date(2090, 1, 1)
"""A month without a post, far from all others: turning from there nothing can be ready."""

FACE = 60
"""Pixels: a picture wider than this is a card or row painted before; else a symbol."""

CARD, ROW = (1, 2), (5, 5)
"""Shapes and texts of such a card (ground; time, title) and row (ground, line, chip, its symbol, a channel; time, stage, title,
topic, person) at least."""


class Bench:
    """The calendar of an open window."""

    def __init__(
        self, application: QApplication, page: CalendarPage, plain: Callable[[int, int], None]
    ) -> None:
        self.application = application
        self.page = page
        self.chance = random.Random(4)
        self._plain = plain
        self._painting = Frames("", None)

    def all(self) -> None:
        """Print all figures."""
        self._turn("month switch", MONTHS, ready=True)
        self._turn("far jump", self.chance.sample(MONTHS, len(MONTHS)), ready=False)
        self._carry()
        self._filter("filter change, month")
        self._show(WEEK)
        self._turn("week switch", WEEKS, ready=True)
        self._turn("far jump of weeks", self.chance.sample(WEEKS, len(WEEKS)), ready=False)
        self._scroll(WEEK, "week scrolled")
        self._carry()
        self._scroll(LIST, "list scrolled")
        self._views()

    def _grid(self) -> QAbstractItemView:
        view: QAbstractItemView = self.page.grid()
        return view

    def _paint(self) -> None:
        with self._painting.frame():
            self._grid().viewport().repaint()

    def _rest(self, *, ready: bool) -> None:
        """Do what waits; ready: all that is made ready while nobody does anything, too."""
        for _round in range(3):
            self.application.processEvents()
        self.page.settle()
        if ready:
            self.page.ahead.finish()
        self.page.ahead.rest()

    def _painted(self) -> int:
        """Return how many cards are painted."""
        view, model, area = self.page.grid(), self.page.model, self._grid().viewport().rect()
        posts = (at for at, row in enumerate(model.rows()) if row.card is not None)
        hidden = getattr(view, "visible", lambda at: not view.isRowHidden(at))
        return sum(hidden(at) and view.visualRect(model.index(at)).intersects(area) for at in posts)

    def _tell(self, frames: Frames, posts: int, also: Iterable[QWidget] = ()) -> None:
        """Print figures, those of the painting beside those of painting plainly as often. also: painted in the same frame."""
        shapes, texts = contents(self._grid().viewport(), ROW if self.page.view == LIST else CARD)
        for widget in also:
            more = contents(widget, (1, 0), alone=True)
            shapes, texts = shapes + more[0], texts + more[1]
        plain = Frames("", None).again(lambda: self._plain(shapes, texts), max(20, len(frames.cpu) // 3))
        painting, self._painting = self._painting.cpu or frames.cpu, Frames("", None)
        frames.tell()
        own, plainly = statistics.median(painting), statistics.median(plain.cpu)
        put(
            f"   {posts} posts; {shapes} rectangles and {texts} texts plainly {plainly:.2f} ms, "
            f"painted {own:.2f} ms; ratio {own / plainly:.2f}"
        )

    def _turn(self, what: str, days: Iterable[date], *, ready: bool) -> None:
        frames, posts = Frames(what), []
        for day in days:
            if not ready:
                self.page.go_to(AWAY)
            self._rest(ready=ready)
            with frames.frame():
                self.page.go_to(day)
                self._paint()
            posts.append(self._painted())
        self._tell(frames, round(statistics.median(posts)))

    def _scroll(self, view: str, what: str) -> None:
        self.page.go_to(WEEKS[60])
        self._show(view)
        bar = self._grid().verticalScrollBar()

        def step() -> None:
            bar.setValue(bar.value() + 31 if bar.value() < bar.maximum() else 0)
            self._paint()

        self._tell(Frames(what).again(step, 120), self._painted())

    def _carry(self) -> None:
        """Carry a post over the days with the mouse: where it would fall, what would happen, the ghost, the painting."""
        self.page.go_to(WEEKS[60])
        self._rest(ready=True)
        grid, rows = self.page.grid(), self.page.model.rows()
        assert isinstance(grid, PostGrid)
        view = grid.viewport()
        at = next(at for at, row in enumerate(rows) if row.card is not None and grid.visible(at))
        start = grid.visualRect(self.page.model.index(at)).center()
        QTest.mousePress(view, Qt.MouseButton.LeftButton, pos=start)
        frames = Frames(f"drag frame, {self.page.view}")
        for number in range(120):
            to = QPoint(60 + number * 7 % (view.width() - 120), 160 + number * 11 % (view.height() - 240))
            with frames.frame():
                QTest.mouseMove(view, to)
                self.application.processEvents()
        QTest.keyClick(grid, Qt.Key.Key_Escape)
        QTest.mouseRelease(view, Qt.MouseButton.LeftButton, pos=start)
        self._rest(ready=True)
        frames.only_over(0.3)
        self._tell(frames, self._painted())

    def _filter(self, what: str) -> None:
        frames, narrowing = Frames(what, FILTERED), self.page.filtering.narrowing
        channels = ["facebook", "instagram", "website", "mastodon"]
        self.page.go_to(WEEKS[60])
        for number in range(40):
            chosen = self.chance.sample(channels, 1 + number % 3)
            self._rest(ready=True)
            with frames.frame():
                narrowing.change(channels=frozenset(chosen))
                self._paint()
        self._tell(frames, self._painted())
        narrowing.clear()
        self._rest(ready=True)

    def _show(self, view: str) -> None:
        self.page.show_view(view)
        self._rest(ready=True)

    def _views(self) -> None:
        views = (MONTH, WEEK, LIST)
        self.page.go_to(WEEKS[60])
        for start in views:
            for to in views:
                if start == to:
                    continue
                frames = Frames(f"view switch {start} to {to}")
                for _round in range(15):
                    self._show(start)
                    with frames.frame():
                        self.page.show_view(to)
                        self._paint()
                self._tell(frames, self._painted(), self._beside(start, to))

    def _beside(self, start: str, to: str) -> set[QWidget]:
        """Return what is painted in the frame of a switch beside the view: bars and lists that say something else now."""
        self._show(start)
        seen = _Painted()
        self.application.installEventFilter(seen)
        self.page.show_view(to)
        self._grid().viewport().repaint()
        self.application.removeEventFilter(seen)
        return seen.widgets - {self._grid().viewport()}


class _Painted(QObject):
    """Learns what is painted when the dirty parts of a window are."""

    def __init__(self) -> None:
        super().__init__()
        self.widgets: set[QWidget] = set()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Remember a widget that paints itself."""
        if event.type() == QEvent.Type.Paint and isinstance(watched, QWidget):
            self.widgets.add(watched)
        return False


def contents(widget: QWidget, face: tuple[int, int], *, alone: bool = False) -> tuple[int, int]:
    """Return how many shapes and texts a widget paints; alone: without the widgets in it."""
    buffer, svg = QBuffer(), QSvgGenerator()
    buffer.open(QBuffer.OpenModeFlag.WriteOnly)
    svg.setOutputDevice(buffer)
    svg.setSize(widget.size())
    svg.setViewBox(widget.rect())
    parts = QWidget.RenderFlag(0) if alone else QWidget.RenderFlag.DrawChildren
    widget.render(svg, QPoint(), QRegion(), parts)
    drawn = bytes(buffer.data().data()).decode()
    faces = sum(int(width) > FACE for width in re.findall(r'<image[^>]*?width="(\d+)"', drawn))
    shapes = len(re.findall(r"<(?:image|rect|path|polyline|polygon|circle|ellipse|line)\b", drawn))
    return shapes + faces * (face[0] - 1), len(re.findall(r"<text\b", drawn)) + faces * face[1]


def plainly(page: CalendarPage) -> Callable[[int, int], None]:
    """Return what paints so many rounded rectangles and so many texts, in the plainest way."""
    target = QPixmap(page.month.viewport().size())
    font = page.month.theme.font("card")
    align = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter

    def paint(shapes: int, texts: int) -> None:
        painter = QPainter(target)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(target.rect(), QColor("#FFFFFF"))
        painter.setFont(font)
        for number in range(shapes):
            painter.setPen(QColor("#8CC4A2"))
            painter.setBrush(QColor("#DFF2E6"))
            painter.drawRoundedRect(QRectF(30 + number % 7 * 125, 24 + number // 7 * 26, 120, 24), 5, 5)
        for number in range(texts):
            painter.setPen(QColor("#182023"))
            rect = QRectF(36 + number % 14 * 62, 24 + number // 14 * 26, 60, 24)
            painter.drawText(rect, align, "Straße" if number % 2 else "10:00")
        painter.end()

    return paint


def main(posts: int = 10_000, span: int = 0) -> None:
    """Print all figures."""
    folder = Path(tempfile.mkdtemp(prefix="kalender-bench-"))
    application = QApplication.instance() or QApplication([])
    assert isinstance(application, QApplication)
    places = Paths(
        config=folder / "config", cache=folder / "cache", logs=folder / "logs", documents=folder / "plans"
    )
    desktop = Desktop(application, places)
    try:
        assert desktop.open(written(folder / "plan", posts, places.thumbnails, span or years(posts)))
        for _round in range(20):
            application.processEvents()
            time.sleep(0.005)
        settled()
        assert desktop.place is not None
        page = desktop.place.visits.calendar
        assert page is not None
        put(
            f"the calendar in a window of 1440 x 900 px with {posts:,} posts over {span or years(posts)} years"
        )
        Bench(application, page, plainly(page)).all()
    finally:
        desktop.close()
        shutil.rmtree(folder, ignore_errors=True)


if __name__ == "__main__":
    main(*(int(argument) for argument in sys.argv[1:]))
