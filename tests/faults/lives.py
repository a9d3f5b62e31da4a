# SPDX-License-Identifier: EUPL-1.2
"""Two computers with one plan whose clocks jump while people work on them."""

import random
import shutil
from collections.abc import Callable
from datetime import date, datetime, timedelta
from pathlib import Path

from kalender.app.house import House
from kalender.domain.card import Card
from kalender.domain.post import Post
from kalender.domain.refusal import RefusalKind, Refused
from kalender.domain.stage import Flag, Stage
from kalender.services.clock import FixedClock
from tests.faults.rich import OTHER, at_home

JUMPS = (1, 5, 29, 31, 600, 3_600, 86_400, 366 * 86_400)
"""Seconds a clock goes forward or back between two things done."""

Check = Callable[[bool, str], None]
"""Hears whether something holds, and what is to be said where it does not."""


class Life:
    """Two computers with one plan. Each has a clock of its own that somebody sets wrongly again and again."""

    def __init__(self, template: Path, place: Path, chance: random.Random, check: Check) -> None:
        self.chance, self.check, self.place = chance, check, place
        self.clocks = [FixedClock(datetime(2026, 11, 20, 10)), FixedClock(datetime(2025, 3, 1, 4, 30))]
        for name in ("one", "two"):
            shutil.copytree(template, place / name)
        with at_home(place / "two") as house:
            house.store.journal.set_device(OTHER)

    def live(self, steps: int) -> None:
        with (
            at_home(self.place / "one", self.clocks[0]) as one,
            at_home(self.place / "two", self.clocks[1]) as two,
        ):
            self.houses = (one, two)
            self.words = [0, 0]
            for _ in range(steps):
                self.jump()
                number = self.chance.randrange(2)
                verb = self.chance.choice(
                    (self.move, self.write, self.type, self.decide, self.take_back, self.exchange)
                )
                verb(number)
                self.all_is_well(number)
            for _ in range(2):
                self.exchange(0)
                self.exchange(1)
            self.same_everywhere()

    def jump(self) -> None:
        clock = self.chance.choice(self.clocks)
        step = timedelta(seconds=self.chance.choice(JUMPS) * self.chance.choice((1, -1)))
        now = clock.local("Europe/Berlin")
        if datetime(1990, 1, 1) < now + step < datetime(2090, 1, 1):
            clock.set(now + step)

    def _post(self, house: House) -> str:
        posts = sorted(post.id for post in house.store.all(Post) if not post.dropped)
        return self.chance.choice(posts) if posts else house.posts.create("Neu", text="Neu.")

    def move(self, number: int) -> None:
        """Put a post on a day; it stays there to the minute, whatever the clock says."""
        house = self.houses[number]
        post = self._post(house)
        moment = datetime(2026, 3, 20, 9) + timedelta(
            days=self.chance.randrange(300), minutes=30 * self.chance.randrange(20)
        )
        house.posts.move_to([post], moment)
        self.jump()
        self.check(house.posts.get(post).planned == moment, f"{post} does not stay at {moment}")

    def write(self, number: int) -> None:
        """Write a text; one step back and forth finds both again, in whatever order the clock puts them."""
        house = self.houses[number]
        post = self._post(house)
        old = house.posts.get(post).text
        new = f"Wort {self.chance.random()}."
        house.editing.set_text(post, new)
        self.jump()
        house.desk.undo()
        self.check(house.posts.get(post).text == old, "undo took back something else")
        self.jump()
        house.desk.redo()
        self.check(house.posts.get(post).text == new, "redo did something else")

    def type(self, number: int) -> None:
        """Type on: one step while the clock goes on by less than half a minute, another after it has jumped."""
        house, clock = self.houses[number], self.clocks[number]
        post = self._post(house)
        base = house.desk.load(Post, post)
        step = timedelta(seconds=self.chance.choice((1, 29, 31, 86_400, -1, -86_400)))
        before = house.store.changesets()
        burst = f"editor-{before}"
        house.editing.set_fields(post, note=f"a{before}", burst=burst)
        self.check(base.value.note != f"a{before}", "nothing was typed")
        clock.set(clock.local("Europe/Berlin") + step)
        house.editing.set_fields(post, note=f"ab{before}", burst=burst)
        grown = house.store.changesets() - before == 1
        self.check(
            grown == (timedelta() <= step <= timedelta(seconds=30)), f"a step of {step} has grown: {grown}"
        )
        self.check(house.posts.get(post).note == f"ab{before}", "typed words are gone")

    def decide(self, number: int) -> None:
        """Approve; it holds in the days around the planned one, whatever the clock says of today."""
        house = self.houses[number]
        post = self._post(house)
        if house.posts.get(post).planned is None:
            return
        try:
            if house.posts.card(post).stage is not Stage.IN_REVIEW:
                house.reviews.request(post)
            house.desk.acting_as("ines")
            self.jump()
            house.reviews.approve(post, house.reviews.sheet(post).digest, urgent="Uhr verstellt")
            approved = house.posts.card(post).stage
            self.jump()
            self.check(
                approved is house.posts.card(post).stage is Stage.APPROVED, "an approval hangs on the clock"
            )
        except Refused as refusal:
            allowed = {
                RefusalKind.HAS_ERRORS, RefusalKind.NO_CHANNEL, RefusalKind.NO_TEXT, RefusalKind.ALREADY,
                RefusalKind.CONFLICT, RefusalKind.MAY_NOT_APPROVE, RefusalKind.NOT_REQUESTED, RefusalKind.IN_REVIEW,
            }  # fmt: skip
            self.check(refusal.kind in allowed, f"refused: {refusal.kind}")
        finally:
            house.desk.acting_as("katrin")

    def take_back(self, number: int) -> None:
        """Undo takes what was done last here, and not what the clock calls latest."""
        house = self.houses[number]
        newest = next(iter(house.history.of_plan(1)), None)
        label = house.desk.can_undo()
        if newest is not None and label is not None and not newest.undone and newest.by in {"katrin", "ines"}:
            last = house.store.last_here()
            if last is not None and last.id == newest.id:
                self.check(
                    label.code == newest.label.code, f"undo offers {label.code} after {newest.label.code}"
                )
        house.desk.undo()

    def exchange(self, number: int) -> None:
        giver, taker = self.houses[number], self.houses[1 - number]
        taker.desk.apply(body for _id, body in giver.store.share())

    def all_is_well(self, number: int) -> None:
        house, clock = self.houses[number], self.clocks[number]
        numbers = [entry.number for entry in house.history.of_plan(50)]
        self.check(
            numbers == sorted(numbers, reverse=True), "the history is not in the order of what happened"
        )
        now = clock.local("Europe/Berlin")
        wrong = [
            card.title
            for card in house.posts.cards_between(date.min, date.max)
            if not _late_rightly(card, now)
        ]
        self.check(not wrong, f"at {now} overdue is wrong for {wrong[:3]}")

    def same_everywhere(self) -> None:
        """After exchange both say the same, however wrong the clocks were."""
        one, two = ({item.id: item for item in house.store.all(Post)} for house in self.houses)
        self.check(one == two, "the computers differ")
        conflicts = [house.store.conflicts() for house in self.houses]
        self.check(conflicts[0] == conflicts[1], "the computers list other conflicts")
        for house in self.houses:
            self.check(house.store.verify().ok, "not whole")


def _late_rightly(card: Card, now: datetime) -> bool:
    """Tell whether a card is called overdue only after its time, and always where nothing else is to be said of it."""
    late = Flag.OVERDUE in card.flags
    if card.planned is None or card.planned >= now:
        return not late
    plain = card.stage in {Stage.DRAFT, Stage.IN_REVIEW} and card.flags <= {Flag.OVERDUE, Flag.APPROVAL_VOID}
    return late or not plain
