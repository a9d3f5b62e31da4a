# SPDX-License-Identifier: EUPL-1.2
"""A post (Beitrag) with its parts: versions, attachments, requests, decisions, deliveries, comments."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import ClassVar

from kalender.domain.crop import Border, Crop, Own
from kalender.domain.frozen import frozen


@frozen
class Attachment:
    """A picture used by a post. alt None means the alt text of the picture itself."""

    id: str
    picture: str = ""
    position: str = ""
    alt: str | None = None
    decorative: bool = False


@frozen
class Placement:
    """An own crop of one attachment in one format. id is <attachment>@<format>, so two people mean the same.

    border: the whole picture is shown within it instead, whatever the crop says.
    """

    id: str
    attachment: str = ""
    format: str = ""
    crop: Crop | None = None
    border: Border | None = None

    @property
    def own(self) -> Own | None:
        """What was decided by hand, or None where the focus point decides."""
        return self.border if self.border is not None else self.crop

    @staticmethod
    def of(attachment: str, format_: str, own: Own) -> Placement:
        """Return the placement that says how an attachment is brought into a format."""
        crop, border = (own, None) if isinstance(own, Crop) else (None, own)
        return Placement(
            id=f"{attachment}@{format_}", attachment=attachment, format=format_, crop=crop, border=border
        )


@frozen
class Version:
    """What one channel gets (Fassung); id is the channel's. None inherits from the post.

    order: ids of attachments as this channel shows them; what is not among them comes after, in the order of the post.
    """

    id: str
    text: str | None = None
    planned: datetime | None = None
    link: str | None = None
    first_comment: str = ""
    formats: tuple[str, ...] | None = None
    hidden: tuple[str, ...] = ()
    order: tuple[str, ...] | None = None
    placements: tuple[Placement, ...] = ()


@frozen
class ReviewRequest:
    """Someone asked for approval of exactly the content with this digest (Prüfauftrag)."""

    id: str
    digest: str = ""
    by: str = ""
    at: datetime | None = None
    due: date | None = None


class DecisionKind(StrEnum):
    """What a reviewer said."""

    APPROVED = "approved"
    CHANGE = "change"
    URGENT = "urgent"


@frozen
class Decision:
    """A reviewer's word on the content of manifest, valid while the digest is the content's and the time inside.

    request: the review request it answers. after: ids of the decisions known when it was made, so that no
    clock decides which of two words came later.
    """

    id: str
    kind: DecisionKind = DecisionKind.APPROVED
    digest: str = ""
    manifest: str = ""
    request: str = ""
    after: tuple[str, ...] = ()
    by: str = ""
    at: datetime | None = None
    first: date | None = None
    last: date | None = None
    comment: str = ""
    evidence: str = ""


@frozen
class Delivery:
    """A package left the house for one channel, with this digest of the whole content."""

    id: str
    channel: str = ""
    digest: str = ""
    by: str = ""
    at: datetime | None = None
    folder: str = ""


@frozen
class Publication:
    """A channel version was ticked off as published; id is the channel's."""

    id: str
    digest: str = ""
    by: str = ""
    at: datetime | None = None
    address: str = ""


@frozen
class Settling:
    """Somebody put a conversation away as done, or took it up again.

    after: ids of the settlings and answers known then, so that no clock decides which of two words came later.
    """

    id: str
    done: bool = True
    by: str = ""
    at: datetime | None = None
    after: tuple[str, ...] = ()


@frozen
class Comment:
    """A word in the conversation beside the post; never part of the content.

    to: id of the comment it answers. edited: when its author last changed it. withdrawn: when its author took it
    back; it stays as a part, so that a change made elsewhere meanwhile contests nothing.
    """

    id: str
    by: str = ""
    at: datetime | None = None
    text: str = ""
    to: str = ""
    edited: datetime | None = None
    withdrawn: datetime | None = None
    settlings: tuple[Settling, ...] = ()

    @property
    def standing(self) -> bool:
        """Tell whether it was not taken back."""
        return self.withdrawn is None


@frozen
class Todo:
    """A point of the checklist; done while at is set, by whom stands beside it. Never part of the content."""

    id: str
    text: str = ""
    position: str = ""
    by: str = ""
    at: datetime | None = None

    @property
    def done(self) -> bool:
        """Tell whether it is ticked."""
        return self.at is not None


@frozen
class LeftAsIs:
    """A finding somebody has left as it is, on purpose; id: of the place, see rules/leaving. Never part of the content."""

    id: str
    rule: str = ""
    reason: str = ""
    by: str = ""
    at: datetime | None = None


