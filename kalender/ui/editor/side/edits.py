# SPDX-License-Identifier: EUPL-1.2
"""What a finding says would mend it, and how that is offered."""

from __future__ import annotations

from kalender.domain.rules.checks import Finding
from kalender.wording.tr import tr

Edit = tuple[int, int, str]
"""From where to where, in code points, and what stands there instead."""

OFFERED = {
    "text.emoji_run": "Auf {limit} kürzen",
    "text.emoji_repeated": "Nur eines behalten",
    "text.emoji_bullets": "Striche nehmen",
    "text.emoji_inside": "Ans Satzende stellen",
    "text.capitals": "Ersetzen: {words}",
    "hashtag.not_at_end": "Ans Ende stellen",
    "hashtag.repeated": "Doppelten entfernen",
    "link.tracking": "Zählangaben entfernen",
    "link.unencrypted": "https nehmen",
}
"""Rules that say themselves what is safe to do, at one place or at several."""


def edits_of(finding: Finding) -> tuple[Edit, ...]:
    """Return what mends a finding, in the text or in the link of its channel; nothing where that is not known."""
    found = finding.facts.get("edits")
    if finding.rule not in OFFERED or finding.field not in {"text", "link"} or not isinstance(found, tuple):
        return ()
    return tuple((int(start), int(end), str(words)) for start, end, words in found)


def offer(finding: Finding) -> str:
    """Return the words of the button."""
    words = edits_of(finding)[0][2]
    return tr(OFFERED[finding.rule]).format(words=words, limit=finding.facts.get("limit", ""))
