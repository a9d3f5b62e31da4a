# SPDX-License-Identifier: EUPL-1.2
"""Fonts by role, in points, with tabular figures."""

from __future__ import annotations

from PySide6.QtGui import QFont, QFontDatabase, QGuiApplication

from kalender.domain.frozen import ordered


@ordered
class Role:
    """points, weight 100-900, line: height of a line in pixels at 100 %."""

    points: float
    weight: int
    line: int


ROLES = {
    "title-1": Role(16, 600, 28),
    "title-2": Role(13, 600, 24),
    "title-3": Role(11, 600, 20),
    "reading": Role(11, 400, 24),
    "body": Role(10, 400, 20),
    "small": Role(9, 400, 16),
    "card": Role(9, 500, 15),
    "avatar": Role(7.5, 600, 10),
}

_FALLBACKS = ("Segoe UI", "Noto Sans", "Inter", "Arial")


def family() -> list[str]:
    """Return the families to try: that of the system first; Inter where there is no screen, so pictures hold."""
    if QGuiApplication.platformName() in {"offscreen", "minimal"}:
        return ["Inter", "Noto Sans"]
    system = QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont).family()
    return [system, *(name for name in _FALLBACKS if name != system)]


def font(role: str, *, families: list[str], scale: int = 100, weight: int | None = None) -> QFont:
    """Return the font of a role at scale per cent. Raises KeyError for an unknown role."""
    wanted = ROLES[role]
    found = QFont()
    found.setFamilies(families)
    found.setPointSizeF(wanted.points * scale / 100)
    found.setWeight(QFont.Weight(weight or wanted.weight))
    found.setFeature(QFont.Tag("tnum"), 1)
    if wanted.points >= 13:
        found.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, -0.2)
    return found
