# SPDX-License-Identifier: EUPL-1.2
"""Which backups may go: a pure function of when and why they were made."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Sequence
from datetime import date, datetime, timedelta

from kalender.domain.frozen import frozen
from kalender.store.backup.info import Reason

RECENT, DAYS, WEEKS, MONTHS, BEFORE = 8, 14, 8, 12, 10
"""How many are kept of the last 24 hours, one for each day, week and month, and made before an import or restore."""

_DAY = timedelta(hours=24)
_BEFORE = frozenset({Reason.BEFORE_IMPORT, Reason.BEFORE_RESTORE})


@frozen
class Generation:
    """A backup in the row of the backups of one computer."""

    name: str
    made_at: datetime
    reason: Reason


def superseded(found: Iterable[Generation], now: datetime, latest: str) -> dict[str, str]:
    """Return the backups that may go, each with the one that stands in for it and must be sound before it goes.

    latest: name of the one made last, which stays whatever the clock says. Spans are counted by the days, weeks and
    months that have a backup, so neither a holiday nor a clock that jumps thins anything out.
    """
    rows = sorted(found, key=lambda item: (item.made_at, item.name), reverse=True)
    kept = {latest} | {item.name for item in rows[:1]}
    kept |= {item.name for item in [row for row in rows if abs(now - row.made_at) <= _DAY][:RECENT]}
    kept |= {item.name for item in [row for row in rows if row.reason in _BEFORE][:BEFORE]}
    first_of: dict[Hashable, str] = {}
    for span, most in ((_day, DAYS), (_week, WEEKS), (_month, MONTHS)):
        newest = _newest_of_each(rows, span)
        kept.update(list(newest.values())[:most])
        first_of |= {(span.__name__, key): name for key, name in newest.items()}
    return {row.name: _stand_in(row, first_of, kept, rows[0].name) for row in rows if row.name not in kept}


def _newest_of_each(rows: Sequence[Generation], span: Callable[[date], Hashable]) -> dict[Hashable, str]:
    """Return the newest of each span, the newest span first."""
    newest: dict[Hashable, str] = {}
    for row in rows:
        newest.setdefault(span(row.made_at.date()), row.name)
    return newest


def _stand_in(row: Generation, first_of: dict[Hashable, str], kept: set[str], newest: str) -> str:
    for span in (_day, _week, _month):
        name = first_of[span.__name__, span(row.made_at.date())]
        if name in kept:
            return name
    return newest


def _day(day: date) -> Hashable:
    return day


def _week(day: date) -> Hashable:
    return day.isocalendar()[:2]


def _month(day: date) -> Hashable:
    return day.year, day.month
