# SPDX-License-Identifier: EUPL-1.2
"""What a card of the board says of a post: date, badge, and the line at its foot."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from PySide6.QtGui import QPixmap

from kalender.domain.card import Card
from kalender.domain.plan import Person
from kalender.domain.stage import Flag, Stage, VoidReason
from kalender.ui.widgets.paint.board import BoardLook, Foot
from kalender.ui.widgets.paint.chips import avatar_ink
from kalender.ui.widgets.paint.values import ChannelMark
from kalender.wording.cards import title
from kalender.wording.dates import clock, moment_near, waiting
from kalender.wording.terms import FLAGS, Term
from kalender.wording.tr import tr

BADGES = (
    Flag.HELD,
    Flag.CHANGE_REQUESTED,
    Flag.APPROVAL_VOID,
    Flag.CONFLICT,
    Flag.OVERDUE,
    Flag.EMBARGO,
    Flag.DIVERGED,
)
"""Flags shown as a badge over the title, the gravest first."""

VOID = {
    VoidReason.CONTENT: "danach geändert",
    VoidReason.TIME: "Termin verlegt",
    VoidReason.UNDATED: "Termin entfernt",
    VoidReason.CONFLICT: "doppelt geändert",
    VoidReason.REVOKED: "Änderung erbeten",
}
"""Why an approval has lapsed, short enough for a narrow card; the tip has the sentence."""

AGES = {
    Stage.IDEA: (14, 0),
    Stage.DRAFT: (3, 14),
    Stage.APPROVED: (7, 0),
    Stage.EXPORTED: (3, 7),
}
"""Days in a stage from which a card says how long it lies there, and from which that is a warning (0: never).

How long a post waits for approval is always said.
"""

EXCERPT = 24
"""Letters of the last comment that a card quotes."""


def board_look(
    card: Card,
    now: datetime,
    marks: Mapping[str, ChannelMark],
    people: Mapping[str, Person],
    picture: QPixmap | None = None,
    *,
    since: datetime | None = None,
    also: str = "",
) -> BoardLook:
    """Return the look of a card on the board at a local time.

    since: when the post came into its stage; also: in which other lanes the same post lies.
    """
    person = people.get(card.responsible)
    return BoardLook(
        title=title(card),
        when=_when(card, now),
        channels=tuple(marks[item] for item in card.channels if item in marks),
        initials=person.initials if person else "",
        ink=avatar_ink(card.responsible),
        idea=card.stage is Stage.IDEA,
        quiet=card.stage is Stage.PUBLISHED,
        badge=_badge(card),
        feet=(*_tongue(card), *_feet(card, now), *_age(card, since, now), *_same(also)),
        picture=picture,
    )


def _badge(card: Card) -> Term | None:
    """Return the gravest flag; a lapsed approval of what is in review again is no news."""
    again = {Flag.APPROVAL_VOID} if card.stage is Stage.IN_REVIEW else set()
    return next((FLAGS[flag] for flag in BADGES if flag in card.flags - again), None)


def _when(card: Card, now: datetime) -> str:
    if card.planned is None:
        return ""
    if card.planned.date() == now.date():
        return tr("Heute, {time}").format(time=clock(card.planned))
    return moment_near(card.planned, now)


def _age(card: Card, since: datetime | None, now: datetime) -> list[Foot]:
    """Say how long a post lies in its stage, where that is long for it."""
    if since is None or card.stage not in AGES:
        return []
    told, warned = AGES[card.stage]
    days = (now.date() - since.date()).days
    if days < told:
        return []
    words = tr("liegt {since}").format(since=waiting(since, now))
    return [Foot(icon="ri.time-line", text=words, ink="warn" if warned and days >= warned else "text-3")]


def _same(also: str) -> list[Foot]:
    return [Foot(icon="ri.file-copy-2-line", text=also)] if also else []


def _tongue(card: Card) -> list[Foot]:
    if not card.language:
        return []
    from kalender.wording.language.tongues import tongue

    return [Foot(icon="ri.translate-2", text=tongue(card.language))]


def _feet(card: Card, now: datetime) -> list[Foot]:
    found = []
    if Flag.APPROVAL_VOID in card.flags and card.reason is not None and card.stage is Stage.DRAFT:
        found.append(Foot(icon="ri.error-warning-fill", text=tr(VOID[card.reason]), ink="warn"))
    due = [FLAGS[flag] for flag in (Flag.LATE, Flag.DUE) if flag in card.flags]
    found += [Foot(icon=term.icon, text=term.text, ink="warn") for term in due]
    if card.stage is Stage.IN_REVIEW and Flag.RESUBMITTED in card.flags:
        found.append(Foot(icon="ri.refresh-line", text=tr("erneut vorgelegt")))
    elif card.stage is Stage.IN_REVIEW and card.waiting_since is not None:
        since = waiting(card.waiting_since, now)
        found.append(Foot(icon="ri.time-line", text=tr("wartet {since}").format(since=since)))
    if card.stage is Stage.EXPORTED:
        found.append(Foot(icon="ri.folder-3-line", text=tr("Paket liegt bereit")))
    elif card.stage is Stage.APPROVED and card.published:
        words = tr("{done} von {all} veröffentlicht").format(done=len(card.published), all=len(card.channels))
        found.append(Foot(icon="ri.check-double-line", text=words))
    if card.stage is Stage.PUBLISHED:
        words = tr("{done} von {all} Links").format(done=card.links, all=len(card.channels))
        missing = card.links < len(card.channels)
        icon = "ri.error-warning-fill" if missing else "ri.link-m"
        found.append(Foot(icon=icon, text=words, ink="warn" if missing else "text-3"))
    if card.comments and card.stage in {Stage.IDEA, Stage.DRAFT, Stage.IN_REVIEW}:
        quote = (
            card.last_comment
            if len(card.last_comment) <= EXCERPT
            else card.last_comment[:EXCERPT].rstrip() + " …"
        )
        found.append(Foot(icon="ri.chat-3-line", text=f"{card.comments}  „{quote}“"))
    if card.missing_alt and card.stage in {Stage.DRAFT, Stage.IN_REVIEW}:
        found.append(Foot(icon="ri.error-warning-fill", text=tr("Alternativtext fehlt"), ink="warn"))
    return found
