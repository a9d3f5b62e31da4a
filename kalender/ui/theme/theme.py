# SPDX-License-Identifier: EUPL-1.2
"""The theme in use: colours, fonts, symbols and measures for every widget, switched at run time."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, QPointF, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QIcon, QPainter, QPen, QPixmap
from PySide6.QtWidgets import QApplication

from kalender.ui.theme import fonts
from kalender.ui.theme.palette import palette
from kalender.ui.theme.remix import Remix
from kalender.ui.theme.sheet import sheet
from kalender.ui.theme.styled import STYLE, STYLED
from kalender.ui.theme.tokens import Tokens, read

SYSTEM = "system"
CHOICES = (SYSTEM, "hell", "dunkel", "kontrast")
LEAST_SCALE, MOST_SCALE = 100, 200

_KEEP = 2_000
"""Widths of words kept: more than a window has controls."""


class Theme(QObject):
    """Looks of the whole application; `changed` is emitted after a switch of colours or text size.

    folder: the one with hell.toml, dunkel.toml, kontrast.toml. choice: one of CHOICES; "system" follows the
    desktop, where an unknown scheme counts as light. scale: text size in per cent, 100 to 200.
    """

    changed = Signal()

    def __init__(
        self,
        app: QApplication,
        folder: Path,
        *,
        choice: str = SYSTEM,
        scale: int = 100,
        symbols: Remix | None = None,
    ) -> None:
        super().__init__(app)
        self._app = app
        self._folder = folder
        self._symbols = symbols or Remix()
        self._families = fonts.family()
        self._read: dict[str, Tokens] = {}
        self._colours: dict[str, QColor] = {}
        self._fonts: dict[tuple[str, int | None], QFont] = {}
        self._metrics: dict[tuple[str, int | None], QFontMetricsF] = {}
        self._advances: dict[tuple[str, str, int | None], float] = {}
        self._pixmaps: dict[tuple[str, str, int, float], QPixmap] = {}
        self._scale = _within(scale)
        self._choice = choice if choice in CHOICES else SYSTEM
        self._tokens = self._load(self._wanted())
        if app.property(STYLED) != STYLE:
            app.setStyle(STYLE)
        self._apply()
        app.styleHints().colorSchemeChanged.connect(self._follow)
        app.styleHints().accessibility().contrastPreferenceChanged.connect(self._follow)

    @property
    def name(self) -> str:
        """The theme in use: hell, dunkel or kontrast."""
        return self._tokens.name

    @property
    def dark(self) -> bool:
        """Tell whether light text stands on dark ground."""
        return self._tokens.dark

    @property
    def contrast(self) -> bool:
        """Tell whether high contrast is wanted: no tints, thick lines, focus always shown."""
        return self._tokens.contrast

    @property
    def choice(self) -> str:
        """What was chosen: one of CHOICES."""
        return self._choice

    @property
    def scale(self) -> int:
        """Text size in per cent."""
        return self._scale

    @property
    def line_width(self) -> int:
        """Width of borders in px."""
        return 2 if self._tokens.contrast else 1

    def choose(self, choice: str) -> None:
        """Switch to one of CHOICES. Raises ValueError for another word."""
        if choice not in CHOICES:
            raise ValueError(f"no such theme: {choice}")
        self._choice = choice
        hints = self._app.styleHints()
        if choice == SYSTEM:
            hints.unsetColorScheme()
        else:
            dark = self._load(choice).dark
            hints.setColorScheme(Qt.ColorScheme.Dark if dark else Qt.ColorScheme.Light)
        self._follow()

    def set_scale(self, percent: int) -> None:
        """Set the text size; taken to the nearest of 100 to 200."""
        percent = _within(percent)
        if percent != self._scale:
            self._scale = percent
            self._apply()
            self.changed.emit()

    def colour(self, role: str) -> QColor:
        """Return the colour of a role such as "st-frei-bg", or of a "#RRGGBB" given directly.

        Raises KeyError for an unknown role.
        """
        found = self._colours.get(role)
        if found is None:
            found = QColor(role if role.startswith("#") else self._tokens.colours[role])
            self._colours[role] = found
        return found

    def pen(self, role: str, width: float | None = None, style: Qt.PenStyle = Qt.PenStyle.SolidLine) -> QPen:
        """Return a pen in the colour of a role; width in px, by default that of borders."""
        return QPen(self.colour(role), self.line_width if width is None else width, style)

    def font(self, role: str, weight: int | None = None) -> QFont:
        """Return the font of a role such as "title-1", with another weight where one is given."""
        key = (role, weight)
        found = self._fonts.get(key)
        if found is None:
            found = fonts.font(role, families=self._families, scale=self._scale, weight=weight)
            self._fonts[key] = found
        return found

    def metrics(self, role: str, weight: int | None = None) -> QFontMetricsF:
        """Return the measures of the font of a role."""
        key = (role, weight)
        found = self._metrics.get(key)
        if found is None:
            found = QFontMetricsF(self.font(role, weight))
            self._metrics[key] = found
        return found

    def advance(self, text: str, role: str, weight: int | None = None) -> float:
        """Return the width of a text in the font of a role in px, kept for the next time; for the words of controls."""
        key = (text, role, weight)
        found = self._advances.get(key)
        if found is None:
            if len(self._advances) >= _KEEP:
                self._advances.clear()
            found = self._advances[key] = self.metrics(role, weight).horizontalAdvance(text)
        return found

    def line(self, role: str) -> int:
        """Return the height of a line of text of a role in px."""
        return self.px(fonts.ROLES[role].line)

    def px(self, pixels: float) -> int:
        """Return a measure given for text of 100 % at the text size in use, in px."""
        return round(pixels * self._scale / 100)

    def pixmap(self, name: str, role: str, size: int, ratio: float = 1.0) -> QPixmap:
        """Return a symbol ("ri.eye-line") in the colour of a role, size in logical px, kept for the next time."""
        colour = self.colour(role)
        key = (name, colour.name(), size, ratio)
        found = self._pixmaps.get(key)
        if found is None:
            found = self._symbols.pixmap(name, colour, size, ratio)
            self._pixmaps[key] = found
        return found

    def draw(self, painter: QPainter, name: str, role: str, x: float, y: float, size: int) -> None:
        """Paint a symbol with its top left corner at x, y."""
        painter.drawPixmap(QPointF(x, y), self.pixmap(name, role, size, painter.device().devicePixelRatioF()))

    def icon(self, name: str, role: str = "text", size: int = 16) -> QIcon:
        """Return a symbol for actions and list items; fetch it anew after `changed`."""
        found = QIcon()
        for ratio in (1.0, 2.0):
            found.addPixmap(self.pixmap(name, role, size, ratio))
            disabled = self.pixmap(name, "text-disabled", size, ratio)
            found.addPixmap(disabled, QIcon.Mode.Disabled)
        return found

    def _wanted(self) -> str:
        if self._choice != SYSTEM:
            return self._choice
        hints = self._app.styleHints()
        if hints.accessibility().contrastPreference() == Qt.ContrastPreference.HighContrast:
            return "kontrast"
        return "dunkel" if hints.colorScheme() == Qt.ColorScheme.Dark else "hell"

    def _follow(self) -> None:
        wanted = self._wanted()
        if wanted != self._tokens.name:
            self._tokens = self._load(wanted)
            self._apply()
            self.changed.emit()

    def _load(self, name: str) -> Tokens:
        if name not in self._read:
            self._read[name] = read(self._folder / f"{name}.toml")
        return self._read[name]

    def _apply(self) -> None:
        self._colours.clear()
        self._fonts.clear()
        self._metrics.clear()
        self._advances.clear()
        self._app.setPalette(palette(self.colour))
        self._app.setFont(self.font("body"))
        colours = self._tokens.colours
        self._app.setStyleSheet(
            sheet(colours.__getitem__, list(colours), line=self.line_width, scale=self._scale)
        )


def _within(percent: int) -> int:
    return min(MOST_SCALE, max(LEAST_SCALE, percent))
