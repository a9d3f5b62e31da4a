# SPDX-License-Identifier: EUPL-1.2
"""What differs between two states of a post, field by field and channel by channel, and how to bring one field back."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import fields, replace
from typing import Any

from kalender.domain.frozen import frozen
from kalender.domain.post import Attachment, Post, Version
from kalender.domain.text.compare import Segment, compare

KEPT = frozenset(
    {
        "id", "hold", "dropped", "external", "requests", "decisions", "deliveries", "publications", "comments",
        "checklist", "left",
        "series", "origin", "event", "offset", "original", "original_digest",
    }
)  # fmt: skip
"""What no earlier state brings back: what people decided, sent, published and said has happened."""

PICTURES = "attachments"
VERSIONS = "versions"
WORDED = frozenset(
    {
        "title", "text", "note", "place", "task", "goal", "contact", "campaign", "source", "alternative", "link",
        "first_comment", "alt",
    }
)  # fmt: skip
"""Fields compared word by word."""

OF_PICTURE = frozenset({"alt", "decorative"})
"""Fields of a picture of the post that come back one by one."""

PLAIN = tuple(item.name for item in fields(Post) if item.name not in {*KEPT, PICTURES, VERSIONS})
IN_VERSION = tuple(item.name for item in fields(Version) if item.name not in {"id", "placements"})


@frozen
class Difference:
    """One thing that is another now. field: what restored() takes: text, version/instagram/text, attachments.

    what: name of the field, or one of channel, picture, order, alt, decorative, crop. channel: whose version it is.
    then, now: the values (text None: taken over from the post). segments: the words of a text, from then to now.
    picture: id of the picture concerned; format: of the crop.
    """

    field: str
    what: str
    channel: str = ""
    then: Any = None
    now: Any = None
    segments: tuple[Segment, ...] = ()
    picture: str = ""
    format: str = ""


def differences(then: Post, now: Post) -> list[Difference]:
    """Return what differs, in the order in which a reader asks: the post, its channels, its pictures."""
    return [*_plain(then, now), *_versions(then, now), *_pictures(then, now)]


def _plain(then: Post, now: Post) -> Iterator[Difference]:
    for name in PLAIN:
        before, after = getattr(then, name), getattr(now, name)
        if before != after:
            yield Difference(
                field=name, what=name, then=before, now=after, segments=_words(name, before, after)
            )


def _words(name: str, before: object, after: object) -> tuple[Segment, ...]:
    if name not in WORDED:
        return ()
    return tuple(compare(str(before or ""), str(after or "")))


def _versions(then: Post, now: Post) -> Iterator[Difference]:
    before = {item.id: item for item in then.versions}
    after = {item.id: item for item in now.versions}
    for channel in dict.fromkeys([*after, *before]):
        if channel not in before or channel not in after:
            yield Difference(
                field=f"version/{channel}",
                what="channel",
                channel=channel,
                then=channel in before,
                now=channel in after,
            )
        else:
            yield from _version(then, now, before[channel], after[channel])


def _version(then: Post, now: Post, before: Version, after: Version) -> Iterator[Difference]:
    for name in IN_VERSION:
        old, new = getattr(before, name), getattr(after, name)
        if old == new:
            continue
        segments: tuple[Segment, ...] = ()
        if name == "text":
            segments = tuple(compare(then.text_for(before), now.text_for(after)))
        elif name in WORDED:
            segments = _words(name, old, new)
        yield Difference(
            field=f"version/{before.id}/{name}",
            what=name,
            channel=before.id,
            then=old,
            now=new,
            segments=segments,
        )
    yield from _crops(then, now, before, after)


def _crops(then: Post, now: Post, before: Version, after: Version) -> Iterator[Difference]:
    old = {item.id: item for item in before.placements}
    new = {item.id: item for item in after.placements}
    pictures = {item.id: item.picture for item in (*then.attachments, *now.attachments)}
    for id_ in dict.fromkeys([*new, *old]):
        was, is_ = old.get(id_), new.get(id_)
        if (was and was.own) == (is_ and is_.own):
            continue
        known = is_ or was
        assert known is not None
        yield Difference(
            field=f"version/{before.id}/placements",
            what="crop",
            channel=before.id,
            then=was.own if was else None,
            now=is_.own if is_ else None,
            picture=pictures.get(known.attachment, ""),
            format=known.format,
        )


def _pictures(then: Post, now: Post) -> Iterator[Difference]:
    before, after = _in_order(then), _in_order(now)
    for item in before.values():
        if item.id not in after:
            yield Difference(field=PICTURES, what="picture", then=True, now=False, picture=item.picture)
    for item in after.values():
        old = before.get(item.id)
        if old is None:
            yield Difference(field=PICTURES, what="picture", then=False, now=True, picture=item.picture)
            continue
        if old.alt != item.alt:
            yield Difference(
                field=f"attachment/{item.id}/alt",
                what="alt",
                then=old.alt,
                now=item.alt,
                segments=_words("alt", old.alt, item.alt),
                picture=item.picture,
            )
        if old.decorative != item.decorative:
            yield Difference(
                field=f"attachment/{item.id}/decorative",
                what="decorative",
                then=old.decorative,
                now=item.decorative,
                picture=item.picture,
            )
    common = [id_ for id_ in after if id_ in before]
    if common != [id_ for id_ in before if id_ in after]:
        yield Difference(field=PICTURES, what="order", then=tuple(before), now=tuple(after))


def _in_order(post: Post) -> dict[str, Attachment]:
    return {item.id: item for item in sorted(post.attachments, key=lambda item: (item.position, item.id))}


def restored(now: Post, then: Post, chosen: Iterable[str] | None = None) -> Post:
    """Return the post as it is now with these fields as they were then; None: everything an earlier state brings back.

    What has happened to the post (KEPT) stays. Fields are those of Difference.field.
    """
    wanted = [*PLAIN, VERSIONS, PICTURES] if chosen is None else list(dict.fromkeys(chosen))
    for name in wanted:
        now = _with(now, then, name)
    return now


def _described(now: Post, then: Post, name: str) -> Post:
    """Return the post with one field of one picture as it was; a picture that is not in both stays as it is."""
    _, id_, field = name.split("/")
    was = next((item for item in then.attachments if item.id == id_), None)
    if was is None or field not in OF_PICTURE:
        return now
    values: dict[str, Any] = {field: getattr(was, field)}
    changed = tuple(replace(item, **values) if item.id == id_ else item for item in now.attachments)
    return replace(now, attachments=changed)


def _with(now: Post, then: Post, name: str) -> Post:
    if name.startswith("attachment/"):
        return _described(now, then, name)
    if not name.startswith("version/"):
        values: dict[str, Any] = {name: getattr(then, name)}
        return replace(now, **values) if name not in KEPT else now
    _, channel, *inner = name.split("/")
    was, is_ = then.version(channel), now.version(channel)
    if inner and was is not None and is_ is not None:
        values = {inner[0]: getattr(was, inner[0])}
        return now.with_version(replace(is_, **values))
    if was is None:
        return replace(now, versions=tuple(item for item in now.versions if item.id != channel))
    return now.with_version(was)
