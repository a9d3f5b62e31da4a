# SPDX-License-Identifier: EUPL-1.2
"""The saved views at work: which one is in use, whether it still shows what it says, and everything done with them."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from functools import cached_property, partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Qt, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from kalender.domain.refusal import Refused
from kalender.domain.saved_view import Lanes, SavedView
from kalender.services.acting.changes import Changes
from kalender.ui.shell.building import BOARD, CALENDAR
from kalender.ui.shell.views.asking import NameDialog
from kalender.ui.widgets.controls.button import literal
from kalender.wording.refusals import sentence
from kalender.wording.tr import tr

if TYPE_CHECKING:
    from kalender.ui.shell.workplace import Workplace

KEYS = 9
"""Views that have a key: Alt+Umschalt+1 to 9."""


class Viewing(QObject):
    """Knows pages and views. changed: the list, its order, or the view in use is another."""

    changed = Signal()

    def __init__(self, work: Workplace) -> None:
        super().__init__(work)
        self._work = work
        self._narrowing = work.visits.narrowing
        self._views: tuple[SavedView, ...] = ()
        self._using = ""
        self._busy = False
        self.actions: list[QAction] = []
        narrowing = self._narrowing
        narrowing.changed.connect(self._judge)
        narrowing.save_wanted.connect(self.ask_save)
        narrowing.keep_wanted.connect(self.keep)
        narrowing.return_wanted.connect(lambda: self.use(self._using))
        narrowing.menu_wanted.connect(self.open_menu)
        work.window.page_shown.connect(lambda _key: self._judge())
        work.announcer.changed.connect(self._hear)
        work.visits.arranged.connect(self._judge)
        self.menu = work.window.menus.menu("view").addMenu(tr("Gesicherte Ansichten"))
        self.menu.aboutToShow.connect(lambda: self._fill(self.menu))
        self._read()

    # What there is

    @property
    def views(self) -> tuple[SavedView, ...]:
        """The views in their order."""
        return self._views

    @property
    def using(self) -> str:
        """The id of the view in use, or empty."""
        return self._using

    @property
    def differs(self) -> bool:
        """Whether something else is shown than the view in use says."""
        view = self._found(self._using)
        return view is not None and not view.shows(self.present(view.page))

    def present(self, page: str = "") -> SavedView:
        """Return what is shown now as a view. page: calendar or board, by default the one in front."""
        visits = self._work.visits
        front = page or (BOARD if self._work.window.pages.key == BOARD else CALENDAR)
        layout = visits.calendar.view if front == CALENDAR and visits.calendar is not None else ""
        lanes = visits.board.lanes.value if front == BOARD and visits.board is not None else ""
        empty = SavedView(id="", page=front, layout=layout, lanes=lanes)
        return empty.with_filter(self._narrowing.value)

    def _found(self, id_: str) -> SavedView | None:
        return next((view for view in self._views if view.id == id_), None)

    def _hear(self, changes: Changes) -> None:
        if changes.ids("view"):
            self._read()

    def _read(self) -> None:
        """Read the views again, and give the first ones their keys."""
        self._views = self._work.house.views.all()
        if self._using and self._found(self._using) is None:
            self._using = ""
        window = self._work.window
        for action in self.actions:
            window.removeAction(action)
            action.deleteLater()
        self.actions = []
        for number, view in enumerate(self._views):
            action = QAction(literal(view.name), window)
            action.setCheckable(True)
            if number < KEYS:
                action.setShortcut(QKeySequence(f"Alt+Shift+{number + 1}"))
                action.setShortcutContext(Qt.ShortcutContext.WindowShortcut)
            action.triggered.connect(partial(self._use, view.id))
            window.addAction(action)
            self.actions.append(action)
        self._judge()

    def _judge(self) -> None:
        """Say which view is in use, and whether it is changed."""
        if self._busy:
            return
        view = self._found(self._using)
        for action, known in zip(self.actions, self._views, strict=True):
            action.setChecked(known.id == self._using)
        self._narrowing.tell(view.name if view is not None else "", differs=self.differs)
        self.changed.emit()

    @cached_property
    def tray(self) -> QWidget:
        """The views below the areas of the navigation."""
        from kalender.ui.shell.views.tray import ViewTray

        return ViewTray(self._work.theme, self, self._work.window)

    # What is done with them

    def _use(self, id_: str, _checked: bool = False) -> None:
        self.use(id_)

    def use(self, id_: str) -> None:
        """Show a view, as it was saved."""
        view = self._found(id_)
        if view is None:
            return
        work, visits = self._work, self._work.visits
        self._busy = True
        try:
            self._using = id_
            key = BOARD if view.page == BOARD else CALENDAR
            work.window.show_page(key)
            if key == BOARD and visits.board is not None:
                with suppress(ValueError):
                    visits.board.show_lanes(Lanes(view.lanes))
            elif visits.calendar is not None and view.layout and view.layout != visits.calendar.view:
                visits.calendar.toolbar.viewed.emit(view.layout)
            self._narrowing.put(view.filter)
        finally:
            self._busy = False
        self._judge()

    def leave(self) -> None:
        """Show all posts, and no view any more."""
        self._using = ""
        self._narrowing.clear()
        self._judge()

    def ask_save(self) -> None:
        """Ask for a name and keep what is shown under it."""
        self._ask(tr("Ansicht sichern"), tr("Sichern"), "", self._save)

    def _save(self, name: str) -> None:
        made = self._work.house.views.save(name, self.present())
        self._using = made
        self._judge()

    def keep(self) -> None:
        """Let the view in use say what is shown now."""
        view = self._found(self._using)
        if view is not None:
            self._work.attempt(lambda: self._work.house.views.change(view.id, self.present(view.page)))

    def ask_rename(self, id_: str) -> None:
        """Ask for another name of a view."""
        view = self._found(id_)
        if view is not None:
            rename = self._work.house.views.rename
            self._ask(tr("Ansicht umbenennen"), tr("Umbenennen"), view.name, lambda name: rename(id_, name))

    def delete(self, id_: str) -> None:
        """Put a view into the trash; what is shown stays."""
        self._work.attempt(lambda: self._work.house.views.delete(id_))

    def move(self, id_: str, by: int) -> None:
        """Put a view so many places further down, or up with a negative number."""
        self._work.attempt(lambda: self._work.house.views.move(id_, by))

    def _ask(self, title: str, verb: str, name: str, do: Callable[[str], object]) -> None:
        def tried(typed: str) -> str:
            try:
                do(typed)
            except Refused as refusal:
                return sentence(refusal)
            return ""

        NameDialog(self._work.theme, self._work.window, title=title, verb=verb, name=name, do=tried).open()

    # Menus

    def open_menu(self, button: QWidget) -> None:
        """List the views below a button."""
        menu = QMenu(self._work.window)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._fill(menu)
        menu.popup(button.mapToGlobal(QPoint(0, button.height() + 2)))

    def open_menu_of(self, id_: str, at: QPoint) -> None:
        """Offer at a point of the screen what can be done with a view."""
        menu = QMenu(self._work.window)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        _add(menu, tr("Zeigen"), partial(self.use, id_))
        self._offer(menu, id_)
        menu.popup(at)

    def _fill(self, menu: QMenu) -> None:
        menu.clear()
        menu.setToolTipsVisible(True)
        for action in self.actions:
            menu.addAction(action)
        if self.actions:
            menu.addSeparator()
        _add(menu, tr("Ansicht sichern …"), self.ask_save)
        view = self._found(self._using)
        if view is not None:
            if self.differs:
                _add(menu, tr("Änderung sichern"), self.keep)
                _add(menu, tr("Änderung verwerfen"), partial(self.use, view.id))
            menu.addSeparator()
            one = menu.addMenu(tr("„{name}“").format(name=literal(view.name)))
            self._offer(one, view.id)
        if view is not None or self._narrowing.respects():
            _add(menu, tr("Alle Beiträge zeigen"), self.leave)

    def _offer(self, menu: QMenu, id_: str) -> None:
        ids = [view.id for view in self._views]
        _add(menu, tr("Umbenennen …"), partial(self.ask_rename, id_))
        up = _add(menu, tr("Nach oben"), partial(self.move, id_, -1))
        down = _add(menu, tr("Nach unten"), partial(self.move, id_, 1))
        up.setEnabled(ids[:1] != [id_])
        down.setEnabled(ids[-1:] != [id_])
        _add(menu, tr("Löschen"), partial(self.delete, id_))


def _add(menu: QMenu, words: str, do: Callable[[], object]) -> QAction:
    action = QAction(words, menu)
    action.triggered.connect(lambda _checked=False: do())
    menu.addAction(action)
    return action
