# SPDX-License-Identifier: EUPL-1.2
"""What a platform demands of pictures and texts: values read from resources/formats."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from kalender.domain.frozen import frozen


class Rule(StrEnum):
    """How a platform counts the length of a text."""

    X_WEIGHTED = "x_weighted"
    MASTODON = "mastodon"
    BLUESKY = "bluesky"
    THREADS = "threads"
    UTF16 = "utf16"
    UTF8_BYTES = "utf8_bytes"
    CODEPOINT = "codepoint"
    GRAPHEME = "grapheme"


class Confidence(StrEnum):
    """How well a figure is documented: by the vendor, by several others, by one or none."""

    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"


@frozen
class SafeZone:
    """Pixels at the edges that the app covers, on the recommended width × height."""

    top: int = 0
    right: int = 0
    bottom: int = 0
    left: int = 0


@frozen
class Format:
    """One placement of a platform, e.g. instagram.feed_4x5. 0 means: no documented limit.

    width, height: pixels to export. max_bytes: hard limit of the file. max_images: hard limit (0 = none known).
    text_limit applies with pictures, text_limit_plain without (0: the same). Guidance (target_bytes, fold_at,
    safe_zone, hashtag_limit, comment_limit) warns and never blocks. text_limit_media_maybe: with pictures, by one
    source alone. clip_…: seconds, pixels and bytes of a film.
    """

    id: str
    platform: str
    label: str
    width: int
    height: int
    ratio_min: float
    ratio_max: float
    max_bytes: int
    export_type: str = "jpg"
    file_types: tuple[str, ...] = ()
    max_images: int = 0
    min_width: int = 0
    max_pixels: int = 0
    text_limit: int = 0
    text_limit_plain: int = 0
    text_limit_bytes: int = 0
    title_limit: int = 0
    text_limit_media_maybe: int = 0
    comment_limit: int = 0
    text_rule: Rule = Rule.CODEPOINT
    alt_limit: int = 0
    alt_supported: bool = True
    target_bytes: int = 0
    fold_at: int = 0
    hashtag_limit: int = 0
    mention_limit: int = 0
    safe_zone: SafeZone = SafeZone()
    link_clickable: bool = True
    video: bool = False
    captions_required: bool = False
    clip_least: int = 0
    clip_most: int = 0
    clip_width: int = 0
    clip_height: int = 0
    clip_bytes: int = 0
    notes: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    checked: date | None = None
    confidence: Confidence = Confidence.LOW

    @property
    def ratio(self) -> tuple[int, int]:
        """The ratio of the exported picture as (width, height)."""
        return self.width, self.height


@frozen
class Platform:
    """A network or an own medium with its formats in order; the first format is the usual one."""

    id: str
    name: str
    short: str
    position: int
    icon: str = ""
    colour: str = "ch-web"
    monogram: str = ""
    address: str = ""
    default_formats: tuple[str, ...] = ()
    formats: tuple[Format, ...] = ()
    text_format: str = ""
