# SPDX-License-Identifier: EUPL-1.2
"""Lines of text kept ready for painting: broken, elided and laid out once."""

from __future__ import annotations

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QStaticText, QTextLayout, QTextOption, QTransform

from kalender.ui.theme.theme import Theme

_KEEP = 6000
_LEAST, _NARROW = 8, 1.7
"""Letters that are measured at least, and how many times the letters of average width."""

_Key = tuple[str, str, int | None, int, int]


class TextCache:
    """Breaks and elides texts and paints them; empties itself when the theme changes."""

    def __init__(self, theme: Theme) -> None:
        self._theme = theme
        self._lines: dict[_Key, tuple[QStaticText, ...]] = {}
        self._widths: dict[tuple[str, str, int | None], float] = {}
        self._fonts: dict[tuple[str, int | None], tuple[QFont, float, int]] = {}
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
        font, height, line = self._fonts.get((role, weight)) or self._font(role, weight)
        step = line if pitch is None else pitch
        painter.setFont(font)
        painter.setPen(self._theme.colour(ink))
        top = y + (step - height) / 2
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
            found = self._theme.metrics(role, weight).horizontalAdvance(text)
            self._widths[key] = found
        return found

    def _forget(self) -> None:
        self._lines.clear()
        self._widths.clear()
        self._fonts.clear()

    def _font(self, role: str, weight: int | None) -> tuple[QFont, float, int]:
        """Return the font of a role, its height and the pitch of its lines, in px."""
        theme = self._theme
        found = theme.font(role, weight), theme.metrics(role, weight).height(), theme.line(role)
        self._fonts[role, weight] = found
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
        metrics = self._theme.metrics(role, weight)
        if lines == 1 or metrics.horizontalAdvance(text) <= width:
            parts = [elided(text, metrics, width)]
        else:
            parts = self._break(text, role, weight, width, lines)
        font = self._theme.font(role, weight)
        found = []
        for part in parts:
            static = QStaticText(part)
            static.setTextFormat(Qt.TextFormat.PlainText)
            static.prepare(QTransform(), font)
            found.append(static)
        return tuple(found)

    def _break(self, text: str, role: str, weight: int | None, width: int, lines: int) -> list[str]:
        layout = QTextLayout(text, self._theme.font(role, weight))
        layout.setTextOption(_wrapping())
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
            rest = elided(text[starts[lines - 1] :], self._theme.metrics(role, weight), width)
            parts = [*parts[: lines - 1], rest]
        return parts


def elided(text: str, metrics: QFontMetricsF, width: float) -> str:
    """Return as much of a text as has room. Of a long one only the beginning is measured, where that is too wide already."""
    start = text[: _LEAST + int(width / metrics.averageCharWidth() * _NARROW)]
    found = metrics.elidedText(start, Qt.TextElideMode.ElideRight, width)
    if found == start and start != text:
        return metrics.elidedText(text, Qt.TextElideMode.ElideRight, width)
    return found


def _wrapping() -> QTextOption:
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    return option
