# SPDX-License-Identifier: EUPL-1.2
"""Which lanes there are, and which posts lie in each."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from kalender.domain.card import Card, Filter
from kalender.domain.frozen import frozen
from kalender.domain.plan import Person, Topic
from kalender.domain.saved_view import Lanes
from kalender.domain.stage import Stage
from kalender.ui.widgets.paint.values import ChannelMark
from kalender.wording.tr import tr

Part = tuple[tuple[str, ...], Stage, int]
"""Values, a stage, and how many posts have both; see Posts.parted."""

COLUMNS = {Lanes.CHANNEL: "channels", Lanes.TOPIC: "topic", Lanes.PERSON: "responsible"}
"""What posts are counted apart by, see Posts.parted."""

RESPECTS = {Lanes.CHANNEL: "channels", Lanes.TOPIC: "topics", Lanes.PERSON: "people"}
"""The field of a Filter for each kind of lane."""

TITLES = {
    Lanes.NONE: "Keine Bahnen",
    Lanes.CHANNEL: "Bahnen nach Kanal",
    Lanes.TOPIC: "Bahnen nach Thema",
    Lanes.PERSON: "Bahnen nach Person",
}
"""What the menu calls them."""

_NOTHING = {Lanes.CHANNEL: "ohne Kanal", Lanes.TOPIC: "ohne Thema", Lanes.PERSON: "ohne Person"}


@frozen
class LaneSpec:
    """A lane. key: id of what it stands for, empty for posts that have none; counts: how many cards by stage.

    mark: of a channel; colour: theme role of a topic; person: whose it is.
    """

    key: str
    title: str
    counts: Mapping[Stage, int]
    mark: ChannelMark | None = None
    colour: str = ""
    person: Person | None = None

    @property
    def total(self) -> int:
        """How many cards lie in it."""
        return sum(self.counts.values())


def lanes_of(
    by: Lanes,
    parts: Sequence[Part],
    *,
    marks: Mapping[str, ChannelMark],
    topics: Sequence[Topic],
    people: Sequence[Person],
    active: Iterable[str],
    chosen: frozenset[str],
) -> list[LaneSpec]:
    """Return the lanes in the order of the plan: those with cards, and every active channel or topic.

    active: ids of the channels in use; chosen: what the filter keeps of what lanes stand for, empty for all.
    """
    counts: dict[str, Counter[Stage]] = {}
    for values, stage, count in parts:
        for value in values or ("",):
            counts.setdefault(value, Counter())[stage] += count
    none: Counter[Stage] = Counter()
    specs: list[LaneSpec] = []
    in_use = set(active)
    if by is Lanes.CHANNEL:
        for id_, mark in marks.items():
            if id_ in counts or id_ in in_use:
                specs.append(LaneSpec(key=id_, title=mark.label, counts=counts.pop(id_, none), mark=mark))
    elif by is Lanes.TOPIC:
        for topic in topics:
            found = counts.pop(topic.id, none)
            specs.append(LaneSpec(key=topic.id, title=topic.name, counts=found, colour=topic.colour))
    else:
        for person in people:
            if person.id in counts:
                found = counts.pop(person.id)
                specs.append(LaneSpec(key=person.id, title=person.name, counts=found, person=person))
    left = counts.pop("", none)
    gone = tr("nicht mehr im Plan")
    specs += [LaneSpec(key=id_, title=gone, counts=counts[id_]) for id_ in sorted(counts)]
    if left:
        specs.append(LaneSpec(key="", title=tr(_NOTHING[by]), counts=left))
    return [spec for spec in specs if not chosen or spec.key in chosen]


def narrowed(value: Filter, by: Lanes, key: str) -> Filter:
    """Return a filter kept to one lane."""
    return replace(value, **{RESPECTS[by]: frozenset({key})})  # type: ignore[arg-type]  # a field by name


def elsewhere(card: Card, by: Lanes, key: str, marks: Mapping[str, ChannelMark]) -> str:
    """Return in which other lanes a card lies too, in words; empty where it lies in this one alone."""
    if by is not Lanes.CHANNEL:
        return ""
    others = [marks[id_].short if id_ in marks else id_ for id_ in card.channels if id_ != key]
    return tr("auch in {lanes}").format(lanes=", ".join(others)) if others else ""