@frozen
class Post:
    """One thing to say, once, on several channels. planned is local wall time in zone, to the minute.

    series, origin: the series it is one of, and the day on which the rule of that falls, wherever it was moved since.
    event, offset: the event it belongs to, and its days before (negative) or after the first day when it was made.
    groups: whom it is for, in words. source: the office it comes from. alternative: where the same can be read outside
    of social media. not_before: id of the meeting that has to be over first.
    language: BCP 47 tag of its texts, empty for German; original: the post it says again in this language, and
    original_digest what that said when both were matched last (siblings/matching).
    """

    KIND: ClassVar[str] = "post"

    id: str
    title: str = ""
    text: str = ""
    planned: datetime | None = None
    zone: str = "Europe/Berlin"
    idea: bool = False
    dropped: bool = False
    hold: str = ""
    topic: str = ""
    responsible: str = ""
    link: str = ""
    place: str = ""
    note: str = ""
    task: str = ""
    goal: str = ""
    contact: str = ""
    campaign: str = ""
    source: str = ""
    alternative: str = ""
    labels: tuple[str, ...] = ()
    embargo: datetime | None = None
    groups: tuple[str, ...] = ()
    not_before: str = ""
    external: str = ""
    series: str = ""
    origin: date | None = None
    event: str = ""
    offset: int = 0
    language: str = ""
    original: str = ""
    original_digest: str = ""
    versions: tuple[Version, ...] = ()
    attachments: tuple[Attachment, ...] = ()
    requests: tuple[ReviewRequest, ...] = ()
    decisions: tuple[Decision, ...] = ()
    deliveries: tuple[Delivery, ...] = ()
    publications: tuple[Publication, ...] = ()
    comments: tuple[Comment, ...] = ()
    checklist: tuple[Todo, ...] = ()
    left: tuple[LeftAsIs, ...] = ()

    def version(self, channel: str) -> Version | None:
        """Return the version for a channel, or None where the post does not go there."""
        return next((version for version in self.versions if version.id == channel), None)

    def text_for(self, version: Version) -> str:
        """Return the text a channel gets: its own, or the post's."""
        return self.text if version.text is None else version.text

    def link_for(self, version: Version) -> str:
        """Return the link a channel gets: its own, or the post's."""
        return self.link if version.link is None else version.link

    def planned_for(self, version: Version) -> datetime | None:
        """Return when a channel publishes: its own time, or the post's."""
        return self.planned if version.planned is None else version.planned

    def attachments_for(self, version: Version) -> tuple[Attachment, ...]:
        """Return the pictures of a channel in upload order."""
        if not self.attachments:
            return ()
        return tuple(item for item in self.arranged(version) if item.id not in version.hidden)

    def arranged(self, version: Version | None = None) -> tuple[Attachment, ...]:
        """Return all pictures in upload order: that of a channel, with those it leaves out, or the post's own."""
        found = sorted(self.attachments, key=lambda item: (item.position, item.id))
        if version is not None and version.order is not None:
            place = {id_: at for at, id_ in enumerate(version.order)}
            found.sort(key=lambda item: place.get(item.id, len(place)))
        return tuple(found)

    @property
    def todos(self) -> tuple[Todo, ...]:
        """The checklist in its order."""
        return tuple(sorted(self.checklist, key=lambda item: (item.position, item.id)))

    def moved_to_day(self, day: date) -> Post:
        """Return the post on another day at the same clock time; versions with an own time move along.

        A post without a date gets none of its own invention: use moved_to with a time.
        """
        if self.planned is None:
            raise ValueError("a post without a date needs a time to be placed")
        return self.moved_to(datetime.combine(day, self.planned.time()))

    def moved_to(self, moment: datetime) -> Post:
        """Return the post at another local time; versions with an own time keep clock and distance in days."""
        days = (moment.date() - self.planned.date()) if self.planned else timedelta()
        versions = tuple(
            replace(version, planned=version.planned + days) if version.planned else version
            for version in self.versions
        )
        return replace(self, planned=moment, idea=False, versions=versions)

    def to_backlog(self) -> Post:
        """Return the post without a date: only the date is lost."""
        versions = tuple(replace(version, planned=None) for version in self.versions)
        return replace(self, planned=None, idea=True, versions=versions)

    def with_version(self, version: Version) -> Post:
        """Return the post with this version added, or put in the place of the channel's old one."""
        if self.version(version.id) is None:
            return replace(self, versions=(*self.versions, version))
        return replace(
            self, versions=tuple(version if old.id == version.id else old for old in self.versions)
        )
