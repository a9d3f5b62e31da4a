# SPDX-License-Identifier: EUPL-1.2
"""The row of chips over the calendar: made when it is first wanted, gone where nothing is narrowed."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from kalender.services.plan_view import PlanView
from kalender.services.posts import Posts
from kalender.ui.calendar.frame import Frame
from kalender.ui.narrowing.narrowing import Narrowing
from kalender.ui.theme.theme import Theme

if TYPE_CHECKING:  # imported with the first filter: the first month comes sooner
    from kalender.ui.narrowing.bar import FilterBar


class Filtering:
    """Shows the row while posts are narrowed or a saved view is in use, and as long as someone wants it."""

    def __init__(
        self,
        frame: Frame,
        theme: Theme,
        narrowing: Narrowing,
        plan: PlanView,
        posts: Posts,
        leave: Callable[[], object],
    ) -> None:
        self._frame, self._theme, self._plan, self._posts = frame, theme, plan, posts
        self._leave = leave
        self.narrowing = narrowing
        self.bar: FilterBar | None = None
        narrowing.changed.connect(self.follow)
        narrowing.told.connect(self.follow)

    @property
    def _needed(self) -> bool:
        return bool(self.narrowing.respects()) or bool(self.narrowing.view)

    def follow(self) -> None:
        """Show the row where there is something to name in it."""
        self._frame.toolbar.show_filter(self.narrowing.respects())
        if self._needed:
            self.made().show()
        elif self.bar is not None and not self._frame.isVisible():
            self.bar.hide()  # it was emptied on another page

    def open(self) -> None:
        """Show the row and put the focus into it."""
        bar = self.made()
        bar.show()
        bar.focus()

    def toggle(self) -> None:
        """Open the row, or close it where it names nothing."""
        self._frame.toolbar.show_filter(self.narrowing.respects())
        if self.bar is None or self.bar.isHidden() or self._needed:
            self.open()
        else:
            self.leave()

    def leave(self) -> None:
        """Go back to the posts; an empty row goes away."""
        if self.bar is not None and not self._needed:
            self.bar.hide()
        self._leave()

    def rows(self) -> list[QWidget]:
        """Return the row, where there is one."""
        return [self.bar] if self.bar is not None else []

    def refill(self) -> None:
        """Show the channels, topics and people of the plan as they are now."""
        if self.bar is not None:
            self.bar.refill()

    def made(self) -> FilterBar:
        """Return the row, made if need be."""
        if self.bar is None:
            from kalender.ui.narrowing.bar import FilterBar

            self.bar = FilterBar(self._theme, self.narrowing, self._plan, self._posts.labels)
            self.bar.hide()
            self.bar.left.connect(self.leave)
            self._frame.add_row(self.bar)
        return self.bar
