# SPDX-License-Identifier: EUPL-1.2
"""What is chosen: in the month, in the list or in the basket, in one of them at a time."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import TYPE_CHECKING, Protocol, runtime_checkable

from PySide6.QtCore import QModelIndex, QObject, QPoint, Signal
from PySide6.QtWidgets import QWidget

from kalender.ui.calendar.backlog.view import IdeaList
from kalender.ui.calendar.grid.view import PostGrid
from kalender.ui.calendar.titles import ID

if TYPE_CHECKING:  # imported with their first visit
    from kalender.ui.calendar.agenda.view import AgendaView
    from kalender.ui.calendar.listing.view import ListingView
    from kalender.ui.calendar.year.view import YearView

    Dated = PostGrid | ListingView | AgendaView | YearView
    Grid = Dated | IdeaList
    """The lists in which posts are chosen."""


@runtime_checkable
class Holds(Protocol):
    """A model of posts."""

    def index_of(self, id_: str, /) -> QModelIndex:
        """Return the index of a post, invalid where it is not held."""


class Choice(QObject):
    """Knows the list in use and what is chosen in it; `changed` when that is another.

    grid, basket: give the list of dated and of undated posts that is in sight.
    """

    changed = Signal()

    def __init__(
        self,
        lists: Sequence[Grid],
        grid: Callable[[], Dated],
        basket: Callable[[], IdeaList],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._grid = grid
        self._basket = basket
        self._active: Grid = lists[0]
        for view in lists:
            self.join(view)

    def join(self, view: Grid) -> None:
        """Let posts be chosen in a list as well."""
        view.chosen.connect(lambda: self._chosen(view))

    @property
    def view(self) -> Grid:
        """The list in use."""
        return self._active

    def ids(self) -> tuple[str, ...]:
        """The ids of the chosen posts."""
        return self._active.ids()

    def choose(self, ids: Sequence[str]) -> None:
        """Choose posts where they lie now: on a day or in the basket."""
        model = self._grid().model()
        inside = isinstance(model, Holds) and any(model.index_of(id_).isValid() for id_ in ids)
        wanted: Grid = self._grid() if inside else self._basket()
        wanted.choose(tuple(ids))

    def keep(self, ids: Sequence[str]) -> None:
        """Choose the same posts in the same list again, after it was filled anew."""
        if tuple(ids) != self.ids():
            self._active.choose(tuple(ids))

    def select_all(self) -> None:
        """Choose all posts in sight."""
        self.choose(self._grid().in_sight())

    def cursor_day(self) -> date:
        """The day the cursor stands on; in the week with its time."""
        return self._grid().cursor_day()

    def anchor(self) -> tuple[QWidget, QPoint]:
        """The list in use, and the global point below what is chosen in it."""
        view = self._active
        chosen = view.selectionModel().selectedIndexes()
        rect = view.visualRect(chosen[0] if chosen else view.currentIndex())
        return view, view.viewport().mapToGlobal(rect.bottomLeft() + QPoint(0, 4))

    def beside(self, ids: Sequence[str]) -> Sequence[str]:
        """Return the post after these, or the one before where there is none, as a list of one."""
        model = self._active.model()
        listed = [str(model.index(row, 0).data(ID) or "") for row in range(model.rowCount())]
        shown = [id_ for id_ in listed if id_]
        places = [at for at, id_ in enumerate(shown) if id_ in ids]
        if not places or len(places) == len(shown):
            return []
        after, before = shown[places[-1] + 1 :][:1], shown[: places[0]][-1:]
        return after or before

    def rename(self, id_: str) -> None:
        """Change a title in place."""
        model = self._active.model()
        if isinstance(model, Holds):
            index = model.index_of(id_)
            if index.isValid():
                self._active.edit(index)

    def _chosen(self, view: Grid) -> None:
        if view is not self._active and view.ids():
            before, self._active = self._active, view
            before.selectionModel().clearSelection()
        self.changed.emit()
