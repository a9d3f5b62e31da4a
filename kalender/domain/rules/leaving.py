# SPDX-License-Identifier: EUPL-1.2
"""Findings somebody has left as they are on purpose, bound to the place as it was then."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from datetime import date

from kalender.domain.post import LeftAsIs, Post
from kalender.domain.rules.book import RuleBook
from kalender.domain.rules.finding import Finding

_PLACES = frozenset({"start", "end", "edits"})
"""Facts that tell where, and what would mend it: they may change while the finding stays the same."""


def place_of(finding: Finding, post: Post) -> str:
    """Return 24 hex digits of what a finding says about which words: they differ as soon as the place does.

    Where the place stands in the text does not matter, nor how grave the plan takes it.
    """
    facts = {key: _plain(value) for key, value in finding.facts.items() if key not in _PLACES}
    said = [finding.rule, finding.channel, finding.field, finding.attachment, facts, _words(finding, post)]
    text = json.dumps(said, ensure_ascii=True, sort_keys=True)
    return hashlib.sha256(text.encode()).hexdigest()[:24]


def _plain(value: object) -> object:
    if isinstance(value, date):  # a datetime is one too
        return value.isoformat()
    if isinstance(value, list | tuple | set | frozenset):
        return [_plain(item) for item in value]
    return value if isinstance(value, str | int | bool) or value is None else str(value)


def _words(finding: Finding, post: Post) -> str:
    """Return the words a finding marks, as they stand in the text."""
    start, end = finding.facts.get("start"), finding.facts.get("end")
    if not isinstance(start, int) or not isinstance(end, int):
        return ""
    version = post.version(finding.channel) if finding.channel else None
    if finding.field == "first_comment":
        text = version.first_comment if version is not None else ""
    else:
        text = post.text if version is None else post.text_for(version)
    return text[start:end]


def parted(
    findings: Iterable[Finding], post: Post, book: RuleBook
) -> tuple[list[Finding], list[tuple[Finding, LeftAsIs]]]:
    """Return the findings that stand, and those left as they are with who said so.

    What blocks stands again as soon as the plan does not allow any more that it is left.
    """
    left = {item.id: item for item in post.left}
    if not left:
        return list(findings), []
    rules = {item.rule for item in post.left}
    standing: list[Finding] = []
    aside: list[tuple[Finding, LeftAsIs]] = []
    for finding in findings:
        said = left.get(place_of(finding, post)) if finding.rule in rules else None
        if said is not None and book.may_be_left(finding.rule, finding.severity):
            aside.append((finding, said))
        else:
            standing.append(finding)
    return standing, aside
