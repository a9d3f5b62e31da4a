# SPDX-License-Identifier: EUPL-1.2
"""The command count: the length of a text by a platform's rule; opens no plan."""

from __future__ import annotations

import sys
from argparse import Namespace

from kalender.cli.answers import Answer
from kalender.domain.counting import count as counted
from kalender.domain.format import Rule
from kalender.domain.refusal import RefusalKind, Refused

_PLATFORM = {
    Rule.X_WEIGHTED: "x",
    Rule.MASTODON: "mastodon",
    Rule.BLUESKY: "bluesky",
    Rule.THREADS: "threads",
}
"""The platform whose own rule it is; the others are units that many platforms share, with limits of their own."""


def count(given: Namespace) -> Answer:
    """Count a text, as it is, to the last line break; raises Refused UNKNOWN_RULE."""
    try:
        rule = Rule(given.rule)
    except ValueError as error:
        raise Refused(RefusalKind.UNKNOWN_RULE, rule=given.rule, known=[one.value for one in Rule]) from error
    text = _standard_input() if given.text == "-" else given.text
    length, limit = counted(rule, text).value, _limit(rule)
    words = f"{length} von {limit}" if limit else str(length)
    return Answer(facts={"count": length, "limit": limit, "rule": rule.value}, lines=(words,))


def _limit(rule: Rule) -> int | None:
    name = _PLATFORM.get(rule)
    if name is None:
        return None
    from kalender.formats.catalogue import platform
    from kalender.formats.resources import folder
    from kalender.formats.schema import read

    found = platform(name, read(folder() / "formats" / f"{name}.toml"))
    texts = next(item for item in found.formats if item.id == found.text_format)
    return texts.text_limit or None


def _standard_input() -> str:
    raw = getattr(sys.stdin, "buffer", None)
    text: str = sys.stdin.read() if raw is None else raw.read().decode("utf-8", "surrogateescape")
    return text
