# SPDX-License-Identifier: EUPL-1.2
"""Three colours, how well they are read on each other, and one click to what can be read."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QColorDialog, QHBoxLayout, QVBoxLayout, QWidget

from kalender.domain.tiles.contrast import TEXT, colour, legible, written
from kalender.domain.tiles.tile import Tile
from kalender.ui.theme.theme import Theme
from kalender.ui.widgets.blocks.signs import Symbol
from kalender.ui.widgets.blocks.spacing import spaced
from kalender.ui.widgets.blocks.text import Text
from kalender.ui.widgets.controls.button import Button, Size
from kalender.ui.widgets.controls.field import Field
from kalender.ui.widgets.controls.saved import EntryLine
from kalender.ui.widgets.paint.glyphs import SEVERITY
from kalender.wording.tiles.words import COLOURS, contrast_words
from kalender.wording.tr import tr


class Swatch(QAbstractButton):
    """Shows a colour and opens the dialog of the system to choose another."""

    picked = Signal(str)

    def __init__(self, theme: Theme, name: str) -> None:
        super().__init__()
        self._theme = theme
        self._colour = "#000000"
        self._name = name
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(tr("{colour} wählen").format(colour=name))
        self.setToolTip(self.accessibleName())
        self.clicked.connect(self._ask)

    def show_colour(self, text: str) -> None:
        """Show a colour."""
        self._colour = text
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """A square as high as a line."""
        side = self._theme.line("body") + self._theme.px(10)
        return QSize(side, side)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint it."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        half = self._theme.line_width / 2
        painter.setPen(QPen(self._theme.colour("line-control"), self._theme.line_width))
        painter.setBrush(QColor(self._colour))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(half, half, -half, -half), 4, 4)
        painter.end()

    def _ask(self) -> None:
        dialog = QColorDialog(QColor(self._colour), self)
        dialog.setOption(QColorDialog.ColorDialogOption.DontUseNativeDialog, on=False)
        dialog.setWindowTitle(self._name)
        dialog.colorSelected.connect(lambda chosen: self.picked.emit(chosen.name().upper()))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()


class ColourLine(EntryLine):
    """The number of a colour; Strg+Z is the window's while it says the colour that holds."""

    holds = ""

    def idle(self) -> bool:
        """Tell whether nothing is typed."""
        return self.text() == self.holds


class ColourField(Field):
    """A colour by its number and to choose from. changed(text): a colour that is one."""

    changed = Signal(str)

    def __init__(self, theme: Theme, label: str) -> None:
        both = QWidget()
        row = spaced(theme, QHBoxLayout(both), gap=6)
        self.swatch = Swatch(theme, label)
        self.line = ColourLine(theme, name=label, hint="#0B4F57")
        self.line.setMaxLength(7)
        row.addWidget(self.swatch)
        row.addWidget(self.line, 1)
        super().__init__(theme, label, both)
        self.value = ""
        self.line.editingFinished.connect(lambda: self._take(self.line.text()))
        self.line.textEdited.connect(self._typed)
        self.swatch.picked.connect(self._take)

    def show_colour(self, text: str) -> None:
        """Show a colour; nothing is emitted."""
        self.value = self.line.holds = text
        self.line.setText(text)
        self.swatch.show_colour(text)
        self.set_error("")

    def _typed(self, text: str) -> None:
        if len(text.lstrip("#")) == 6:
            self._take(text)

    def _take(self, text: str) -> None:
        found = colour(text)
        if found is None:
            self.set_error(tr("Sechs Zeichen, zum Beispiel #0B4F57."))
            return
        self.set_error("")
        if written(found) != self.value:
            self.show_colour(written(found))
            self.changed.emit(self.value)


class ContrastLine(QWidget):
    """How well a colour is read; mended(text): the nearest colour that can be, wanted by a click."""

    mended = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        row = spaced(theme, QHBoxLayout(self), gap=6)
        self._signs = {role: Symbol(theme, SEVERITY[role], role, size=14) for role in ("ok", "warn")}
        for sign in self._signs.values():
            row.addWidget(sign, 0, Qt.AlignmentFlag.AlignTop)
        self.words = Text(theme, "", "small", ink="text-2", wrap=True)
        row.addWidget(self.words, 1)
        self._wanted = ""
        self.mend = Button(theme, tr("Lesbare Farbe nehmen"), size=Size.DENSE)
        self.mend.clicked.connect(lambda: self.mended.emit(self._wanted))
        row.addWidget(self.mend, 0, Qt.AlignmentFlag.AlignTop)

    def show_contrast(self, name: str, value: float, nearest: str) -> None:
        """Say how well ink or accent is read. nearest: the colour that helps, empty for none."""
        good = value >= TEXT
        self._signs["ok"].setVisible(good)
        self._signs["warn"].setVisible(not good)
        self.words.setText(contrast_words(name, value))
        self._wanted = nearest
        self.mend.setVisible(not good and bool(nearest))
        self.mend.setAccessibleName(
            tr("Lesbare Farbe für {colour} nehmen: {value}").format(colour=tr(COLOURS[name]), value=nearest)
        )


class ColourBox(QWidget):
    """Ground, ink and accent with their contrasts. changed(name, colour)."""

    changed = Signal(str, str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        column = spaced(theme, QVBoxLayout(self), gap=6)
        row = spaced(theme, QHBoxLayout(), gap=8)
        self.fields: Mapping[str, ColourField] = {
            name: ColourField(theme, tr(words)) for name, words in COLOURS.items()
        }
        for name, field in self.fields.items():
            field.changed.connect(lambda text, name=name: self.changed.emit(name, text))
            row.addWidget(field, 1, Qt.AlignmentFlag.AlignTop)
        column.addLayout(row)
        self.lines = {name: ContrastLine(theme) for name in ("ink", "accent")}
        for name, line in self.lines.items():
            line.mended.connect(lambda text, name=name: self._mend(name, text))
            column.addWidget(line)

    def show_tile(self, tile: Tile) -> None:
        """Show the colours of a tile and how well they are read."""
        for name, field in self.fields.items():
            if field.value != getattr(tile, name):
                field.show_colour(getattr(tile, name))
        for name, line in self.lines.items():
            nearest = legible(colour(getattr(tile, name)) or (0, 0, 0), tile.grounds)
            line.show_contrast(name, tile.contrasts[name], written(nearest) if nearest else "")

    def _mend(self, name: str, text: str) -> None:
        self.fields[name].show_colour(text)
        self.changed.emit(name, text)
