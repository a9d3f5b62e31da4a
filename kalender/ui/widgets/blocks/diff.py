# SPDX-License-Identifier: EUPL-1.2
"""Two versions of a text in one: what went is struck through, what came is underlined."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from enum import Enum

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QFont, QPalette, QResizeEvent, QTextBlockFormat, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QTextEdit, QVBoxLayout, QWidget

from kalender.domain.text.compare import Kind
from kalender.ui.theme.theme import Theme
from kalender.ui.widgets.blocks.text import Text
from kalender.wording.tr import tr


class Change(Enum):
    """What became of a piece of text."""

    SAME = "same"
    GONE = "gone"
    NEW = "new"


Segment = tuple[Change, str]

_KINDS = {Kind.SAME: Change.SAME, Kind.GONE: Change.GONE, Kind.NEW: Change.NEW}


def shown(found: Iterable[tuple[Kind, str]]) -> list[Segment]:
    """Return what domain.text.compare found as the pieces these widgets show."""
    return [(_KINDS[kind], text) for kind, text in found]


def read_out(segments: Sequence[Segment]) -> str:
    """Return the comparison in words: "gestrichen: …; neu: …" at their places."""
    words = {Change.GONE: tr("gestrichen"), Change.NEW: tr("neu")}
    parts = [
        text if change is Change.SAME else f" [{words[change]}: {text.strip()}] " for change, text in segments
    ]
    return " ".join("".join(parts).split())


class DiffText(QTextEdit):
    """The comparison as text to read and copy; as high as it is long."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._segments: tuple[Segment, ...] = ()
        self.setReadOnly(True)
        self.setProperty("bare", "true")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setTabChangesFocus(True)
        self.setCursorWidth(0)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.document().setDocumentMargin(0)
        theme.changed.connect(self._render)

    def set_segments(self, segments: Sequence[Segment]) -> None:
        """Show a comparison."""
        self._segments = tuple(segments)
        self.setAccessibleName(tr("Textvergleich"))
        self.setAccessibleDescription(read_out(segments))
        self._render()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return the height the text takes at the width there is."""
        return QSize(super().sizeHint().width(), self._needed())

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return the height the text takes."""
        return QSize(self._theme.px(160), self._needed())

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Take the height the new width asks for."""
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Follow a change of fonts."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit()

    def _needed(self) -> int:
        return round(self.document().size().height()) + 4

    def _fit(self) -> None:
        if self.height() != self._needed():
            self.setFixedHeight(self._needed())

    def _render(self) -> None:
        theme = self._theme
        self.setFont(theme.font("reading"))
        palette = QPalette(self.palette())
        palette.setColor(QPalette.ColorRole.Text, theme.colour("text"))
        self.setPalette(palette)
        self.clear()
        cursor = QTextCursor(self.document())
        block = QTextBlockFormat()
        block.setLineHeight(theme.line("reading"), QTextBlockFormat.LineHeightTypes.FixedHeight.value)
        cursor.setBlockFormat(block)
        for change, text in self._segments:
            cursor.insertText(text, self._format(change))
        self.moveCursor(QTextCursor.MoveOperation.Start)
        self._fit()

    def _format(self, change: Change) -> QTextCharFormat:
        theme = self._theme
        found = QTextCharFormat()
        found.setFont(theme.font("reading", 500 if change is Change.NEW else 400))
        if change is Change.SAME:
            found.setForeground(theme.colour("text"))
            return found
        role = "del" if change is Change.GONE else "ins"
        found.setForeground(theme.colour(role))
        found.setBackground(theme.colour(f"{role}-bg"))
        font = QFont(found.font())
        font.setStrikeOut(change is Change.GONE)
        font.setUnderline(change is Change.NEW)
        found.setFont(font)
        return found


class DiffView(QWidget):
    """The comparison with its legend in words; widgets such as a link go into `foot`."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(8))
        self.text = DiffText(theme)
        column.addWidget(self.text)
        self.foot = QHBoxLayout()
        self.foot.setSpacing(theme.px(16))
        self._theme = theme
        self._gone = Text(theme, "", "small", rich=True)
        self._new = Text(theme, "", "small", rich=True)
        self.note = Text(theme, "", "small", ink="text-2")
        for sign in (self._gone, self._new, self.note):
            self.foot.addWidget(sign)
        self.foot.addStretch(1)
        column.addLayout(self.foot)
        self._legend()
        theme.changed.connect(self._legend)

    def set_segments(self, segments: Sequence[Segment]) -> None:
        """Show a comparison."""
        self.text.set_segments(segments)

    def _legend(self) -> None:
        for sign, role, mark, word in (
            (self._gone, "del", "line-through", tr("gestrichen")),
            (self._new, "ins", "underline", tr("neu")),
        ):
            ink, ground = self._theme.colour(role).name(), self._theme.colour(f"{role}-bg").name()
            style = f"color:{ink}; background:{ground}; text-decoration:{mark}"
            sign.setText(f'<span style="{style}">&nbsp;{word}&nbsp;</span>')
