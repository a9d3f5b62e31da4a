# SPDX-License-Identifier: EUPL-1.2
"""Lays the text of a field out from right to left where its language is written so."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QTextEdit


def lay_out(field: QTextEdit, *, rtl: bool) -> None:
    """Give a field the direction of its language; digits and Latin words in it keep theirs."""
    direction = Qt.LayoutDirection.RightToLeft if rtl else Qt.LayoutDirection.LeftToRight
    document = field.document()
    option = document.defaultTextOption()
    if option.textDirection() == direction:
        return
    option.setTextDirection(direction)
    document.setDefaultTextOption(option)
