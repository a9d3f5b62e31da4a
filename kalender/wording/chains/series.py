# SPDX-License-Identifier: EUPL-1.2
"""A series in words: how it recurs, which of how many a post is, what a change of it would do."""

from __future__ import annotations

from datetime import date, datetime

from kalender.domain.chains.repeating import Every, Repeat
from kalender.domain.chains.series import OnHoliday
from kalender.domain.days.recurrence import BadRule, Rule, RuleFault
from kalender.services.chains.members import Effect
from kalender.wording.dates import MONTHS, WEEKDAYS
from kalender.wording.tr import tr

NTH = {1: "ersten", 2: "zweiten", 3: "dritten", 4: "vierten", -1: "letzten"}
"""The how manieth weekday of a month, after "am"."""

_NUMBERS = {2: "zweiten", 3: "dritten", 4: "vierten", 5: "fünften", 6: "sechsten"}

HOLIDAYS = {
    OnHoliday.KEEP: "trotzdem veröffentlichen",
    OnHoliday.SKIP: "auslassen",
    OnHoliday.BEFORE: "auf den Werktag davor",
    OnHoliday.AFTER: "auf den Werktag danach",
}
"""What becomes of a post on a public holiday."""

_ON_HOLIDAY = {
    OnHoliday.KEEP: "",
    OnHoliday.SKIP: "an Feiertagen nicht",
    OnHoliday.BEFORE: "an Feiertagen am Werktag davor",
    OnHoliday.AFTER: "an Feiertagen am Werktag danach",
}

FAULTS = {
    RuleFault.UNREADABLE: "Diese Regel lässt sich nicht lesen. Schreiben Sie zum Beispiel FREQ=WEEKLY;BYDAY=TU.",
    RuleFault.TOO_FINE: "Öfter als einmal am Tag wiederholt Kalender keinen Beitrag.",
    RuleFault.TOO_MANY: "So viele Beiträge auf einmal legt Kalender nicht an.",
}


def joined(words: list[str]) -> str:
    """Return words as a list: Montag, Mittwoch und Freitag."""
    if len(words) < 2:
        return "".join(words)
    return tr("{first} und {last}").format(first=", ".join(words[:-1]), last=words[-1])


def every(repeat: Repeat) -> str:
    """Return how often: jeden zweiten Dienstag, jeden Monat am ersten Montag, alle 3 Tage."""
    number, word = repeat.interval, _NUMBERS.get(repeat.interval, "")
    match repeat.every:
        case Every.DAY:
            if number == 1:
                return tr("jeden Tag")
            return tr("jeden {nth} Tag").format(nth=word) if word else tr("alle {n} Tage").format(n=number)
        case Every.WEEK:
            days = [WEEKDAYS[day] for day in sorted(set(repeat.weekdays))]
            if number == 1:
                return tr("jeden {days}").format(days=joined(days))
            if len(days) == 1 and word:
                return tr("jeden {nth} {day}").format(nth=word, day=days[0])
            return tr("alle {n} Wochen am {days}").format(n=number, days=joined(days))
        case Every.MONTH:
            often = (
                tr("jeden Monat")
                if number == 1
                else tr("jeden {nth} Monat").format(nth=word)
                if word
                else tr("alle {n} Monate").format(n=number)
            )
            return f"{often} {_in_month(repeat)}"
        case _:
            return tr("jedes Jahr") if number == 1 else tr("alle {n} Jahre").format(n=number)


def _in_month(repeat: Repeat) -> str:
    if repeat.nth:
        return tr("am {nth} {day}").format(nth=tr(NTH.get(repeat.nth, "")), day=WEEKDAYS[repeat.weekday])
    if repeat.month_day < 0:
        return tr("am letzten Tag")
    return tr("am {day}.").format(day=repeat.month_day)


def sentence(
    text: str, start: datetime, *, on_holiday: OnHoliday = OnHoliday.KEEP, posts: int | None = None
) -> str:
    """Return a rule as a sentence: Jeden zweiten Dienstag um 17:00, bis 30. Juni 2027 (14 Beiträge).

    posts: how many there will be, None where it has no end.
    """
    try:
        rule = Rule.parse(text)
    except BadRule as bad:
        return tr(FAULTS[bad.fault])
    repeat = Repeat.of(rule, start)
    often = every(repeat) if repeat is not None else tr("nach der Regel {rule}").format(rule=text)
    if repeat is not None and repeat.every is Every.YEAR:
        often = tr("{often} am {day}. {month}").format(
            often=often, day=start.day, month=MONTHS[start.month - 1]
        )
    parts = [f"{often} um {start:%H:%M}"]
    if rule.until is not None:
        parts.append(tr("bis {day}").format(day=_day(rule.until.date())))
    elif not rule.count:
        parts.append(tr("ohne Ende"))
    if on_holiday is not OnHoliday.KEEP:
        parts.append(tr(_ON_HOLIDAY[on_holiday]))
    words = ", ".join(parts)
    if posts is not None:
        words += f" ({count(posts)})"
    return words[:1].upper() + words[1:]


def _day(day: date) -> str:
    return f"{day.day}. {MONTHS[day.month - 1]} {day.year}"


def count(posts: int) -> str:
    """Return 1 Beitrag, 14 Beiträge."""
    return tr("1 Beitrag") if posts == 1 else tr("{n} Beiträge").format(n=posts)


def place(number: int, of: int | None) -> str:
    """Return which of a series a post is: 3 von 14, der 3., or that it lies outside of the rule."""
    if not number:
        return tr("außer der Reihe")
    return tr("{n} von {of}").format(n=number, of=of) if of is not None else tr("Nr. {n}").format(n=number)


_EFFECTS = (
    ("changed", "1 Beitrag wird geändert.", "{n} Beiträge werden geändert."),
    ("made", "1 Beitrag wird angelegt.", "{n} Beiträge werden angelegt."),
    ("gone", "1 Beitrag kommt in den Papierkorb.", "{n} Beiträge kommen in den Papierkorb."),
    ("lapses", "1 Freigabe erlischt dadurch.", "{n} Freigaben erlöschen dadurch."),
    ("recalled", "1 Prüfauftrag wird hinfällig.", "{n} Prüfaufträge werden hinfällig."),
    (
        "out",
        "1 Beitrag ist schon exportiert oder veröffentlicht und bleibt, wie er ist.",
        "{n} Beiträge sind schon exportiert oder veröffentlicht und bleiben, wie sie sind.",
    ),
    (
        "spared",
        "1 Beitrag mit gültiger Freigabe bleibt, wie er ist.",
        "{n} Beiträge mit gültiger Freigabe bleiben, wie sie sind.",
    ),
    (
        "own",
        "1 Beitrag behält seine von Hand gesetzte Uhrzeit.",
        "{n} Beiträge behalten ihre von Hand gesetzte Uhrzeit.",
    ),
)


def effects(effect: Effect) -> list[str]:
    """Return in sentences what a change would do, before it is done."""
    found = [
        (tr(one) if number == 1 else tr(many).format(n=number))
        for name, one, many in _EFFECTS
        if (number := getattr(effect, name))
    ]
    return found or [tr("Dadurch ändert sich kein Beitrag.")]
