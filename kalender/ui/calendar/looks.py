# SPDX-License-Identifier: EUPL-1.2
"""How posts of this plan look and are called: channels, topics and people resolved once, until they change."""

from __future__ import annotations

from kalender.domain.card import Card
from kalender.domain.plan import Person, Topic
from kalender.services.plan_view import PlanView
from kalender.ui.widgets.paint.board import BoardLook
from kalender.ui.widgets.paint.values import CardLook, ChannelMark, card_look, channel_mark
from kalender.wording import cards as words
from kalender.wording.terms import look


class Looks:
    """Makes looks and names of cards; refresh() after channels, topics or people have changed."""

    def __init__(self, plan: PlanView) -> None:
        self._plan = plan
        self.marks: dict[str, ChannelMark] = {}
        self.labels: dict[str, str] = {}
        self.topics: dict[str, Topic] = {}
        self.people: dict[str, Person] = {}
        self.refresh()

    def refresh(self) -> None:
        """Read channels, topics and people again."""
        platforms = self._plan.platforms
        self.marks = {
            item.id: channel_mark(item, platforms.get(item.platform)) for item in self._plan.channels
        }
        self.labels = {id_: mark.label for id_, mark in self.marks.items()}
        self.topics = {item.id: item for item in self._plan.topics}
        self.people = {item.id: item for item in self._plan.people}

    def card(self, card: Card) -> CardLook:
        """Return the look of a card in the month."""
        return card_look(card, self.marks)

    def idea(self, card: Card) -> BoardLook:
        """Return the look of a card in the basket: its symbol stands before the channels."""
        term = look(card.stage, card.flags)
        symbol = ChannelMark(id="", label=term.text, short=term.text, icon=term.icon, ink=f"st-{term.key}")
        person = self.people.get(card.responsible)
        return BoardLook(
            title=words.title(card),
            channels=(symbol, *self.of(card)),
            initials=person.name.split()[0] if person is not None and person.name else "",
            idea=True,
        )

    def of(self, card: Card) -> tuple[ChannelMark, ...]:
        """Return the channels of a card that the plan knows."""
        return tuple(self.marks[item] for item in card.channels if item in self.marks)

    def name(self, card: Card) -> str:
        """Return the accessible name of a card."""
        return words.spoken(card, self.labels)

    def tip(self, card: Card) -> str:
        """Return the tip of a card."""
        return words.tip(card, self.labels)

    def note(self, card: Card) -> tuple[str, str]:
        """Return topic and person of a card in words, empty where there is none."""
        topic, person = self.topics.get(card.topic), self.people.get(card.responsible)
        return (topic.name if topic else ""), (person.name if person else "")
