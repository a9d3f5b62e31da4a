# SPDX-License-Identifier: EUPL-1.2
"""Deadlines of posts: counted backwards in working days of the municipality, derived at every use."""

from datetime import date, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kalender.app.house import House
from kalender.domain.pace.deadlines import Deadline, Due, Terms, Urgency
from kalender.domain.pace.working import OfficeDays
from kalender.domain.plan import Land
from kalender.domain.stage import Flag
from kalender.formats.holidays import public_holidays
from kalender.wording.pace.deadlines import line, standing


def days_of(found: list[Deadline] | tuple[Deadline, ...]) -> list[tuple[str, date]]:
    return [(item.due.value, item.day) for item in found]


@pytest.fixture
def strict(house: House) -> House:
    """The plan wants the text five, the picture three and the approval two working days before."""
    house.setup.town.change(text_due=5, picture_due=3, approval_due=2)
    return house


def test_a_plan_without_terms_has_no_deadlines(house: House) -> None:
    post = house.posts.create("Weihnachtsgruß", planned=datetime(2026, 12, 24, 9, 0))
    assert house.deadlines.of(house.posts.card(post)) == ()
    assert house.deadlines.on(date(2026, 12, 1), date(2026, 12, 31)) == []


def test_deadlines_are_counted_backwards_over_christmas(strict: House) -> None:
    post = strict.posts.create("Rathaus wieder offen", planned=datetime(2027, 1, 7, 9, 0))
    found = strict.deadlines.of(strict.posts.card(post))
    assert days_of(found) == [
        ("text", date(2026, 12, 29)),  # Epiphany is a holiday in Baden-Württemberg
        ("picture", date(2026, 12, 31)),
        ("approval", date(2027, 1, 4)),
    ]


def test_days_on_which_the_town_hall_is_closed_do_not_count(strict: House) -> None:
    strict.setup.town.change(closed=("12-24/01-01",))
    post = strict.posts.create("Rathaus wieder offen", planned=datetime(2027, 1, 7, 9, 0))
    assert days_of(strict.deadlines.of(strict.posts.card(post)))[0] == ("text", date(2026, 12, 21))


def test_another_land_has_other_working_days(strict: House) -> None:
    strict.setup.town.change(land=Land.HE)
    post = strict.posts.create("Rathaus wieder offen", planned=datetime(2027, 1, 7, 9, 0))
    assert days_of(strict.deadlines.of(strict.posts.card(post)))[-1] == ("approval", date(2027, 1, 5))


def test_a_post_that_needs_no_picture_has_no_deadline_for_one(strict: House) -> None:
    post = strict.posts.create("Hinweis", planned=datetime(2026, 12, 17, 9, 0), channels=["mastodon"])
    assert [item.due for item in strict.deadlines.of(strict.posts.card(post))] == [Due.TEXT, Due.APPROVAL]


def test_what_is_there_is_met_and_no_longer_listed(strict: House) -> None:
    planned = datetime(2026, 12, 11, 9, 0)
    post = strict.posts.create(
        "Hinweis", planned=planned, text="Morgen probt die Sirene.", channels=["mastodon"]
    )
    text, approval = strict.deadlines.of(strict.posts.card(post))
    assert (text.met, approval.met) == (True, False)
    assert [item.due for item in strict.deadlines.on(date(2026, 12, 1), date(2026, 12, 31))] == [Due.APPROVAL]


def test_a_text_of_one_channel_alone_counts_as_text(strict: House) -> None:
    post = strict.posts.create("Hinweis", planned=datetime(2026, 12, 11, 9, 0), channels=["mastodon"])
    strict.editing.set_text(post, "Nur hier.", channel="mastodon")
    assert strict.deadlines.of(strict.posts.card(post))[0].met


