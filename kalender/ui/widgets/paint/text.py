# SPDX-License-Identifier: EUPL-1.2
"""Lines of text kept ready for painting: broken, elided and laid out once."""

from __future__ import annotations

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainter, QStaticText, QTextLayout, QTextOption, QTransform

from kalender.ui.theme.theme import Theme

_KEEP = 6000
_Key = tuple[str, str, int | None, int, int]


class TextCache:
    """Breaks and elides texts and paints them; empties itself when the theme changes."""

    def __init__(self, theme: Theme) -> None:
        self._theme = theme
        self._lines: dict[_Key, tuple[QStaticText, ...]] = {}
        self._widths: dict[tuple[str, str, int | None], float] = {}
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
        found = self._get(text, role, weight, int(width), lines)
        step = self._theme.line(role) if pitch is None else pitch
        painter.setFont(self._theme.font(role, weight))
        painter.setPen(self._theme.colour(ink))
        top = y + (step - self._theme.metrics(role, weight).height()) / 2
        for number, line in enumerate(found):
            painter.drawStaticText(QPointF(x, top + number * step), line)
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
        metrics = self._theme.metrics(role, weight)
        if lines == 1 or metrics.horizontalAdvance(text) <= width:
            parts = [metrics.elidedText(text, Qt.TextElideMode.ElideRight, width)]
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
            rest = self._theme.metrics(role, weight).elidedText(
                text[starts[lines - 1] :], Qt.TextElideMode.ElideRight, width
            )
            parts = [*parts[: lines - 1], rest]
        return parts


def _wrapping() -> QTextOption:
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    return option
