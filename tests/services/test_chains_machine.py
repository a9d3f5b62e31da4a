# SPDX-License-Identifier: EUPL-1.2
"""No sequence of drags, series edits, moved events and undos changes a clock time nobody changed, loses a post, or hides one."""

import tempfile
from collections import Counter
from datetime import date, datetime, time, timedelta
from pathlib import Path

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from kalender.domain.days.month import Shape, pack_month, weeks_of
from kalender.domain.post import Post
from kalender.services.chains.changing import Scope
from kalender.wording.chains.events import chain
from tests.ui.room import a_house

DAYS = st.dates(date(2026, 12, 4), date(2027, 2, 20))
RULES = st.sampled_from(
    ["FREQ=WEEKLY;COUNT=5", "FREQ=DAILY;COUNT=6", "FREQ=MONTHLY;COUNT=3", "FREQ=WEEKLY;INTERVAL=2;COUNT=4"]
)
CLOCKS = st.sampled_from([time(9, 0), time(2, 30), time(23, 45)])


class Chains(RuleBasedStateMachine):
    """Someone plans; the oracle only knows which clock times a person ever gave to a post, and what was deleted."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = tempfile.TemporaryDirectory()
        self.house = a_house(Path(self.folder.name))
        self.house.desk.acting_as("katrin")
        self.clocks: dict[str, set[time]] = {}
        self.seen: set[str] = set()
        self.deleted = False

    def teardown(self) -> None:
        """Close the plan."""
        self.house.close()
        self.folder.cleanup()

    @initialize()
    def first(self) -> None:
        self.create(date(2026, 12, 8), time(9, 0))

    def posts(self) -> list[Post]:
        return self.house.store.all(Post)

    def one(self, at: int) -> Post:
        found = sorted(self.posts(), key=lambda post: post.id)
        return found[at % len(found)]

    def learn(self) -> None:
        """Take note of the clock times of posts that have just come into being."""
        for post in self.posts():
            if post.planned is not None:
                self.clocks.setdefault(post.id, {post.planned.time()})
            self.seen.add(post.id)

    @rule(day=DAYS, clock=CLOCKS)
    def create(self, day: date, clock: time) -> None:
        self.house.posts.create(
            "Markt", planned=datetime.combine(day, clock), text="Markt", channels=["facebook"]
        )
        self.learn()

    @precondition(lambda self: self.posts())
    @rule(at=st.integers(0, 50), day=DAYS)
    def drag(self, at: int, day: date) -> None:
        self.house.posts.move_to_day([self.one(at).id], day)

    @precondition(lambda self: self.posts())
    @rule(at=st.integers(0, 50), text=RULES)
    def repeat(self, at: int, text: str) -> None:
        post = self.one(at)
        if post.planned is not None and not post.series and not post.event:
            self.house.series.add(post.id, text)
            self.learn()

    @precondition(lambda self: self.posts())
    @rule(at=st.integers(0, 50), scope=st.sampled_from([Scope.FOLLOWING, Scope.ALL]))
    def carry_text_over(self, at: int, scope: Scope) -> None:
        post = self.one(at)
        if self.house.series.find(post.series) is not None:
            self.house.series.spread_over(post.id, scope, {"title", "text", "channels"})

    @precondition(lambda self: self.posts())
    @rule(at=st.integers(0, 50), scope=st.sampled_from([Scope.FOLLOWING, Scope.ALL]), clock=CLOCKS)
    def change_the_clock(self, at: int, scope: Scope, clock: time) -> None:
        post = self.one(at)
        if self.house.series.find(post.series) is None or post.planned is None:
            return
        self.house.posts.move_to([post.id], datetime.combine(post.planned.date(), clock))
        self.clocks[post.id].add(clock)
        self.house.series.spread_over(post.id, scope, {"time"})
        for other in self.posts():
            if other.series:
                self.clocks[other.id].add(clock)

    @precondition(lambda self: self.posts())
    @rule(at=st.integers(0, 50), scope=st.sampled_from(Scope))
    def delete(self, at: int, scope: Scope) -> None:
        post = self.one(at)
        if self.house.series.find(post.series) is not None:
            told = self.house.series.effect_of_deleting(post.id, scope)
            before = len(self.posts())
            self.house.series.delete(post.id, scope)
            assert len(self.posts()) == before - told.gone

    @rule(text=RULES, at=st.integers(0, 5))
    def change_the_rule(self, text: str, at: int) -> None:
        found = self.house.series.all()
        if found:
            series = found[at % len(found)]
            self.house.series.change_rule(series.id, text, series.on_holiday, ())
            self.learn()

    @rule(day=DAYS, length=st.integers(0, 4))
    def hold_an_event(self, day: date, length: int) -> None:
        desk = self.house.events
        id_ = desk.add("Fest", day, day + timedelta(days=length))
        desk.add_posts(id_, chain(desk.get(id_), "event"))
        self.learn()

    @rule(day=DAYS, at=st.integers(0, 5))
    def move_an_event(self, day: date, at: int) -> None:
        found = self.house.events.all()
        if found:
            event = found[at % len(found)]
            before = {item.post.id: item.post.planned for item in self.house.events.members(event.id)}
            self.house.events.move(event.id, day)
            assert event.first is not None
            days = day - event.first
            after = {item.post.id: item.post.planned for item in self.house.events.members(event.id)}
            assert after == {id_: planned and planned + days for id_, planned in before.items()}

    @rule()
    def top_up(self) -> None:
        self.house.series.top_up()
        self.learn()

    @precondition(lambda self: self.house.desk.can_undo() is not None)
    @rule()
    def undo_and_redo(self) -> None:
        before = {post.id: post for post in self.posts()}
        self.house.desk.undo()
        self.house.desk.redo()
        assert {post.id: post for post in self.posts()} == before

    @rule()
    def undo(self) -> None:
        label = self.house.desk.can_undo()
        if label is not None and label.code != "plan.created":
            self.house.desk.undo()

    @invariant()
    def no_clock_time_changed_that_nobody_changed(self) -> None:
        for post in self.posts():
            assert post.planned is None or post.planned.time() in self.clocks[post.id]

    @invariant()
    def no_post_is_lost(self) -> None:
        """A post is in the plan or in the trash."""
        kept = {post.id for post in (*self.posts(), *self.house.store.trash(Post))}
        assert self.seen <= kept

    @invariant()
    def every_post_is_shown_or_counted(self) -> None:
        dated = [post for post in self.posts() if post.planned is not None]
        cards = self.house.posts.cards_between(date(2026, 1, 1), date(2030, 1, 1))
        assert Counter(card.id for card in cards) == Counter(post.id for post in dated)
        for month in {post.planned.date().replace(day=1) for post in dated if post.planned is not None}:
            shapes: dict[date, list[Shape]] = {}
            for card in cards:
                if card.planned is not None:
                    shapes.setdefault(card.planned.date(), []).append(Shape())
            inside = {day for week in weeks_of(month) for day in week}
            for week in pack_month(month, height=500, shapes=shapes):
                for day, plan in zip(week.days, week.plans, strict=True):
                    if day in inside:
                        assert len(plan.cards) + plan.hidden_cards == len(shapes.get(day, ()))


Chains.TestCase.settings = settings(
    max_examples=10, stateful_step_count=12, deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
TestChains = Chains.TestCase
