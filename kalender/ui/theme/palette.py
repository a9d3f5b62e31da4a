# SPDX-License-Identifier: EUPL-1.2
"""The palette of the Fusion style, from the colour roles."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtGui import QColor, QPalette

_ROLES = {
    QPalette.ColorRole.Window: "bg-window",
    QPalette.ColorRole.WindowText: "text",
    QPalette.ColorRole.Base: "bg-surface",
    QPalette.ColorRole.AlternateBase: "bg-subtle",
    QPalette.ColorRole.Text: "text",
    QPalette.ColorRole.PlaceholderText: "text-3",
    QPalette.ColorRole.Button: "bg-surface",
    QPalette.ColorRole.ButtonText: "text",
    QPalette.ColorRole.BrightText: "text-on-accent",
    QPalette.ColorRole.Highlight: "accent-fill",
    QPalette.ColorRole.HighlightedText: "text-on-accent",
    QPalette.ColorRole.Accent: "accent-fill",
    QPalette.ColorRole.Link: "accent",
    QPalette.ColorRole.LinkVisited: "accent",
    QPalette.ColorRole.ToolTipBase: "bg-raised",
    QPalette.ColorRole.ToolTipText: "text",
    QPalette.ColorRole.Light: "bg-surface",
    QPalette.ColorRole.Midlight: "line-subtle",
    QPalette.ColorRole.Mid: "line",
    QPalette.ColorRole.Dark: "line-control",
    QPalette.ColorRole.Shadow: "line-control",
}

_DISABLED = (
    QPalette.ColorRole.WindowText,
    QPalette.ColorRole.Text,
    QPalette.ColorRole.ButtonText,
    QPalette.ColorRole.PlaceholderText,
)


def palette(colour: Callable[[str], QColor]) -> QPalette:
    """Return a palette for the whole application; colour gives the colour of a role."""
    found = QPalette()
    for target, role in _ROLES.items():
        found.setColor(target, colour(role))
    for target in _DISABLED:
        found.setColor(QPalette.ColorGroup.Disabled, target, colour("text-disabled"))
    found.setColor(QPalette.ColorGroup.Disabled, QPalette.ColorRole.Highlight, colour("line"))
    return found
