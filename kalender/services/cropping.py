# SPDX-License-Identifier: EUPL-1.2
"""What is decided about the pictures of a post on one page, written as one step."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field, replace
from typing import Any

from kalender.domain.crop import Focus, Own
from kalender.domain.frozen import frozen
from kalender.domain.picture import Picture
from kalender.domain.post import Placement, Post
from kalender.domain.refusal import RefusalKind, Refused
from kalender.services.acting.desk import Desk

PICTURE_FIELDS = frozenset(
    {"alt", "credit", "licence", "licence_link", "valid_until", "credit_shown", "ai", "people", "note"}
    | {"turn", "tilt", "light", "contrast", "covers"}
)
"""Fields of a picture that may be set here."""


@frozen
class Cropped:
    """What was decided.

    crops: (channel, attachment, format) -> own crop or border, None to follow the focus point. focus: picture -> point.
    alts: attachment -> (text or None for the library's, decorative). fields: picture -> values by field.
    """

    crops: Mapping[tuple[str, str, str], Own | None] = field(default_factory=dict)
    focus: Mapping[str, Focus] = field(default_factory=dict)
    alts: Mapping[str, tuple[str | None, bool]] = field(default_factory=dict)
    fields: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)


class Cropping:
    """Writes crops, focus points, alt texts and rights of a post's pictures together."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def apply(self, id_: str, decided: Cropped) -> None:
        """Write everything as one undo step; raises Refused NOT_FOUND, UNKNOWN_CHANNEL, UNKNOWN_FIELD."""
        for values in decided.fields.values():
            unknown = set(values) - PICTURE_FIELDS
            if unknown:
                raise Refused(RefusalKind.UNKNOWN_FIELD, field=min(unknown), known=sorted(PICTURE_FIELDS))
        with self._desk.action("post.cropped", count=len(decided.crops)) as act:
            for picture_id in {*decided.focus, *decided.fields}:
                picture = act.get(Picture, picture_id)
                described = picture.described(decided.fields.get(picture_id, {}))
                focus = decided.focus.get(picture_id)
                act.put(described if focus is None else described.focused(focus))
            post = act.get(Post, id_)
            act.put(_described(cropped(post, decided), decided))


def cropped(post: Post, decided: Cropped) -> Post:
    """Return a post with the crops and borders that were decided; raises Refused UNKNOWN_CHANNEL."""
    for (channel, attachment, format_), own in decided.crops.items():
        version = post.version(channel)
        if version is None:
            known = [item.id for item in post.versions]
            raise Refused(RefusalKind.UNKNOWN_CHANNEL, channel=channel, known=known)
        others = tuple(item for item in version.placements if item.id != f"{attachment}@{format_}")
        if own is not None:
            others = (*others, Placement.of(attachment, format_, own))
        post = post.with_version(replace(version, placements=others))
    return post


def _described(post: Post, decided: Cropped) -> Post:
    attachments = tuple(
        replace(item, alt=decided.alts[item.id][0], decorative=decided.alts[item.id][1])
        if item.id in decided.alts
        else item
        for item in post.attachments
    )
    return replace(post, attachments=attachments)
