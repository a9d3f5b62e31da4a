# SPDX-License-Identifier: EUPL-1.2
"""The second step: which channels, and how often."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kalender.domain.format import Platform
from kalender.domain.plan import Channel
from kalender.ui.start.draft import hours
from kalender.ui.start.pages import Step
from kalender.ui.theme.theme import Theme
from kalender.ui.widgets.blocks.leaf import Framed
from kalender.ui.widgets.blocks.signs import Painted, Symbol, Tag
from kalender.ui.widgets.blocks.text import Ground, Text
from kalender.ui.widgets.controls.button import Button, Kind
from kalender.ui.widgets.controls.choice import CheckBox
from kalender.ui.widgets.controls.stepper import Stepper
from kalender.ui.widgets.paint.glyphs import channel_glyph
from kalender.ui.widgets.paint.values import channel_mark
from kalender.wording.terms import GOOD_FOR
from kalender.wording.tr import tr

FIRST = ("facebook", "whatsapp", "instagram", "mastodon", "website")
GOOD = ("facebook", "whatsapp")
USUAL = {"facebook": 3, "whatsapp": 2}


class ChannelRow(Ground):
    """A platform to tick, and how many posts a week once it is."""

    changed = Signal()

    def __init__(self, theme: Theme, platform: Platform, parent: QWidget | None = None) -> None:
        super().__init__(theme, "bg-surface", edges="b", parent=parent)
        self.platform = platform
        mark = channel_mark(Channel(id=platform.id, platform=platform.id, name=platform.name), platform)
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.px(14), theme.px(8), theme.px(14), theme.px(8))
        row.setSpacing(theme.px(12))
        words = tr(GOOD_FOR.get(platform.id, ""))
        self.box = CheckBox(theme, name=f"{platform.name}. {words}")
        row.addWidget(self.box)

        def paint(painter: QPainter, rect: QRectF) -> None:
            channel_glyph(painter, theme, mark, 0, 0, round(rect.width()))

        row.addWidget(Painted(theme, QSize(22, 22), paint))
        column = QVBoxLayout()
        column.setSpacing(0)
        head = QHBoxLayout()
        head.setSpacing(theme.px(8))
        head.addWidget(Text(theme, platform.name, "body", weight=600))
        if platform.id in GOOD:
            head.addWidget(Tag(theme, tr("gut für den Anfang")))
        head.addStretch(1)
        column.addLayout(head)
        column.addWidget(Text(theme, words, "small", ink="text-2", wrap=True))
        row.addLayout(column, 1)
        name = tr("{channel}, Beiträge je Woche").format(channel=platform.name)
        self.often = Stepper(theme, name, USUAL.get(platform.id, 1))
        self._weekly = QWidget()
        weekly = QHBoxLayout(self._weekly)
        weekly.setContentsMargins(0, 0, 0, 0)
        weekly.setSpacing(theme.px(8))
        weekly.addWidget(self.often)
        weekly.addWidget(Text(theme, tr("je Woche"), "small", ink="text-2"))
        row.addWidget(self._weekly)
        self._weekly.hide()
        self.box.toggled.connect(self._toggled)
        self.often.changed.connect(lambda _value: self.changed.emit())

    def _toggled(self, on: bool) -> None:
        self._weekly.setVisible(on)
        self.set_ground("accent-tint" if on else "bg-surface")
        self.changed.emit()


class ChannelStep(Step):
    """Cards of platforms; a third one asks gently."""

    def __init__(self, theme: Theme, platforms: Sequence[Platform], parent: QWidget | None = None) -> None:
        super().__init__(
            theme,
            tr("Auf welchen Kanälen sind Sie unterwegs?"),
            tr(
                "Wählen Sie nur, was Sie wirklich bespielen möchten. Zugangsdaten braucht es nicht: Kalender veröffentlicht nichts von selbst."
            ),
            parent,
        )
        self.advice, self._advice_title, self._advice_text = self._box("info", "ri.lightbulb-line")
        self.body.addWidget(self.advice)
        frame = Framed(theme)
        self._list = frame.rows
        order = {id_: place for place, id_ in enumerate(FIRST)}
        known = sorted(platforms, key=lambda item: (order.get(item.id, 99), item.position))
        self.rows = {item.id: ChannelRow(theme, item) for item in known}
        for id_, row in self.rows.items():
            self._list.addWidget(row)
            row.changed.connect(self._count)
            row.setVisible(id_ in order)
        self.more = Button(
            theme,
            tr("Weitere Kanäle: Amtsblatt, Newsletter …"),
            icon="ri.add-line",
            kind=Kind.QUIET,
            clicked=self._show_all,
        )
        self._list.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)
        self.body.addWidget(frame)
        line = QHBoxLayout()
        line.setSpacing(theme.px(8))
        line.addWidget(Symbol(theme, "ri.time-line", "text-2", size=16))
        self.effort = Text(theme, "", "body", ink="text-2", wrap=True)
        line.addWidget(self.effort, 1)
        self.body.addLayout(line)
        self.missing = Text(theme, "", "small", ink="err", wrap=True)
        self.missing.hide()
        self.body.addWidget(self.missing)
        self.body.addStretch(1)
        self._count()

    def _box(self, severity: str, icon: str) -> tuple[Ground, Text, Text]:
        theme = self.theme
        box = Ground(theme, f"{severity}-bg", edges="all", line=f"{severity}-ln", radius=6)
        row = QHBoxLayout(box)
        row.setContentsMargins(theme.px(14), theme.px(10), theme.px(14), theme.px(10))
        row.setSpacing(theme.px(10))
        row.addWidget(Symbol(theme, icon, severity, size=18), 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout()
        column.setSpacing(0)
        title, text = Text(theme, "", "body", weight=600, wrap=True), Text(theme, "", "small", wrap=True)
        column.addWidget(title)
        column.addWidget(text)
        row.addLayout(column, 1)
        return box, title, text

    def chosen(self) -> list[tuple[Platform, int]]:
        """Return what is ticked, with posts a week."""
        return [(row.platform, row.often.value) for row in self.rows.values() if row.box.isChecked()]

    def first(self) -> QWidget:
        """The first box."""
        return self.rows[FIRST[0]].box if FIRST[0] in self.rows else self

    def check(self) -> bool:
        """One channel is needed."""
        found = bool(self.chosen())
        self.missing.setText("" if found else tr("Bitte wählen Sie mindestens einen Kanal."))
        self.missing.setVisible(not found)
        return found

    def _count(self) -> None:
        chosen = self.chosen()
        channels, posts = len(chosen), sum(often for _platform, often in chosen)
        if channels > 2:
            self._advice_title.setText(tr("Ist für den dritten Kanal jede Woche Zeit?"))
            words = tr(
                "{n} Kanäle brauchen etwa {h} Stunden pro Woche. Ein guter Kanal ist mehr wert als drei stille."
            )
            self._advice_text.setText(words.format(n=channels, h=hours(channels, posts)))
        else:
            self._advice_title.setText(tr("Empfehlung: lieber ein oder zwei Kanäle, die aber gut."))
            self._advice_text.setText(
                tr(
                    "Jeder Kanal braucht regelmäßige Beiträge und Antworten. Weitere können Sie jederzeit ergänzen."
                )
            )
        one = tr("Etwa {h} Stunden pro Woche für 1 Kanal und {posts} Beiträge. Eine Schätzung.")
        many = tr("Etwa {h} Stunden pro Woche für {n} Kanäle und {posts} Beiträge. Eine Schätzung.")
        words = (one if channels == 1 else many).format(h=hours(channels, posts), n=channels, posts=posts)
        self.effort.setText(words if channels else tr("Noch kein Kanal gewählt."))
        if channels:
            self.missing.hide()

    def _show_all(self) -> None:
        for row in self.rows.values():
            row.show()
        self.more.hide()
