# SPDX-License-Identifier: EUPL-1.2
"""What the library says where there is nothing to show."""

from __future__ import annotations

from collections.abc import Callable

from kalender.ui.theme.theme import Theme
from kalender.ui.widgets.blocks.empty import EmptyState
from kalender.ui.widgets.controls.button import Button, Kind
from kalender.wording.tr import tr


def no_pictures(theme: Theme, files: Callable[[], object], folder: Callable[[], object]) -> EmptyState:
    """Return what an empty library shows: the ways to take pictures in."""
    return EmptyState(
        theme,
        icon="ri.image-2-line",
        title=tr("Noch keine Bilder"),
        text=tr("Ziehen Sie Fotos oder einen Ordner hierher. Originale bleiben unverändert."),
        buttons=[
            Button(theme, tr("Bilder wählen …"), kind=Kind.NORMAL, clicked=files),
            Button(theme, tr("Ordner wählen …"), kind=Kind.NORMAL, clicked=folder),
        ],
    )


def no_hit(theme: Theme, clear: Callable[[], object]) -> EmptyState:
    """Return what a search without a hit shows."""
    return EmptyState(
        theme,
        icon="ri.search-line",
        role="text-2",
        title=tr("Kein Treffer"),
        text="",
        buttons=[Button(theme, tr("Suche leeren"), keys="Esc", clicked=clear)],
    )
