# SPDX-License-Identifier: EUPL-1.2
"""What lies in the trash, in words."""

from __future__ import annotations

from collections.abc import Callable

from kalender.services.past.trash import TrashItem
from kalender.wording.dates import day_long, moment_long, moment_short
from kalender.wording.past.steps import who
from kalender.wording.tr import tr

ICONS = {
    "post": ("Beitrag", "ri.file-text-line"),
    "picture": ("Bild", "ri.image-2-line"),
    "consent": ("Einwilligung", "ri.user-follow-line"),
    "channel": ("Kanal", "ri.broadcast-line"),
    "person": ("Person", "ri.user-line"),
    "topic": ("Thema", "ri.price-tag-3-line"),
    "blackout": ("Sperrzeit", "ri.forbid-line"),
    "meeting": ("Sitzung", "ri.group-line"),
    "layer": ("Ebene", "ri.stack-line"),
    "entry": ("Eintrag einer Ebene", "ri.calendar-line"),
    "view": ("Ansicht", "ri.bookmark-line"),
    "series": ("Serie", "ri.repeat-line"),
    "event": ("Veranstaltung", "ri.calendar-event-line"),
    "word": ("Wort", "ri.font-size"),
    "template": ("Vorlage", "ri.file-copy-line"),
    "block": ("Textbaustein", "ri.file-text-line"),
}
"""The word and the symbol of each kind of record."""


def name_of(item: TrashItem) -> str:
    """Return what a deleted record is called."""
    return item.name or tr("{kind} ohne Namen").format(kind=tr(ICONS[item.kind][0]))


def deleted_words(item: TrashItem, person: Callable[[str], str]) -> str:
    """Return when and by whom it was deleted."""
    return tr("gelöscht am {when} von {who}").format(when=moment_long(item.at), who=who(item.by, person))


def stays_words(item: TrashItem) -> str:
    """Return how long the file of a picture stays, or when a post was planned."""
    if item.leaves is not None:
        return tr("Bilddatei wird frühestens am {day} endgültig entfernt").format(day=day_long(item.leaves))
    if item.uses:
        return (
            tr("1 Beitrag zeigt es noch")
            if item.uses == 1
            else tr("{count} Beiträge zeigen es noch").format(count=item.uses)
        )
    return tr("geplant für {when}").format(when=moment_short(item.planned)) if item.planned else ""