def test_ideas_held_and_discarded_posts_have_none(strict: House) -> None:
    planned = datetime(2026, 12, 11, 9, 0)
    idea = strict.posts.create("Idee", planned=planned, idea=True)
    held = strict.posts.create("Angehalten", planned=planned)
    strict.posts.hold([held], "Trauerfall")
    gone = strict.posts.create("Verworfen", planned=planned)
    strict.posts.drop([gone])
    assert strict.deadlines.on(date(2026, 11, 1), date(2026, 12, 31)) == []
    assert [strict.deadlines.of(strict.posts.card(id_)) for id_ in (idea, held, gone)] == [(), (), ()]


def test_a_moved_post_takes_its_deadlines_along(strict: House) -> None:
    post = strict.posts.create("Hinweis", planned=datetime(2026, 12, 17, 9, 0), channels=["mastodon"])
    before = strict.deadlines.of(strict.posts.card(post))[-1].day
    strict.posts.shift([post], 7)
    assert strict.deadlines.of(strict.posts.card(post))[-1].day == before + timedelta(days=7)


def test_a_card_is_marked_on_the_day_and_after_it(strict: House) -> None:
    today = strict.posts.create(
        "Heute", planned=datetime(2026, 12, 7, 9, 0), text="Da.", channels=["mastodon"]
    )
    late = strict.posts.create("Versäumt", planned=datetime(2026, 12, 8, 9, 0), channels=["mastodon"])
    far = strict.posts.create("Später", planned=datetime(2026, 12, 18, 9, 0), channels=["mastodon"])
    cards = strict.deadlines.marked([strict.posts.card(id_) for id_ in (today, late, far)])
    assert [card.flags & {Flag.DUE, Flag.LATE} for card in cards] == [{Flag.DUE}, {Flag.LATE}, set()]
    assert [item.title for item in strict.deadlines.missed()] == ["Versäumt"]


def test_a_deadline_is_said_in_words(strict: House) -> None:
    today = date(2026, 12, 3)
    deadline = Deadline(
        post="p",
        title="Weihnachtsmarkt",
        due=Due.TEXT,
        day=date(2026, 12, 1),
        planned=datetime(2026, 12, 8, 9, 0),
    )
    assert line(deadline) == "Weihnachtsmarkt (Text fällig)"
    assert standing(deadline, today) == "seit Di., 1. Dez. fällig"
    assert standing(deadline, date(2026, 12, 1)) == "heute fällig"
    assert standing(deadline, date(2026, 11, 30)) == "bis Di., 1. Dez."
    assert deadline.urgency(today) is Urgency.MISSED


@pytest.mark.parametrize("land", list(Land))
def test_over_christmas_and_easter_no_land_has_a_deadline_on_a_holiday(land: Land) -> None:
    free = {year: {item.day for item in public_holidays(land, year)} for year in range(2026, 2029)}
    office = OfficeDays(lambda year: free.get(year, set()))
    for start in (date(2026, 12, 20), date(2027, 3, 20), date(2027, 12, 20)):
        before = date.min
        for step in range(30):
            day = start + timedelta(days=step)
            for count in (1, 2, 3, 5, 10):
                found = office.back(day, count)
                between = [day - timedelta(days=n) for n in range(1, (day - found).days + 1)]
                working = [item for item in between if item.weekday() < 5 and item not in free[item.year]]
                assert len(working) == count
                assert working[-1] == found
            assert office.back(day, 5) >= before
            before = office.back(day, 5)


@settings(max_examples=60, deadline=None)
@given(st.sampled_from(list(Land)), st.dates(date(2024, 1, 1), date(2029, 12, 31)), st.integers(1, 15))
def test_counting_again_from_the_day_that_was_found_changes_nothing(
    land: Land, day: date, count: int
) -> None:
    office = OfficeDays(lambda year: {item.day for item in public_holidays(land, year)})
    found = office.back(day, count)
    assert office.works(found)
    assert office.back(found, 0) == found
    assert office.forward(found, count) >= day


def test_the_earliest_deadline_is_the_longest_term() -> None:
    assert Terms(text=5, picture=3, approval=7).longest == 7
    assert Terms().longest == 0
