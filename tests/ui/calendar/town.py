# SPDX-License-Identifier: EUPL-1.2
"""A town with a plan for December 2026 behind the calendar page, through the real services."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from typing import Any

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from kalender.app.founding import create_plan
from kalender.app.house import House
from kalender.domain.content import canonical, digest_of, manifest
from kalender.domain.plan import Blackout, Channel, Land, Meeting, Municipality, Person, Role, Topic
from kalender.domain.post import Decision, DecisionKind, Post, ReviewRequest, Version
from kalender.domain.stage import window
from kalender.services.clock import FixedClock
from kalender.ui.calendar.page import CalendarPage
from kalender.ui.shell.almanac import almanac_of
from kalender.ui.theme.theme import Theme
from kalender.wording.findings import why, words
from tests.ui.calendar.december import THEMES, carry

NOW = datetime(2026, 12, 3, 10, 42)
NONE = Qt.KeyboardModifier.NoModifier


class NoWorker:
    """Stands where pictures are decoded; these tests have none."""

    def call(self, func: Callable[..., Any], *args: Any, timeout: float = 10.0) -> Any:
        """Refuse: nothing here decodes pictures."""
        raise AssertionError(f"{func} was called with {args} within {timeout} s")


class Town:
    """The house of a plan and its calendar page; `heard` keeps what the page said, by signal."""

    def __init__(self, app: QApplication, folder: Path, *, choice: str = "hell") -> None:
        numbers = iter(range(1, 10_000))
        self.house: House = create_plan(
            folder / "plan",
            Municipality(name="Lindenbrunn", land=Land.BW),
            [
                Channel(id="facebook", platform="facebook", position="a", usual_time="16:00"),
                Channel(id="instagram", platform="instagram", position="b", per_week=2, usual_time="12:00"),
                Channel(id="website", platform="website", position="c"),
            ],
            [
                Person(id="katrin", name="Katrin Sommer", role=Role.EDITING),
                Person(id="ines", name="Ines Falkner", role=Role.APPROVAL),
            ],
            topics=[Topic(id="leben", name="Leben & Kultur", colour="th-leben")],
            worker=NoWorker(),
            clock=FixedClock(NOW),
            cache=folder / "cache",
            allow_synced=True,
            make_id=lambda: f"id-{next(numbers)}",
        )
        with self.house.desk.action("plan.settings") as act:
            act.put(
                Blackout(
                    id="rathaus",
                    title="Rathaus geschlossen",
                    reason="niemand beantwortet Kommentare",
                    first=date(2026, 12, 28),
                    last=date(2026, 12, 31),
                )
            )
            act.put(Meeting(id="rat", title="Gemeinderat", start=datetime(2026, 12, 15, 18, 30)))
        self.theme = Theme(app, THEMES, choice=choice)
        self.page = self.another_page()
        self.stop = self.house.desk.subscribe(self.page.changed)
        self.heard: list[tuple[str, object]] = []
        for name in ("open_post", "review_wanted", "export_wanted", "refused"):
            getattr(self.page, name).connect(lambda what, signal=name: self.heard.append((signal, what)))

    def another_page(self) -> CalendarPage:
        """Return a calendar page on the plan as it is now."""
        house = self.house
        return CalendarPage(
            self.theme,
            posts=house.posts,
            plan=house.plan,
            reviews=house.reviews,
            publishing=house.publishing,
            checks=house.checks,
            almanac_of=almanac_of(
                house.layers,
                lambda: house.plan.municipality.land,
                lambda: {item.id: item.name or item.id.title() for item in house.plan.channels},
            ),
            finding_words=lambda finding: (words(finding), why(finding)),
            image_of=lambda _picture: QImage(),
        )

    def post(self, id_: str, planned: datetime | None, *, approved: bool = False, **fields: Any) -> Post:
        """Put a post into the plan, with an approval of its content where wanted."""
        channels = fields.pop("channels", ("facebook", "website"))
        values = {"title": f"Beitrag {id_}", "text": f"Text von {id_}.", "idea": planned is None, **fields}
        post = Post(
            id=id_,
            planned=planned,
            responsible="katrin",
            versions=tuple(Version(id=channel) for channel in channels),
            **values,
        )
        if approved:
            post = self._approved(post)
        with self.house.desk.action("plan.filled") as act:
            act.put(post)
        return post

    def _approved(self, post: Post) -> Post:
        content = canonical(manifest(post, self.house.plan.around(post)))
        assert post.planned is not None
        days = window((post.planned,), 3, 7)
        assert days is not None
        asked = ReviewRequest(id=f"ask-{post.id}", digest=digest_of(content), by="katrin", at=NOW)
        said = Decision(
            id=f"yes-{post.id}",
            kind=DecisionKind.APPROVED,
            digest=digest_of(content),
            manifest=content,
            request=asked.id,
            by="ines",
            at=datetime(2026, 12, 2, 14, 20),
            first=days[0],
            last=days[1],
        )
        return replace(post, requests=(asked,), decisions=(said,))

    def planned(self, id_: str) -> datetime | None:
        """Return when a post is planned."""
        return self.house.posts.get(id_).planned

    def close(self) -> None:
        """Close page and plan."""
        self.stop()
        self.page.close()
        self.house.close()


def on(town: Town, place: date | str) -> QPoint:
    """Return a point inside the cell of a day, or on the card of a post."""
    view = town.page.month
    if isinstance(place, str):
        return view.visualRect(town.page.model.index_of(place)).center()
    rect = view.visualRect(town.page.model.index_of_day(place))
    return QPoint(rect.center().x(), rect.bottom() - 14)


def drag(town: Town, id_: str, to: date, keys: Qt.KeyboardModifier = NONE) -> None:
    """Carry a post to a day by mouse."""
    viewport = town.page.month.viewport()
    carry(viewport, on(town, id_), viewport, on(town, to), keys=keys)


def undo(town: Town) -> None:
    """Take the last step back."""
    town.house.desk.undo()


def key(town: Town, key_: Qt.Key, keys: Qt.KeyboardModifier = NONE) -> None:
    """Press a key in the month."""
    QTest.keyClick(town.page.month, key_, keys)
