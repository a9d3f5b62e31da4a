# SPDX-License-Identifier: EUPL-1.2
"""The menu behind the plus: on which channels a post goes out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from kalender.ui.theme.theme import Theme
from kalender.ui.widgets.blocks.text import Text
from kalender.ui.widgets.controls.button import Button, Kind
from kalender.ui.widgets.controls.choice import CheckBox
from kalender.ui.widgets.feedback.popover import Popover
from kalender.ui.widgets.paint.values import ChannelMark
from kalender.wording.tr import tr


class ChannelPopover(Popover):
    """Boxes to tick; decided(list of channel ids) when they are taken over."""

    decided = Signal(list)

    def __init__(
        self,
        theme: Theme,
        owner: QWidget,
        marks: Mapping[str, ChannelMark],
        chosen: Sequence[str],
        own: Sequence[str],
    ) -> None:
        super().__init__(theme, owner, name=tr("Kanäle wählen"))
        self._own = set(own)
        self.body.addWidget(Text(theme, tr("Kanäle dieses Beitrags"), "title-3"))
        self.boxes: dict[str, CheckBox] = {}
        for id_, mark in marks.items():
            box = CheckBox(theme, mark.label)
            box.setChecked(id_ in chosen)
            box.toggled.connect(self._warn)
            self.boxes[id_] = box
            self.body.addWidget(box)
        self._note = Text(theme, "", "small", ink="warn", wrap=True)
        self._note.hide()
        self.body.addWidget(self._note)
        self.apply = Button(theme, tr("Kanäle übernehmen"), kind=Kind.PRIMARY, clicked=self._take)
        self.body.addWidget(self.apply)
        self.setMinimumWidth(theme.px(260))

    def _warn(self) -> None:
        lost = [id_ for id_, box in self.boxes.items() if not box.isChecked() and id_ in self._own]
        self._note.setText(
            tr("Angepasste Fassungen, die Sie abwählen, gehen verloren. Rückgängig ist möglich.")
            if lost
            else ""
        )
        self._note.setVisible(bool(lost))
        self.adjustSize()

    def _take(self) -> None:
        self.close()
        self.decided.emit([id_ for id_, box in self.boxes.items() if box.isChecked()])
