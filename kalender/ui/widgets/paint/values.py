# SPDX-License-Identifier: EUPL-1.2
"""What is painted of channels and cards: plain values made once, outside of paint events."""

from __future__ import annotations

from collections.abc import Mapping
from enum import IntEnum
from functools import lru_cache

from PySide6.QtGui import QPixmap

from kalender.domain.card import Card
from kalender.domain.format import Platform
from kalender.domain.frozen import frozen
from kalender.domain.plan import Channel
from kalender.domain.stage import Flag, Stage
from kalender.wording import terms
from kalender.wording.cards import title, warns
from kalender.wording.dates import clock
from kalender.wording.tr import tr

_GRAVE = frozenset({Flag.BLOCKED, Flag.CONFLICT, Flag.OVERDUE})


@frozen
class ChannelMark:
    """A channel as symbol and word. icon empty: the monogram of two letters is painted. ink: theme role."""

    id: str
    label: str
    short: str
    icon: str = ""
    ink: str = "ch-web"
    monogram: str = ""


def channel_mark(channel: Channel, platform: Platform | None = None) -> ChannelMark:
    """Return the mark of a channel; platform: what resources/formats say of its network."""
    known = terms.platform(channel.platform)
    label = channel.name or (platform.name if platform else known.label)
    return ChannelMark(
        id=channel.id,
        label=label,
        short=(platform.short if platform else known.short) or label,
        icon=known.icon or (platform.icon if platform else ""),
        ink=known.ink if known.icon or platform is None else platform.colour,
        monogram=(platform.monogram if platform else "") or label[:2].capitalize(),
    )


class Density(IntEnum):
    """How much of a post a card in the month shows."""

    LINE = 0
    NORMAL = 1
    PICTURE = 2


@frozen
class CardLook:
    """A post as a card shows it.

    key: the theme roles st-<key>…; time: "17:00" or "Idee"; warning: "" or a theme role such as "warn"; void: an
    earlier approval holds no longer, shown by a broken seal in the place of the warning;
    chain: symbol of another language, or of what it belongs to, a series or an event;
    picture: a strip already cut to size, or None.
    """

    key: str
    icon: str
    word: str
    time: str
    title: str
    channels: tuple[ChannelMark, ...] = ()
    warning: str = ""
    void: bool = False
    chain: str = ""
    picture: QPixmap | None = None


_CHAINS = {True: "ri.repeat-line", False: "ri.flag-line"}
"""Symbol of a post of a series, and of one around an event."""

_TONGUE = "ri.translate-2"
"""Symbol of a post in another language or in easy German, before the others: it says what one cannot read off the date."""


def _tie(card: Card) -> str:
    """Return the symbol of what sets a card apart from one that stands alone, or nothing."""
    if card.language:
        return _TONGUE
    return _CHAINS[bool(card.series)] if card.series or card.event else ""


def card_look(card: Card, marks: Mapping[str, ChannelMark], picture: QPixmap | None = None) -> CardLook:
    """Return the look of a card; channels that the plan does not know are left out."""
    term, warning, void = _said(card.stage, card.flags, card.missing_alt)
    planned = card.planned
    return CardLook(
        key=term.key,
        icon=term.icon,
        word=term.text,
        time=tr("Idee") if planned is None or card.stage is Stage.IDEA else clock(planned),
        title=title(card),
        channels=tuple([marks[item] for item in card.channels if item in marks]),
        warning=warning,
        void=void,
        chain=_tie(card),
        picture=picture,
    )


@lru_cache(maxsize=256)
def _said(stage: Stage, flags: frozenset[Flag], missing_alt: bool) -> tuple[terms.Term, str, bool]:
    """Return the look of a stage with its flags, the role of what warns, and whether a seal is broken; there are few such cases."""
    grave = "warn" if flags.isdisjoint(_GRAVE) else "err"
    return (
        terms.look(stage, flags),
        grave if warns(stage, flags, missing_alt) else "",
        Flag.APPROVAL_VOID in flags,
    )
