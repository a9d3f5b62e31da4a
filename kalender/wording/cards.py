# SPDX-License-Identifier: EUPL-1.2
"""How a card of a post is read out and explained in a tip."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime

from kalender.domain.card import Card
from kalender.domain.stage import Flag, Stage, VoidReason
from kalender.wording.dates import MONTHS, WEEKDAYS, moment_long
from kalender.wording.terms import FLAGS, STAGES
from kalender.wording.tr import tr

VOID_REASONS = {
    VoidReason.CONTENT: "Inhalt nach der Freigabe geändert.",
    VoidReason.TIME: "Der Termin liegt außerhalb der freigegebenen Tage.",
    VoidReason.UNDATED: "Der Beitrag hat keinen Termin mehr.",
    VoidReason.CONFLICT: "Der Beitrag wurde doppelt geändert.",
    VoidReason.REVOKED: "Danach wurde eine Änderung erbeten.",
}

_ORDER = (
    Flag.HELD,
    Flag.BLOCKED,
    Flag.CONFLICT,
    Flag.CHANGE_REQUESTED,
    Flag.APPROVAL_VOID,
    Flag.RESUBMITTED,
    Flag.OVERDUE,
    Flag.LATE,
    Flag.DUE,
    Flag.EMBARGO,
    Flag.DIVERGED,
    Flag.DROPPED,
    Flag.ARCHIVED,
)


def flag_words(card: Card) -> list[str]:
    """Return the words of the flags of a card, the gravest first."""
    return [FLAGS[flag].text for flag in _ORDER if flag in card.flags]


def hints(card: Card) -> list[str]:
    """Return what has to be looked at, in sentences without a full stop."""
    found = [FLAGS[flag].text for flag in _ORDER if flag in card.flags and flag in _WARNING]
    if card.missing_alt and card.stage is not Stage.PUBLISHED:
        found.append(tr("Alternativtext fehlt"))
    return found


def warns(stage: Stage, flags: frozenset[Flag], missing_alt: bool) -> bool:
    """Tell whether a card with these has hints."""
    return not flags.isdisjoint(_WARNING) or (missing_alt and stage is not Stage.PUBLISHED)


_WARNING = frozenset(
    {Flag.BLOCKED, Flag.CONFLICT, Flag.APPROVAL_VOID, Flag.OVERDUE, Flag.EMBARGO, Flag.DIVERGED}
    | {Flag.DUE, Flag.LATE}
)


def spoken_day(day: date) -> str:
    """Return "Freitag 4. Dezember", the form of accessible names."""
    return f"{WEEKDAYS[day.weekday()]} {day.day}. {MONTHS[day.month - 1]}"


def spoken_time(moment: datetime) -> str:
    """Return "17 Uhr" or "17 Uhr 30", the form of accessible names."""
    return f"{moment.hour} Uhr" + (f" {moment.minute:02d}" if moment.minute else "")


def title(card: Card) -> str:
    """Return the title, or words for a post that has none yet."""
    return card.title or tr("Ohne Titel")


def _tongue(language: str) -> str:
    """Return "Sprache: Türkisch"; the names of languages are read with the first card that has one."""
    from kalender.wording.language.tongues import tongue

    return tr("Sprache: {language}").format(language=tongue(language))


def spoken(card: Card, labels: Mapping[str, str]) -> str:
    """Return the accessible name. labels: name of each channel by its id."""
    parts = [title(card)]
    if card.planned is not None:
        parts += [spoken_day(card.planned), spoken_time(card.planned)]
    parts.append(STAGES[card.stage].text)
    parts += flag_words(card)
    parts += [labels.get(channel, channel) for channel in card.channels]
    if card.language:
        parts.append(_tongue(card.language))
    if card.series or card.event:
        parts.append(tr("Teil einer Serie") if card.series else tr("Teil einer Veranstaltung"))
    if card.missing_alt:
        parts.append(tr("Alternativtext fehlt"))
    if card.comments:
        parts.append(still_open(card.comments))
    return ", ".join(parts)


def still_open(comments: int) -> str:
    """Return how many conversations about a post go on: „1 offener Kommentar“."""
    return tr("1 offener Kommentar") if comments == 1 else tr("{n} offene Kommentare").format(n=comments)


def tip(card: Card, labels: Mapping[str, str]) -> str:
    """Return the lines of the tip: title, stage, date, channels, what to look at. Plain text."""
    state = ", ".join([STAGES[card.stage].text, *flag_words(card)])
    lines = [title(card), state]
    if card.planned is not None:
        lines.append(moment_long(card.planned))
    if card.channels:
        lines.append(", ".join(labels.get(channel, channel) for channel in card.channels))
    if card.reason is not None and Flag.APPROVAL_VOID in card.flags:
        lines.append(tr(VOID_REASONS[card.reason]))
    if card.language:
        lines.append(_tongue(card.language))
    if card.series or card.event:
        lines.append(tr("Teil einer Serie") if card.series else tr("Teil einer Veranstaltung"))
    if card.hold:
        lines.append(card.hold)
    if card.missing_alt:
        lines.append(tr("Alternativtext fehlt"))
    return "\n".join(lines)


def counted(posts: int) -> str:
    """Return a number of posts in words, with dots between thousands."""
    return (
        tr("1 Beitrag") if posts == 1 else tr("{count} Beiträge").format(count=f"{posts:,}".replace(",", "."))
    )
