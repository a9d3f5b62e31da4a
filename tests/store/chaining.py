# SPDX-License-Identifier: EUPL-1.2
"""What people on several computers do with series and events, as rules of a machine."""

from dataclasses import replace
from datetime import date

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, rule

from kalender.domain.chains.events import Event, along
from kalender.domain.chains.series import Series, Skip, instance, post_id, series_of, turns
from kalender.domain.post import Post
from tests.builders import NOW, a_post
from tests.replicas import Replica

who = st.sampled_from(("anna", "bea", "cem"))
numbers = st.integers(0, 3)
words = st.sampled_from(("Montag", "Dienstag", "Mittwoch", "Sonntag"))


class Chaining(RuleBasedStateMachine):
    """Whoever inherits fills all: the computers by the name of their person."""

    def __init__(self) -> None:
        super().__init__()
        self.all: dict[str, Replica] = {}

    @rule(name=who, n=numbers, word=words)
    def change_a_series(self, name: str, n: int, word: str) -> None:
        with self.all[name].desk.action("series.changed") as act:
            found = act.find(Series, "series")
            if found is None:
                begun = a_post("p1", planned=NOW, channels=["facebook"], text="Der Markt beginnt um 18 Uhr.")
                act.put(series_of(begun, id_="series", rule="FREQ=DAILY;COUNT=3"))
                return
            days = {*(item.id for item in found.skips), f"2026-12-{10 + n}"}
            skips = tuple(Skip(id=day) for day in sorted(days))
            act.put(replace(found, title=word, skips=skips, paused=bool(n % 2)))

    @rule(name=who)
    def top_a_series_up(self, name: str) -> None:
        file = self.all[name].file
        series = file.get(Series, "series")
        if series is None:
            return
        with self.all[name].desk.action("series.topped_up") as act:
            for turn in turns(series, date(2026, 12, 31))[1:]:
                if file.merged(f"post/{post_id(series, turn.origin)}") is None:
                    act.put(instance(series, turn))

    @rule(name=who, n=numbers)
    def move_an_event(self, name: str, n: int) -> None:
        with self.all[name].desk.action("event.moved") as act:
            found = act.find(Event, "event") or Event(
                id="event", title="Fest", first=NOW.date(), last=NOW.date()
            )
            act.put(found.begun_on(date(2026, 12, 10 + n)))
            post = act.find(Post, "p2")
            if post is not None:
                act.put(replace(along(post, n), event="event", offset=-n))
