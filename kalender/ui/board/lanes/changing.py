# SPDX-License-Identifier: EUPL-1.2
"""What bringing cards into another lane does: another topic or person, one channel more, or one less."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from kalender.domain.frozen import frozen
from kalender.domain.refusal import Refused
from kalender.domain.saved_view import Lanes
from kalender.ui.board.lanes.grouping import LaneSpec
from kalender.wording.refusals import sentence
from kalender.wording.tr import tr

if TYPE_CHECKING:  # imported when a card is first carried over lanes
    from kalender.services.several.changes import Change
    from kalender.services.several.several import Prospect, Several


@frozen
class LaneEffect:
    """What bringing cards into a lane would do. change None: it is refused, words say why. warns: it costs something."""

    change: Change | None
    words: str
    warns: bool = False


class LaneChanges:
    """Asks `Several`, which tells beforehand what it does; answers are kept until the plan changes."""

    def __init__(self, several: Callable[[], Several]) -> None:
        self._several = several
        self._known: dict[tuple[Lanes, tuple[str, ...], str, str], LaneEffect] = {}

    def forget(self) -> None:
        """Ask anew: the plan has changed."""
        self._known.clear()

    def effect(self, by: Lanes, ids: Sequence[str], home: LaneSpec, lane: LaneSpec) -> LaneEffect:
        """Return what bringing cards from one lane into another would do."""
        key = (by, tuple(ids), home.key, lane.key)
        found = self._known.get(key)
        if found is None:
            change, words = _wish(by, home, lane)
            found = self._known[key] = self._judged(ids, change, words)
        return found

    def onward(self, ids: Sequence[str], home: LaneSpec, lane: LaneSpec, given: frozenset[str]) -> LaneEffect:
        """Return what going on to the lane of another channel would do. given: posts that have that of home only since then."""
        from kalender.services.several.changes import onto_channel

        change = onto_channel(lane.key, lane.title, home.key, given)
        return self._judged(ids, change, tr("Weiter zu {name}").format(name=lane.title))

    def without(self, ids: Sequence[str], lane: LaneSpec) -> LaneEffect:
        """Return what taking cards out of the lane of a channel would do."""
        return self._judged(ids, *_less(lane))

    def _judged(self, ids: Sequence[str], change: Change, words: str) -> LaneEffect:
        from kalender.wording.several import lapsing, staying, unasked

        try:
            prospect = self._several().prospect(ids, change)
        except Refused as refusal:
            return LaneEffect(change=None, words=sentence(refusal))
        if not prospect.changed:
            return LaneEffect(change=None, words=" ".join(staying(prospect)))
        costs = [said for said in (lapsing(prospect.lapses), unasked(prospect.unasked)) if said]
        short = [words, *_costs(prospect)]
        return LaneEffect(change=change, words=" – ".join(short), warns=bool(costs))

    def do(self, ids: Sequence[str], change: Change) -> None:
        """Change the posts, as one step."""
        self._several().do(ids, change)


def _wish(by: Lanes, home: LaneSpec, lane: LaneSpec) -> tuple[Change, str]:
    from kalender.services.several.changes import by_person, in_topic, with_channel

    if by is Lanes.TOPIC:
        return in_topic(lane.key, lane.title), tr("Thema: {name}").format(name=lane.title)
    if by is Lanes.PERSON:
        return by_person(lane.key, lane.title), tr("Zuständig: {name}").format(name=lane.title)
    if not lane.key:
        return _less(home)
    return with_channel(lane.key, lane.title), tr("Auch auf {name}").format(name=lane.title)


def _less(lane: LaneSpec) -> tuple[Change, str]:
    from kalender.services.several.changes import without_channel

    return without_channel(lane.key, lane.title), tr("Nicht mehr auf {name}").format(name=lane.title)


def _costs(prospect: Prospect) -> Iterator[str]:
    """Yield in few words what it costs."""
    if prospect.lapses:
        count = len(prospect.lapses)
        several = tr("{count} Freigaben erlöschen").format(count=count)
        yield tr("Freigabe erlischt") if count == 1 else several
    if prospect.unasked:
        yield tr("wieder Entwurf")


def next_lane(lanes: Mapping[str, LaneSpec], key: str, step: int) -> LaneSpec | None:
    """Return the lane above (step -1) or below another one, or None at the end."""
    keys = list(lanes)
    at = keys.index(key) + step
    return lanes[keys[at]] if 0 <= at < len(keys) else None
