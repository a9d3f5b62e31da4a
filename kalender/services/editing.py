# SPDX-License-Identifier: EUPL-1.2
"""What a person can do inside a post: write, override for a channel, attach pictures, crop, describe."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from typing import Any

from kalender.domain.crop import Own
from kalender.domain.frozen import defaults_of
from kalender.domain.journal.position import between
from kalender.domain.post import Attachment, Placement, Post, Version
from kalender.domain.refusal import RefusalKind, Refused
from kalender.services.acting.desk import Desk, Loaded
from kalender.services.plan_view import PlanView

PLAIN_FIELDS = frozenset(
    {
        "title", "text", "topic", "responsible", "link", "place", "note", "task", "goal", "contact", "campaign",
        "source", "alternative", "labels", "embargo", "external", "zone", "groups", "not_before",
    }
)  # fmt: skip
"""Fields of a post that set_fields may change; what belongs to reviews and deliveries has its own verbs."""

VERSION_FIELDS = frozenset(defaults_of(Version)) - {"id", "placements"}
"""Fields of a version that may be overridden and reset."""


class Editing:
    """Changes the content of one post. burst: name of the editor whose typing becomes one undo step.

    base: the revision the editor had loaded; what someone else changed since is never removed.
    """

    def __init__(self, desk: Desk, plan: PlanView, new_id: Callable[[], str]) -> None:
        self._desk = desk
        self._plan = plan
        self._new_id = new_id

    def load(self, id_: str) -> Loaded[Post]:
        """Return a post with the revision it was read at; raises Refused NOT_FOUND."""
        loaded = self._desk.load(Post, id_)
        if loaded is None:
            raise Refused(RefusalKind.NOT_FOUND, post=id_)
        return loaded

    def set_text(
        self,
        id_: str,
        text: str,
        channel: str | None = None,
        *,
        burst: str = "",
        base: Loaded[Post] | None = None,
    ) -> None:
        """Write the common text, or a channel's own."""
        if channel is None:
            self._change(id_, "post.text", lambda post: replace(post, text=text), burst=burst, base=base)
        else:
            self.set_version_fields(id_, channel, burst=burst, base=base, text=text)

    def set_fields(
        self, id_: str, *, burst: str = "", base: Loaded[Post] | None = None, **values: Any
    ) -> None:
        """Set plain fields of a post; raises Refused UNKNOWN_FIELD."""
        self._known(values, PLAIN_FIELDS)
        self._change(
            id_,
            "post.fields",
            lambda post: replace(post, **values),
            burst=burst,
            base=base,
            fields=sorted(values),
        )

    def set_version_fields(
        self, id_: str, channel: str, *, burst: str = "", base: Loaded[Post] | None = None, **values: Any
    ) -> None:
        """Override fields of a channel's version; None inherits again. Raises Refused UNKNOWN_FIELD, UNKNOWN_CHANNEL."""
        self._known(values, VERSION_FIELDS)

        def changed(post: Post) -> Post:
            return post.with_version(replace(self._version(post, channel), **values))

        self._change(
            id_, "version.fields", changed, burst=burst, base=base, channel=channel, fields=sorted(values)
        )

    def reset(self, id_: str, channel: str, field: str) -> None:
        """Let a field of a version inherit again."""
        default: Any = defaults_of(Version).get(field)
        self._known([field], VERSION_FIELDS)

        def changed(post: Post) -> Post:
            return post.with_version(replace(self._version(post, channel), **{field: default}))

        self._change(id_, "version.reset", changed, channel=channel, fields=[field])

    def set_channels(self, id_: str, channels: Sequence[str]) -> None:
        """Choose the channels of a post; versions that stay keep what they override."""
        for channel in channels:
            self._plan.channel(channel)

        def changed(post: Post) -> Post:
            kept = {item.id: item for item in post.versions}
            return replace(
                post, versions=tuple(kept.get(item, Version(id=item)) for item in dict.fromkeys(channels))
            )

        self._change(id_, "post.channels", changed, channels=list(channels))

    # Pictures of a post

    def attach(self, id_: str, pictures: Sequence[str]) -> list[str]:
        """Add pictures of the library at the end and return the ids of the attachments."""
        new = [self._new_id() for _ in pictures]

        def changed(post: Post) -> Post:
            last = max((item.position for item in post.attachments), default="")
            added = []
            for attachment, picture in zip(new, pictures, strict=True):
                last = between(last, "")
                added.append(Attachment(id=attachment, picture=picture, position=last))
            return replace(post, attachments=(*post.attachments, *added))

        self._change(id_, "post.attached", changed, count=len(new))
        return new

    def detach(self, id_: str, attachment: str) -> None:
        """Take a picture out of a post with its own crops; the library keeps it."""

        def changed(post: Post) -> Post:
            versions = tuple(
                replace(
                    version,
                    placements=tuple(item for item in version.placements if item.attachment != attachment),
                    hidden=tuple(item for item in version.hidden if item != attachment),
                    order=_without(version.order, attachment),
                )
                for version in post.versions
            )
            kept = tuple(item for item in post.attachments if item.id != attachment)
            return replace(post, attachments=kept, versions=versions)

        self._change(id_, "post.detached", changed)

    def order(self, id_: str, attachments: Sequence[str]) -> None:
        """Put the pictures of a post into another upload order."""

        def changed(post: Post) -> Post:
            positions, last = {}, ""
            for attachment in attachments:
                last = positions[attachment] = between(last, "")
            return replace(
                post,
                attachments=tuple(
                    replace(item, position=positions.get(item.id, item.position)) for item in post.attachments
                ),
            )

        self._change(id_, "post.ordered", changed)

    def arrange(self, id_: str, channel: str, attachments: Sequence[str]) -> None:
        """Put the pictures of a post into another upload order on one channel; the post's own order inherits again."""

        def changed(post: Post) -> Post:
            own = None if [item.id for item in post.arranged()] == list(attachments) else tuple(attachments)
            return post.with_version(replace(self._version(post, channel), order=own))

        self._change(id_, "version.fields", changed, channel=channel, fields=["order"])

    def set_alt(
        self,
        id_: str,
        attachment: str,
        text: str | None,
        *,
        decorative: bool = False,
        burst: str = "",
        base: Loaded[Post] | None = None,
    ) -> None:
        """Describe a picture for this post; None takes the description of the library."""

        def changed(post: Post) -> Post:
            return replace(
                post,
                attachments=tuple(
                    replace(item, alt=text, decorative=decorative) if item.id == attachment else item
                    for item in post.attachments
                ),
            )

        self._change(id_, "post.alt", changed, burst=burst, base=base)

    def set_crop(self, id_: str, channel: str, attachment: str, format_: str, own: Own | None) -> None:
        """Give an attachment an own crop or a border in one format of one channel; None follows the focus point again."""
        self.set_crops(id_, {(channel, attachment, format_): own})

    def set_crops(self, id_: str, crops: dict[tuple[str, str, str], Own | None]) -> None:
        """Set several own crops or borders at once, keyed by channel, attachment, format: one undo step."""

        def changed(post: Post) -> Post:
            for (channel, attachment, format_), own in crops.items():
                version = self._version(post, channel)
                others = tuple(item for item in version.placements if item.id != f"{attachment}@{format_}")
                if own is not None:
                    others = (*others, Placement.of(attachment, format_, own))
                post = post.with_version(replace(version, placements=others))
            return post

        self._change(id_, "post.cropped", changed, count=len(crops))

    def _change(
        self,
        id_: str,
        label: str,
        change: Callable[[Post], Post],
        *,
        burst: str = "",
        base: Loaded[Post] | None = None,
        **facts: object,
    ) -> None:
        with self._desk.action(label, burst=burst, **facts) as act:
            post = base.value if base is not None else act.get(Post, id_)
            if post is None:
                raise Refused(RefusalKind.NOT_FOUND, post=id_)
            act.put(change(post), base=base)
            act.describe(title=post.title)

    @staticmethod
    def _version(post: Post, channel: str) -> Version:
        version = post.version(channel)
        if version is None:
            raise Refused(
                RefusalKind.UNKNOWN_CHANNEL, channel=channel, known=[item.id for item in post.versions]
            )
        return version

    @staticmethod
    def _known(values: Iterable[str], known: frozenset[str]) -> None:
        for name in values:
            if name not in known:
                raise Refused(RefusalKind.UNKNOWN_FIELD, field=name, known=sorted(known))


def _without(order: tuple[str, ...] | None, attachment: str) -> tuple[str, ...] | None:
    return None if order is None else tuple(item for item in order if item != attachment)
