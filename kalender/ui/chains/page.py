# SPDX-License-Identifier: EUPL-1.2
"""The page „Serien und Veranstaltungen“: what recurs and what is on, each with what can be done with it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from kalender.domain.frozen import frozen
from kalender.services.acting.changes import Changes
from kalender.ui.theme.theme import Theme
from kalender.ui.widgets.blocks.folding import FoldingBar
from kalender.ui.widgets.blocks.section import PageBar
from kalender.ui.widgets.blocks.signs import Symbol
from kalender.ui.widgets.blocks.spacing import spaced
from kalender.ui.widgets.blocks.text import Ground, Text
from kalender.ui.widgets.controls.button import Button, Kind
from kalender.wording.tr import tr

WIDEST = 980


@frozen
class Box:
    """A series or an event. lines: what is said of it; verbs: what can be wanted of it (key, words)."""

    id: str
    icon: str
    title: str
    lines: tuple[str, ...]
    verbs: tuple[tuple[str, str], ...]


@frozen
class Part:
    """Boxes under a heading. nothing: what is said where there is none; verbs: beside the heading, without an id."""

    heading: str
    boxes: tuple[Box, ...]
    nothing: str
    verbs: tuple[tuple[str, str], ...] = ()


class ChainsPage(QWidget):
    """Shows what `read` gives. wanted: what (key of a verb), and the id of the series or event, or nothing."""

    wanted = Signal(str, str)

    def __init__(
        self, theme: Theme, read: Callable[[], Sequence[Part]], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._read = read
        self._buttons: dict[tuple[str, int], QWidget] = {}
        self.setAccessibleName(tr("Serien und Veranstaltungen"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        bar = PageBar(theme, tr("Serien und Veranstaltungen"))
        bar.row.addStretch(1)
        column.addWidget(bar)
        self._area = QScrollArea()
        self._area.setAccessibleName(tr("Serien und Veranstaltungen"))
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QScrollArea.Shape.NoFrame)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        column.addWidget(self._area, 1)
        theme.changed.connect(self.reload)
        self.reload()

    def changed(self, changes: Changes) -> None:
        """Read again where a series, an event or their posts are others."""
        if any(changes.ids(kind) for kind in ("series", "event", "post", "setting")):
            self.reload()

    def reload(self) -> None:
        """Read everything again."""
        theme = self._theme
        where = self._area.verticalScrollBar().value()
        focused = next((place for place, button in self._buttons.items() if button.hasFocus()), None)
        self._buttons = {}
        inside = Ground(theme, "bg-window")
        outer = QHBoxLayout(inside)
        outer.setContentsMargins(theme.px(20), theme.px(16), theme.px(20), theme.px(16))
        holder = QWidget()
        holder.setMaximumWidth(theme.px(WIDEST))
        column = spaced(theme, QVBoxLayout(holder), (0, 0, 0, 0), 10)
        outer.addWidget(holder, 1)
        outer.addStretch(0)
        parts = self._read()
        for part in parts:
            head = FoldingBar(theme, edges="", pad=(0, 0))
            head.set_ground("bg-window")
            head.first.addWidget(Text(theme, part.heading, "title-2"))
            head.first.addStretch(1)
            for verb, words in part.verbs:
                head.second.addWidget(Button(theme, words, clicked=partial(self.wanted.emit, verb, "")))
            column.addWidget(head)
            if not part.boxes:
                column.addWidget(Text(theme, part.nothing, "body", ink="text-2", wrap=True))
            for box in part.boxes:
                column.addWidget(self._box(box))
            column.addSpacing(theme.px(14))
        column.addStretch(1)
        self._area.setWidget(inside)
        self._area.verticalScrollBar().setValue(where)
        if focused is not None:
            self._buttons.get(focused, self._area).setFocus(Qt.FocusReason.OtherFocusReason)

    def _box(self, box: Box) -> Ground:
        theme = self._theme
        ground = Ground(theme, "bg-surface", edges="all", line="line", radius=8)
        ground.setAccessibleName(f"{box.title}: {', '.join(box.lines)}")
        column = spaced(theme, QVBoxLayout(ground), (16, 12, 16, 12), 8)
        row = spaced(theme, QHBoxLayout(), gap=12)
        row.addWidget(Symbol(theme, box.icon, "accent", size=22), 0, Qt.AlignmentFlag.AlignTop)
        words = spaced(theme, QVBoxLayout(), gap=2)
        words.addWidget(Text(theme, box.title, "title-3", wrap=True))
        for line in box.lines:
            words.addWidget(Text(theme, line, "body", ink="text-2", wrap=True))
        row.addLayout(words, 1)
        column.addLayout(row)
        bar = FoldingBar(theme, edges="", pad=(26, 0))
        for number, (verb, said) in enumerate(box.verbs):
            button = Button(theme, said, kind=Kind.QUIET, clicked=partial(self.wanted.emit, verb, box.id))
            button.setAccessibleName(f"{said}: {box.title}")
            self._buttons[box.id, number] = button
            (bar.first if number < 2 else bar.second).addWidget(button)
        bar.first.addStretch(1)
        column.addWidget(bar)
        return ground
