# SPDX-License-Identifier: EUPL-1.2
"""The section of the inspector that says what a post belongs to."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from kalender.domain.card import Card
from kalender.domain.frozen import frozen
from kalender.ui.theme.theme import Theme
from kalender.ui.widgets.blocks.signs import Symbol
from kalender.ui.widgets.blocks.text import Ground, Text
from kalender.ui.widgets.controls.link import Link


@frozen
class Chain:
    """A series or an event that a post belongs to. links: what can be wanted of it (see Speaking), with its words."""

    id: str
    icon: str
    title: str
    words: str
    links: tuple[tuple[str, str], ...] = ()


ChainsOf = Callable[[Card], Sequence[Chain]]
"""Gives what a post belongs to."""


def chain_section(theme: Theme, chain: Chain, wanted: Callable[[str, str], object]) -> Ground:
    """Return title, place and links. wanted: hears what, and the id of the post."""
    ground = Ground(theme, "bg-surface", edges="b")
    row = QHBoxLayout(ground)
    row.setContentsMargins(theme.px(16), theme.px(11), theme.px(16), theme.px(11))
    row.setSpacing(theme.px(8))
    row.addWidget(Symbol(theme, chain.icon, "text-2", size=16), 0, Qt.AlignmentFlag.AlignTop)
    column = QVBoxLayout()
    column.setSpacing(theme.px(2))
    column.addWidget(Text(theme, chain.title, "small", weight=600, wrap=True))
    if chain.words:
        column.addWidget(Text(theme, chain.words, "small", ink="text-2", wrap=True))
    links = QHBoxLayout()
    links.setSpacing(theme.px(16))
    for what, words in chain.links:
        links.addWidget(Link(theme, words, clicked=partial(wanted, what, chain.id)))
    links.addStretch(1)
    column.addLayout(links)
    row.addLayout(column, 1)
    return ground
