# SPDX-License-Identifier: EUPL-1.2
"""Recurrence rules: the same days as the reference, and bounded work whatever the rule says."""

from datetime import date, datetime, time, timedelta

import pytest
from dateutil.rrule import rrulestr
from hypothesis import given, settings
from hypothesis import strategies as st

from kalender.domain.days.recurrence import (
    WEEKDAYS,
    BadRule,
    Rule,
    RuleFault,
    last_moment,
    moments,
    with_end,
)

START = datetime(2026, 1, 6, 18, 30)


@st.composite
def rules(draw: st.DrawFn) -> str:
    """Rules of the kinds town halls write.

    Left out are mixtures on which the reference differs from the standard, and rules that never fall: it counts to 9999.
    """
    freq = draw(st.sampled_from(["DAILY", "WEEKLY", "MONTHLY", "YEARLY"]))
    interval = draw(st.integers(1, 4))
    parts = [f"FREQ={freq}", f"INTERVAL={interval}"]
    if interval == 1 and draw(st.booleans()):
        months = draw(st.lists(st.integers(1, 12), min_size=1, max_size=3, unique=True))
        parts.append("BYMONTH=" + ",".join(map(str, months)))
    if freq != "WEEKLY" and draw(st.booleans()):
        days = draw(st.lists(st.sampled_from([-1, 1, 5, 13, 28]), min_size=1, max_size=3, unique=True))
        parts.append("BYMONTHDAY=" + ",".join(map(str, days)))
    if draw(st.booleans()):
        names = draw(st.lists(st.sampled_from(WEEKDAYS), min_size=1, max_size=3, unique=True))
        nth = draw(st.sampled_from(["", "1", "2", "-1"])) if freq in {"MONTHLY", "YEARLY"} else ""
        parts.append("BYDAY=" + ",".join(nth + name for name in names))
        if draw(st.booleans()):
            parts.append("BYSETPOS=" + draw(st.sampled_from(["1", "-1"])))
    if draw(st.booleans()):
        parts.append("WKST=" + draw(st.sampled_from(WEEKDAYS)))
    return ";".join(parts)


@settings(max_examples=80, deadline=None)
@given(rules(), st.integers(0, 700), st.integers(0, 900))
def test_a_rule_falls_on_the_days_the_reference_names(rule: str, later: int, ahead: int) -> None:
    start = START + timedelta(days=later)
    first = start.date() + timedelta(days=ahead)
    last = first + timedelta(days=200)
    bounded = rrulestr(f"{rule};UNTIL={last:%Y%m%d}T235959", dtstart=start)
    wanted = bounded.between(datetime.combine(first, time.min), datetime.combine(last, time.max), inc=True)
    assert list(moments(Rule.parse(rule), start, first, last, most=10_000)) == wanted


@settings(max_examples=40, deadline=None)
@given(rules(), st.integers(1, 20))
def test_a_count_becomes_the_end_it_means(rule: str, count: int) -> None:
    reference = iter(rrulestr(f"{rule};COUNT={count}", dtstart=START))
    last, _asked = last_moment(Rule.parse(f"{rule};COUNT={count}"), START, most_days=3_000)
    if last is not None:
        wanted = [next(reference) for _ in range(count)]
        assert last == wanted[-1]
        ended = Rule.parse(with_end(f"{rule};COUNT={count}", last))
        assert list(moments(ended, START, START.date(), date(2060, 1, 1), most=10_000)) == wanted


@pytest.mark.parametrize(
    ("rule", "fault"),
    [
        ("FREQ=SECONDLY;COUNT=1000000000", RuleFault.TOO_FINE),
        ("FREQ=MINUTELY", RuleFault.TOO_FINE),
        ("FREQ=YEARLY;BYHOUR=" + ",".join(map(str, range(24))) + ";BYMINUTE=" + ",".join(map(str, range(60))), RuleFault.TOO_FINE),
        ("FREQ=SOMETIMES", RuleFault.UNREADABLE),
        ("FREQ=DAILY;INTERVAL=0", RuleFault.UNREADABLE),
        ("FREQ=WEEKLY;BYDAY=XX", RuleFault.UNREADABLE),
        ("FREQ=WEEKLY;UNTIL=20261345", RuleFault.UNREADABLE),
        ("BYDAY=MO", RuleFault.UNREADABLE),
    ],
)  # fmt: skip
def test_a_rule_that_is_not_taken_says_why(rule: str, fault: RuleFault) -> None:
    with pytest.raises(BadRule) as refused:
        Rule.parse(rule)
    assert refused.value.fault is fault


def test_a_rule_with_a_thousand_million_repetitions_is_refused_without_counting_them() -> None:
    with pytest.raises(BadRule) as refused:
        last_moment(Rule.parse("FREQ=DAILY;COUNT=1000000000"), START, most_days=10**9)
    assert refused.value.fault is RuleFault.TOO_MANY


def test_a_rule_that_never_falls_asks_no_more_days_than_it_may() -> None:
    last, asked = last_moment(Rule.parse("FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30;COUNT=5"), START, most_days=500)
    assert (last, asked) == (None, 501)
    assert not list(
        moments(
            Rule.parse("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30"),
            START,
            date(2026, 1, 1),
            date(2030, 1, 1),
            most=9,
        )
    )


def test_no_more_moments_come_than_are_wanted() -> None:
    rule = Rule.parse("FREQ=DAILY;BYHOUR=8,12,18")
    assert len(list(moments(rule, START, date(2026, 1, 1), date(2036, 1, 1), most=1000))) == 1000
