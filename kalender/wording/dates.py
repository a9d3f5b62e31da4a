# SPDX-License-Identifier: EUPL-1.2
"""Dates and times as German readers write them, independent of the computer's language."""

from __future__ import annotations

from datetime import date, datetime, timedelta

WEEKDAYS = ("Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag", "Sonntag")
MONTHS = (
    "Januar", "Februar", "März", "April", "Mai", "Juni",
    "Juli", "August", "September", "Oktober", "November", "Dezember",
)  # fmt: skip
SHORT_MONTHS = (
    "Jan.", "Feb.", "März", "Apr.", "Mai", "Juni", "Juli", "Aug.", "Sept.", "Okt.", "Nov.", "Dez.",
)  # fmt: skip


def clock(moment: datetime) -> str:
    """Return 17:00."""
    return f"{moment.hour:02d}:{moment.minute:02d}"  # strftime imports a module with every call


def day_short(day: date) -> str:
    """Return Fr 4. Dez."""
    return f"{WEEKDAYS[day.weekday()][:2]} {day.day}. {SHORT_MONTHS[day.month - 1]}"


def day_comma(day: date) -> str:
    """Return Fr., 4. Dez."""
    return f"{WEEKDAYS[day.weekday()][:2]}., {day_month(day)}"


def day_month(day: date) -> str:
    """Return 4. Dez."""
    return f"{day.day}. {SHORT_MONTHS[day.month - 1]}"


def day_year(day: date) -> str:
    """Return 2. Dez. 2026."""
    return f"{day_month(day)} {day.year}"


def moment_short(moment: datetime) -> str:
    """Return Fr 4. Dez., 17:00."""
    return f"{day_short(moment.date())}, {clock(moment)}"


def moment_near(moment: datetime, now: datetime) -> str:
    """Return Fr 4. Dez., 17:00; what lies more than half a year away with its year: 4. Dez. 2024, 17:00."""
    if abs((moment.date() - now.date()).days) <= 182:
        return moment_short(moment)
    return f"{day_year(moment.date())}, {clock(moment)}"


def moment_middle(moment: datetime) -> str:
    """Return Freitag, 4. Dez. 2026, 17:00."""
    return f"{WEEKDAYS[moment.weekday()]}, {day_year(moment.date())}, {clock(moment)}"


def day_long(day: date) -> str:
    """Return Freitag, 4. Dezember 2026."""
    return f"{WEEKDAYS[day.weekday()]}, {day.day}. {MONTHS[day.month - 1]} {day.year}"


def moment_long(moment: datetime) -> str:
    """Return Freitag, 4. Dezember 2026, 17:00 Uhr."""
    return f"{day_long(moment.date())}, {clock(moment)} Uhr"


def day_field(day: date) -> str:
    """Return 04.12.2026."""
    return f"{day:%d.%m.%Y}"


def month(day: date) -> str:
    """Return Dezember 2026."""
    return f"{MONTHS[day.month - 1]} {day.year}"


def day_range(first: date, last: date) -> str:
    """Return 12.–20. Dez. or 23. Dez.–9. Jan."""
    if first == last:
        return day_month(first)
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day}.–{day_month(last)}"
    return f"{day_month(first)}–{day_month(last)}"


def week(first: date, last: date, *, short: bool = False) -> str:
    """Return KW 49 · 30. November – 6. Dezember 2026, or KW 50 · 7.–13. Dezember 2026; short: with short months."""
    names = SHORT_MONTHS if short else MONTHS
    end = f"{last.day}. {names[last.month - 1]} {last.year}"
    if first.month == last.month:
        span = f"{first.day}.–{end}"
    else:
        year = f" {first.year}" if first.year != last.year else ""
        span = f"{first.day}. {names[first.month - 1]}{year} – {end}"
    return f"KW {first.isocalendar().week} · {span}"


def relative_day(day: date, today: date) -> str:
    """Return heute, morgen, gestern, or Fr 4. Dez."""
    near = {today: "heute", today + timedelta(days=1): "morgen", today - timedelta(days=1): "gestern"}
    return near.get(day) or day_short(day)


def waiting(since: datetime, now: datetime) -> str:
    """Return how long something waits: seit heute, seit gestern, seit 2 Tagen."""
    days = (now.date() - since.date()).days
    if days <= 0:
        return "seit heute"
    return "seit gestern" if days == 1 else f"seit {days} Tagen"
