# SPDX-License-Identifier: EUPL-1.2
"""The measures of the design in px at the text size in use; no page holds a number of its own."""

from __future__ import annotations

from kalender.ui.theme.theme import Theme


class Metrics:
    """Reads the text size from the theme each time it is asked, so it never has to be renewed."""

    def __init__(self, theme: Theme) -> None:
        self._theme = theme

    @property
    def control(self) -> int:
        """Height of buttons and fields."""
        return self._theme.line("body") + self._theme.px(10)

    @property
    def dense(self) -> int:
        """Height of small buttons inside lists and panels."""
        return self._theme.line("body") + self._theme.px(6)

    @property
    def tall(self) -> int:
        """Height of the buttons that decide something."""
        return self._theme.line("body") + self._theme.px(20)

    @property
    def toolbar(self) -> int:
        """Height of the bar with the title of a page."""
        return self._theme.px(48)

    @property
    def subbar(self) -> int:
        """Height of the bar below it, e.g. with filters."""
        return self._theme.px(44)

    @property
    def row(self) -> int:
        """Height of a row of a table."""
        return self._theme.px(48)

    @property
    def menu(self) -> int:
        """Height of the row with menus, search and person."""
        return self._theme.px(30)

    @property
    def status(self) -> int:
        """Height of the status bar."""
        return self._theme.px(24)

    @property
    def navigation(self) -> int:
        """Width of the navigation."""
        return self._theme.px(208)

    @property
    def rail(self) -> int:
        """Width of the narrow navigation."""
        return self._theme.px(82)

    @property
    def inspector(self) -> int:
        """Width of the inspector."""
        return self._theme.px(304)

    @property
    def padding(self) -> int:
        """Space inside panels and round views."""
        return self._theme.px(16)

    @property
    def gap(self) -> int:
        """Space between controls."""
        return self._theme.px(8)

    @property
    def symbol_card(self) -> int:
        """Edge of the symbol of the stage in cards."""
        return self._theme.px(13)

    @property
    def glyph(self) -> int:
        """Edge of the symbol of a channel in cards."""
        return self._theme.px(12)

    @property
    def symbol(self) -> int:
        """Edge of symbols in buttons."""
        return self._theme.px(16)

    @property
    def band(self) -> int:
        """Height of a band over days; the next one starts band_pitch lower."""
        return self._theme.px(18)

    @property
    def band_pitch(self) -> int:
        """Distance from band to band."""
        return self._theme.px(20)

    @property
    def strip(self) -> int:
        """Height of the picture strip of a card in the month."""
        return self._theme.px(34)

    @property
    def board_strip(self) -> int:
        """Height of the picture of a card on the board."""
        return self._theme.px(58)
