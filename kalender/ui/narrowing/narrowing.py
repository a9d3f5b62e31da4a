# SPDX-License-Identifier: EUPL-1.2
"""Which posts the window shows: one value for all pages, and one announcement when it is another."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from kalender.domain.card import Filter


class Narrowing(QObject):
    """The filter that calendar and board share. What it says of time is each page's own affair and is left out.

    view: the name of the saved view in use, empty for none; differs: what is shown is no longer what it says.
    The other signals are wishes of a hand, which the shell fulfils: save what is shown under a name, keep the change in
    the view in use, go back to what it says, list the views below a widget.
    """

    changed = Signal()
    told = Signal()
    save_wanted = Signal()
    keep_wanted = Signal()
    return_wanted = Signal()
    menu_wanted = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._value = Filter()
        self.view = ""
        self.differs = False

    @property
    def value(self) -> Filter:
        """The filter."""
        return self._value

    def put(self, value: Filter) -> None:
        """Show these posts."""
        timeless = replace(value, first=None, last=None, undated=False, archived=False, dropped=False)
        if timeless != self._value:
            self._value = timeless
            self.changed.emit()

    def change(self, **fields: object) -> None:
        """Show other posts in some respects: fields of Filter by name."""
        self.put(replace(self._value, **fields))  # type: ignore[arg-type]  # fields by name

    def clear(self) -> None:
        """Show all posts."""
        self.put(Filter())

    def respects(self) -> int:
        """Return in how many respects posts are narrowed."""
        value = self._value
        some = (value.channels, value.stages, value.topics, value.people, value.labels, value.events)
        return sum(map(bool, some)) + bool(value.text.strip())

    def tell(self, view: str, *, differs: bool) -> None:
        """Say which saved view is in use."""
        if (view, differs) != (self.view, self.differs):
            self.view, self.differs = view, differs
            self.told.emit()
