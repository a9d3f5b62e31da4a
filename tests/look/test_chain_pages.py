# SPDX-License-Identifier: EUPL-1.2
"""Series and events look as approved: bars and signs in the month, light, dark and in a small window, and the two dialogs."""

from datetime import date, datetime

import pytest
from PySide6.QtWidgets import QDialog

from kalender.domain.chains.series import OnHoliday
from kalender.ui.shell.chains.chains import Chains
from kalender.wording.chains.events import chain
from tests.flows.sitting import Sitting
from tests.look.comparison import Comparison
from tests.look.test_pages import sample, sitting

__all__ = ["sample", "sitting"]

SIZES = [("hell", 1440, 900), ("dunkel", 1440, 900), ("hell", 1366, 768)]


@pytest.fixture
def chains(sitting: Sitting) -> Chains:
    """A festival, a campaign, and a market every Tuesday."""
    house = sitting.house
    topics = house.plan.topics
    festival = house.events.add(
        "Lichterfest", date(2026, 12, 17), date(2026, 12, 19), place="Marktplatz", topic=topics[1].id
    )
    house.events.add_posts(festival, chain(house.events.get(festival), "event")[1:])
    house.events.add(
        "Stadt im Advent", date(2026, 12, 1), date(2026, 12, 23), campaign=True, topic=topics[0].id
    )
    market = house.posts.create(
        "Wochenmarkt", planned=datetime(2026, 12, 8, 17), text="Heute ist Wochenmarkt.", channels=["facebook"]
    )
    house.series.add(market, "FREQ=WEEKLY;COUNT=4")
    assert sitting.desktop.place is not None
    found: Chains = sitting.desktop.place.visits.chains
    return found


def show(sitting: Sitting, size: tuple[str, int, int]) -> None:
    choice, width, height = size
    sitting.desktop.theme.choose(choice)
    sitting.window.resize(width, height)
    sitting.settle()
    sitting.calendar.show_view("month")
    sitting.calendar.go_to(date(2026, 12, 15))
    sitting.settle()
    sitting.window.toast.dismiss()
    sitting.settle()


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}-{size[1]}")
def test_the_month_with_bars_looks_as_approved(
    sitting: Sitting, compare: Comparison, chains: Chains, size: tuple[str, int, int]
) -> None:
    show(sitting, size)
    event = next(item for item in sitting.house.events.all() if item.title == "Lichterfest")
    chains.events.choose(event.id)
    sitting.settle()
    compare(sitting.window, f"chains/month-{size[0]}-{size[1]}")


@pytest.mark.parametrize("choice", ["hell", "dunkel"])
def test_the_dialog_of_a_series_looks_as_approved(
    sitting: Sitting, compare: Comparison, chains: Chains, choice: str
) -> None:
    show(sitting, (choice, 1440, 900))
    post = sitting.house.posts.create(
        "Bücherflohmarkt", planned=datetime(2026, 12, 12, 10), channels=["facebook"]
    )
    asked = chains.repeat(post)
    asked.form.end_with(date(2027, 5, 31))
    asked.form.interval.set_value(2)
    asked.form.interval.changed.emit(2)
    asked.holidays.setCurrentIndex(asked.holidays.findData(OnHoliday.BEFORE))
    picture(sitting, asked, compare, f"chains/series-{choice}")


@pytest.mark.parametrize("choice", ["hell", "dunkel"])
def test_the_dialog_of_an_event_looks_as_approved(
    sitting: Sitting, compare: Comparison, chains: Chains, choice: str
) -> None:
    show(sitting, (choice, 1440, 900))
    asked = chains.events.new(date(2026, 12, 12))
    asked.title.setText("Neujahrskonzert")
    asked.go.setFocus()
    picture(sitting, asked, compare, f"chains/event-{choice}")


def picture(sitting: Sitting, asked: QDialog, compare: Comparison, name: str) -> None:
    sitting.settle()
    asked.resize(asked.sizeHint())
    sitting.settle()
    compare(asked, name)
    asked.close()
    sitting.settle()
