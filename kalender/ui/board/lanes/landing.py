# SPDX-License-Identifier: EUPL-1.2
"""What letting go of cards on a place of the board does: another stage by column, another topic, person or channel by lane."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING, Protocol

from kalender.domain.card import Card
from kalender.domain.frozen import frozen
from kalender.domain.refusal import Refused
from kalender.domain.saved_view import Lanes
from kalender.domain.stage import Stage
from kalender.ui.board.arranging import Arrangement
from kalender.ui.board.lanes.changing import LaneChanges, LaneEffect, next_lane
from kalender.ui.board.lanes.grouping import LaneSpec
from kalender.ui.board.place import CardPlace
from kalender.ui.board.rules import Effect
from kalender.wording.refusals import sentence
from kalender.wording.tr import tr

if TYPE_CHECKING:
    from kalender.services.several.changes import Change
    from kalender.services.several.several import Several


class Columns(Protocol):
    """What the page knows of columns and of what is chosen."""

    def effect_of(self, ids: Sequence[str], target: Stage) -> Effect:
        """Return what moving posts to a column would do."""

    def move_posts(self, ids: Sequence[str], target: Stage) -> bool:
        """Move posts to a column."""

    def with_all(self, ids: Sequence[str]) -> Sequence[str]:
        """Return everything that is chosen where these posts are among it."""


@frozen
class Told:
    """What letting go would do. kind: ok, warn or err."""

    words: str
    kind: str = "ok"

    @property
    def allowed(self) -> bool:
        """Whether anything would be done."""
        return self.kind != "err"


@frozen
class LaneEntry:
    """A line of the menu „In Bahn“. do: None where it is refused, with the reason in words."""

    lane: LaneSpec
    title: str
    words: str
    do: Callable[[], object] | None


class Landing:
    """One answer for drag, keys and menu. refused: says a sentence."""

    def __init__(
        self,
        columns: Columns,
        arrangement: Callable[[], Arrangement],
        several: Callable[[], Several],
        refused: Callable[[str], object],
        card: Callable[[str], Card],
    ) -> None:
        self._card = card
        self._columns, self._arrangement, self._refused = columns, arrangement, refused
        self.changes = LaneChanges(several)
        self._given: tuple[str, frozenset[str]] = ("", frozenset())
        """A channel, and the posts that have it only because they are on their way through the lanes by keys."""

    def told(self, ids: Sequence[str], home: CardPlace, over: CardPlace) -> Told | None:
        """Return what letting go over a place would do; None: the cards just stay."""
        effect = self._lane_effect(ids, home, over)
        if effect is not None and over.stage is not home.stage:
            if effect.change is None:
                return self._by_stage(ids, home, over)  # it lies in this lane as well
            return Told(words=_one_by_one(), kind="err")
        if effect is not None:
            kind = "err" if effect.change is None else "warn" if effect.warns else "ok"
            return Told(words=effect.words, kind=kind)
        return self._by_stage(ids, home, over)

    def _by_stage(self, ids: Sequence[str], home: CardPlace, over: CardPlace) -> Told | None:
        if over.stage is home.stage:
            return None
        found = self._columns.effect_of(ids, over.stage)
        return Told(words=found.words, kind="err" if found.verb is None else "ok")

    def _lane_effect(self, ids: Sequence[str], home: CardPlace, over: CardPlace) -> LaneEffect | None:
        """Return what the lane of a place would do; None: it is the same lane, or there are none."""
        wall, by = self._arrangement().wall, self._arrangement().lanes
        if wall is None:
            return None
        first, second = wall.lane_of(home), wall.lane_of(over)
        if first == second:
            return None
        specs = wall.specs
        return self.changes.effect(by, self._columns.with_all(ids), specs[first], specs[second])

    def drop(self, ids: Sequence[str], home: CardPlace, over: CardPlace) -> None:
        """Do it, or say why not; back where they came from, cards just stay."""
        self.changes.forget()
        effect = self._lane_effect(ids, home, over)
        told = self.told(ids, home, over)
        if told is None:
            return
        if over.stage is home.stage and effect is not None:
            self._do(ids, effect)
        elif effect is None or effect.change is None:
            self._columns.move_posts(ids, over.stage)
        else:
            self._refused(told.words)

    def _do(self, ids: Sequence[str], effect: LaneEffect) -> bool:
        if effect.change is None:
            self._refused(effect.words)
            return False
        return self._change(ids, effect.change)

    def _change(self, ids: Sequence[str], change: Change) -> bool:
        try:
            self.changes.do(self._columns.with_all(ids), change)
        except Refused as refusal:
            self._refused(sentence(refusal))
            return False
        return True

    def step(self, ids: Sequence[str], home: CardPlace, step: int) -> None:
        """Bring cards into the lane above or below, and go with the first of them.

        From lane to lane of channels each takes the new one and gives back what the step before had given it.
        """
        wall, by = self._arrangement().wall, self._arrangement().lanes
        if wall is None:
            self._refused(tr("Der Ablauf zeigt keine Bahnen. Sie schalten sie unter „Anzeige“ ein."))
            return
        first = wall.lane_of(home)
        lane = next_lane(wall.specs, first, step)
        if lane is None:
            self._refused(tr("Das ist die letzte Bahn.") if step > 0 else tr("Das ist die erste Bahn."))
            return
        self.changes.forget()
        every, home_lane = self._columns.with_all(ids), wall.specs[first]
        if by is Lanes.CHANNEL and lane.key:
            given = self._given[1] if self._given[0] == first else frozenset()
            effect = self.changes.onward(every, home_lane, lane, given)
            lacking = frozenset(id_ for id_ in every if lane.key not in self._card(id_).channels)
        else:
            effect, lacking = self.changes.effect(by, every, home_lane, lane), frozenset()
        if effect.change is not None and not self._do(ids, effect):
            return
        self._given = (lane.key, lacking)
        wall.show_card(lane.key, home.stage, ids[0])

    def entries(self, ids: Sequence[str]) -> list[LaneEntry]:
        """Return what the menu offers for the lanes that are shown; empty without lanes."""
        wall, by = self._arrangement().wall, self._arrangement().lanes
        if wall is None or not ids:
            return []
        nowhere = LaneSpec(key="", title="", counts={})
        made = []
        for spec in wall.specs.values():
            effect = (
                self.changes.effect(by, ids, nowhere, spec) if spec.key or by is not Lanes.CHANNEL else None
            )
            if effect is not None:
                made.append(
                    self._entry(ids, spec, effect, effect.words if by is Lanes.CHANNEL else spec.title)
                )
        if by is Lanes.CHANNEL:
            for spec in wall.specs.values():
                effect = self.changes.without(ids, spec) if spec.key else None
                if effect is not None and effect.change is not None:
                    made.append(self._entry(ids, spec, effect, effect.words))
        return made

    def _entry(self, ids: Sequence[str], spec: LaneSpec, effect: LaneEffect, title: str) -> LaneEntry:
        title = title if effect.change is not None else spec.title
        do = partial(self._do, ids, effect) if effect.change is not None else None
        return LaneEntry(lane=spec, title=title, words=effect.words, do=do)


def _one_by_one() -> str:
    return tr("Erst die Bahn, dann die Spalte: beides auf einmal wären zwei Schritte.")
