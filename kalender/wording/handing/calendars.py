# SPDX-License-Identifier: EUPL-1.2
"""What an entry says in the calendars of other programs, and what is told once a file is written."""

from __future__ import annotations

from collections.abc import Sequence

from kalender.domain.card import Card
from kalender.domain.post import Post
from kalender.services.handing.calendars import CalendarFile, Described
from kalender.services.plan_view import PlanView
from kalender.wording.cards import flag_words
from kalender.wording.terms import STAGES
from kalender.wording.tr import tr


def described(post: Post, card: Card | None, channels: Sequence[str], plan: PlanView) -> Described:
    """Return title and text of an entry: stage, channels, who is responsible, then the text of the post."""
    names = [item.name for item in plan.channels if item.id in channels]
    topic = next((item.name for item in plan.topics if item.id == post.topic), "")
    person = plan.person(post.responsible)
    stage = ", ".join([STAGES[card.stage].text, *flag_words(card)]) if card is not None else tr("Gelöscht")
    facts = [
        (tr("Stand"), stage),
        (tr("Kanäle"), ", ".join(names)),
        (tr("Thema"), topic),
        (tr("Zuständig"), person.name if person is not None else ""),
    ]
    lines = [f"{name}: {value}" for name, value in facts if value]
    own = post.version(channels[0]) if len(channels) == 1 else None
    text = post.text_for(own) if own is not None else post.text
    return Described(
        title=post.title or tr("Ohne Titel"),
        text="\n".join([*lines, *(["", text] if text.strip() else [])]),
        labels=(*names, *([topic] if topic else [])),
    )


def written(done: CalendarFile) -> str:
    """Return what was written, in one sentence without the place."""
    if not done.events:
        return tr("Der Kalender ist leer: In diesen Tagen liegt kein Beitrag.")
    count = tr("1 Eintrag") if done.events == 1 else tr("{count} Einträge").format(count=done.events)
    if not done.cancelled:
        return tr("Kalender gespeichert: {count}.").format(count=count)
    return tr("Kalender gespeichert: {count}, davon {gone} als abgesagt.").format(
        count=count, gone=done.cancelled
    )
