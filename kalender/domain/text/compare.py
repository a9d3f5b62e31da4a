# SPDX-License-Identifier: EUPL-1.2
"""What differs between two contents of a post: words of a text, pictures, links, channels."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from kalender.domain.frozen import frozen
from kalender.domain.journal.record import Json
from kalender.domain.text.sentences import hunks, words


class Kind(StrEnum):
    """What became of a piece of text."""

    SAME = "same"
    GONE = "gone"
    NEW = "new"


Segment = tuple[Kind, str]


def compare(old: str, new: str) -> list[Segment]:
    """Return the pieces of both texts in reading order; joined without NEW they are old, without GONE new."""
    before, after = words(old), words(new)
    found: list[Segment] = []
    at = 0
    for hunk in hunks(before, after):
        _add(found, Kind.SAME, "".join(before[at : hunk.first]))
        _add(found, Kind.GONE, "".join(before[hunk.first : hunk.last]))
        _add(found, Kind.NEW, "".join(hunk.new))
        at = hunk.last
    _add(found, Kind.SAME, "".join(before[at:]))
    return _phrases(found)


def _add(found: list[Segment], kind: Kind, text: str) -> None:
    if not text:
        return
    if found and found[-1][0] is kind:
        found[-1] = (kind, found[-1][1] + text)
    else:
        found.append((kind, text))


def _phrases(found: list[Segment]) -> list[Segment]:
    """Join neighbouring changes that only white space parts, so that a reader sees phrases instead of single words."""
    joined: list[Segment] = []
    gone = new = ""

    def flush() -> None:
        nonlocal gone, new
        _add(joined, Kind.GONE, gone)
        _add(joined, Kind.NEW, new)
        gone = new = ""

    for index, (kind, text) in enumerate(found):
        inside = 0 < index < len(found) - 1
        if kind is Kind.GONE:
            gone += text
        elif kind is Kind.NEW:
            new += text
        elif inside and gone and new and not text.strip() and "\n" not in text:
            gone += text
            new += text
        else:
            flush()
            _add(joined, Kind.SAME, text)
    flush()
    return joined


class Aspect(StrEnum):
    """What of a channel's content may differ beside its text."""

    LINK = "link"
    COMMENT = "comment"
    PICTURES = "pictures"
    ORDER = "order"
    ALT = "alt"
    CROPS = "crops"
    CREDIT = "credit"


@frozen
class ChannelChange:
    """How a channel's content differs. added, removed: the whole channel came or went."""

    text: tuple[Segment, ...] = ()
    aspects: frozenset[Aspect] = frozenset()
    added: bool = False
    removed: bool = False

    @property
    def changed(self) -> bool:
        """Tell whether anything differs."""
        return (
            self.added
            or self.removed
            or bool(self.aspects)
            or any(kind is not Kind.SAME for kind, _ in self.text)
        )


def differences(old: Mapping[str, Json], new: Mapping[str, Json]) -> dict[str, ChannelChange]:
    """Return the change of each channel between two manifests (see content.manifest)."""
    before, after = _channels(old), _channels(new)
    found = {}
    for channel in [*after, *(item for item in before if item not in after)]:
        if channel not in after:
            found[channel] = ChannelChange(removed=True)
        elif channel not in before:
            found[channel] = ChannelChange(added=True)
        else:
            found[channel] = _channel(before[channel], after[channel])
    return found


def _channels(manifest: Mapping[str, Json]) -> dict[str, dict[str, Json]]:
    channels = manifest.get("channels")
    if not isinstance(channels, dict):
        return {}
    return {key: value for key, value in channels.items() if isinstance(value, dict)}


def _channel(old: Mapping[str, Json], new: Mapping[str, Json]) -> ChannelChange:
    aspects = set()
    if old.get("link") != new.get("link"):
        aspects.add(Aspect.LINK)
    if old.get("comment") != new.get("comment"):
        aspects.add(Aspect.COMMENT)
    before, after = _pictures(old), _pictures(new)
    names = [str(item.get("sha256")) for item in before], [str(item.get("sha256")) for item in after]
    if names[0] != names[1]:
        aspects.add(Aspect.ORDER if sorted(names[0]) == sorted(names[1]) else Aspect.PICTURES)
    else:
        for a, b in zip(before, after, strict=True):
            if (a.get("alt"), a.get("decorative")) != (b.get("alt"), b.get("decorative")):
                aspects.add(Aspect.ALT)
            if a.get("crops") != b.get("crops"):
                aspects.add(Aspect.CROPS)
            if (a.get("credit"), a.get("ai")) != (b.get("credit"), b.get("ai")):
                aspects.add(Aspect.CREDIT)
    return ChannelChange(
        text=tuple(compare(str(old.get("text") or ""), str(new.get("text") or ""))),
        aspects=frozenset(aspects),
    )


def _pictures(channel: Mapping[str, Json]) -> list[dict[str, Json]]:
    pictures = channel.get("pictures")
    return [item for item in pictures if isinstance(item, dict)] if isinstance(pictures, list) else []
