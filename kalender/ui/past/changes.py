# SPDX-License-Identifier: EUPL-1.2
"""Differences between two states of a post, one below the other: texts word by word, everything else in words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kalender.domain.frozen import frozen
from kalender.services.past.comparing import Difference
from kalender.ui.theme.theme import Theme
from kalender.ui.widgets.blocks.diff import DiffText, shown
from kalender.ui.widgets.blocks.spacing import spaced
from kalender.ui.widgets.blocks.text import Ground, Text
from kalender.ui.widgets.controls.button import Button, Kind, Size
from kalender.wording.past.differences import heading, pair
from kalender.wording.tr import tr

Named = Callable[[str], str]


@frozen
class Names:
    """Gives names by id: of channels, people, topics, pictures, formats; empty for an unknown one."""

    channel: Named
    person: Named
    topic: Named
    picture: Named
    format: Named
    meeting: Named = str


class DifferenceBox(Ground):
    """One difference. wanted: its field is to come back; restorable: words of its button, none where it has none."""

    wanted = Signal(str)

    def __init__(
        self,
        theme: Theme,
        difference: Difference,
        names: Names,
        *,
        restorable: str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, "bg-surface", edges="all", line="line-subtle", radius=6, parent=parent)
        self.difference = difference
        words = heading(difference, names.channel, names.picture, names.format)
        self.setAccessibleName(words)
        column = spaced(theme, QVBoxLayout(self), (12, 8, 12, 10), 6)
        head = spaced(theme, QHBoxLayout(), gap=8)
        self.title = Text(theme, words, "body", weight=600, wrap=True)
        head.addWidget(self.title, 1)
        self.button: Button | None = None
        if restorable:
            self.button = Button(
                theme,
                restorable,
                icon="ri.arrow-go-back-line",
                kind=Kind.QUIET,
                size=Size.DENSE,
                clicked=lambda: self.wanted.emit(difference.field),
            )
            self.button.setAccessibleName(f"{restorable}: {words}")
            head.addWidget(self.button)
        column.addLayout(head)
        if difference.segments:
            self.text = DiffText(theme)
            self.text.set_segments(shown(difference.segments))
            column.addWidget(self.text)
        else:
            then, now = pair(difference, names.person, names.topic, names.meeting)
            self.words = Text(theme, tr("{then}  →  {now}").format(then=then, now=now), "body", wrap=True)
            self.words.setAccessibleName(tr("damals: {then}; jetzt: {now}").format(then=then, now=now))
            column.addWidget(self.words)


class DifferenceList(QWidget):
    """All differences. wanted: the field of one is to come back."""

    wanted = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._column = spaced(theme, QVBoxLayout(self), gap=8)
        self.boxes: list[DifferenceBox] = []

    def show_differences(
        self, found: Sequence[Difference], names: Names, *, restorable: bool = False
    ) -> None:
        """Show these, each with a button that brings it back where that is possible."""
        for box in self.boxes:
            self._column.removeWidget(box)
            box.hide()
            box.deleteLater()
        self.boxes = []
        fields = Counter(difference.field for difference in found)
        offered: set[str] = set()
        for difference in found:
            several = (
                fields[difference.field] > 1
            )  # pictures and crops come back together, so one button is enough
            words = tr("Alle wiederherstellen") if several else tr("Nur dieses Feld zurückholen")
            wanted = restorable and difference.field not in offered
            offered.add(difference.field)
            box = DifferenceBox(self._theme, difference, names, restorable=words if wanted else "")
            box.wanted.connect(self.wanted)
            self.boxes.append(box)
            self._column.addWidget(box)
