# SPDX-License-Identifier: EUPL-1.2
"""Events and the posts around them in words."""

from __future__ import annotations

from datetime import date

from kalender.domain.chains.events import CHAINS, OWN, Event, Step
from kalender.services.chains.events import Wanted
from kalender.services.chains.members import Effect
from kalender.wording.chains.series import effects
from kalender.wording.dates import MONTHS, day_long
from kalender.wording.tr import tr

STEPS = {
    "announcement": ("Ankündigung", "Ankündigung: {title}"),
    "reminder": ("Erinnerung", "Erinnerung: {title}"),
    "live": ("Start", "Heute: {title}"),
    "review": ("Rückblick", "Rückblick: {title}"),
    "kickoff": ("Auftakt", "Auftakt: {title}"),
    "halftime": ("Halbzeit", "Halbzeit: {title}"),
    "last_call": ("Letzte Erinnerung", "Letzte Tage: {title}"),
}
"""What each post of a chain is called, and its title."""

TEMPLATES = {
    "event": "Veranstaltung: Ankündigung bis Rückblick",
    "short": "Nur Erinnerung und der Tag selbst",
    "campaign": "Kampagne: Auftakt, Halbzeit, Endspurt",
    "none": "Keine Beiträge",
}
"""What the templates of chains are called."""


def wanted(event: Event, steps: tuple[Step, ...]) -> tuple[Wanted, ...]:
    """Return the posts of some steps around an event, with their titles."""
    return tuple(
        Wanted(
            kind=f"{OWN} {step.title}" if step.kind == OWN else step.kind,
            title=step.title if step.kind == OWN else tr(STEPS[step.kind][1]).format(title=event.title),
            offset=step.offset(event),
            at=step.at,
        )
        for step in steps
    )


def chain(event: Event, name: str) -> tuple[Wanted, ...]:
    """Return the posts of a template around an event."""
    return wanted(event, CHAINS[name])


def offset(days: int, event: Event) -> str:
    """Return 14 Tage vorher, am ersten Tag, am 3. Tag, 1 Tag danach; days: from the first day."""
    if not days:
        return tr("am Tag selbst") if event.days < 2 else tr("am ersten Tag")
    if 0 < days < event.days:
        return tr("am {n}. Tag").format(n=days + 1)
    number = -days if days < 0 else days - max(0, event.days - 1)
    unit = tr("1 Tag") if number == 1 else tr("{n} Tage").format(n=number)
    return (tr("{unit} vorher") if days < 0 else tr("{unit} danach")).format(unit=unit)


def kind(event: Event) -> str:
    """Return Veranstaltung or Kampagne."""
    return tr("Kampagne") if event.campaign else tr("Veranstaltung")


def span(event: Event) -> str:
    """Return the days of an event: Samstag, 12. Dezember 2026, or 12.–14. Dezember 2026."""
    if event.first is None or event.last is None:
        return tr("ohne Termin")
    return days(event.first, event.last)


def days(first: date, last: date) -> str:
    """Return a stretch of days with its year."""
    if first == last:
        return day_long(first)
    end = f"{last.day}. {MONTHS[last.month - 1]} {last.year}"
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day}.–{end}"
    year = f" {first.year}" if first.year != last.year else ""
    return f"{first.day}. {MONTHS[first.month - 1]}{year} – {end}"


def moving(effect: Effect) -> str:
    """Return in a line what moving an event does to its posts: 4 Beiträge rücken mit, 1 Freigabe erlischt."""
    found = []
    if effect.changed:
        found.append(
            tr("1 Beitrag rückt mit")
            if effect.changed == 1
            else tr("{n} Beiträge rücken mit").format(n=effect.changed)
        )
    if effect.lapses:
        found.append(
            tr("1 Freigabe erlischt")
            if effect.lapses == 1
            else tr("{n} Freigaben erlöschen").format(n=effect.lapses)
        )
    if effect.out:
        found.append(
            tr("1 schon exportierter bleibt")
            if effect.out == 1
            else tr("{n} schon exportierte bleiben").format(n=effect.out)
        )
    return ", ".join(found) or tr("Es rückt kein Beitrag mit")


def moved(effect: Effect) -> list[str]:
    """Return in sentences what moving an event does to its posts."""
    if not (effect.changed or effect.out):
        return [tr("Zu dieser Veranstaltung gehört kein Beitrag, der mitrückt.")]
    lines = [f"{moving(effect)}."] if effect.changed else []
    return lines + (effects(Effect(out=effect.out)) if effect.out and not effect.changed else [])
