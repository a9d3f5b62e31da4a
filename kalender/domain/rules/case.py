# SPDX-License-Identifier: EUPL-1.2
"""A post laid out for the rules: what each channel gets, and each text only once."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from kalender.domain.content import Surroundings, alt_text
from kalender.domain.format import Format, Platform
from kalender.domain.frozen import frozen
from kalender.domain.picture import Picture
from kalender.domain.plan import Channel
from kalender.domain.post import Attachment, Post, Version
from kalender.domain.siblings.tongues import is_german


@frozen
class Shown:
    """A picture as a post uses it. picture is None where the library no longer has it; number counts from 1."""

    attachment: Attachment
    picture: Picture | None
    number: int

    @property
    def alt(self) -> str:
        """The alt text as it would be published."""
        return alt_text(self.attachment, self.picture) if self.picture else self.attachment.alt or ""

    @property
    def name(self) -> str:
        """The name of the picture's file, for the sentence of a finding."""
        return self.picture.name if self.picture else ""


@frozen
class Outlet:
    """What one channel gets: text, link, time and pictures, with the formats that set its limits."""

    version: Version
    channel: Channel | None
    platform: Platform | None
    text_format: Format | None
    formats: tuple[Format, ...]
    text: str
    link: str
    planned: datetime | None
    pictures: tuple[Shown, ...]

    @property
    def id(self) -> str:
        """The id of the channel."""
        return self.version.id

    @property
    def name(self) -> str:
        """The channel as people call it."""
        if self.channel is not None and self.channel.name:
            return self.channel.name
        return self.platform.short if self.platform is not None else self.version.id


@frozen
class Passage:
    """A text to read once: the post's own (channel empty), or one that replaces it on a channel."""

    text: str
    channel: str = ""
    field: str = "text"


@frozen
class Case:
    """A post, what surrounds it, what its channels get, and the local time of the check."""

    post: Post
    around: Surroundings
    now: datetime
    outlets: tuple[Outlet, ...]
    pictures: tuple[Shown, ...]
    passages: tuple[Passage, ...]

    @property
    def german(self) -> bool:
        """Tell whether the post is written in German, easy German included."""
        return not self.post.language or is_german(self.post.language)

    @property
    def kin(self) -> frozenset[str]:
        """The posts that say the same in other languages: they are meant to appear beside this one."""
        family = self.around.family
        return frozenset() if family is None else family.ids

    def planned(self, passage: Passage) -> datetime | None:
        """Return when a passage appears first."""
        moments = [
            outlet.planned
            for outlet in self.outlets
            if outlet.planned and (outlet.id == passage.channel or outlet.version.text is None)
        ]
        return min(moments, default=self.post.planned)


def case_of(post: Post, around: Surroundings, now: datetime) -> Case:
    """Lay a post out for the rules."""
    order = sorted(post.attachments, key=lambda item: (item.position, item.id))
    shown = {
        item.id: Shown(attachment=item, picture=around.pictures.get(item.picture), number=number)
        for number, item in enumerate(order, 1)
    }
    outlets = tuple(_outlet(post, version, around, shown) for version in post.versions)
    return Case(
        post=post,
        around=around,
        now=now,
        outlets=outlets,
        pictures=tuple(shown.values()),
        passages=tuple(_passages(post)),
    )


def _outlet(post: Post, version: Version, around: Surroundings, shown: dict[str, Shown]) -> Outlet:
    channel = around.channels.get(version.id)
    platform = around.platforms.get(channel.platform if channel else version.id)
    return Outlet(
        version=version,
        channel=channel,
        platform=platform,
        text_format=around.formats.get(platform.text_format) if platform else None,
        formats=around.formats_for(version),
        text=post.text_for(version),
        link=post.link_for(version),
        planned=post.planned_for(version),
        pictures=tuple(shown[item.id] for item in post.attachments_for(version)),
    )


def _passages(post: Post) -> Iterator[Passage]:
    inherited = not post.versions or any(version.text is None for version in post.versions)
    if post.text and inherited:
        yield Passage(text=post.text)
    for version in post.versions:
        if version.text:
            yield Passage(text=version.text, channel=version.id)
        if version.first_comment:
            yield Passage(text=version.first_comment, channel=version.id, field="first_comment")
