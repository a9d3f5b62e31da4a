# SPDX-License-Identifier: EUPL-1.2
"""The colours of cells that say by their heat how much there is, and the ink that can be read on them."""

from __future__ import annotations

from PySide6.QtGui import QColor

from kalender.domain.tiles.contrast import Rgb, ratio
from kalender.ui.theme.theme import Theme

_INKS = ("#0A1214", "#FFFFFF")


def heat_role(step: int) -> str:
    """Return the role of the ground of a step from 0 to 4."""
    return f"heat{step}"


def heat_ink(theme: Theme, step: int) -> str:
    """Return what is read best on a step: the text of the theme where nothing is, else black or white."""
    if step == 0:
        return "text"
    ground = theme.colour(heat_role(step))
    return max(_INKS, key=lambda ink: _contrast(QColor(ink), ground))


def _contrast(one: QColor, other: QColor) -> float:
    return ratio(_rgb(one), _rgb(other))


def _rgb(colour: QColor) -> Rgb:
    return colour.red(), colour.green(), colour.blue()
