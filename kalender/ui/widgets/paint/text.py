# SPDX-License-Identifier: EUPL-1.2
"""Lines of text kept ready for painting: broken, elided and laid out once."""

from __future__ import annotations

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QStaticText, QTextLayout, QTextOption, QTransform

from kalender.ui.theme.theme import Theme

_KEEP = 6000
_LEAST, _NARROW = 8, 1.7
"""Letters that are measured at least, and how many times the letters of average width."""

_Key = tuple[str, str, int | None, int, int]


class _Style:
    """A font with its measures, asked for once instead of for every text."""

    __slots__ = ("average", "font", "height", "line", "metrics")

    def __init__(self, theme: Theme, role: str, weight: int | None) -> None:
        self.font, self.metrics, self.line = (
            theme.font(role, weight),
            theme.metrics(role, weight),
            theme.line(role),
        )
        self.height, self.average = self.metrics.height(), self.metrics.averageCharWidth()


class TextCache:
    """Breaks and elides texts and paints them; empties itself when the theme changes."""

    def __init__(self, theme: Theme) -> None:
        self._theme = theme
        self._lines: dict[_Key, tuple[QStaticText, ...]] = {}
        self._widths: dict[tuple[str, str, int | None], float] = {}
        self._styles: dict[tuple[str, int | None], _Style] = {}
        self._inks: dict[str, QColor] = {}
        self._plain = QTransform()
        self.made = 0
        """How many lines were laid out so far."""
        theme.changed.connect(self._forget)

    def count(self, text: str, role: str, width: float, lines: int, weight: int | None = None) -> int:
        """Return how many lines a text takes, at most lines."""
        return len(self._get(text, role, weight, int(width), lines))

    def draw(
        self,
        painter: QPainter,
        text: str,
        role: str,
        ink: str,
        x: float,
        y: float,
        width: float,
        *,
        lines: int = 1,
        weight: int | None = None,
        pitch: float | None = None,
    ) -> int:
        """Paint a text from x, y in a width, elided after the last line; return the lines painted.

        ink: theme role. pitch: height of a line in px, by default that of the role.
        """
        found = self._lines.get((text, role, weight, int(width), lines))
        if found is None:
            found = self._get(text, role, weight, int(width), lines)
        style = self._styles[role, weight]
        step = style.line if pitch is None else pitch
        painter.setFont(style.font)
        painter.setPen(self._inks.get(ink) or self._ink(ink))
        top = y + (step - style.height) / 2
        for part in found:
            painter.drawStaticText(QPointF(x, top), part)
            top += step
        return len(found)

    def width(self, text: str, role: str, weight: int | None = None) -> float:
        """Return the width of a text in one line, in px."""
        key = (text, role, weight)
        found = self._widths.get(key)
        if found is None:
            if len(self._widths) >= _KEEP:
                self._widths.clear()
            found = self._style(role, weight).metrics.horizontalAdvance(text)
            self._widths[key] = found
        return found

    def _forget(self) -> None:
        self._lines.clear()
        self._widths.clear()
        self._styles.clear()
        self._inks.clear()

    def _ink(self, role: str) -> QColor:
        found = self._inks[role] = self._theme.colour(role)
        return found

    def _style(self, role: str, weight: int | None) -> _Style:
        found = self._styles.get((role, weight))
        if found is None:
            found = self._styles[role, weight] = _Style(self._theme, role, weight)
        return found

    def _get(
        self, text: str, role: str, weight: int | None, width: int, lines: int
    ) -> tuple[QStaticText, ...]:
        key = (text, role, weight, width, lines)
        found = self._lines.get(key)
        if found is None:
            if len(self._lines) >= _KEEP:
                self._lines.clear()
            found = self._lay_out(text, role, weight, width, lines)
            self._lines[key] = found
        return found

    def _lay_out(
        self, text: str, role: str, weight: int | None, width: int, lines: int
    ) -> tuple[QStaticText, ...]:
        self.made += 1
        style = self._style(role, weight)
        if lines == 1:
            parts = [_elided(text, style.metrics, width, style.average)]
        elif self.width(text, role, weight) <= width:
            parts = [text]
        else:
            parts = self._break(text, style, width, lines)
        found = []
        for part in parts:
            static = QStaticText(part)
            static.setTextFormat(_PLAIN)
            static.prepare(self._plain, style.font)
            found.append(static)
        return tuple(found)

    def _break(self, text: str, style: _Style, width: int, lines: int) -> list[str]:
        layout = QTextLayout(text, style.font)
        layout.setTextOption(_WRAPPING)
        layout.beginLayout()
        starts: list[int] = []
        while len(starts) <= lines:
            line = layout.createLine()
            if not line.isValid():
                break
            line.setLineWidth(width)
            starts.append(line.textStart())
        layout.endLayout()
        ends = [*starts[1:], len(text)]
        parts = [text[start:end].rstrip() for start, end in zip(starts, ends, strict=True)]
        if len(parts) > lines:
            rest = _elided(text[starts[lines - 1] :], style.metrics, width, style.average)
            parts = [*parts[: lines - 1], rest]
        return parts


def elided(text: str, metrics: QFontMetricsF, width: float) -> str:
    """Return as much of a text as has room. Of a long one only the beginning is measured, where that is too wide already."""
    return _elided(text, metrics, width, metrics.averageCharWidth())


def _elided(text: str, metrics: QFontMetricsF, width: float, average: float) -> str:
    start = text[: _LEAST + int(width / average * _NARROW)]
    found = metrics.elidedText(start, _RIGHT, width)
    if found == start and start != text:
        return metrics.elidedText(text, _RIGHT, width)
    return found


def _wrapping() -> QTextOption:
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    return option


_WRAPPING = _wrapping()
_PLAIN, _RIGHT = Qt.TextFormat.PlainText, Qt.TextElideMode.ElideRight
