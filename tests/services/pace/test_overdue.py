# SPDX-License-Identifier: EUPL-1.2
"""What is overdue: posts whose time has passed on the way, deadlines missed or of today."""

from datetime import date, datetime, timedelta

import pytest

from kalender.app.house import House
from kalender.domain.stage import Flag
from kalender.services.clock import FixedClock
from kalender.services.pace.overdue import Why
from kalender.wording.pace.overdue import headline, when

PAST = datetime(2026, 12, 2, 9, 0)
AHEAD = datetime(2026, 12, 8, 9, 0)


def kinds(house: House) -> list[tuple[str, str]]:
    return [(item.why.value, item.title) for item in house.overdue.now().items]


def a_post(house: House, title: str, planned: datetime, text: str = "Der Markt öffnet um 17 Uhr.") -> str:
    return house.posts.create(title, planned=planned, text=text, channels=["mastodon"])


def approved(house: House, title: str, planned: datetime) -> str:
    post = a_post(house, title, planned)
    house.reviews.request(post)
    house.desk.acting_as("ines")
    house.reviews.approve(post, house.posts.card(post).digest)
    house.desk.acting_as("katrin")
    return post


def test_nothing_is_due_in_a_plan_that_is_on_its_way(house: House) -> None:
    a_post(house, "Später", AHEAD)
    house.posts.create("Idee von gestern", planned=PAST, idea=True)
    found = house.overdue.now()
    assert (found.items, headline(found)) == ((), "")


def test_each_post_that_fell_behind_is_listed_with_its_reason(house: House) -> None:
    a_post(house, "Entwurf", PAST)
    asked = a_post(house, "In Prüfung", PAST + timedelta(hours=1))
    house.reviews.request(asked)
    approved(house, "Freigegeben", PAST)
    assert kinds(house) == [
        ("not_approved", "In Prüfung"),
        ("not_approved", "Entwurf"),
        ("not_exported", "Freigegeben"),
    ]
    found = house.overdue.now()
    assert headline(found) == "3 Beiträge sind überfällig"
    assert when(found.items[0], found) == "Mi 2. Dez., 10:00, seit gestern"


def test_what_is_held_discarded_or_published_is_not_overdue(house: House) -> None:
    held, gone = (a_post(house, title, PAST) for title in ("Angehalten", "Verworfen"))
    done = approved(house, "Erschienen", PAST)
    house.posts.hold([held], "Trauerfall")
    house.posts.drop([gone])
    house.publishing.publish(done, "mastodon")
    assert kinds(house) == []


def test_deadlines_are_listed_once_the_plan_has_them(house: House) -> None:
    a_post(house, "Ohne Text", datetime(2026, 12, 9, 9, 0), text="")
    assert kinds(house) == []
    house.setup.town.change(text_due=4, approval_due=5)
    found = house.overdue.now()
    assert [(item.why, item.day) for item in found.items] == [
        (Why.MISSED, date(2026, 12, 2)),
        (Why.TODAY, date(2026, 12, 3)),
    ]
    assert headline(found) == "1 Frist ist versäumt, 1 Frist liegt heute"
    assert when(found.items[0], found) == "Freigabe war am Mi., 2. Dez. fällig, erscheint Mi 9. Dez., 09:00"
    assert when(found.items[1], found) == "Text heute fällig, erscheint Mi 9. Dez., 09:00"


def test_a_new_day_changes_what_is_due(house: House) -> None:
    a_post(house, "Morgen früh", datetime(2026, 12, 4, 9, 0))
    assert kinds(house) == []
    assert isinstance(house.clock, FixedClock)
    house.clock.set(datetime(2026, 12, 4, 10, 42))
    assert kinds(house) == [("not_approved", "Morgen früh")]


def test_cards_bear_the_flags_of_deadlines_once_someone_asks(house: House) -> None:
    house.setup.town.change(text_due=4)
    post = a_post(house, "Ohne Text", datetime(2026, 12, 9, 9, 0), text="")
    assert Flag.DUE not in house.posts.card(post).flags
    house.posts.marked = house.deadlines.marked
    assert Flag.DUE in house.posts.card(post).flags
    (card,) = house.posts.cards_between(date(2026, 12, 9), date(2026, 12, 9))
    assert Flag.DUE in card.flags
    house.editing.set_text(post, "Jetzt steht etwas da.")
    assert Flag.DUE not in house.posts.card(post).flags


@pytest.mark.parametrize(
    ("count", "said"), [(1, "1 Beitrag ist überfällig"), (2, "2 Beiträge sind überfällig")]
)
def test_the_headline_counts(house: House, count: int, said: str) -> None:
    for number in range(count):
        a_post(house, f"Beitrag {number}", PAST)
    assert headline(house.overdue.now()) == said
