# SPDX-License-Identifier: EUPL-1.2
"""The box around the text: small tools above, the text, its counters below."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kalender.ui.editor.text.counters import Counters
from kalender.ui.editor.text.meter import Meter
from kalender.ui.editor.text.writing import WritingArea
from kalender.ui.theme.theme import Theme
from kalender.ui.widgets.blocks.text import Line, Text
from kalender.ui.widgets.controls.button import Button, Kind, Size
from kalender.wording.tr import tr


class TextBox(QWidget):
    """Frame, tools, text and counters; the frame shows where the keys go."""

    undo_wanted = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.area = WritingArea(theme)
        self.counters = Counters(theme)
        self.meter = Meter(theme, self.area)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, 1)
        column.setSpacing(0)
        self._tools = QHBoxLayout()
        self._tools.setContentsMargins(theme.px(8), theme.px(4), theme.px(12), theme.px(4))
        self._tools.setSpacing(theme.px(2))
        self.emoji = self._tool("ri.emotion-line", tr("Emoji einfügen (Strg .)"))
        self.hashtag = self._tool("ri.hashtag", tr("Hashtag beginnen"))
        self.link = self._tool("ri.link", tr("Link des Beitrags einfügen"))
        self._tools.addSpacing(theme.px(4))
        self.blocks = Button(
            theme,
            tr("Textbaustein"),
            icon="ri.file-text-line",
            kind=Kind.QUIET,
            size=Size.DENSE,
            arrow=True,
        )
        self.blocks.setToolTip(tr("Textbaustein oder Hashtags einfügen (Strg B)"))
        self._tools.addWidget(self.blocks)
        self.undo = Button(
            theme,
            tr("Rückgängig"),
            icon="ri.arrow-go-back-line",
            kind=Kind.QUIET,
            size=Size.DENSE,
            clicked=self.undo_wanted.emit,
        )
        self.undo.setToolTip(tr("Letzten Schritt rückgängig machen (Strg Z)"))
        self._tools.addWidget(self.undo)
        self._tools.addStretch(1)
        self._saved = Text(theme, "", "small", ink="text-3")
        self._tools.addWidget(self._saved)
        column.addLayout(self._tools)
        column.addWidget(Line(theme))
        middle = QVBoxLayout()
        middle.setContentsMargins(theme.px(14), theme.px(10), theme.px(6), theme.px(8))
        middle.addWidget(self.area)
        column.addLayout(middle, 1)
        foot = QHBoxLayout()
        foot.setSpacing(0)
        foot.addWidget(self.counters, 1)
        foot.addWidget(self.meter)
        column.addLayout(foot)
        self.hashtag.clicked.connect(lambda: self.area.insert("#"))
        self.area.installEventFilter(self)
        layout = self.area.document().documentLayout()
        # Queued: the size changes while the parts are laid out, and another height then leaves them half done.
        layout.documentSizeChanged.connect(self._grown, Qt.ConnectionType.QueuedConnection)
        theme.changed.connect(self._fit)
        self._fit()

    def _grown(self, _size: object) -> None:
        self._fit()

    def _fit(self) -> None:
        """Be as high as the text, within limits: a long text scrolls."""
        px = self._theme.px
        text = round(self.area.document().size().height()) + px(26)
        frame = self.counters.sizeHint().height() + self._tools.sizeHint().height() + px(6)
        self.setMinimumHeight(max(px(230), min(px(440), text + frame)))
        self.update()

    def freeze(self, reason: str) -> None:
        """Let the text be read only."""
        for tool in (self.emoji, self.hashtag, self.link, self.blocks, self.undo):
            tool.refuse(reason)

    def show_saved(self, words: str) -> None:
        """Say that everything is saved."""
        self._saved.set_ink("text-3")
        self._saved.setText(words)

    def show_unsaved(self, words: str) -> None:
        """Say that something is not saved, in the colour of what needs a look."""
        self._saved.set_ink("warn")
        self._saved.setText(words)

    def _tool(self, icon: str, name: str) -> Button:
        button = Button(self._theme, icon=icon, kind=Kind.QUIET, size=Size.DENSE, name=name)
        self._tools.addWidget(button)
        return button

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Paint the frame anew where the keys come and go, and not with every letter."""
        if event.type() in {QEvent.Type.FocusIn, QEvent.Type.FocusOut}:
            self.update()
        return super().eventFilter(watched, event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002, N802 - Qt's name and signature
        """Paint the frame."""
        theme = self._theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        focused = self.area.hasFocus()
        width = 2 if focused else theme.line_width
        painter.setPen(
            QPen(theme.colour("accent" if focused else "line-control"), width, Qt.PenStyle.SolidLine)
        )
        painter.setBrush(theme.colour("bg-surface"))
        half = width / 2
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(half, half, -half, -half), 6, 6)
        painter.end()
