# SPDX-License-Identifier: EUPL-1.2
"""Someone at the window: the application over a plan, and what hands do with mouse and keys."""

from collections.abc import Callable
from concurrent.futures import Executor, Future
from datetime import date, datetime
from pathlib import Path
from typing import Any, TypeVar

from PySide6.QtCore import QDeadlineTimer, QEvent, QEventLoop, QObject, QPoint, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QFileDialog, QLineEdit, QMenu, QWidget

from kalender.app.desktop import Desktop
from kalender.app.house import House
from kalender.app.paths import Paths
from kalender.domain.card import Card
from kalender.domain.post import Post
from kalender.jobs.jobs import Jobs
from kalender.jobs.pool import InlineWorker
from kalender.services.clock import Clock
from kalender.ui.board.page import BoardPage
from kalender.ui.calendar.page import CalendarPage
from kalender.ui.editor.page import EditorPage
from kalender.ui.pictures.crop_page import CropPage
from kalender.ui.publish.page import ExportPage
from kalender.ui.rescue.window import RescueWindow
from kalender.ui.review.page import ReviewPage
from kalender.ui.shell.window import MainWindow
from kalender.ui.shell.workplace import DUES
from kalender.ui.start.window import StartWindow
from tests.ui.calendar.december import carry

LEFT = Qt.MouseButton.LeftButton
CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
NONE = Qt.KeyboardModifier.NoModifier
SLEEPY = 5_000
"""Milliseconds: what waits so long for a quiet moment (backups, sweeping) does not come into the middle of a story."""
WAIT = 10_000
"""Milliseconds after which what was to come will not come any more."""

T = TypeVar("T", bound=QWidget)


class Now(Executor):
    """Works at once, in the thread that asks."""

    def submit(self, fn: Any, /, *args: Any, **kwargs: Any) -> Future[Any]:
        """Do it."""
        found: Future[Any] = Future()
        found.set_result(fn(*args, **kwargs))
        return found


def paths_in(folder: Path) -> Paths:
    """Return the folders of a user who lives in a folder."""
    return Paths(
        config=folder / "config", cache=folder / "cache", logs=folder / "logs", documents=folder / "Dokumente"
    )


