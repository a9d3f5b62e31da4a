# SPDX-License-Identifier: EUPL-1.2
"""What the counters under a text say: length by the platform's rule, fold point, hashtags. No Qt."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kalender.domain.counting import Limit, count, fold_position, limit_of, overflow_position
from kalender.domain.format import Format, Rule
from kalender.domain.frozen import frozen

WARN_SHARE = 0.9
"""From this part of the limit on the counter warns."""

_WORD = re.compile(r"\w[\w\-]*", re.UNICODE)

_UNITS = {Rule.UTF8_BYTES: "Bytes"}


@frozen
class Gauge:
    """The figures of one text on one platform.

    used and limit in the unit of the rule (limit 0: none); excess: how much is too much; excess_at: index in the
    text where the part begins that does not fit; fold: index of the end of the last whole word before the fold, or None; fold_length: what
    is seen before it, in characters; fold_word: the last word seen. whose: name of the channel the limit is from.
    """

    used: int
    limit: int = 0
    excess: int = 0
    excess_at: int = 0
    share: float = 0.0
    unit: str = "Zeichen"
    fold: int | None = None
    fold_length: int = 0
    fold_word: str = ""
    hashtags: int = 0
    hashtag_limit: int = 0
    whose: str = ""

    @property
    def state(self) -> str:
        """Return the theme role of the counter: err over the limit, warn near it, otherwise accent-fill."""
        if self.excess:
            return "err"
        return "warn" if self.limit and self.share >= WARN_SHARE else "accent-fill"


def _hashtags(text: str) -> int:
    from kalender.domain.text.hashtags import hashtags

    return len(hashtags(text)) if "#" in text else 0


def gauge(text: str, format_: Format, *, pictures: bool, own_limit: int = 0, whose: str = "") -> Gauge:
    """Return the figures of a text in a format. own_limit: what this channel's server allows (0: the platform's)."""
    limit = limit_of(format_, pictures=pictures, own=own_limit)
    counted = count(format_.text_rule, text)
    excess = limit.excess(counted)
    fold = fold_position(text, format_.fold_at)
    seen = [item for item in _WORD.finditer(text, 0, len(text)) if item.end() <= fold] if fold else []
    only_bytes = bool(excess) and not (limit.value and counted.value > limit.value)
    shown = Limit(limit.bytes, 0) if only_bytes else limit
    return Gauge(
        used=counted.bytes if only_bytes else counted.value,
        limit=shown.value,
        excess=excess,
        excess_at=overflow_position(format_.text_rule, text, limit) if excess else len(text),
        share=limit.share(counted),
        unit="Bytes" if only_bytes else _UNITS.get(format_.text_rule, "Zeichen"),
        fold=seen[-1].end() if seen else fold,
        fold_length=format_.fold_at if fold is not None else 0,
        fold_word=seen[-1].group() if seen else "",
        hashtags=_hashtags(text),
        hashtag_limit=format_.hashtag_limit,
        whose=whose,
    )


def tightest(text: str, gauges: Sequence[Gauge]) -> Gauge:
    """Return the figures that leave the least room: those the common text has to fit."""
    limited = [item for item in gauges if item.limit]
    if not limited:
        return Gauge(used=len(text), excess_at=len(text), hashtags=_hashtags(text))
    return max(limited, key=lambda item: (item.excess > 0, item.share))


def number(value: int) -> str:
    """Return a number with German thousands points: 2.200."""
    return f"{value:,}".replace(",", ".")
