# SPDX-License-Identifier: EUPL-1.2
"""What templates and blocks are for, in German."""

from __future__ import annotations

from kalender.domain.templates.template import Block, BlockKind, Purpose, Template
from kalender.wording.tr import tr

PURPOSES = {
    Purpose.ROAD: ("Straßen und Baustellen", "ri.road-map-line"),
    Purpose.WARNING: ("Warnung und Lage", "ri.alarm-warning-line"),
    Purpose.SERVICE: ("Service und Fristen", "ri.information-line"),
    Purpose.COUNCIL: ("Rat und Entscheidungen", "ri.government-line"),
    Purpose.EVENT: ("Veranstaltungen", "ri.calendar-event-line"),
    Purpose.PARTICIPATION: ("Beteiligung", "ri.question-answer-line"),
    Purpose.JOB: ("Stellen und Ausbildung", "ri.user-add-line"),
    Purpose.VOLUNTEER: ("Ehrenamt", "ri.team-line"),
    Purpose.PEOPLE: ("Menschen", "ri.user-line"),
    Purpose.REMEMBRANCE: ("Gedenken", "ri.flag-line"),
    Purpose.CLIMATE: ("Umwelt und Klima", "ri.leaf-line"),
    Purpose.FACT: ("Faktencheck", "ri.search-line"),
    Purpose.OTHER: ("Anderes", "ri.file-text-line"),
}
"""Word and symbol of each purpose, in the order of lists."""

FORMS = {BlockKind.TEXT: "Text", BlockKind.HASHTAGS: "Hashtags"}


def purpose_words(purpose: Purpose) -> str:
    """Return what a purpose is called."""
    return tr(PURPOSES[purpose][0])


def described(item: Template | Block) -> str:
    """Return in a few words what is in it: purpose and length of the checklist, or abbreviation."""
    if isinstance(item, Block):
        parts = [tr(FORMS[item.form])]
        if item.abbreviation:
            parts.append(tr("Kürzel {short}").format(short=item.abbreviation))
        return ", ".join(parts)
    parts = [purpose_words(item.purpose)]
    if len(item.checklist) == 1:
        parts.append(tr("1 Punkt zu prüfen"))
    elif item.checklist:
        parts.append(tr("{count} Punkte zu prüfen").format(count=len(item.checklist)))
    if item.lead:
        days = tr("1 Arbeitstag") if item.lead == 1 else tr("{count} Arbeitstage").format(count=item.lead)
        parts.append(tr("Vorlauf {days}").format(days=days))
    return ", ".join(parts)
