# SPDX-License-Identifier: EUPL-1.2
"""The field in which a post is written: plain text, marks under it, excess and fold point shown."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QMimeData, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QPen,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
)
from PySide6.QtWidgets import QFrame, QTextEdit, QWidget

from kalender.domain.frozen import frozen
from kalender.ui.editor.text.direction import lay_out
from kalender.ui.editor.text.paste import picture_files, text_of
from kalender.ui.theme.theme import Theme

_AS_SHOWN = str.maketrans({"\u00a0": " ", "\u2028": "\n", "\u2029": "\n"})
"""What Qt gives back for characters it shows otherwise; such a text is not a changed one."""

DOCUMENTS = (".txt", ".text", ".md", ".markdown", ".docx", ".odt", ".eml")
"""Files that are not written into the text as their names but become fields, once the window has shown what goes where."""

PICTURES = (".jpg", ".jpeg", ".png", ".webp", ".heic", ".heif", ".avif", ".tif", ".tiff", ".gif")


@frozen
class Mark:
    """A stretch of the text that a finding speaks of; severity is a theme role: err, warn or info."""

    start: int
    length: int
    severity: str
    key: str = ""


class WritingArea(QTextEdit):
    """Plain text at the line height of reading. Strg+Z and Strg+Y are not handled here but asked for: typing is undone by the plan's own undo.

    typed: the person changed the text; shown: show_text put another one in; marked: the cursor stands in a mark. wrong_word:
    asked for by mouse or menu key at a place in the text, in code points; tells whether something is offered there.
    """

    typed = Signal(str)
    shown = Signal()
    undo_wanted = Signal()
    redo_wanted = Signal()
    left = Signal()
    pictures_given = Signal(list)
    picture_pasted = Signal(object)
    marked = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.wrong_word: Callable[[int], bool] = lambda _place: False
        self._marks: tuple[Mark, ...] = ()
        self._excess: int | None = None
        self._fold: int | None = None
        self._current = ""
        self._quiet = False
        self.setUndoRedoEnabled(False)
        self.setAcceptRichText(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setProperty("bare", "true")
        self.setTabChangesFocus(True)
        self.setLineWrapMode(QTextEdit.LineWrapMode.WidgetWidth)
        self.document().setDocumentMargin(0)
        self.textChanged.connect(self._say)
        self.cursorPositionChanged.connect(self._look_for_mark)
        theme.changed.connect(self._dress)
        self._dress()

    def _dress(self) -> None:
        self.setFont(self._theme.font("reading"))
        self._space_lines()
        self._paint_marks()

    def _space_lines(self) -> None:
        shape = QTextBlockFormat()
        shape.setLineHeight(self._theme.line("reading"), QTextBlockFormat.LineHeightTypes.FixedHeight.value)
        cursor = QTextCursor(self.document())
        cursor.select(QTextCursor.SelectionType.Document)
        quiet, self._quiet = self._quiet, True
        cursor.mergeBlockFormat(shape)
        self._quiet = quiet

    @property
    def rtl(self) -> bool:
        """Tell whether the text runs from right to left."""
        return self.document().defaultTextOption().textDirection() == Qt.LayoutDirection.RightToLeft

    def set_rtl(self, rtl: bool) -> None:
        """Lay the text out in the direction of its language."""
        lay_out(self, rtl=rtl)

    def text(self) -> str:
        """The text as written, one line a paragraph."""
        return self.toPlainText()

    def show_text(self, text: str) -> None:
        """Show a text without saying that it was typed; the cursor stays where it can."""
        if text.translate(_AS_SHOWN) == self.toPlainText():
            return
        place, at_top = self.textCursor().position(), self.verticalScrollBar().value()
        self._quiet = True
        self.setPlainText(text)
        self._quiet = False
        self._space_lines()
        cursor = self.textCursor()
        cursor.setPosition(min(place, len(self.document().toPlainText())))
        self.setTextCursor(cursor)
        self.verticalScrollBar().setValue(at_top)
        self.shown.emit()

    def replace(self, start: int, length: int, words: str) -> None:
        """Put words in the place of a stretch, as if they were typed. Indices are code points."""
        cursor = self._stretch(start, length)
        cursor.insertText(words)
        self.setTextCursor(cursor)

    def insert(self, words: str) -> None:
        """Put words where the cursor stands, as if they were typed."""
        self.textCursor().insertText(words)
        self.setFocus()

    def select(self, start: int, length: int) -> None:
        """Choose a stretch and bring it into view. Indices are code points."""
        self.setTextCursor(self._stretch(start, length))
        self.ensureCursorVisible()
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_marks(
        self, marks: Sequence[Mark], *, excess: int | None, fold: int | None, current: str = ""
    ) -> None:
        """Show findings as waves, the part that does not fit on a red ground, and where the platform folds.

        current: key of the mark to be shown on a ground of its own.
        """
        self._marks, self._excess, self._fold, self._current = tuple(marks), excess, fold, current
        self._paint_marks()

    def _stretch(self, start: int, length: int) -> QTextCursor:
        cursor = self.textCursor()
        text = self.toPlainText()
        cursor.setPosition(units(text[:start]))
        cursor.setPosition(units(text[: start + length]), QTextCursor.MoveMode.KeepAnchor)
        return cursor

    def _paint_marks(self) -> None:
        found = []
        for mark in self._marks:
            shape = QTextCharFormat()
            shape.setUnderlineStyle(QTextCharFormat.UnderlineStyle.WaveUnderline)
            shape.setUnderlineColor(self._theme.colour(mark.severity))
            if mark.key and mark.key == self._current:
                shape.setBackground(self._theme.colour(f"{mark.severity}-bg"))
            found.append(self._selection(self._stretch(mark.start, mark.length), shape))
        if self._excess is not None and self._excess < len(self.toPlainText()):
            shape = QTextCharFormat()
            shape.setBackground(self._theme.colour("err-bg"))
            shape.setForeground(self._theme.colour("err"))
            found.append(self._selection(self._stretch(self._excess, len(self.toPlainText())), shape))
        self.setExtraSelections(found)
        self.viewport().update()

    @staticmethod
    def _selection(cursor: QTextCursor, shape: QTextCharFormat) -> QTextEdit.ExtraSelection:
        selection = QTextEdit.ExtraSelection()
        selection.cursor = cursor
        selection.format = shape
        return selection

    def _say(self) -> None:
        if not self._quiet:
            self.typed.emit(self.toPlainText())

    def _look_for_mark(self) -> None:
        place = len(points(self.toPlainText(), self.textCursor().position()))
        for mark in self._marks:
            if mark.key and mark.start <= place <= mark.start + mark.length:
                self.marked.emit(mark.key)
                return

    # Events

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint the text, and a short dotted stroke where the platform folds it."""
        super().paintEvent(event)
        if self._fold is None:
            return
        cursor = self.textCursor()
        cursor.setPosition(units(self.toPlainText()[: self._fold]))
        spot = self.cursorRect(cursor)
        painter = QPainter(self.viewport())
        painter.setPen(QPen(self._theme.colour("accent"), 2, Qt.PenStyle.DotLine))
        painter.drawLine(spot.left(), spot.top() - 1, spot.left(), spot.bottom() + 1)
        painter.end()

    def event(self, event: QEvent) -> bool:
        """Keep Strg+Z and Strg+Y for the plan's undo while the text has the keyboard."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and _undoes(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Ask for undo and redo; everything else is typing."""
        if event.matches(QKeySequence.StandardKey.Undo):
            self.undo_wanted.emit()
        elif _undoes(event):
            self.redo_wanted.emit()
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and (
            event.modifiers() & Qt.KeyboardModifier.ControlModifier
        ):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:  # noqa: N802 - Qt's name
        """Offer better words where one is wrong; else the page offers what it has for a field."""
        mouse = event.reason() is QContextMenuEvent.Reason.Mouse
        cursor = self.cursorForPosition(event.pos()) if mouse else self.textCursor()
        place = len(points(self.toPlainText(), cursor.position()))
        if self.isReadOnly() or not self.wrong_word(place):
            event.ignore()

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        """Say that the person goes elsewhere: what is typed is to be saved."""
        super().focusOutEvent(event)
        self.left.emit()

    def canInsertFromMimeData(self, source: QMimeData) -> bool:  # noqa: N802 - Qt's name
        """Text, formatted text, pictures and picture files can be taken; documents are for the window."""
        if picture_files(source, DOCUMENTS):
            return False
        return source.hasText() or source.hasHtml() or source.hasImage() or source.hasUrls()

    def insertFromMimeData(self, source: QMimeData) -> None:  # noqa: N802 - Qt's name
        """Take text as plain text; hand pictures on."""
        files = picture_files(source, PICTURES)
        if files:
            self.pictures_given.emit(files)
        elif source.hasImage() and not source.hasText():
            self.picture_pasted.emit(source.imageData())
        else:
            self.textCursor().insertText(text_of(source))
            self.ensureCursorVisible()


def units(text: str) -> int:
    """Return how many UTF-16 units Qt counts for a text."""
    return len(text) if text.isascii() else len(text.encode("utf-16-le", "surrogatepass")) // 2


def points(text: str, place: int) -> str:
    """Return the part of a text before a position in Qt's UTF-16 units."""
    if text.isascii():
        return text[:place]
    return text.encode("utf-16-le", "surrogatepass")[: 2 * place].decode("utf-16-le", "replace")


def _undoes(event: QKeyEvent) -> bool:
    return (
        event.matches(QKeySequence.StandardKey.Undo)
        or event.matches(QKeySequence.StandardKey.Redo)
        or (event.key() == Qt.Key.Key_Y and event.modifiers() == Qt.KeyboardModifier.ControlModifier)
    )
