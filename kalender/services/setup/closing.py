# SPDX-License-Identifier: EUPL-1.2
"""Days on which the town hall is closed, as people write them."""

from __future__ import annotations

import re

from kalender.domain.pace.working import Closed
from kalender.domain.refusal import RefusalKind, Refused

_GERMAN = re.compile(r"(\d{1,2})\.(\d{1,2})\.(\d{4})?")


def closed_text(text: str) -> str:
    """Return days as they are stored (see domain/pace/working), from 24.12.–31.12. or 15.5.2026; raises Refused BAD_DATE."""
    parts = [
        part.strip()
        for part in re.split(r"[–—/]|(?<=[.\d])\s*-\s*(?=\d{1,2}\.)|\bbis\b", text)
        if part.strip()
    ]
    found = []
    for part in parts:
        said = _GERMAN.fullmatch(part.replace(" ", ""))
        if said is None:
            found.append(part)
            continue
        day, month, year = said.groups()
        found.append(f"{f'{year}-' if year else ''}{int(month):02d}-{int(day):02d}")
    if len(found) == 2 and len(found[0]) == 5 and len(found[1]) == 10:
        found[0] = f"{found[1][:5]}{found[0]}"
    try:
        closed = Closed.parse("/".join(found))
    except ValueError:
        raise Refused(RefusalKind.BAD_DATE, value=text.strip()) from None
    return closed.first if closed.first == closed.last else f"{closed.first}/{closed.last}"
