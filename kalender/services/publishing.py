# SPDX-License-Identifier: EUPL-1.2
"""What leaves the house: only what is approved, as it was approved, gated again in the transaction that records it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from kalender.domain.card import Card
from kalender.domain.content import Surroundings, canonical, digest_of, manifest
from kalender.domain.frozen import frozen
from kalender.domain.picture import Picture
from kalender.domain.post import Delivery, Post, Publication
from kalender.domain.refusal import STORAGE, RefusalKind, Refused
from kalender.domain.stage import Flag, Stage, standing
from kalender.media.shelf import Condition
from kalender.services.acting.desk import Desk
from kalender.services.clock import Clock
from kalender.services.pictures import file_refusal
from kalender.services.plan_view import PlanView
from kalender.store.plan_file import PlanFile

if TYPE_CHECKING:  # what makes packages is no part of the start
    from kalender.domain.rules.finding import Finding
    from kalender.services.packing import Package, Packing, PackOrder


@frozen
class Left:
    """A package that left: one channel of one post. folder and files are relative to the export folder."""

    post: str
    title: str
    channel: str
    folder: str
    files: tuple[str, ...]


@frozen
class HeldBack:
    """A post that did not leave, with the reason."""

    card: Card
    reason: Refused


@frozen
class ExportReport:
    """What an export did. archive: the ZIP file, where one was asked for."""

    out: Path
    left: tuple[Left, ...]
    held_back: tuple[HeldBack, ...]
    archive: Path | None = None


@frozen
class ExportStep:
    """Progress of an export: this many posts of all are done, and the one being worked on."""

    done: int
    total: int
    title: str


Progress = Callable[[ExportStep], None]
"""Hears of each step; raises to cancel, which leaves finished packages as they are."""


FATAL = STORAGE
"""Refusals that end a whole export; any other only holds its post back."""


class Publishing:
    """The publishing desk. packing: makes packages; it is asked for when there are any to make. blocking: what rules forbid."""

    def __init__(
        self,
        store: PlanFile,
        desk: Desk,
        plan: PlanView,
        packing: Callable[[], Packing],
        clock: Clock,
        new_id: Callable[[], str],
        condition: Callable[[Picture], Condition],
        blocking: Callable[[Post], Sequence[Finding]],
    ) -> None:
        self._condition = condition
        self._blocking = blocking
        self._store = store
        self._desk = desk
        self._plan = plan
        self._packing = packing
        self._clock = clock
        self._new_id = new_id

    def ready(self, first: date | None = None, last: date | None = None) -> list[Card]:
        """Return the posts that may leave now, approved ones and those exported before, by time."""
        return [card for card in self._dated(first, last) if self._why_not(card) is None]

    def held_back(self, first: date | None = None, last: date | None = None) -> list[HeldBack]:
        """Return the dated posts that may not leave, with reasons; published and discarded ones are not listed."""
        found = []
        for card in self._dated(first, last):
            if card.stage is Stage.PUBLISHED or Flag.DROPPED in card.flags:
                continue
            reason = self._why_not(card)
            if reason is not None:
                found.append(HeldBack(card=card, reason=reason))
        return found

    def _why_not(self, card: Card) -> Refused | None:
        """Tell why a card may not leave; only an approved one is read and asked at the gate itself."""
        if card.stage in {Stage.APPROVED, Stage.EXPORTED, Stage.PUBLISHED}:
            return self.why_not(card.id)
        if Flag.APPROVAL_VOID in card.flags and card.stage is not Stage.IN_REVIEW:
            return Refused(RefusalKind.APPROVAL_VOID, title=card.title, cause=str(card.reason or ""))
        return Refused(RefusalKind.NOT_APPROVED, title=card.title, waiting=card.stage is Stage.IN_REVIEW)

    def why_not(self, id_: str) -> Refused | None:
        """Tell why a post may not leave now, or None: the gate, and a look at the files of its pictures."""
        post = self._store.get(Post, id_)
        if post is None:
            return Refused(RefusalKind.NOT_FOUND, post=id_)
        return self._gate(post) or self._unsound(post) or self._blocked(post)

    def _blocked(self, post: Post) -> Refused | None:
        """Tell which rules forbid that a post leaves, though it was approved: time passes, and plans change their rules."""
        found = [
            item for item in self._blocking(post) if item.rule != "picture.file"
        ]  # packing reads files itself
        return Refused(RefusalKind.RULE_BLOCKS, title=post.title, findings=list(found)) if found else None

    def _unsound(self, post: Post) -> Refused | None:
        """Tell of the first picture whose file is not what was approved; packing reads each to its end."""
        for picture in self._plan.around(post).pictures.values():
            refusal = file_refusal(self._condition(picture), title=post.title, name=picture.name)
            if refusal is not None:
                return refusal
        return None

    def _gate(self, post: Post) -> Refused | None:
        """Tell why what a post says may not leave. This is the only gate; export asks it again while recording."""
        around = self._plan.around(post)
        digest = digest_of(canonical(manifest(post, around)))
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
        return _revoked(post, around) or self._embargoed(post)

    def _embargoed(self, post: Post) -> Refused | None:
        now = self._clock.local(self._plan.municipality.zone)
        if post.embargo is None or now >= post.embargo:
            return None
        return Refused(RefusalKind.EMBARGO, title=post.title, until=post.embargo.isoformat(" ", "minutes"))

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
        chosen = self.chosen(first, last, ids)
        left: list[Left] = []
        back: list[HeldBack] = []
        for index, card in enumerate(chosen):
            if progress is not None:
                progress(ExportStep(done=index, total=len(chosen), title=card.title))
            try:
                left += self.deliver(self.build(self.order(card.id), out))
            except Refused as refusal:
                if refusal.kind in FATAL:
                    raise
                back.append(HeldBack(card=card, reason=refusal))
        packed = self._packing().archive(out, [item.folder for item in left]) if archive and left else None
        if progress is not None:
            progress(ExportStep(done=len(chosen), total=len(chosen), title=""))
        return ExportReport(out=out, left=tuple(left), held_back=tuple(back), archive=packed)

    def chosen(
        self, first: date | None = None, last: date | None = None, ids: Sequence[str] | None = None
    ) -> list[Card]:
        """Return the posts an export is about: those named, or the dated ones that are neither out nor discarded."""
        if ids is not None:
            return [self._card(id_) for id_ in ids]
        return [
            card
            for card in self._dated(first, last)
            if card.stage is not Stage.PUBLISHED and Flag.DROPPED not in card.flags
        ]

    def order(self, id_: str) -> PackOrder:
        """Return what to pack for a post, read in one go; raises Refused with the reason of the gate."""
        post = self._store.get(Post, id_)
        if post is None:
            raise Refused(RefusalKind.NOT_FOUND, post=id_)
        refusal = self._gate(post) or self._blocked(post)
        if refusal is not None:
            raise refusal
        return self._packing().order(post)

    def build(self, order: PackOrder, out: Path) -> Package:
        """Make a package aside and verify it; touches no plan, so it may run in another thread."""
        return self._packing().build(order, out)

    def deliver(self, package: Package) -> list[Left]:
        """Ask the gate again, put a package in its place and record the delivery; else nothing is left behind."""
        try:
            with self._desk.action("post.delivered") as act:
                post = act.get(Post, package.post)
                self._still(post, package)
                package.put_in_place()
                act.put(replace(post, deliveries=(*post.deliveries, *self._deliveries(package))))
                act.describe(title=post.title)
        except BaseException:
            package.discard()
            raise
        return [
            Left(post=post.id, title=post.title, channel=item.channel, folder=item.folder, files=item.files)
            for item in package.channels
        ]

    def archive(self, out: Path, folders: Sequence[str]) -> Path:
        """Put finished packages into one ZIP file beside them; return it."""
        return self._packing().archive(out, folders)

    def _still(self, post: Post, package: Package) -> None:
        """Raise Refused where a post may not leave, or is no longer what was packed."""
        refusal = self._gate(post) or self._blocked(post)
        if refusal is not None:
            raise refusal
        if package.digest != digest_of(canonical(manifest(post, self._plan.around(post)))):
            raise Refused(RefusalKind.CONTENT_CHANGED, title=post.title)

    def _deliveries(self, package: Package) -> list[Delivery]:
        at = self._clock.local(self._plan.municipality.zone)
        return [
            Delivery(
                id=self._new_id(),
                channel=item.channel,
                digest=package.digest,
                by=self._desk.person,
                at=at,
                folder=item.folder,
            )
            for item in package.channels
        ]

    def publish(self, id_: str, channel: str, address: str = "") -> None:
        """Tick a channel off as published, with its address where there is one.

        Raises Refused with the reason of the gate: what is not approved cannot be marked as out.
        """
        with self._desk.action("post.published", channel=channel) as act:
            post = act.get(Post, id_)
            if post.version(channel) is None:
                raise Refused(
                    RefusalKind.UNKNOWN_CHANNEL, channel=channel, known=[item.id for item in post.versions]
                )
            refusal = self._gate(post) or self._blocked(post)
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
            if all(item.id != channel for item in post.publications):
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


def _revoked(post: Post, around: Surroundings) -> Refused | None:
    """Tell of the first picture in which somebody took the consent back; an approval does not outweigh that."""
    for picture in around.pictures.values():
        for id_ in picture.consents:
            consent = around.consents.get(id_)
            if consent is not None and consent.revoked is not None:
                return Refused(
                    RefusalKind.CONSENT_REVOKED, title=post.title, person=consent.name, name=picture.name
                )
    return None
