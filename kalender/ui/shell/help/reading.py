# SPDX-License-Identifier: EUPL-1.2
"""Shows Markdown in the fonts and colours of the theme, with pictures scaled once and words marked."""

from __future__ import annotations

import re
from pathlib import Path

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontDatabase,
    QImage,
    QResizeEvent,
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
    QTextFragment,
    QTextFrameFormat,
    QTextImageFormat,
    QTextLength,
    QTextTable,
)
from PySide6.QtWidgets import QTextBrowser, QTextEdit

from kalender.ui.theme.theme import Theme
from kalender.wording.tr import tr

WIDEST = 760
"""Width of the text at 100 %, in px."""

_CODE = re.compile(r"`[^`\n]+`")
_HEADS = {1: "title-1", 2: "title-2", 3: "title-3"}


class Reader(QTextBrowser):
    """One text at a time. chapter_wanted: file name of a chapter that a link names; other links do nothing."""

    chapter_wanted = Signal(str)

    def __init__(self, theme: Theme, folder: Path) -> None:
        super().__init__()
        self._theme = theme
        self._folder = folder
        self._title = self._text = self._words = ""
        self._width = 0
        self.setFrameShape(QTextBrowser.Shape.NoFrame)
        self.setProperty("bare", "true")
        self.setOpenLinks(False)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextBrowserInteraction | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.anchorClicked.connect(lambda url: self.chapter_wanted.emit(url.fileName()))
        theme.changed.connect(self._again)

    def read(self, title: str, text: str, words: str = "") -> None:
        """Show a text from its beginning, or from the first of the words to be marked."""
        self._title, self._text, self._words = title, text, words
        self.setAccessibleName(tr("Kapitel {title}").format(title=title))
        self._set()
        self.moveCursor(QTextCursor.MoveOperation.Start)
        self.verticalScrollBar().setValue(0)
        if words:
            self.next_place()

    def next_place(self) -> bool:
        """Go to the next of the marked words; tell whether there was one."""
        start = self.textCursor().selectionEnd()
        later = [item for item in self._places() if item.selectionStart() >= start]
        if not later:
            return False
        self.setTextCursor(later[0])
        self.ensureCursorVisible()
        return True

    def clear_marks(self) -> None:
        """Take the marks away."""
        self._words = ""
        self.setExtraSelections([])

    def fit(self) -> None:
        """Lay the text out for the width there is."""
        if self._text and self._wide() != self._width:
            self._again()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Follow the width."""
        super().resizeEvent(event)
        self.fit()

    def loadResource(self, kind: int, name: QUrl | str) -> QImage | None:  # noqa: N802 - Qt's name
        """Return a picture of the handbook at the width of the text; nothing from anywhere else."""
        path = self._folder / QUrl(name).path()
        if kind != QTextDocument.ResourceType.ImageResource.value or not path.is_file():
            return None
        ratio = self.devicePixelRatioF()
        image = QImage(str(path))
        wide = round(min(self._width or self._wide(), image.width()) * ratio)
        image = image.scaledToWidth(wide, Qt.TransformationMode.SmoothTransformation)
        image.setDevicePixelRatio(ratio)
        return image

    def _wide(self) -> int:
        room = self.viewport().width() - 2 * self._theme.px(28)
        return max(self._theme.px(200), min(room, self._theme.px(WIDEST)))

    def _again(self) -> None:
        bar = self.verticalScrollBar()
        part = bar.value() / max(1, bar.maximum())
        cursor = self.textCursor().position()
        self._set()
        found = self.textCursor()
        found.setPosition(min(cursor, self.document().characterCount() - 1))
        self.setTextCursor(found)
        bar.setValue(round(part * bar.maximum()))

    def _set(self) -> None:
        theme = self._theme
        self._width = self._wide()
        self.setFont(theme.font("reading"))
        document = self.document()
        document.clear()
        document.setDefaultFont(theme.font("reading"))
        self.setMarkdown(_CODE.sub(_together, self._text))
        frame = document.rootFrame()
        shape = frame.frameFormat()
        margin = theme.px(28)
        shape.setLeftMargin(margin)
        shape.setTopMargin(theme.px(20))
        shape.setBottomMargin(theme.px(28))
        shape.setRightMargin(max(margin, self.viewport().width() - margin - self._width))
        frame.setFrameFormat(shape)
        block = document.begin()
        while block.isValid():
            self._dress(block)
            block = block.next()
        for child in frame.childFrames():
            if isinstance(child, QTextTable):
                self._dress_table(child)
        self._mark()

    def _dress(self, block: QTextBlock) -> None:
        """Give a paragraph its font and the room around it."""
        theme = self._theme
        cursor = QTextCursor(block)
        level = block.blockFormat().headingLevel()
        spans = _spans(block)
        code = _is_code(block)
        form = QTextBlockFormat()
        form.setTopMargin(theme.px(22) if level > 1 else 0)
        form.setBottomMargin(theme.px(8 if level else 10))
        if cursor.currentTable() is not None:
            form.setBottomMargin(0)
        elif block.textList() is not None:
            form.setBottomMargin(theme.px(4))
        elif code:
            form.setLeftMargin(theme.px(12))
            form.setBottomMargin(theme.px(0 if _is_code(block.next()) else 12))
        if not level and not any(span.charFormat().isImageFormat() for span in spans):
            form.setLineHeight(
                150 if code else 125, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value
            )
        cursor.mergeBlockFormat(form)
        for span in spans:
            cursor.setPosition(span.position())
            cursor.setPosition(span.position() + span.length(), QTextCursor.MoveMode.KeepAnchor)
            was = span.charFormat()
            if was.isImageFormat():
                self._fit_picture(cursor, was.toImageFormat())
            else:
                cursor.setCharFormat(self._inks(was, level, code=code))

    def _inks(self, was: QTextCharFormat, level: int, *, code: bool) -> QTextCharFormat:
        """Return the font and the colours of a stretch of text; a heading's own size would win over the theme's."""
        theme = self._theme
        form = QTextCharFormat()
        if level:
            form.setFont(theme.font(_HEADS.get(level, "title-3")))
        elif code:
            font = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
            font.setPointSizeF(theme.font("small").pointSizeF())
            form.setFont(font)
        elif was.fontFixedPitch():
            form.setFont(theme.font("body", 500))
            form.setBackground(theme.colour("bg-subtle"))
        else:
            form.setFont(theme.font("reading", 600 if was.fontWeight() > QFont.Weight.Medium else None))
        if was.isAnchor():
            form.setAnchor(True)
            form.setAnchorHref(was.anchorHref())
            form.setFontUnderline(True)
        form.setForeground(theme.colour("accent" if was.isAnchor() else "text"))
        return form

    def _fit_picture(self, cursor: QTextCursor, form: QTextImageFormat) -> None:
        image = QImage(str(self._folder / form.name()))
        if not image.isNull():
            wide = min(self._width, image.width())
            form.setWidth(wide)
            form.setHeight(round(wide * image.height() / image.width()))
            cursor.setCharFormat(form)

    def _dress_table(self, table: QTextTable) -> None:
        theme = self._theme
        form = table.format()
        form.setCellPadding(theme.px(5))
        form.setCellSpacing(0)
        form.setBorder(theme.line_width)
        form.setBorderCollapse(True)
        form.setBorderBrush(theme.colour("line"))
        form.setBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_Solid)
        form.setBottomMargin(theme.px(12))
        form.setTopMargin(theme.px(4))
        form.setWidth(QTextLength(QTextLength.Type.PercentageLength, 100))
        table.setFormat(form)

    def _places(self) -> list[QTextCursor]:
        """Return every place with one of the words looked for, in the order of the text."""
        found = []
        for word in self._words.split():
            place = self.document().find(word)
            while not place.isNull():
                found.append(place)
                place = self.document().find(word, place)
        return sorted(found, key=lambda item: item.selectionStart())

    def _mark(self) -> None:
        ink, ground = QColor(self._theme.colour("text")), QColor(self._theme.colour("warn-bg"))
        marks = []
        for place in self._places():
            mark = QTextEdit.ExtraSelection()
            mark.cursor = place
            mark.format.setBackground(ground)
            mark.format.setForeground(ink)
            marks.append(mark)
        self.setExtraSelections(marks)


def _together(code: re.Match[str]) -> str:
    """Keep the words of a key on one line."""
    return code.group().replace(" ", "\u00a0")


def _is_code(block: QTextBlock) -> bool:
    """Tell whether a paragraph is a line of a block of code."""
    return block.isValid() and block.blockFormat().hasProperty(QTextFormat.Property.BlockCodeLanguage)


def _spans(block: QTextBlock) -> list[QTextFragment]:
    """Return the stretches of one format in a paragraph."""
    found = []
    place = block.begin()
    while not place.atEnd():
        found.append(place.fragment())
        place += 1
    return found
