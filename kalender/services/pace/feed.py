# SPDX-License-Identifier: EUPL-1.2
"""What stands beside a post in the profile of a channel: the latest and the next ones, the newest first."""

from __future__ import annotations

from datetime import datetime, timedelta

from kalender.domain.card import Filter
from kalender.domain.content import Surroundings
from kalender.domain.format import Format
from kalender.domain.post import Post, Version
from kalender.services.posts import Posts

PROFILED = "instagram"
"""The platform whose profile is a grid of pictures."""

MOST = 12
"""How many posts are shown: four rows of three."""

_REACH = timedelta(days=120)
_AFTER = 5
"""How many newer posts are shown at most where there are older ones enough."""


def lasting_format(version: Version, around: Surroundings) -> Format | None:
    """Return the format in which a version stays in a profile, or None: stories are gone after a day."""
    return next((item for item in around.formats_for(version) if not item.id.endswith(".story")), None)


def feed(posts: Posts, post: Post, channel: str, most: int = MOST) -> list[Post]:
    """Return a post and its neighbours on a channel, the newest first; without a date it stands before all others.

    Those without a picture on the channel are left out.
    """
    middle = (post.planned or posts.now()).date()
    cards = posts.cards_between(middle - _REACH, middle + _REACH, Filter(channels=frozenset({channel})))
    at = next((number for number, card in enumerate(cards) if card.id == post.id), len(cards))
    near = [card.id for card in cards[max(0, at - most) : at + most] if card.id != post.id and card.pictures]
    dated: list[tuple[datetime, str, Post]] = []
    for other in (post, *(posts.get(id_) for id_ in near)):
        version = other.version(channel)
        moment = other.planned_for(version) if version is not None else None
        if version is not None and (other is post or (moment and other.attachments_for(version))):
            dated.append((moment or datetime.max, other.id, other))
    dated.sort(key=lambda item: item[:2], reverse=True)
    found = [item[2] for item in dated]
    place = next((number for number, item in enumerate(found) if item is post), 0)
    start = max(0, min(place - _AFTER, len(found) - most))
    return found[start : start + most]
