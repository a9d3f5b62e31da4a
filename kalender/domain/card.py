# SPDX-License-Identifier: EUPL-1.2
"""What calendar, board and lists show of a post, and how they narrow their choice."""

from __future__ import annotations

from datetime import datetime
from operator import attrgetter

from kalender.domain.content import Surroundings, alt_text
from kalender.domain.content import digest as content_digest
from kalender.domain.frozen import defaults_of, filler, frozen
from kalender.domain.post import Post
from kalender.domain.stage import Flag, Stage, VoidReason, flags_at, standing


@frozen
class Card:
    """A post in short. channels in the order of the plan; picture: id of the first one, or empty.

    waiting_since: when the open review was asked for; approved_by: person of the approval that holds.
    missing_alt: a picture has no alt text; own: channels whose version differs from the common text.
    language: BCP 47 tag of its texts, empty for German. comments: threads that are not done; last_comment: said in those last.
    """

    id: str
    title: str
    planned: datetime | None
    zone: str
    stage: Stage
    flags: frozenset[Flag]
    channels: tuple[str, ...]
    own: tuple[str, ...] = ()
    topic: str = ""
    responsible: str = ""
    picture: str = ""
    pictures: int = 0
    labels: tuple[str, ...] = ()
    embargo: datetime | None = None
    hold: str = ""
    digest: str = ""
    reason: VoidReason | None = None
    waiting_since: datetime | None = None
    approved_by: str = ""
    approved_at: datetime | None = None
    published: tuple[str, ...] = ()
    delivered: tuple[str, ...] = ()
    links: int = 0
    comments: int = 0
    last_comment: str = ""
    missing_alt: bool = False
    series: str = ""
    event: str = ""
    language: str = ""

    def at(self, now: datetime) -> Card:
        """Return the card with the flags that depend on the clock."""
        flags = flags_at(self.stage, self.flags, planned=self.planned, embargo=self.embargo, now=now)
        return self if flags == self.flags else self.with_flags(flags)

    def with_flags(self, flags: frozenset[Flag]) -> Card:
        """Return the card with other flags: a replace() at a third of the cost, for lists of hundreds."""
        state = list(_content(self))
        state[_FLAGS] = flags
        return filled(state)


_NAMES = tuple(defaults_of(Card))
_FLAGS = _NAMES.index("flags")
_content = attrgetter(*_NAMES)

filled = filler(Card)
"""Make a card of all its fields in their order; for lists of hundreds."""


def card_of(post: Post, around: Surroundings, *, contested: bool = False) -> Card:
    """Derive the card of a post; independent of the clock, so that it can be kept beside the journal."""
    digest = content_digest(post, around)
    found = standing(post, digest, contested=contested)
    versions = sorted(
        post.versions,
        key=lambda item: (
            around.channels[item.id].position if item.id in around.channels else "~",
            item.id,
        ),
    )
    attachments = sorted(post.attachments, key=lambda item: (item.position, item.id))
    known = [(item, around.pictures[item.picture]) for item in attachments if item.picture in around.pictures]
    comments, last_comment = _talk(post) if post.comments else _SILENT
    request, approval = found.request, found.approval
    return filled((  # one of each field, in their order: a plan of 100,000 posts derives as many cards
        post.id, post.title, post.planned, post.zone, found.stage, found.flags,
        tuple([item.id for item in versions]), tuple([item.id for item in versions if item.text is not None]),
        post.topic, post.responsible, known[0][1].id if known else "", len(attachments), post.labels,
        post.embargo, post.hold, digest, found.reason, request.at if request else None,
        approval.by if approval else "", approval.at if approval else None,
        tuple([item.id for item in post.publications]),
        tuple(sorted({item.channel for item in post.deliveries if item.digest == digest})) if post.deliveries else (),
        len([item for item in post.publications if item.address]), comments, last_comment,
        any(not item.decorative and not alt_text(item, picture) for item, picture in known),
        post.series, post.event, post.language,
    ))  # fmt: skip


_SILENT = (0, "")


def _talk(post: Post) -> tuple[int, str]:
    from kalender.domain.talk.threads import in_short  # a window that opens derives no card

    return in_short(post.comments)


@frozen
class Filter:
    """A choice of posts: an empty field chooses all; several values in a field mean any of them.

    "" among channels, topics or people stands for posts that have none.
    undated: posts without a date pass first and last, which are for dated ones only. archived: columns and counts
    leave out what is in the archive unless this is set.
    """

    channels: frozenset[str] = frozenset()
    stages: frozenset[Stage] = frozenset()
    topics: frozenset[str] = frozenset()
    people: frozenset[str] = frozenset()
    labels: frozenset[str] = frozenset()
    events: frozenset[str] = frozenset()
    flags: frozenset[Flag] = frozenset()
    first: datetime | None = None
    last: datetime | None = None
    undated: bool = False
    text: str = ""
    dropped: bool = False
    archived: bool = False

    @property
    def active(self) -> bool:
        """Tell whether the filter leaves anything out beyond dropped posts."""
        return self != Filter(dropped=self.dropped, archived=self.archived)


@frozen
class Hit:
    """A post that was found. excerpt: text around the match; marks: (start, length) of the words found in it."""

    card: Card
    field: str
    excerpt: str
    marks: tuple[tuple[int, int], ...] = ()
