# SPDX-License-Identifier: EUPL-1.2
"""A frame of rows, one a record, that follow the plan without losing the keyboard."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Generic, Protocol, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from kalender.ui.theme.theme import Theme
from kalender.ui.widgets.blocks.leaf import Framed


class HasId(Protocol):
    """A record."""

    @property
    def id(self) -> str:
        """Its id."""


Value = TypeVar("Value", bound=HasId)


class Rows(Generic[Value]):
    """Keeps one row a record in a frame. make: a new row; show: puts a value into a row, with its place and their count.

    after: what has the keyboard before the rows.
    """

    def __init__(
        self,
        theme: Theme,
        make: Callable[[Value], QWidget],
        show: Callable[[QWidget, Value, int, int], None],
        *,
        after: QWidget,
    ) -> None:
        self.frame = Framed(theme)
        self._make, self._show, self._after = make, show, after
        self.by_id: dict[str, QWidget] = {}
        self._feet: list[QWidget] = []

    def show(self, values: Sequence[Value]) -> None:
        """Show these records in this order."""
        wanted = [value.id for value in values]
        before = list(self.by_id)
        for id_ in [id_ for id_ in self.by_id if id_ not in wanted]:
            gone = self.by_id.pop(id_)
            self.frame.rows.removeWidget(gone)
            focus = QApplication.focusWidget()
            if focus is not None and gone.isAncestorOf(focus):
                self._after.setFocus(Qt.FocusReason.OtherFocusReason)
            gone.hide()
            gone.deleteLater()
        for place, value in enumerate(values):
            row = self.by_id.get(value.id)
            if row is None:
                row = self.by_id[value.id] = self._make(value)
            if self.frame.rows.indexOf(row) != place:
                self.frame.rows.insertWidget(place, row)
                row.show()
            self._show(row, value, place, len(values))
        self.by_id = {id_: self.by_id[id_] for id_ in wanted}
        if before != wanted:
            self.order()

    def foot(self, widget: QWidget) -> None:
        """Put a widget below the rows."""
        self.frame.rows.addWidget(widget)
        self._feet.append(widget)

    def neighbour(self, id_: str) -> QWidget | None:
        """Return the row that takes the place of one that goes: the next, else the one before, else none."""
        order = list(self.by_id)
        place = order.index(id_)
        beside = order[place + 1 : place + 2] or order[max(0, place - 1) : place]
        return self.by_id[beside[0]] if beside else None

    def order(self) -> None:
        """Let Tab go through the rows as they stand, and then through the foot."""
        last, window = self._after, self._after.window()
        for part in (*self.by_id.values(), *self._feet):
            for widget in part.findChildren(QWidget):
                if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.window() is window:
                    QWidget.setTabOrder(last, widget)
                    last = widget
