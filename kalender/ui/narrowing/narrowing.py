# SPDX-License-Identifier: EUPL-1.2
"""Which posts the window shows: one value for all pages, and one announcement when it is another."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from kalender.domain.card import Filter
from kalender.domain.stage import Flag, Stage

OVER = (Flag.CHANGE_REQUESTED, Flag.HELD)
"""What is shown of a post instead of its stage, and can be chosen like one."""


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

    def show_only(self, key: str) -> None:
        """Show only the posts of one stage, or of what lies over stages (OVER); all stages with an empty key."""
        self.change(
            stages=frozenset(stage for stage in Stage if stage.value == key),
            flags=frozenset(flag for flag in OVER if flag.value == key),
        )

    @property
    def only(self) -> str:
        """The stage, or what lies over stages, that is shown alone; empty where there are several or none."""
        chosen = [item.value for item in (*self._value.stages, *self._value.flags)]
        return chosen[0] if len(chosen) == 1 else ""

    def clear(self) -> None:
        """Show all posts."""
        self.put(Filter())

    def respects(self) -> int:
        """Return in how many respects posts are narrowed."""
        value = self._value
        stages = value.stages or value.flags
        some = (value.channels, stages, value.topics, value.people, value.labels, value.events)
        return sum(map(bool, some)) + bool(value.text.strip())

    def tell(self, view: str, *, differs: bool) -> None:
        """Say which saved view is in use."""
        if (view, differs) != (self.view, self.differs):
            self.view, self.differs = view, differs
            self.told.emit()
