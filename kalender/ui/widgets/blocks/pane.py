# SPDX-License-Identifier: EUPL-1.2
"""The pane of a scrolling area, made here instead of in Qt."""

from __future__ import annotations

from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QAbstractItemView, QAbstractScrollArea, QWidget


def own_pane(area: QAbstractScrollArea, *, filled: bool = True) -> None:
    """Replace the viewport of an area by one of the same kind, before anything else is set on it. filled: it has a ground.

    A widget that Qt has made is of an unknown kind for Python, and to learn of which, Qt's binding makes the classes of all
    widgets there are, which is a twenty-fifth of the start. A widget that was made here is known.
    """
    pane = QWidget()
    pane.setObjectName("qt_scrollarea_viewport")  # by which the style knows it
    if isinstance(area, QAbstractItemView):
        pane.setBackgroundRole(QPalette.ColorRole.Base)
    pane.setAutoFillBackground(filled)
    area.setViewport(pane)
