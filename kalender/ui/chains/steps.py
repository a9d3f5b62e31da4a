# SPDX-License-Identifier: EUPL-1.2
"""One post around an event as a row: whether it is wanted, how many days before or after, and at which time."""

from __future__ import annotations

from dataclasses import replace
from datetime import time

from PySide6.QtCore import QRegularExpression, Signal
from PySide6.QtGui import QRegularExpressionValidator
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kalender.domain.chains.events import OWN, Anchor, Step
from kalender.ui.theme.theme import Theme
from kalender.ui.widgets.blocks.spacing import spaced
from kalender.ui.widgets.blocks.text import Text
from kalender.ui.widgets.controls.button import Button, Kind
from kalender.ui.widgets.controls.choice import CheckBox, Choice
from kalender.ui.widgets.controls.field import LineField
from kalender.ui.widgets.controls.number import NumberField
from kalender.wording.chains.events import STEPS
from kalender.wording.tr import tr

MOST = 365
_CLOCK = QRegularExpression(r"([01]?\d|2[0-3]):[0-5]\d")

WAYS: tuple[tuple[str, Anchor, int], ...] = (
    ("vor dem ersten Tag", Anchor.FIRST, -1),
    ("nach dem ersten Tag", Anchor.FIRST, 1),
    ("nach der Mitte", Anchor.MIDDLE, 1),
    ("vor dem letzten Tag", Anchor.LAST, -1),
    ("nach dem letzten Tag", Anchor.LAST, 1),
)
"""From which day the days of a step are counted, and in which direction."""


class StepRow(QWidget):
    """changed: a hand has changed it. removed: an own one is not wanted any more."""

    changed = Signal()
    removed = Signal()

    def __init__(self, theme: Theme, step: Step, *, wanted: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._step = step
        name = self.name
        whole = spaced(theme, QVBoxLayout(self), (0, 0, 0, 0), 2)
        head = spaced(theme, QHBoxLayout(), gap=8)
        self.box = CheckBox(theme, name)
        self.box.setChecked(wanted)
        self.title: LineField | None = None
        head.addWidget(self.box, 1)
        whole.addLayout(head)
        if step.kind == OWN:
            self.title = LineField(theme, step.title, name=tr("Titel des eigenen Beitrags"))
            self.title.setPlaceholderText(tr("Titel"))
            self.title.textChanged.connect(lambda _text: self.changed.emit())
        self.days = NumberField(theme, tr("{name}: Tage").format(name=name), abs(step.days), 0, MOST)
        self.way = Choice(theme, name=tr("{name}: gezählt").format(name=name))
        for words, anchor, sign in WAYS:
            self.way.addItem(tr(words), (anchor, sign))
        sign = -1 if step.days < 0 or (not step.days and step.anchor is Anchor.FIRST) else 1
        found = [at for at, (_words, anchor, way) in enumerate(WAYS) if (anchor, way) == (step.anchor, sign)]
        self.way.setCurrentIndex(found[0] if found else 1)
        self.clock = LineField(
            theme, f"{step.at:%H:%M}" if step.at else "", name=tr("{name}: Uhrzeit").format(name=name)
        )
        self.clock.setValidator(QRegularExpressionValidator(_CLOCK, self.clock))
        self.clock.setPlaceholderText(tr("übliche Zeit"))
        self.clock.setToolTip(tr("Uhrzeit, etwa 17:30; leer: die übliche Zeit der Kanäle"))
        self.clock.setFixedWidth(theme.px(104))
        for part in (self.days, Text(theme, tr("Tage"), "body"), self.way, self.clock):
            head.addWidget(part)
        if self.title is not None:
            named = spaced(theme, QHBoxLayout(), (28, 0, 0, 0), 8)
            named.addWidget(self.title, 1)
            away = Button(theme, icon="ri.close-line", kind=Kind.QUIET, name=tr("Eigenen Beitrag wegnehmen"))
            away.clicked.connect(lambda _checked=False: self.removed.emit())
            named.addWidget(away)
            whole.addLayout(named)
        self.box.toggled.connect(lambda _on: self.changed.emit())
        self.days.changed.connect(lambda _value: self.changed.emit())
        self.way.currentIndexChanged.connect(lambda _row: self.changed.emit())
        self.clock.textChanged.connect(lambda _text: self.changed.emit())

    @property
    def name(self) -> str:
        """What the post is called."""
        return tr("Eigener Beitrag") if self._step.kind == OWN else tr(STEPS[self._step.kind][0])

    @property
    def step(self) -> Step:
        """The step as it is entered."""
        anchor, sign = self.way.currentData()
        return replace(
            self._step,
            days=sign * self.days.value,
            anchor=anchor,
            at=_clock(self.clock.text()),
            title=self.title.text().strip() if self.title is not None else "",
        )


def _clock(text: str) -> time | None:
    hour, colon, minute = text.strip().partition(":")
    if not colon or len(minute) != 2 or not hour.isdecimal() or not minute.isdecimal():
        return None
    return time(int(hour), int(minute)) if int(hour) < 24 and int(minute) < 60 else None
