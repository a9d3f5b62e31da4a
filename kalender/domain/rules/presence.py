# SPDX-License-Identifier: EUPL-1.2
"""What a post needs at all: a channel, a text, a time, links that open, no forgotten gaps."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from kalender.domain.rules.case import Case
from kalender.domain.rules.finding import Rule, Severity, Spot

_ORDINARY = frozenset(
    (
        "anzeige",
        "werbung",
        "update",
        "symbolbild",
        "archivbild",
        "archiv",
        "foto",
        "fotos",
        "video",
        "bild",
        "live",
        "sic",
        "neu",
        "eilmeldung",
        "leichte",
    )
)
"""Words in square brackets that are meant to stay."""


@lru_cache(maxsize=1)
def _gaps() -> re.Pattern[str]:
    cross = "[Xx]"
    return re.compile(
        r"(?<!\])\[[A-ZÄÖÜ][^\]\[\n]{0,40}\](?!\()"
        r"|\{[^{}\n]{0,60}\}+"
        rf"|\b{cross}{{2,4}}(?:[.:/]\s?{cross}{{2,4}})+\.?"
        rf"|\b{cross}{{2,4}}(?=\s(?:Uhr|Euro|€|Prozent|%|Personen|Plätze)(?!\w))"
        r"|\b(?:TBD|TBA|tbd|tba)\b|\bT[O]DO\b|\bLorem ipsum\b|\b(?:Blind|Platzhalter)text\b|\?{3,}|_{3,}"
    )


def no_channel(case: Case) -> Iterator[Spot]:
    """A post without a channel reaches nobody."""
    if not case.post.versions:
        yield Spot({}, field="channels")


def no_text(case: Case) -> Iterator[Spot]:
    """A channel gets no text. Own pages without a text limit count too: a picture alone says nothing aloud."""
    if not case.outlets:
        if not case.post.text.strip():
            yield Spot({})
        return
    empty = [outlet for outlet in case.outlets if not outlet.text.strip()]
    if len(empty) == len(case.outlets):
        yield Spot({})
        return
    for outlet in empty:
        yield Spot({"channel": outlet.name}, outlet.id)


def no_date(case: Case) -> Iterator[Spot]:
    """A post that is more than an idea has no time; an approval covers days, so it needs one."""
    if not case.post.idea and any(outlet.planned is None for outlet in case.outlets):
        yield Spot({}, field="planned")


def dead_placeholder(case: Case) -> Iterator[Spot]:
    """A gap of a template was not filled in."""
    for passage in case.passages:
        for found in _gaps().finditer(passage.text):
            word = found.group().strip("[]{} ").split(" ")[0].lower().rstrip(":")
            if found.group().startswith("[") and word in _ORDINARY:
                continue
            facts = {"found": found.group(), "start": found.start(), "end": found.end()}
            yield Spot(facts, passage.channel, passage.field)


def broken_link(case: Case) -> Iterator[Spot]:
    """The link field holds something no browser opens."""
    from kalender.domain.text.web_address import is_web_address

    if case.post.link and not is_web_address(case.post.link.strip(), bare=True):
        yield Spot({"link": case.post.link}, field="link")
    for version in case.post.versions:
        if version.link and not is_web_address(version.link.strip(), bare=True):
            yield Spot({"link": version.link}, version.id, "link")


def dead_link(case: Case) -> Iterator[Spot]:
    """A web address stands in a text where the platform makes no link of it."""
    from kalender.domain.text.addresses import addresses

    for outlet in case.outlets:
        if outlet.text_format is None or outlet.text_format.link_clickable:
            continue
        found = addresses(outlet.text)
        if found:
            start, end = found[0].start, found[0].end
            facts = {"channel": outlet.name, "link": outlet.text[start:end], "start": start, "end": end}
            yield Spot(facts, outlet.id)
        elif outlet.link:
            yield Spot({"channel": outlet.name, "link": outlet.link}, outlet.id, "link")


RULES = (
    Rule("channel.none", Severity.ERROR, no_channel, "nothing can be approved for no channel"),
    Rule("text.empty", Severity.ERROR, no_text, "nothing can be approved without words"),
    Rule("planned.none", Severity.WARNING, no_date, "an approval covers days around the planned one"),
    Rule("text.placeholder", Severity.ERROR, dead_placeholder, "house rule"),
    Rule("link.broken", Severity.ERROR, broken_link, "RFC 3986"),
    Rule("link.not_clickable", Severity.WARNING, dead_link, "resources/formats: link_clickable"),
)
