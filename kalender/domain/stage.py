# SPDX-License-Identifier: EUPL-1.2
"""The stage of a post, derived from its content, its decisions and its deliveries; never stored."""

from __future__ import annotations

from datetime import date, datetime
from enum import StrEnum
from functools import cache

from kalender.domain.content import times
from kalender.domain.frozen import frozen
from kalender.domain.post import Decision, DecisionKind, Post, ReviewRequest


class Stage(StrEnum):
    """How far a post is, in the order of the board."""

    IDEA = "idea"
    DRAFT = "draft"
    IN_REVIEW = "in_review"
    APPROVED = "approved"
    EXPORTED = "exported"
    PUBLISHED = "published"


class Flag(StrEnum):
    """What lies over the stage."""

    CHANGE_REQUESTED = "change_requested"
    APPROVAL_VOID = "approval_void"
    RESUBMITTED = "resubmitted"
    HELD = "held"
    BLOCKED = "blocked"
    OVERDUE = "overdue"
    DROPPED = "dropped"
    CONFLICT = "conflict"
    DIVERGED = "diverged"
    EMBARGO = "embargo"
    ARCHIVED = "archived"
    DUE = "due"
    LATE = "late"


class VoidReason(StrEnum):
    """Why an earlier approval does not hold."""

    CONTENT = "content"
    TIME = "time"
    UNDATED = "undated"
    CONFLICT = "conflict"
    REVOKED = "revoked"


@frozen
class Standing:
    """Where a post stands. approval is the one that holds; lapsed the latest one that does not, with its reason."""

    stage: Stage
    flags: frozenset[Flag] = frozenset()
    approval: Decision | None = None
    request: ReviewRequest | None = None
    lapsed: Decision | None = None
    reason: VoidReason | None = None
    last_word: Decision | None = None


def standing(post: Post, digest: str, *, contested: bool = False) -> Standing:
    """Derive the stage of a post from the digest of its content as it is now.

    contested: the record has an undecided conflict on covered content or is deleted and edited at once.
    The result does not depend on the clock; see with_clock for what does.
    """
    if not (post.decisions or post.requests or post.publications):  # nobody has said anything yet
        return _unspoken(post.idea, _flags(post, contested=contested))
    decisions = sorted(post.decisions, key=_order)
    approvals = [item for item in decisions if item.kind is not DecisionKind.CHANGE]
    approval = next(
        (item for item in reversed(approvals) if not contested and holds(item, post, digest)), None
    )
    lapsed = approvals[-1] if approvals and approval is None else None
    last_word = _last_word(decisions)
    request = _open_request(post, digest)
    flags = set(_flags(post, contested=contested))
    stage = _stage(post, digest, approval, request)
    published = stage is Stage.PUBLISHED
    if published and any(item.digest and item.digest != digest for item in post.publications):
        flags.add(Flag.DIVERGED)
    if lapsed is not None and not published:
        flags.add(Flag.APPROVAL_VOID)
    if last_word is not None and last_word.kind is DecisionKind.CHANGE and stage in {Stage.DRAFT, Stage.IDEA}:
        flags.add(Flag.CHANGE_REQUESTED)
    if stage is Stage.IN_REVIEW and decisions:
        flags.add(Flag.RESUBMITTED)
    return Standing(
        stage=stage,
        flags=frozenset(flags),
        approval=approval,
        request=request,
        lapsed=lapsed,
        reason=void_reason(lapsed, post, digest, contested=contested) if lapsed else None,
        last_word=last_word,
    )


@cache
def _unspoken(idea: bool, flags: frozenset[Flag]) -> Standing:
    """Return where posts stand of which nobody has said anything: a plan has thousands of them."""
    return Standing(stage=Stage.IDEA if idea else Stage.DRAFT, flags=flags)


def _flags(post: Post, *, contested: bool) -> frozenset[Flag]:
    """Return the flags that come of neither decisions nor publications."""
    if not (contested or post.hold or post.dropped):
        return _NONE
    own = {Flag.CONFLICT: contested, Flag.HELD: bool(post.hold), Flag.DROPPED: post.dropped}
    return frozenset(flag for flag, there in own.items() if there)


