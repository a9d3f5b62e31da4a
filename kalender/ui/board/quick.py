# SPDX-License-Identifier: EUPL-1.2
"""The field at the top of a column that notes a new post by its title alone."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime

from PySide6.QtCore import QEvent, QObject, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from kalender.domain.card import Filter
from kalender.domain.stage import Stage
from kalender.services.posts import Posts
from kalender.ui.theme.theme import Theme
from kalender.ui.widgets.blocks.signs import KeyCap
from kalender.ui.widgets.blocks.spacing import spaced
from kalender.ui.widgets.blocks.text import Text
from kalender.ui.widgets.controls.focus import OWN
from kalender.wording.tr import tr

RADIUS = 6


class _Line(QLineEdit):
    """Creates on Enter and stays; Esc empties, then leaves."""

    wanted = Signal(str, bool)
    left = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Create, empty or leave the field."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            title = self.text().strip()
            if title:
                self.clear()
                self.wanted.emit(title, bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier))
        elif event.key() == Qt.Key.Key_Escape:
            self.clear()
            self.left.emit()
        else:
            super().keyPressEvent(event)


def quick_for(theme: Theme, stage: Stage) -> QuickAdd | None:
    """Return the field for a column in which posts begin, None for the others."""
    words = {Stage.IDEA: tr("Neue Idee …"), Stage.DRAFT: tr("Neuer Entwurf …")}
    return QuickAdd(theme, words[stage]) if stage in words else None


class QuickAdd(QWidget):
    """Emits wanted(title, open it); the keys are shown while one writes. left: Esc was pressed."""

    wanted = Signal(str, bool)
    left = Signal()

    def __init__(self, theme: Theme, placeholder: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.line = _Line()
        self.line.setProperty("bare", "true")
        self.line.setProperty(OWN, "true")
        self.line.setPlaceholderText(placeholder)
        self.line.setAccessibleName(placeholder)
        self.line.setAccessibleDescription(
            tr("Enter legt an, Umschalt Enter legt an und öffnet, Esc verlässt das Feld")
        )
        self.line.wanted.connect(self.wanted)
        self.line.left.connect(self.left)
        self.line.installEventFilter(self)
        self.setFocusProxy(self.line)
        self._keys = QWidget()
        keys = spaced(theme, QVBoxLayout(self._keys), gap=4)
        for key, words in ((tr("Enter"), tr("anlegen")), (tr("Umschalt Enter"), tr("öffnen"))):
            row = spaced(theme, QHBoxLayout(), gap=4)
            row.addWidget(KeyCap(theme, key))
            row.addWidget(Text(theme, words, "small", ink="text-2"))
            row.addStretch(1)
            keys.addLayout(row)
        self._keys.hide()
        column = spaced(theme, QVBoxLayout(self), (9, 6, 6, 6), 6)
        column.addWidget(self.line)
        column.addWidget(self._keys)
        self._restyle()
        theme.changed.connect(self._restyle)

    def _restyle(self) -> None:
        self.line.setFont(self._theme.font("body"))
        self.update()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Show the keys while the field has the focus."""
        if event.type() in {QEvent.Type.FocusIn, QEvent.Type.FocusOut}:
            self._keys.setVisible(event.type() == QEvent.Type.FocusIn)
            self.update()
        return super().eventFilter(watched, event)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint the frame: thin and dashed at rest, strong while one writes."""
        theme, active = self._theme, self.line.hasFocus()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        width = 2.0 if active else float(theme.line_width)
        pen = QPen(theme.colour("accent" if active else "line-control"), width)
        if not active:
            pen.setDashPattern([3, 2])
        painter.setPen(pen)
        painter.setBrush(theme.colour("bg-surface"))
        half = width / 2
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(half, half, -half, -half), RADIUS, RADIUS)
        painter.end()


def noted(
    posts: Posts,
    shown: Filter,
    stage: Stage,
    title: str,
    *,
    slot: Callable[[Sequence[str] | None], datetime] | None,
) -> str:
    """Note a post that a filter shows, and return its id: with its channels, its one topic and its one person.

    A draft takes a free slot. Raises Refused as Posts.create does.
    """
    channels = sorted(shown.channels - {""}) or None
    return posts.create(
        title,
        planned=slot(channels) if slot is not None and stage is not Stage.IDEA else None,
        idea=stage is Stage.IDEA,
        channels=channels,
        topic=next(iter(shown.topics)) if len(shown.topics) == 1 else "",
        responsible=next(iter(shown.people)) if len(shown.people) == 1 else None,
    )
