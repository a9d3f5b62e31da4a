# SPDX-License-Identifier: EUPL-1.2
"""Carrying over what one post says to another: title, text, time, channels, pictures."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime, time

from kalender.domain.post import Post, Version

ALL = frozenset({"title", "text", "time", "channels", "pictures"})
"""What can be carried over."""


def spread(given: Post, to: Post, what: frozenset[str], usual: time | None) -> Post:
    """Return a post with what another says. usual: a clock time that differs from it was given by hand and stays.

    The day stays; so does everything that is not named in what.
    """
    own = {item.id: item for item in given.versions}
    if "title" in what:
        to = replace(to, title=given.title)
    if "channels" in what:
        kept = {item.id: item for item in to.versions}
        wanted = tuple(kept.get(item.id, _bare(item)) for item in given.versions)
        to = replace(to, versions=wanted)
    if "text" in what:
        to = replace(to, text=given.text, link=given.link, versions=_texts(to, own))
    if "pictures" in what:
        to = replace(to, attachments=given.attachments, versions=_pictures(to, own))
    if "time" not in what or given.planned is None or to.planned is None:
        return to
    if usual is not None and to.planned.time() != usual:
        return to
    return replace(to, planned=datetime.combine(to.planned.date(), given.planned.time()))


def _bare(version: Version) -> Version:
    """Return a version without a time of its own, which belongs to one day."""
    return replace(version, planned=None)


def _texts(to: Post, own: Mapping[str, Version]) -> tuple[Version, ...]:
    return tuple(
        replace(
            item, text=own[item.id].text, link=own[item.id].link, first_comment=own[item.id].first_comment
        )
        if item.id in own
        else item
        for item in to.versions
    )


def _pictures(to: Post, own: Mapping[str, Version]) -> tuple[Version, ...]:
    return tuple(
        replace(
            item,
            hidden=own[item.id].hidden,
            order=own[item.id].order,
            placements=own[item.id].placements,
            formats=own[item.id].formats,
        )
        if item.id in own
        else item
        for item in to.versions
    )
