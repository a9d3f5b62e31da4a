# SPDX-License-Identifier: EUPL-1.2
"""Builders: values and plans for tests, each with what the test says and plain defaults for the rest."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import datetime, timedelta
from itertools import count
from pathlib import Path
from typing import Any

from kalender.domain.content import Surroundings, canonical, digest_of, manifest
from kalender.domain.crop import CENTRE, Focus
from kalender.domain.format import Format, Platform
from kalender.domain.picture import Picture
from kalender.domain.plan import Channel
from kalender.domain.post import Attachment, Decision, Post, ReviewRequest, Version
from kalender.domain.stage import window
from kalender.services.acting.desk import Desk
from kalender.store.plan_file import PlanFile

NOW = datetime(2026, 12, 1, 9, 0)
"""The moment at which tests begin."""

FORMATS = {
    "facebook.feed": Format(
        id="facebook.feed", platform="facebook", label="Beitrag", width=1080, height=1350, ratio_min=0.8, ratio_max=1.9,
        max_bytes=30_000_000,
    ),
    "instagram.square": Format(
        id="instagram.square", platform="instagram", label="Quadrat", width=1080, height=1080, ratio_min=1.0,
        ratio_max=1.0, max_bytes=8_000_000,
    ),
}  # fmt: skip
PLATFORMS = {
    name: Platform(id=name, name=name.title(), short=name[:2], position=n, formats=(FORMATS[format_],))
    for n, (name, format_) in enumerate(
        {"facebook": "facebook.feed", "instagram": "instagram.square"}.items()
    )
}


def a_post(
    id_: str = "post", *, channels: Iterable[str] = (), pictures: Iterable[str] = (), **fields: Any
) -> Post:
    """Return a post; channels make a version each, pictures an attachment each."""
    versions = tuple(Version(id=channel) for channel in channels)
    attachments = tuple(
        Attachment(id=f"at-{name}", picture=name, position=f"a{n}") for n, name in enumerate(pictures)
    )
    values: dict[str, Any] = {
        "title": "Weihnachtsmarkt",
        "versions": versions,
        "attachments": attachments,
        **fields,
    }
    return Post(id=id_, **values)


def a_picture(id_: str = "picture", *, focus: Focus = CENTRE, **fields: Any) -> Picture:
    """Return a picture of 1200 × 800 pixels."""
    values: dict[str, Any] = {"sha256": id_.ljust(64, "0"), "width": 1200, "height": 800, **fields}
    return Picture(id=id_, focus=focus, **values)


def a_channel(id_: str = "facebook", **fields: Any) -> Channel:
    """Return a channel of the platform of its name."""
    format_ = {"facebook": "facebook.feed", "instagram": "instagram.square"}.get(id_)
    values: dict[str, Any] = {"name": id_.title(), "formats": (format_,) if format_ else (), **fields}
    return Channel(id=id_, platform=id_, position=id_, **values)


def a_clock(start: datetime = NOW, step: timedelta = timedelta(seconds=1)) -> Callable[[], datetime]:
    """Return a clock that goes on by a step each time it is read."""
    ticks = count(1)
    return lambda: start + next(ticks) * step


class StoppedClock:
    """A clock that moves when told."""

    def __init__(self, now: datetime = NOW) -> None:
        self.now = now

    def __call__(self) -> datetime:
        return self.now

    def forward(self, **step: float) -> None:
        """Move by timedelta(**step)."""
        self.now += timedelta(**step)


def a_plan(folder: Path, **facts: Any) -> PlanFile:
    """Make an empty plan in a folder."""
    return PlanFile.create(folder, formats=FORMATS, platforms=PLATFORMS, **facts)


def reopened(plan: PlanFile, **facts: Any) -> PlanFile:
    """Close a plan and open it again."""
    plan.close()
    return PlanFile.open(plan.folder, formats=FORMATS, platforms=PLATFORMS, **facts)


def a_desk(
    plan: PlanFile, *records: Any, person: str = "anna", clock: Callable[[], datetime] | None = None
) -> Desk:
    """Return a desk on a plan in which these records stand already."""
    desk = Desk(plan, clock or a_clock(), person)
    if records:
        with desk.action("plan.filled") as act:
            for record in records:
                act.put(record)
    return desk


def surroundings(plan: PlanFile) -> Surroundings:
    """Return everything the posts of a plan refer to."""
    return Surroundings(
        pictures={item.id: item for item in plan.all(Picture)},
        channels={item.id: item for item in plan.all(Channel)},
        formats=FORMATS,
        platforms=PLATFORMS,
    )


def approved(post: Post, around: Surroundings, *, id_: str = "decision", by: str = "bea") -> Post:
    """Return a post with a request for its content and an approval of it."""
    content = canonical(manifest(post, around))
    days = window((post.planned,) if post.planned else (), 3, 7)
    first, last = days or (None, None)
    asked = ReviewRequest(id=f"ask-{id_}", digest=digest_of(content), by="anna", at=NOW)
    said = Decision(
        id=id_, digest=digest_of(content), manifest=content, request=asked.id, by=by, at=NOW, first=first, last=last,
        after=tuple(item.id for item in post.decisions),
    )  # fmt: skip
    return replace(post, requests=(*post.requests, asked), decisions=(*post.decisions, said))
