# SPDX-License-Identifier: EUPL-1.2
"""The parts of the rescue screen: lines of what is safe, ways out, backups, and work under way."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from kalender.store.backup.info import BackupInfo
from kalender.ui.rescue.choices import Choice
from kalender.ui.theme.theme import Theme
from kalender.ui.widgets.blocks.section import SectionHeader
from kalender.ui.widgets.blocks.signs import Symbol
from kalender.ui.widgets.blocks.text import Ground, Text
from kalender.ui.widgets.controls.button import Button, Kind, Size
from kalender.ui.widgets.feedback.jobstrip import Progress
from kalender.ui.widgets.paint.glyphs import SEVERITY
from kalender.wording.rescue.screen import Safe, backup_line
from kalender.wording.tr import tr

_SHOWN = 6
_BESIDE = 560
"""Width in px at 100 % from which the words of a way out stand beside its button."""


class SafeBox(Ground):
    """What is certain, a line each with its symbol."""

    def __init__(
        self, theme: Theme, title: str, lines: Sequence[Safe], parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, "bg-subtle", edges="all", line="line", radius=8, parent=parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.px(16), theme.px(12), theme.px(16), theme.px(12))
        column.setSpacing(theme.px(8))
        column.addWidget(SectionHeader(theme, title))
        for line in lines:
            severity = "ok" if line.good else "warn"
            row = QHBoxLayout()
            row.setSpacing(theme.px(10))
            name = "" if line.good else tr("Achtung")
            sign = Symbol(theme, SEVERITY[severity], severity, size=16, name=name)
            row.addWidget(sign, 0, Qt.AlignmentFlag.AlignTop)
            row.addWidget(Text(theme, line.words, "body", wrap=True), 1)
            column.addLayout(row)


class Ways(QWidget):
    """The ways out, each a button with words beside it, or below where there is no room. chosen(Way)."""

    chosen = Signal(object)

    def __init__(self, theme: Theme, every: Sequence[Choice], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.buttons: dict[object, Button] = {}
        self._rows: list[QBoxLayout] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(10))
        column.addWidget(SectionHeader(theme, tr("Was Sie tun können")))
        for number, choice in enumerate(every):
            button = Button(
                theme,
                choice.title,
                icon=choice.icon,
                kind=Kind.PRIMARY if number == 0 else Kind.NORMAL,
                clicked=self._chooses(choice),
            )
            button.setAccessibleDescription(choice.words)
            self.buttons[choice.way] = button
            row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
            row.setSpacing(theme.px(14))
            row.addWidget(button)
            row.addWidget(Text(theme, choice.words, "small", ink="text-2", wrap=True), 1)
            self._rows.append(row)
            column.addLayout(row)
        self._even()

    def _even(self) -> None:
        width = max((button.sizeHint().width() for button in self.buttons.values()), default=0)
        for button in self.buttons.values():
            button.setMinimumWidth(width)

    def _chooses(self, choice: Choice) -> Callable[[], None]:
        return lambda: self.chosen.emit(choice.way)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Put the words beside or below the buttons."""
        super().resizeEvent(event)
        beside = self.width() >= self._theme.px(_BESIDE)
        way = QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom
        for row in self._rows:
            row.setDirection(way)
            row.setSpacing(self._theme.px(14 if beside else 2))


class Backups(QWidget):
    """The backups that were found, the newest first. chosen(BackupInfo); search_wanted: look at another place."""

    chosen = Signal(object)
    search_wanted = Signal()

    def __init__(self, theme: Theme, backups: Sequence[BackupInfo], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(4))
        head = SectionHeader(theme, tr("Sicherungen"))
        self.search = Button(
            theme,
            tr("An anderem Ort suchen …"),
            icon="ri.folder-open-line",
            kind=Kind.QUIET,
            size=Size.DENSE,
            clicked=self.search_wanted.emit,
        )
        head.tail.addWidget(self.search)
        column.addWidget(head)
        self.buttons: list[Button] = []
        if not backups:
            words = tr(
                "Es wurde keine Sicherung gefunden. Vielleicht liegt eine auf einem Stick oder einer Freigabe."
            )
            column.addWidget(Text(theme, words, "body", ink="text-2", wrap=True))
        for backup in backups[:_SHOWN]:
            column.addWidget(self._row(theme, backup))
        if len(backups) > _SHOWN:
            more = tr("und {count} ältere").format(count=len(backups) - _SHOWN)
            column.addWidget(Text(theme, more, "small", ink="text-3"))

    def _row(self, theme: Theme, backup: BackupInfo) -> QWidget:
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(10))
        severity = "ok" if not backup.damaged else "warn"
        row.addWidget(Symbol(theme, SEVERITY[severity], severity, size=16))
        words = backup_line(backup)
        row.addWidget(Text(theme, words, "body", wrap=True), 1)
        if backup.whole:
            button = Button(
                theme,
                tr("Wiederherstellen"),
                size=Size.DENSE,
                clicked=lambda: self.chosen.emit(backup),
            )
            button.setAccessibleName(tr("Wiederherstellen: {backup}").format(backup=words))
            self.buttons.append(button)
            row.addWidget(button)
        line.setToolTip(str(backup.path))
        return line


class Working(QWidget):
    """Work under way: what, how far, and a way to stop it. stopped."""

    stopped = Signal()

    def __init__(self, theme: Theme, words: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, theme.px(8), 0, theme.px(8))
        column.setSpacing(theme.px(8))
        self.words = Text(theme, words, "body", wrap=True)
        column.addWidget(self.words)
        row = QHBoxLayout()
        row.setSpacing(theme.px(10))
        self.bar = Progress(theme)
        self.bar.set_share(-1)
        self.bar.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.far = Text(theme, "", "small", ink="text-2")
        self.stop = Button(theme, tr("Abbrechen"), clicked=self.stopped.emit)
        self.stop.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.stop.setAccessibleDescription(words)
        row.addWidget(self.bar, 1)
        row.addWidget(self.far)
        row.addWidget(self.stop)
        column.addLayout(row)

    def show_progress(self, done: int, total: int) -> None:
        """Show how far it is; total 0: nobody knows."""
        self.bar.set_share(done / total if total else -1)
        self.far.setText(tr("{done} von {total}").format(done=done, total=total) if total else "")