class Flashes(QObject):
    """Remembers what opened as a window of its own by mistake: it would flash on a screen and take the keys away."""

    def __init__(self, application: QApplication) -> None:
        super().__init__()
        self.seen: list[str] = []
        self._application = application
        application.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Look at every window that is shown."""
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            plain = watched.windowType() == Qt.WindowType.Window
            if plain and not isinstance(watched, (MainWindow, RescueWindow, StartWindow)):
                self.seen.append(f"{type(watched).__name__} {watched.accessibleName()!r}")
        return False

    def end(self) -> None:
        """Look no more."""
        self._application.removeEventFilter(self)


class Sitting:
    """The application as a person sees it. What is asserted about the plan is read through its services."""

    def __init__(self, application: QApplication, home: Path, *, clock: Clock | None = None) -> None:
        self.home = home
        self.flashes = Flashes(application)
        self.jobs = Jobs(Now())
        self.desktop = Desktop(
            application, paths_in(home), clock=clock, worker=InlineWorker(), jobs=self.jobs
        )
        self.desktop.theme.choose("hell")

    def open(self, plan: Path) -> None:
        """Open a plan and wait for its window."""
        assert self.desktop.open(plan)
        self.show()

    def show(self) -> None:
        """Wait for the window of the plan and stand on the calendar; what is overdue is told by tell_dues alone."""
        for timer in self.window.findChildren(QTimer, DUES):
            timer.stop()
        self.window.resize(1440, 900)
        self.window.activateWindow()
        assert QTest.qWaitForWindowActive(self.window, WAIT)
        for timer in self.window.findChildren(QTimer):
            if timer.isSingleShot() and timer.interval() >= SLEEPY:
                timer.stop()
        self.settle()

    def close(self) -> None:
        """Close the application."""
        self.settle()
        self.desktop.close()
        self.desktop.deleteLater()
        self.jobs.deleteLater()
        self.flashes.end()
        assert not self.flashes.seen, f"opened as windows of their own: {self.flashes.seen}"

    # What there is

    @property
    def house(self) -> House:
        """The services of the open plan."""
        assert self.desktop.house is not None
        return self.desktop.house

    @property
    def window(self) -> MainWindow:
        """The window of the open plan."""
        assert self.desktop.place is not None
        return self.desktop.place.window

    @property
    def calendar(self) -> CalendarPage:
        """The page Kalender."""
        return self._page("calendar", CalendarPage)

    @property
    def board(self) -> BoardPage:
        """The page Ablauf."""
        return self._page("board", BoardPage)

    @property
    def editor(self) -> EditorPage:
        """The page of a post."""
        return self._page("editor", EditorPage)

    @property
    def cropper(self) -> CropPage:
        """The page Zuschnitt."""
        return self._page("crop", CropPage)

    @property
    def review(self) -> ReviewPage:
        """The page Freigaben."""
        return self._page("review", ReviewPage)

    @property
    def export(self) -> ExportPage:
        """The page Export."""
        return self._page("export", ExportPage)

    def _page(self, key: str, kind: type[T]) -> T:
        page = self.window.pages.page(key)
        assert isinstance(page, kind)
        return page

    def post(self, title: str) -> Post:
        """Return the one post with a title."""
        return self.house.posts.get(self.card(title).id)

    def card(self, title: str) -> Card:
        """Return the card of the one post with a title."""
        every = [
            *self.house.posts.cards_between(date(2020, 1, 1), date(2035, 12, 31)),
            *self.house.posts.backlog(),
        ]
        found = {card.id: card for card in every if card.title == title}
        assert len(found) == 1, f"{title}: {len(found)} posts"
        return next(iter(found.values()))

    def planned(self, title: str) -> datetime | None:
        """Return when a post is planned."""
        return self.post(title).planned

    @property
    def said(self) -> str:
        """What the toast says, empty where there is none."""
        toast = self.window.toast
        return toast.text if toast.isVisible() else ""

    @property
    def front(self) -> str:
        """The key of the page in front."""
        return self.window.pages.key

    # What hands do

    def settle(self) -> None:
        """Let everything happen that is under way beside the window, and what was put off a moment."""
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 50)
        deadline = QDeadlineTimer(WAIT)
        while self.jobs.running and not deadline.hasExpired():
            QTest.qWait(2)
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 50)
        if self.desktop.place is None:
            return
        if QApplication.activeWindow() is None:  # what a window manager does when a dialog has gone
            self.window.activateWindow()
            QApplication.processEvents()
        page = self.window.pages.current
        if isinstance(page, CalendarPage):
            page.complete()
            page.settle()
        if isinstance(page, EditorPage) and page.post_id:
            page.check()
        QApplication.processEvents()

    def key(self, key: Qt.Key, keys: Qt.KeyboardModifier = NONE) -> None:
        """Press a key where the focus is."""
        QTest.keyClick(QApplication.focusWidget() or self.window, key, keys)
        self.settle()

    def type(self, words: str) -> None:
        """Type where the focus is."""
        place = QApplication.focusWidget()
        assert place is not None
        for letter in words:
            for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                QApplication.sendEvent(place, QKeyEvent(kind, 0, NONE, letter))
        self.settle()

    def click(self, widget: QWidget, at: QPoint | None = None) -> None:
        """Click on something that can be seen."""
        assert widget.isVisible(), f"{widget.accessibleName() or widget} is not to be seen"
        assert widget.isEnabled(), f"{widget.accessibleName() or widget} is switched off"
        QTest.mouseClick(widget, LEFT, NONE, at if at is not None else widget.rect().center())
        self.settle()

    def drag(self, source: QWidget, start: QPoint, target: QWidget, end: QPoint) -> None:
        """Carry something from one place to another by mouse."""
        carry(source, start, target, end)
        self.settle()

    def to_page(self, number: int) -> None:
        """Go to a page of the navigation by its key, Strg+2 for the calendar."""
        self.key(Qt.Key(int(Qt.Key.Key_0) + number), CTRL)

    def undo(self) -> None:
        """Press Strg+Z."""
        self.key(Qt.Key.Key_Z, CTRL)

    def redo(self) -> None:
        """Press Strg+Y."""
        self.key(Qt.Key.Key_Y, CTRL)

    def search(self, words: str) -> None:
        """Look for words with Strg+K and open the first hit with Enter."""
        self.key(Qt.Key.Key_K, CTRL)
        self.type(words)
        self.window.search.run()
        self.key(Qt.Key.Key_Return)

    def act_as(self, name: str) -> None:
        """Choose another person in the menu at the top right."""
        self.click(self.window.topbar.person)
        self.choose(name)
        person = self.house.plan.person(self.house.desk.person)
        assert person is not None
        assert person.name == name

    def menu(self, key: str) -> None:
        """Choose an action of the menus."""
        action = self.window.actions_[key]
        assert action.isEnabled(), self.window.actions_.reason(key)
        action.trigger()
        self.settle()

    def choose(self, words: str) -> None:
        """Click on an action of the menu that has just opened."""
        menu = QApplication.activePopupWidget()
        assert isinstance(menu, QMenu)
        action = next(item for item in menu.actions() if item.text() == words)
        QTest.mouseClick(menu, LEFT, NONE, menu.actionGeometry(action).center())
        self.settle()

    def choose_file(self, path: Path) -> None:
        """Type the path of a file into the dialog that has just opened, and press Enter."""
        dialog = next(item for item in self.window.findChildren(QFileDialog) if item.isVisible())
        line = dialog.findChild(QLineEdit, "fileNameEdit")
        assert isinstance(line, QLineEdit)
        line.setText(str(path))
        QTest.keyClick(line, Qt.Key.Key_Return)
        self.settle()

    def button(self, words: str, within: QWidget | None = None) -> QAbstractButton:
        """Return the button with these words that can be seen."""
        found = [
            item
            for item in (within or self.window).findChildren(QAbstractButton)
            if item.isVisible() and words in {item.text(), item.accessibleName()}
        ]
        assert len(found) == 1, f"{len(found)} buttons „{words}“"
        return found[0]

    def until(self, true: Callable[[], object]) -> None:
        """Wait until something holds."""
        deadline = QDeadlineTimer(WAIT)
        while not true():
            assert not deadline.hasExpired(), "what was waited for did not come"
            QTest.qWait(10)

    # Places in the month

    def on_day(self, day: date) -> QPoint:
        """Return a point in the free part of a day of the month."""
        rect = self.calendar.month.visualRect(self.calendar.model.index_of_day(day))
        return QPoint(rect.center().x(), rect.bottom() - 14)

    def on_card(self, title: str) -> QPoint:
        """Return the middle of a card in the month."""
        return self.calendar.month.visualRect(self.calendar.model.index_of(self.card(title).id)).center()

    def drag_to_day(self, title: str, day: date) -> None:
        """Carry a card of the month to a day."""
        viewport = self.calendar.month.viewport()
        self.drag(viewport, self.on_card(title), viewport, self.on_day(day))
