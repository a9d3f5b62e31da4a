# SPDX-License-Identifier: EUPL-1.2
"""What leaves the house: only what is approved, as it was approved, gated again in the transaction that records it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from kalender.domain.card import Card
from kalender.domain.content import canonical, digest_of, manifest
from kalender.domain.post import Delivery, Post, Publication
from kalender.domain.refusal import RefusalKind, Refused
from kalender.domain.stage import Flag, Stage, standing
from kalender.services.clock import Clock
from kalender.services.desk import Desk
from kalender.services.packing import Packing
from kalender.services.plan_view import PlanView
from kalender.store.plan_file import PlanFile


@dataclass(frozen=True, slots=True, kw_only=True)
class Left:
    """A package that left: one channel of one post. folder and files are relative to the export folder."""

    post: str
    title: str
    channel: str
    folder: str
    files: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class HeldBack:
    """A post that did not leave, with the reason."""

    card: Card
    reason: Refused


@dataclass(frozen=True, slots=True, kw_only=True)
class ExportReport:
    """What an export did. archive: the ZIP file, where one was asked for."""

    out: Path
    left: tuple[Left, ...]
    held_back: tuple[HeldBack, ...]
    archive: Path | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ExportStep:
    """Progress of an export: this many posts of all are done, and the one being worked on."""

    done: int
    total: int
    title: str


Progress = Callable[[ExportStep], None]
"""Hears of each step; raises to cancel, which leaves finished packages as they are."""


class Publishing:
    """The publishing desk."""

    def __init__(
        self,
        store: PlanFile,
        desk: Desk,
        plan: PlanView,
        packing: Packing,
        clock: Clock,
        new_id: Callable[[], str],
    ) -> None:
        self._store = store
        self._desk = desk
        self._plan = plan
        self._packing = packing
        self._clock = clock
        self._new_id = new_id

    def ready(self, first: date | None = None, last: date | None = None) -> list[Card]:
        """Return the posts that may leave now, approved ones and those exported before, by time."""
        return [card for card in self._dated(first, last) if self.why_not(card.id) is None]

    def held_back(self, first: date | None = None, last: date | None = None) -> list[HeldBack]:
        """Return the dated posts that may not leave, with reasons; published and discarded ones are not listed."""
        found = []
        for card in self._dated(first, last):
            if card.stage is Stage.PUBLISHED or Flag.DROPPED in card.flags:
                continue
            reason = self.why_not(card.id)
            if reason is not None:
                found.append(HeldBack(card=card, reason=reason))
        return found

    def why_not(self, id_: str) -> Refused | None:
        """Tell why a post may not leave now, or None. This is the only gate; export asks it again while recording."""
        post = self._store.get(Post, id_)
        if post is None:
            return Refused(RefusalKind.NOT_FOUND, post=id_)
        return self._gate(post)

    def _gate(self, post: Post) -> Refused | None:
        digest = digest_of(canonical(manifest(post, self._plan.around(post))))
        found = standing(post, digest, contested=self._store.contested("post/" + post.id))
        if post.dropped:
            return Refused(RefusalKind.DROPPED, title=post.title)
        if Flag.CONFLICT in found.flags:
            return Refused(RefusalKind.CONFLICT, title=post.title)
        if post.hold:
            return Refused(RefusalKind.HELD, title=post.title, reason=post.hold)
        if found.approval is None:
            if found.request is not None:
                return Refused(RefusalKind.NOT_APPROVED, title=post.title, waiting=True)
            if found.lapsed is not None:
                return Refused(RefusalKind.APPROVAL_VOID, title=post.title, cause=str(found.reason or ""))
            return Refused(RefusalKind.NOT_APPROVED, title=post.title)
        now = self._clock.local(self._plan.municipality.zone)
        if post.embargo is not None and now < post.embargo:
            return Refused(
                RefusalKind.EMBARGO, title=post.title, until=post.embargo.isoformat(" ", "minutes")
            )
        return None

    def export(
        self,
        out: Path,
        first: date | None = None,
        last: date | None = None,
        *,
        ids: Sequence[str] | None = None,
        archive: bool = False,
        progress: Progress | None = None,
    ) -> ExportReport:
        """Write packages of everything approved in a stretch of days (inclusive), or of the posts named.

        Each post is packed aside, verified, and put in its place in the same transaction that records the delivery
        and asks the gate again. Raises Refused DISK_FULL, WRITE_FAILED, PICTURE_MISSING or PICTURE_DAMAGED.
        """
        chosen = [self._card(id_) for id_ in ids] if ids is not None else self._dated(first, last)
        chosen = [card for card in chosen if ids is not None or card.stage is not Stage.PUBLISHED]
        left: list[Left] = []
        back: list[HeldBack] = []
        for index, card in enumerate(chosen):
            if progress is not None:
                progress(ExportStep(done=index, total=len(chosen), title=card.title))
            if Flag.DROPPED in card.flags and ids is None:
                continue
            try:
                left += self._export_one(card, out)
            except Refused as refusal:
                if refusal.kind in {
                    RefusalKind.DISK_FULL,
                    RefusalKind.WRITE_FAILED,
                    RefusalKind.PLAN_READ_ONLY,
                }:
                    raise
                back.append(HeldBack(card=card, reason=refusal))
        packed = self._packing.archive(out, [item.folder for item in left]) if archive and left else None
        if progress is not None:
            progress(ExportStep(done=len(chosen), total=len(chosen), title=""))
        return ExportReport(out=out, left=tuple(left), held_back=tuple(back), archive=packed)

    def _export_one(self, card: Card, out: Path) -> list[Left]:
        post = self._store.get(Post, card.id)
        if post is None:
            raise Refused(RefusalKind.NOT_FOUND, post=card.id)
        refusal = self._gate(post)
        if refusal is not None:
            raise refusal
        with (
            self._packing.pack(post, out) as package,
            self._desk.action("post.delivered", title=post.title) as act,
        ):
            current = act.get(Post, post.id)
            if current is None:
                raise Refused(RefusalKind.NOT_FOUND, post=post.id)
            refusal = self._gate(current)
            if refusal is not None:
                raise refusal
            digest = digest_of(canonical(manifest(current, self._plan.around(current))))
            if digest != package.digest:
                raise Refused(RefusalKind.CONTENT_CHANGED, title=post.title)
            package.put_in_place()
            at = self._clock.local(self._plan.municipality.zone)
            deliveries = [
                Delivery(
                    id=self._new_id(),
                    channel=item.channel,
                    digest=digest,
                    by=self._desk.person,
                    at=at,
                    folder=item.folder,
                )
                for item in package.channels
            ]
            act.put(replace(current, deliveries=(*current.deliveries, *deliveries)))
        return [
            Left(post=post.id, title=post.title, channel=item.channel, folder=item.folder, files=item.files)
            for item in package.channels
        ]

    def publish(self, id_: str, channel: str, address: str = "") -> None:
        """Tick a channel off as published, with its address where there is one.

        Raises Refused with the reason of the gate: what is not approved cannot be marked as out.
        """
        with self._desk.action("post.published", channel=channel) as act:
            post = act.get(Post, id_)
            if post is None:
                raise Refused(RefusalKind.NOT_FOUND, post=id_)
            if post.version(channel) is None:
                raise Refused(
                    RefusalKind.UNKNOWN_CHANNEL, channel=channel, known=[item.id for item in post.versions]
                )
            refusal = self._gate(post)
            if refusal is not None:
                raise refusal
            digest = digest_of(canonical(manifest(post, self._plan.around(post))))
            done = Publication(
                id=channel,
                digest=digest,
                by=self._desk.person,
                at=self._clock.local(self._plan.municipality.zone),
                address=address.strip(),
            )
            kept = tuple(item for item in post.publications if item.id != channel)
            act.put(replace(post, publications=(*kept, done)))
            act.describe(title=post.title)

    def set_address(self, id_: str, channel: str, address: str) -> None:
        """Add the address of what was published; raises Refused NOT_FOUND."""
        with self._desk.action("post.published", channel=channel) as act:
            post = act.get(Post, id_)
            if post is None or all(item.id != channel for item in post.publications):
                raise Refused(RefusalKind.NOT_FOUND, post=id_)
            marked = tuple(
                replace(item, address=address.strip()) if item.id == channel else item
                for item in post.publications
            )
            act.put(replace(post, publications=marked))
            act.describe(title=post.title)

    def unpublish(self, id_: str, channel: str) -> None:
        """Take the tick of a channel back."""
        with self._desk.action("post.unpublished", channel=channel) as act:
            post = act.get(Post, id_)
            if post is None:
                raise Refused(RefusalKind.NOT_FOUND, post=id_)
            act.put(
                replace(post, publications=tuple(item for item in post.publications if item.id != channel))
            )
            act.describe(title=post.title)

    def _card(self, id_: str) -> Card:
        card = self._store.card(id_)
        if card is None:
            raise Refused(RefusalKind.NOT_FOUND, post=id_)
        return card

    def _dated(self, first: date | None, last: date | None) -> list[Card]:
        now = self._clock.local(self._plan.municipality.zone)
        start, end = first or date.min, last or date.max
        return [card.at(now) for card in self._store.cards_between(start, end, None)]
