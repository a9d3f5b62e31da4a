# SPDX-License-Identifier: EUPL-1.2
"""Deadlines in words: „Weihnachtsmarkt (Text fällig)“, „Freigabe war am Di., 1. Dez. fällig“."""

from __future__ import annotations

from datetime import date

from kalender.domain.pace.deadlines import Deadline, Due, Terms, Urgency
from kalender.wording.dates import day_comma
from kalender.wording.tr import tr

DUES = {Due.TEXT: "Text", Due.PICTURE: "Bild", Due.APPROVAL: "Freigabe"}
"""What has to be there."""

ICONS = {Due.TEXT: "ri.pencil-line", Due.PICTURE: "ri.image-line", Due.APPROVAL: "ri.shield-check-line"}
"""Its symbol; the symbol of a deadline itself is ri.timer-line."""


def line(deadline: Deadline) -> str:
    """Return „Weihnachtsmarkt (Text fällig)“, for the day on which it is due."""
    pattern = tr("{title} ({what} fällig)")
    return pattern.format(what=tr(DUES[deadline.due]), title=deadline.title or tr("Ohne Titel"))


def standing(deadline: Deadline, today: date) -> str:
    """Return how a deadline stands: „bis Di., 1. Dez.“, „heute fällig“, „seit Di., 1. Dez. fällig“, „liegt vor“."""
    match deadline.urgency(today):
        case Urgency.MET:
            return tr("erteilt") if deadline.due is Due.APPROVAL else tr("liegt vor")
        case Urgency.TODAY:
            return tr("heute fällig")
        case Urgency.MISSED:
            return tr("seit {day} fällig").format(day=day_comma(deadline.day))
    return tr("bis {day}").format(day=day_comma(deadline.day))


def told(terms: Terms) -> str:
    """Return „Text 3, Bild 2, Freigabe 1 Arbeitstag vorher“, „keine“ where there are no terms."""
    found = [
        (tr(DUES[due]), days)
        for due, days in (
            (Due.TEXT, terms.text),
            (Due.PICTURE, terms.picture),
            (Due.APPROVAL, terms.approval),
        )
        if days
    ]
    if not found:
        return tr("keine")
    pattern = tr("{list} Arbeitstag vorher") if found[-1][1] == 1 else tr("{list} Arbeitstage vorher")
    return pattern.format(list=", ".join(f"{what} {days}" for what, days in found))
