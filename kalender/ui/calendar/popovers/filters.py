# SPDX-License-Identifier: EUPL-1.2
"""The filter of the calendar: channels, stages, topics; several in a group mean any of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from kalender.domain.card import Filter
from kalender.domain.plan import Topic
from kalender.domain.stage import Stage
from kalender.ui.theme.theme import Theme
from kalender.ui.widgets.blocks.signs import ChannelRow, Symbol, TopicSign
from kalender.ui.widgets.blocks.text import Text
from kalender.ui.widgets.controls.button import Button, Kind, Size
from kalender.ui.widgets.controls.choice import CheckBox
from kalender.ui.widgets.feedback.popover import Popover
from kalender.ui.widgets.paint.values import ChannelMark
from kalender.wording.terms import STAGES
from kalender.wording.tr import tr


class FilterPopover(Popover):
    """Emits filtered at every tick; the calendar behind follows at once."""

    filtered = Signal(object)

    def __init__(
        self,
        theme: Theme,
        owner: QWidget,
        value: Filter,
        *,
        channels: Sequence[ChannelMark],
        topics: Sequence[Topic],
    ) -> None:
        super().__init__(theme, owner, name=tr("Filter"))
        self._themed = theme
        self.boxes: dict[tuple[str, str], CheckBox] = {}
        columns = QHBoxLayout()
        columns.setSpacing(theme.px(24))
        columns.addLayout(
            self._group(
                tr("Kanäle"),
                [("channel", m.id, m.label, ChannelRow(theme, [m])) for m in channels],
                value.channels,
            )
        )
        stages = [
            ("stage", stage.value, term.text, Symbol(theme, term.icon, f"st-{term.key}", size=14))
            for stage, term in STAGES.items()
        ]
        columns.addLayout(self._group(tr("Stand"), stages, value.stages))
        if topics:
            named = [("topic", t.id, t.name, TopicSign(theme, "", t.colour)) for t in topics]
            columns.addLayout(self._group(tr("Thema"), named, value.topics))
        self.body.addLayout(columns)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(
            Button(theme, tr("Filter leeren"), kind=Kind.QUIET, size=Size.DENSE, clicked=self.clear)
        )
        foot.addWidget(Button(theme, tr("Schließen"), size=Size.DENSE, clicked=self.close))
        self.body.addLayout(foot)

    def value(self) -> Filter:
        """Return the choice as ticked."""
        found = Filter()
        return replace(
            found,
            channels=self._ticked("channel"),
            stages=frozenset(Stage(item) for item in self._ticked("stage")),
            topics=self._ticked("topic"),
        )

    def clear(self) -> None:
        """Untick all."""
        for box in self.boxes.values():
            box.setChecked(False)

    def _ticked(self, group: str) -> frozenset[str]:
        return frozenset(id_ for (kind, id_), box in self.boxes.items() if kind == group and box.isChecked())

    def _group(
        self, title: str, entries: Sequence[tuple[str, str, str, QWidget]], ticked: frozenset[str]
    ) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(self._themed.px(4))
        column.addWidget(Text(self._themed, title, "small", weight=600, ink="text-2"))
        grid = QGridLayout()
        grid.setHorizontalSpacing(self._themed.px(8))
        grid.setVerticalSpacing(self._themed.px(2))
        grid.setColumnStretch(0, 1)
        for row, (kind, id_, words, sign) in enumerate(entries):
            box = CheckBox(self._themed, words, name=f"{title}: {words}")
            box.setChecked(id_ in ticked)
            box.toggled.connect(lambda _on: self.filtered.emit(self.value()))
            self.boxes[kind, id_] = box
            grid.addWidget(box, row, 0)
            grid.addWidget(sign, row, 1)
        column.addLayout(grid)
        column.addStretch(1)
        return column
