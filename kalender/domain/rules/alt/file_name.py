# SPDX-License-Identifier: EUPL-1.2
"""alt.file_name: an alt text repeats the name of the file."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kalender.domain.rules.alt.described import described, facts_of
from kalender.domain.rules.case import Case
from kalender.domain.rules.finding import Rule, Severity, Spot


def _bare(text: str) -> str:
    """Return letters and digits only, small, without the suffix of a file."""
    stem = re.sub(r"\.[A-Za-z]{3,4}$", "", text.strip())
    return re.sub(r"[\W_]+", "", stem).lower()


def find(case: Case) -> Iterator[Spot]:
    """An alt text repeats the name of the file."""
    for shown in described(case):
        alt = shown.alt.strip()
        same = shown.picture is not None and _bare(alt) == _bare(shown.picture.name)
        camera = re.fullmatch(
            r"(?:IMG|DSC|DSCN|DSCF|PXL|WhatsApp Image)[\s_-]?[\w.\s-]*\d{3,}.*", alt, re.IGNORECASE
        )
        if alt and (same or camera or re.search(r"\.(?:jpe?g|png|heic|webp|tiff?)$", alt, re.IGNORECASE)):
            yield Spot(facts_of(shown, alt=alt), "", "alt", shown.attachment.id)


RULE = Rule("alt.file_name", Severity.ERROR, find, "WCAG 2.1, 1.1.1, Fehler F30")
