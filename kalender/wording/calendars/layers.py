# SPDX-License-Identifier: EUPL-1.2
"""Layers of one's own in German: what their entries are, their colours, periods of neutrality."""

from __future__ import annotations

from datetime import date

from kalender.domain.days.entries import LayerKind, Neutrality
from kalender.wording.dates import day_field
from kalender.wording.tr import tr

KINDS = {
    LayerKind.COUNCIL: ("Gremien und Sitzungen", "ri.auction-line"),
    LayerKind.GAZETTE: ("Amtsblatt", "ri.newspaper-line"),
    LayerKind.REFUSE: ("Müllabfuhr", "ri.delete-bin-line"),
    LayerKind.ELECTION: ("Wahlen", "ri.government-line"),
    LayerKind.OTHER: ("Sonstiges", "ri.calendar-line"),
}
"""The words and the symbol of each kind of layer."""

COLOURS = {
    "council": "Dunkelblau",
    "th-rathaus": "Petrol",
    "th-leben": "Kupfer",
    "th-bauen": "Oliv",
    "th-familie": "Violett",
    "th-umwelt": "Grün",
}
"""Colours by their role in the theme."""

AS_IT_COMES = "Standard"
"""The colour of a layer that was given none."""


def neutrality(item: Neutrality) -> str:
    """Return the words on the band of a period before an election."""
    return tr("Karenzzeit vor „{title}“ (bis {day})").format(title=item.title, day=day_field(item.last))


def school_end(day: date | None) -> str:
    """Return up to when school holidays are known."""
    return (
        tr("Schulferien bekannt bis {day}").format(day=day_field(day))
        if day is not None
        else tr("Schulferien nicht bekannt")
    )
