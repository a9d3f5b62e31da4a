# SPDX-License-Identifier: EUPL-1.2
"""Pages as data, built when they are first shown, and what a page may offer to the shell."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Protocol, runtime_checkable

from PySide6.QtCore import SignalInstance
from PySide6.QtWidgets import QStackedWidget, QWidget

from kalender.domain.frozen import frozen
from kalender.ui.theme.theme import Theme


@frozen
class PageSpec:
    """A page. listed: it stands in the navigation; rail: the narrow navigation is shown beside it at every width.

    foot: it stands at the foot of the navigation. keys: e.g. "Ctrl+2". factory is called once, at the first visit. label is short enough for the rail, or short takes its place there.
    """

    key: str
    label: str
    icon: str
    factory: Callable[[], QWidget]
    keys: str = ""
    listed: bool = True
    rail: bool = False
    foot: bool = False
    short: str = ""


@runtime_checkable
class HasRegions(Protocol):
    """A page with parts that F6 goes through, in order."""

    def regions(self) -> Sequence[QWidget]:
        """Return the widgets to focus, one per part."""


@runtime_checkable
class HasFilter(Protocol):
    """A page with a filter for Strg+F."""

    def focus_filter(self) -> None:
        """Put the focus into the filter."""


@runtime_checkable
class Performs(Protocol):
    """A page that does actions of the menus with what is selected in it.

    offered: Signal(object), a Mapping of action keys to the reason why not ("" where allowed), emitted when the
    selection changes; offers() returns the same at any time.
    """

    offered: SignalInstance

    def offers(self) -> Mapping[str, str]:
        """Return what the page can do now, and why not."""

    def perform(self, action: str) -> None:
        """Do an action of the menus, e.g. "post.move"."""


def with_regions(page: object) -> HasRegions | None:
    """Return a page as one with parts, or None."""
    return page if isinstance(page, HasRegions) else None


def with_filter(page: object) -> HasFilter | None:
    """Return a page as one with a filter, or None."""
    return page if isinstance(page, HasFilter) else None


def performer(page: object) -> Performs | None:
    """Return a page as one that does actions of the menus, or None."""
    return page if isinstance(page, Performs) else None


class PageStack(QStackedWidget):
    """The pages; remembers where one came from, for the way back out of editor and cropper."""

    def __init__(self, theme: Theme, specs: Sequence[PageSpec]) -> None:
        super().__init__()
        self._theme = theme
        self.specs = {spec.key: spec for spec in specs}
        self._built: dict[str, QWidget] = {}
        self._trail: list[str] = []
        self._key = ""

    @property
    def key(self) -> str:
        """The page shown."""
        return self._key

    @property
    def current(self) -> QWidget | None:
        """The page shown, or None before the first."""
        return self._built.get(self._key)

    @property
    def origin(self) -> str:
        """The listed page the shown one was opened from; the shown one where it is listed itself."""
        listed = [key for key in (*self._trail, self._key) if key and self.specs[key].listed]
        return listed[-1] if listed else ""

    def page(self, key: str) -> QWidget:
        """Return a page, built if need be. Raises KeyError for an unknown key."""
        if key not in self._built:
            page = self.specs[key].factory()
            self._built[key] = page
            self.addWidget(page)
        return self._built[key]

    def built(self, key: str) -> QWidget | None:
        """Return a page if it was ever shown."""
        return self._built.get(key)

    def show_page(self, key: str) -> bool:
        """Show a page and tell whether it is another one than before."""
        page = self.page(key)
        if key == self._key:
            return False
        if self.specs[key].listed:
            self._trail.clear()
        elif self._key:
            if key in self._trail:
                del self._trail[self._trail.index(key) :]
            else:
                self._trail.append(self._key)
        self._key = key
        self.setCurrentWidget(page)
        return True

    def back(self) -> str:
        """Return the key of the page to go back to, or empty."""
        return self._trail[-1] if self._trail else ""

    def go_back(self) -> bool:
        """Show the page before, if there is one."""
        if not self._trail:
            return False
        target = self._trail.pop()
        self._key = target
        self.setCurrentWidget(self.page(target))
        return True
