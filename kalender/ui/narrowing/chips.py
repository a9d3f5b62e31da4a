# SPDX-License-Identifier: EUPL-1.2
"""A chip that names what is chosen of a list, and opens the list to tick in."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QScrollArea, QWidget

from kalender.domain.frozen import frozen
from kalender.ui.theme.theme import Theme
from kalender.ui.widgets.blocks.text import Text
from kalender.ui.widgets.controls.button import Button, Kind, Size, literal
from kalender.ui.widgets.controls.choice import CheckBox
from kalender.ui.widgets.feedback.popover import Popover
from kalender.wording.tr import tr

MOST_HEIGHT = 360
"""Px at 100 % from which a list scrolls."""


@frozen
class Entry:
    """Something to tick. sign: makes what stands beside the words, e.g. the symbol of a stage."""

    id: str
    words: str
    sign: Callable[[], QWidget] | None = None


Entries = Callable[[], Sequence[Entry]]


class Ticks(Popover):
    """The list. ticked: what is chosen now, at every tick; what lies behind follows at once."""

    ticked = Signal(object)

    def __init__(
        self, theme: Theme, owner: QWidget, title: str, entries: Sequence[Entry], chosen: frozenset[str]
    ) -> None:
        super().__init__(theme, owner, name=title, padding=14)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.boxes: dict[str, CheckBox] = {}
        self.body.addWidget(Text(theme, title, "small", weight=600, ink="text-2"))
        inside = QWidget()
        grid = QGridLayout(inside)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(theme.px(10))
        grid.setVerticalSpacing(theme.px(2))
        grid.setColumnStretch(0, 1)
        for row, entry in enumerate(entries):
            box = CheckBox(theme, entry.words, name=f"{title}: {entry.words}")
            box.setChecked(entry.id in chosen)
            box.toggled.connect(lambda _on: self.ticked.emit(self.chosen()))
            self.boxes[entry.id] = box
            grid.addWidget(box, row, 0)
            if entry.sign is not None:
                grid.addWidget(entry.sign(), row, 1)
        self._hold(theme, inside)
        foot = QHBoxLayout()
        foot.addWidget(Button(theme, tr("Alle"), kind=Kind.QUIET, size=Size.DENSE, clicked=self.clear))
        foot.addStretch(1)
        foot.addWidget(Button(theme, tr("Schließen"), size=Size.DENSE, clicked=self.close))
        self.body.addLayout(foot)

    def _hold(self, theme: Theme, inside: QWidget) -> None:
        if inside.sizeHint().height() <= theme.px(MOST_HEIGHT):
            self.body.addWidget(inside)
            return
        area = QScrollArea()
        area.setWidget(inside)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setFixedHeight(theme.px(MOST_HEIGHT))
        area.setMinimumWidth(inside.sizeHint().width() + theme.px(24))
        area.viewport().setAutoFillBackground(False)
        inside.setAutoFillBackground(False)
        self.body.addWidget(area)

    def chosen(self) -> frozenset[str]:
        """Return what is ticked."""
        return frozenset(id_ for id_, box in self.boxes.items() if box.isChecked())

    def clear(self) -> None:
        """Untick all, which chooses everything."""
        for box in self.boxes.values():
            box.setChecked(False)


class ListChip(Button):
    """Says "Thema: alle", or tinted what is chosen. picked: ids; entries: asked for when the list opens."""

    picked = Signal(object)

    def __init__(self, theme: Theme, title: str, entries: Entries) -> None:
        super().__init__(theme, title, arrow=True, checkable=True, size=Size.NORMAL, clicked=self.open_list)
        self._themed = theme
        self._title = title
        self._entries = entries
        self._chosen: frozenset[str] = frozenset()
        self._names: list[str] = []
        self._whole = ""
        self._short = False
        self.show_chosen(frozenset())

    @property
    def chosen(self) -> frozenset[str]:
        """What is chosen."""
        return self._chosen

    def show_chosen(self, chosen: frozenset[str]) -> None:
        """Name what is chosen."""
        names = [entry.words for entry in self._listed(chosen) if entry.id in chosen] if chosen else []
        whole = f"{self._title}: " + (", ".join(names) if names else tr("alle"))
        self.setChecked(bool(chosen))  # in any case: a click may have turned it
        if (chosen, whole) == (self._chosen, self._whole):
            return
        self._chosen, self._names, self._whole = chosen, names, whole
        self.setText(self._words_in(short=self._short))
        self.setAccessibleName(whole)
        self.setToolTip(whole)
        self.set_icon("ri.check-line" if chosen else "", "accent" if chosen else "")

    def set_short(self, *, short: bool) -> None:
        """Leave ": alle" out where there is little room."""
        if short != self._short:
            self._short = short
            self.setText(self._words_in(short=short))
            self.updateGeometry()

    def wanted(self, *, short: bool) -> int:
        """Return the width the chip would like to have with or without ": alle", in px."""
        return self.room_for(self._words_in(short=short)).width()

    def _words_in(self, *, short: bool) -> str:
        names = self._names
        if len(names) == 1:
            words = names[0]
        elif names:
            words = f"{self._title}: {len(names)}"
        else:
            words = self._title if short else f"{self._title}: {tr('alle')}"
        return literal(words)

    def open_list(self) -> None:
        """Open the list to tick in."""
        self.setChecked(bool(self._chosen))
        ticks = Ticks(self._themed, self, self._title, self._listed(self._chosen), self._chosen)
        ticks.ticked.connect(self.picked)
        ticks.open_under()

    def _listed(self, chosen: frozenset[str]) -> list[Entry]:
        """Return the entries, and what is chosen though the plan has it no longer."""
        known = list(self._entries())
        ids = {entry.id for entry in known}
        gone = sorted(chosen - ids)
        return [*known, *(Entry(id=id_, words=tr("nicht mehr im Plan")) for id_ in gone)]
