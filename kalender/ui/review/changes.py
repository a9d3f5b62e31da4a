# SPDX-License-Identifier: EUPL-1.2
"""What is new since the approval that lapsed: the text word by word, everything else in words."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from kalender.domain.text.compare import Aspect, ChannelChange, differences
from kalender.services.reviews import ReviewSheet
from kalender.ui.theme.theme import Theme
from kalender.ui.widgets.blocks.diff import DiffView, shown
from kalender.ui.widgets.blocks.section import SectionHeader
from kalender.ui.widgets.blocks.signs import Symbol
from kalender.ui.widgets.blocks.spacing import spaced
from kalender.ui.widgets.blocks.text import Elided, Ground, Line, Text
from kalender.wording.dates import day_month
from kalender.wording.tr import tr

ASPECTS = {
    Aspect.LINK: "Link geändert",
    Aspect.COMMENT: "Erster Kommentar geändert",
    Aspect.PICTURES: "Andere Bilder",
    Aspect.ORDER: "Bilder anders geordnet",
    Aspect.ALT: "Alternativtext geändert",
    Aspect.CROPS: "Ausschnitt geändert",
    Aspect.CREDIT: "Bildnachweis geändert",
}
"""The words of what else differs."""


class ChangeBox(Ground):
    """The box „Das hat sich geändert“ for one channel; hidden where nothing was approved before."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, "bg-surface", edges="all", line="line", radius=8, parent=parent)
        self._header = SectionHeader(theme, tr("Das hat sich geändert"))
        self._header.tail.insertWidget(0, Symbol(theme, "ri.arrow-left-right-line", "text-2"))
        self._editions = Elided(theme, "", "small", ink="text-2")
        self._header.tail.addWidget(self._editions, 10)
        self._diff = DiffView(theme)
        self._also = Text(theme, "", "body", ink="text-2", wrap=True)
        head = spaced(theme, QVBoxLayout(), (14, 8, 14, 8))
        head.addWidget(self._header)
        body = spaced(theme, QVBoxLayout(), (14, 10, 14, 12), 8)
        body.addWidget(self._diff)
        body.addWidget(self._also)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(1, 1, 1, 1)
        layout.setSpacing(0)
        layout.addLayout(head)
        layout.addWidget(Line(theme))
        layout.addLayout(body)

    def show_sheet(self, sheet: ReviewSheet, channel: str, who: str) -> None:
        """Show what differs for a channel. who: the person of the lapsed approval."""
        lapsed = sheet.standing.lapsed
        self.setVisible(sheet.previous is not None and lapsed is not None)
        if sheet.previous is None or lapsed is None:
            return
        when = day_month(lapsed.at.date()) if lapsed.at else ""
        self._editions.setText(
            tr("Fassung {old} (freigegeben von {who}, {when}) → Fassung {new}").format(
                old=sheet.previous_edition, who=who, when=when, new=sheet.edition
            )
        )
        found = differences(sheet.previous, sheet.content)
        change = found.get(channel, ChannelChange())
        self._diff.setVisible(bool(change.text))
        self._diff.set_segments(shown(change.text))
        also = " ".join(words(found, change))
        self._diff.note.setText(also)
        self._also.setText(also)
        self._also.setVisible(not change.text)

    def told(self) -> str:
        """Return what stands below the comparison."""
        return self._also.text()


def words(found: dict[str, ChannelChange], change: ChannelChange) -> list[str]:
    """Return sentences on everything but the text: this channel's pictures and links, and other channels."""
    if change.added:
        return [tr("Dieser Kanal ist neu.")]
    said = [tr(ASPECTS[aspect]) + "." for aspect in Aspect if aspect in change.aspects]
    if not change.changed:
        said.append(tr("Auf diesem Kanal ist nichts anders."))
    elif not change.aspects:
        said.append(tr("Bilder und Links: unverändert."))
    gone = sum(1 for item in found.values() if item.removed)
    if gone:
        said.append(
            tr("Ein Kanal entfällt.") if gone == 1 else tr("{count} Kanäle entfallen.").format(count=gone)
        )
    return said
