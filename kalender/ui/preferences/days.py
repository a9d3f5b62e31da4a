# SPDX-License-Identifier: EUPL-1.2
"""Choosing some of the channels: a button that says which are chosen."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from kalender.ui.theme.theme import Theme
from kalender.ui.widgets.blocks.text import Text
from kalender.ui.widgets.controls.button import Button, Kind
from kalender.ui.widgets.controls.choice import CheckBox
from kalender.ui.widgets.feedback.popover import Popover
from kalender.wording.tr import tr


class ChannelsButton(Button):
    """Says for which channels something holds. chosen(list of ids): empty for all."""

    chosen = Signal(list)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, "", arrow=True, parent=parent)
        self._themed = theme
        self._channels: tuple[tuple[str, str], ...] = ()
        self.picked: tuple[str, ...] = ()
        self.clicked.connect(lambda _checked=False: self._open())

    def set_channels(self, channels: Sequence[tuple[str, str]], picked: Sequence[str], label: str) -> None:
        """Show a choice. channels: id and name; label: for what, for screen readers."""
        self._channels, self.picked = tuple(channels), tuple(picked)
        names = [name for id_, name in channels if id_ in picked]
        words = tr("Alle Kanäle")
        if len(names) == 1:
            words = names[0] if len(names[0]) <= 18 else names[0][:17] + "…"
        elif names:
            words = tr("{n} Kanäle").format(n=len(names))
        self.set_words(words)
        self.setAccessibleName(f"{label}: {', '.join(names) or words}")
        self.setToolTip(", ".join(names))

    def _open(self) -> None:
        popover = _Boxes(self._themed, self, self._channels, self.picked)
        popover.decided.connect(self.chosen)
        popover.open_under(right=True)


class _Boxes(Popover):
    decided = Signal(list)

    def __init__(
        self, theme: Theme, owner: QWidget, channels: Sequence[tuple[str, str]], picked: Sequence[str]
    ) -> None:
        super().__init__(theme, owner, name=tr("Kanäle wählen"))
        self.body.addWidget(Text(theme, tr("Nichts angekreuzt heißt: alle Kanäle."), "small", ink="text-2"))
        self.boxes: dict[str, CheckBox] = {}
        for id_, name in channels:
            box = CheckBox(theme, name)
            box.setChecked(id_ in picked)
            self.boxes[id_] = box
            self.body.addWidget(box)
        self.apply = Button(theme, tr("Kanäle übernehmen"), kind=Kind.PRIMARY, clicked=self._take)
        self.body.addWidget(self.apply)

    def _take(self) -> None:
        self.close()
        self.decided.emit([id_ for id_, box in self.boxes.items() if box.isChecked()])