_NONE: frozenset[Flag] = frozenset()


def _order(item: Decision | ReviewRequest) -> tuple[datetime, str]:
    return item.at or datetime.min, item.id


def _stage(post: Post, digest: str, approval: Decision | None, request: ReviewRequest | None) -> Stage:
    channels = {version.id for version in post.versions}
    if post.publications and channels and channels <= {item.id for item in post.publications}:
        return Stage.PUBLISHED
    if approval is not None:
        delivered = {item.channel for item in post.deliveries if item.digest == digest}
        return Stage.EXPORTED if channels and channels <= delivered else Stage.APPROVED
    if request is not None:
        return Stage.IN_REVIEW
    return Stage.IDEA if post.idea else Stage.DRAFT


def _last_word(decisions: list[Decision]) -> Decision | None:
    """Return the decision nobody has overruled; of several made at once the later by its own clock."""
    overruled = {earlier for item in decisions for earlier in item.after}
    standing_words = [item for item in decisions if item.id not in overruled]
    return standing_words[-1] if standing_words else None


def _open_request(post: Post, digest: str) -> ReviewRequest | None:
    """Return the newest request for exactly this content that nobody has answered."""
    if not post.requests:
        return None
    answered = {item.request for item in post.decisions}
    waiting = [item for item in post.requests if item.digest == digest and item.id not in answered]
    return max(waiting, key=_order) if waiting else None


def inside(decision: Decision, post: Post) -> bool:
    """Tell whether every planned time of a post lies in the days a decision covers."""
    moments = times(post)
    if not moments or decision.first is None or decision.last is None:
        return False
    return all(decision.first <= moment.date() <= decision.last for moment in moments)


def revoked(decision: Decision, post: Post) -> bool:
    """Tell whether someone asked for a change of the very content that was approved, later or at the same time."""
    return any(
        item.kind is DecisionKind.CHANGE and item.digest == decision.digest and item.id not in decision.after
        for item in post.decisions
    )


def holds(decision: Decision, post: Post, digest: str) -> bool:
    """Tell whether an approval covers a post as it is now: same content, time inside the window, not revoked."""
    return (
        decision.kind is not DecisionKind.CHANGE
        and decision.digest == digest
        and inside(decision, post)
        and not revoked(decision, post)
    )


def void_reason(decision: Decision, post: Post, digest: str, *, contested: bool = False) -> VoidReason | None:
    """Tell why an approval does not hold, or None where it does."""
    if contested:
        return VoidReason.CONFLICT
    if decision.digest != digest:
        return VoidReason.CONTENT
    if revoked(decision, post):
        return VoidReason.REVOKED
    if not times(post):
        return VoidReason.UNDATED
    return None if inside(decision, post) else VoidReason.TIME


def flags_at(
    stage: Stage, flags: frozenset[Flag], *, planned: datetime | None, embargo: datetime | None, now: datetime
) -> frozenset[Flag]:
    """Return the flags with those that depend on the clock: overdue, and blocked by an embargo."""
    blocked = embargo is not None and now < embargo
    late = (
        planned is not None and planned < now and stage is not Stage.PUBLISHED and Flag.DROPPED not in flags
    )
    return _with(flags, blocked=blocked, late=late) if blocked or late else flags


@cache
def _with(flags: frozenset[Flag], *, blocked: bool, late: bool) -> frozenset[Flag]:
    """Return flags with those of the clock; there are few such sets, and every card shown asks for one."""
    return flags | ({Flag.EMBARGO} if blocked else set()) | ({Flag.OVERDUE} if late else set())


def window(planned: tuple[datetime, ...], before: int, after: int) -> tuple[date, date] | None:
    """Return the first and last day an approval covers, days before the first and after the last planned time."""
    if not planned:
        return None
    first, last = planned[0].date(), planned[-1].date()
    return (
        date.fromordinal(max(1, first.toordinal() - before)),
        date.fromordinal(min(date.max.toordinal(), last.toordinal() + after)),
    )
