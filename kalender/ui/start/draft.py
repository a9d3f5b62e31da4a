# SPDX-License-Identifier: EUPL-1.2
"""A plan before it exists, and what the wizard knows to say about it. No Qt."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from kalender.domain.format import Platform
from kalender.domain.frozen import frozen
from kalender.domain.journal.position import between
from kalender.domain.plan import Channel, Land, Municipality, Person, Role, Topic
from kalender.domain.refusal import RefusalKind, Refused
from kalender.wording.dates import WEEKDAYS
from kalender.wording.tr import tr

HOURS_PER_CHANNEL, HOURS_PER_POST = 1.0, 0.4
"""Rough hours a week: answering on a channel, making a post."""

TOPICS = (
    ("rathaus", "Rathaus & Verwaltung", "th-rathaus"),
    ("leben", "Leben & Veranstaltungen", "th-leben"),
    ("bauen", "Bauen & Verkehr", "th-bauen"),
    ("familie", "Familie & Schule", "th-familie"),
    ("umwelt", "Umwelt & Energie", "th-umwelt"),
)
"""What a new plan begins with; all can be renamed."""


@frozen
class PlanDraft:
    """Everything a new plan needs."""

    folder: Path
    municipality: Municipality
    channels: tuple[Channel, ...]
    people: tuple[Person, ...]
    topics: tuple[Topic, ...] = ()


@frozen
class LandFacts:
    """What is entered for a Land: (heading, detail) each."""

    holidays: tuple[str, str]
    school: tuple[str, str]
    named: tuple[str, str]


def land_facts(land: Land, today: date) -> LandFacts:
    """Return what the calendar will show for a Land. Reads the tables of holidays, so ask once per Land."""
    from kalender.formats import awareness
    from kalender.formats.holidays import public_holidays, school_data_end, school_holidays

    free = [item for year in (today.year, today.year + 1) for item in public_holidays(land, year)]
    next_free = next((item for item in free if item.day >= today), None)
    bands = [item for year in (today.year, today.year + 1) for item in school_holidays(land, year)]
    next_band = next((item for item in bands if item.last >= today), None)
    end = school_data_end(land, today)
    count = len([item for item in free if item.day.year == today.year])
    return LandFacts(
        holidays=(
            tr("{n} gesetzliche Feiertage").format(n=count),
            tr("nächster: {day}, {name}").format(day=_day(next_free.day), name=next_free.name)
            if next_free
            else "",
        ),
        school=(
            tr("Schulferien bis {end}").format(end=f"{end:%d.%m.%Y}") if end else tr("Schulferien"),
            tr("nächste: {name}, {first} bis {last}").format(
                name=next_band.label, first=f"{next_band.first:%d.%m.}", last=f"{next_band.last:%d.%m.}"
            )
            if next_band
            else tr("noch keine Termine bekannt"),
        ),
        named=(
            tr("Aktions- und Gedenktage"),
            tr("Auswahl für Kommunen, {n} Tage im Jahr").format(n=len(awareness.load().days(today.year))),
        ),
    )


def _day(day: date) -> str:
    return f"{WEEKDAYS[day.weekday()][:2]} {day:%d.%m.}"


def hours(channels: int, posts: int) -> int:
    """Return a rough estimate of hours a week, at least one."""
    return max(1, round(channels * HOURS_PER_CHANNEL + posts * HOURS_PER_POST))


def channels_of(chosen: Sequence[tuple[Platform, int]]) -> tuple[Channel, ...]:
    """Return channels for platforms with so many posts a week, in the order of the platforms."""
    found, last = [], ""
    for platform, per_week in sorted(chosen, key=lambda item: item[0].position):
        last = between(last, "")
        found.append(
            Channel(
                id=platform.id,
                platform=platform.id,
                name=platform.name,
                formats=platform.default_formats,
                position=last,
                per_week=per_week,
            )
        )
    return tuple(found)


def people_of(entries: Sequence[tuple[str, Role]]) -> tuple[Person, ...]:
    """Return people with ids made of their names; empty names are left out."""
    found: list[Person] = []
    for name, role in entries:
        words = " ".join(name.split())
        if words:
            taken = {item.id for item in found}
            id_ = base = slug(words) or "person"
            number = 2
            while id_ in taken:
                id_, number = f"{base}-{number}", number + 1
            found.append(Person(id=id_, name=words, role=role))
    return tuple(found)


def topics() -> tuple[Topic, ...]:
    """Return the topics a new plan begins with."""
    found, last = [], ""
    for id_, name, colour in TOPICS:
        last = between(last, "")
        found.append(Topic(id=id_, name=name, colour=colour, position=last))
    return tuple(found)


def slug(name: str) -> str:
    """Return a name in small Latin letters, digits and hyphens: Gülcan Öz-Weiß is guelcan-oez-weiss."""
    text = name.casefold().replace("ä", "ae").replace("ö", "oe").replace("ü", "ue").replace("ß", "ss")
    text = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", text).strip("-")


def whole_number(text: str) -> int | None:
    """Return the number in "8.400", 0 for nothing, None where it is none."""
    digits = text.strip().replace(".", "").replace(" ", "")
    if not digits:
        return 0
    return int(digits) if digits.isdecimal() and len(digits) <= 8 else None


def judge(folder: Path) -> Refused | None:
    """Tell why a new plan cannot lie in a folder, or None."""
    from kalender.store.place import synced

    if synced(folder):
        return Refused(RefusalKind.PLAN_IN_SYNCED_FOLDER, path=str(folder))
    if (folder / "plan.kalender").exists():
        return Refused(RefusalKind.PLAN_EXISTS, path=str(folder))
    if folder.is_file():
        return Refused(RefusalKind.FOLDER_NOT_EMPTY, path=str(folder))
    return None
