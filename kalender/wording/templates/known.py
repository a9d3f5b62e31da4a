# SPDX-License-Identifier: EUPL-1.2
"""Gaps of templates that fill themselves: what the plan and the post know already, by their German names."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import datetime

from kalender.domain.plan import Municipality
from kalender.domain.post import Post
from kalender.wording.dates import MONTHS, WEEKDAYS

TOWN, NAME, TAG, SITE = "Kommune", "Ortsname", "Kommune als Hashtag", "Website"
DAY, WEEKDAY, TIME, MONTH, YEAR = "Datum", "Wochentag", "Uhrzeit", "Monat", "Jahr"
LINK, CONTACT, PLACE, TITLE = "Link", "Kontakt", "Ort", "Titel"

ALL = (TOWN, NAME, TAG, SITE, DAY, WEEKDAY, TIME, MONTH, YEAR, LINK, CONTACT, PLACE, TITLE)
"""The names, in the order in which they are told to whoever writes a template."""


def known(town: Municipality, post: Post | None = None, planned: datetime | None = None) -> Mapping[str, str]:
    """Return what gaps are filled with, by name; what is not known is left out. planned: where there is no post yet."""
    found = {TOWN: town.title if town.name else "", NAME: town.name, TAG: tag(town.title), SITE: town.website}
    moment = post.planned if post is not None and post.planned is not None else planned
    if moment is not None:
        found |= {
            DAY: f"{moment.day}. {MONTHS[moment.month - 1]}",
            WEEKDAY: WEEKDAYS[moment.weekday()],
            TIME: spoken_time(moment),
            MONTH: MONTHS[moment.month - 1],
            YEAR: str(moment.year),
        }
    if post is not None:
        found |= {LINK: post.link, CONTACT: post.contact, PLACE: post.place, TITLE: post.title}
    return {name: value for name, value in found.items() if value}


def spoken_time(moment: datetime) -> str:
    """Return 15 Uhr or 15.30 Uhr."""
    return f"{moment.hour}.{moment.minute:02d} Uhr" if moment.minute else f"{moment.hour} Uhr"


def tag(name: str) -> str:
    """Return a name as a hashtag without its sign: StadtLindenbrunn."""
    return "".join(word[:1].upper() + word[1:] for word in re.findall(r"\w+", name))
