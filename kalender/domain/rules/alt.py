# SPDX-License-Identifier: EUPL-1.2
"""Alt texts: there, short enough, and saying what is to be seen."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from kalender.domain.rules.case import Case, Shown
from kalender.domain.rules.finding import Rule, Severity, Spot


@lru_cache(maxsize=1)
def _openings() -> re.Pattern[str]:
    kinds = "Bild|Foto|Fotografie|Photo|Grafik|Abbildung|Illustration|Symbolbild|Aufnahme"
    return re.compile(
        rf"\s*(?:(?:Ein|Das|Auf dem|Unser)\s+)?(?:{kinds})\s+"
        r"(?:von|vom|der|des|mit|zeigt|ist|sind|sieht man|zu sehen)\b",
        re.IGNORECASE,
    )


def _bare(text: str) -> str:
    """Return letters and digits only, small, without the suffix of a file."""
    stem = re.sub(r"\.[A-Za-z]{3,4}$", "", text.strip())
    return re.sub(r"[\W_]+", "", stem).lower()


def _described(case: Case) -> Iterator[Shown]:
    """Yield the pictures that need an alt text."""
    return (shown for shown in case.pictures if not shown.attachment.decorative)


def _facts(shown: Shown, **more: object) -> dict[str, object]:
    return {"number": shown.number, "picture": shown.name, **more}


def missing(case: Case) -> Iterator[Spot]:
    """A picture has no alt text and is not marked as decorative."""
    for shown in _described(case):
        if shown.picture is not None and not shown.alt.strip():
            yield Spot(_facts(shown), "", "alt", shown.attachment.id)


def too_long(case: Case) -> Iterator[Spot]:
    """An alt text is longer than a channel takes."""
    for outlet in case.outlets:
        limit = outlet.text_format.alt_limit if outlet.text_format else 0
        for shown in outlet.pictures:
            if limit and len(shown.alt) > limit and not shown.attachment.decorative:
                facts = _facts(shown, channel=outlet.name, count=len(shown.alt), limit=limit)
                yield Spot(facts, outlet.id, "alt", shown.attachment.id)


def is_file_name(case: Case) -> Iterator[Spot]:
    """An alt text repeats the name of the file."""
    for shown in _described(case):
        alt = shown.alt.strip()
        same = shown.picture is not None and _bare(alt) == _bare(shown.picture.name)
        camera = re.fullmatch(
            r"(?:IMG|DSC|DSCN|DSCF|PXL|WhatsApp Image)[\s_-]?[\w.\s-]*\d{3,}.*", alt, re.IGNORECASE
        )
        if alt and (same or camera or re.search(r"\.(?:jpe?g|png|heic|webp|tiff?)$", alt, re.IGNORECASE)):
            yield Spot(_facts(shown, alt=alt), "", "alt", shown.attachment.id)


def announces_itself(case: Case) -> Iterator[Spot]:
    """An alt text begins with "Bild von": a screen reader has said so already."""
    for shown in _described(case):
        found = _openings().match(shown.alt)
        if found:
            yield Spot(_facts(shown, opening=found.group().strip()), "", "alt", shown.attachment.id)


def twice(case: Case) -> Iterator[Spot]:
    """Two pictures of a post have the same alt text."""
    seen: dict[str, int] = {}
    for shown in _described(case):
        alt = shown.alt.strip().lower()
        if alt and alt in seen:
            yield Spot(_facts(shown, other=seen[alt]), "", "alt", shown.attachment.id)
        seen.setdefault(alt, shown.number)


def not_shown(case: Case) -> Iterator[Spot]:
    """A channel knows no alt texts: what is to be seen has to be said in the text."""
    for outlet in case.outlets:
        if outlet.text_format is None or outlet.text_format.alt_supported or not outlet.text:
            continue
        for shown in outlet.pictures:
            alt = shown.alt.strip()
            if alt and not shown.attachment.decorative and alt.lower() not in outlet.text.lower():
                facts = _facts(shown, channel=outlet.name, alt=alt)
                yield Spot(facts, outlet.id, "text", shown.attachment.id)


RULES = (
    Rule("alt.missing", Severity.ERROR, missing, "WCAG 2.1, 1.1.1"),
    Rule("alt.too_long", Severity.ERROR, too_long, "resources/formats: alt_limit"),
    Rule("alt.file_name", Severity.ERROR, is_file_name, "WCAG 2.1, 1.1.1, failure F30"),
    Rule("alt.begins_with_picture", Severity.HINT, announces_itself, "BITV practice"),
    Rule("alt.twice", Severity.HINT, twice, "BITV practice"),
    Rule("alt.not_shown", Severity.HINT, not_shown, "resources/formats: alt_supported"),
)
