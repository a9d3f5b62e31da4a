# SPDX-License-Identifier: EUPL-1.2
"""Quarter, year and agenda of the sample plan look as approved: light, dark, in high contrast, small, large, crowded, empty."""

from datetime import date, datetime, timedelta

import pytest

from kalender.ui.calendar.toolbar import AGENDA, QUARTER, YEAR
from tests.flows.sitting import Sitting
from tests.look.comparison import Comparison
from tests.look.test_pages import sample, sitting

__all__ = ["sample", "sitting"]

LOOKS = [
    (YEAR, "hell", 1440, 900, 100),
    (YEAR, "dunkel", 1440, 900, 100),
    (YEAR, "kontrast", 1440, 900, 100),
    (QUARTER, "hell", 1366, 768, 100),
    (QUARTER, "hell", 1440, 900, 200),
    (AGENDA, "hell", 1440, 900, 100),
    (AGENDA, "dunkel", 1440, 900, 100),
    (AGENDA, "kontrast", 1366, 768, 100),
    (AGENDA, "hell", 1440, 900, 200),
]
Look = tuple[str, str, int, int, int]


def show(sitting: Sitting, look: Look, day: date = date(2026, 12, 3)) -> str:
    view, choice, width, height, scale = look
    sitting.desktop.theme.choose(choice)
    sitting.desktop.theme.set_scale(scale)
    sitting.window.resize(width, height)
    sitting.settle()
    sitting.calendar.show_view(view)
    sitting.calendar.step_to(day)
    sitting.settle()
    sitting.window.toast.dismiss()
    sitting.settle()
    return f"pages/{view}-{choice}-{width}-{scale}"


@pytest.mark.parametrize("look", LOOKS, ids=lambda look: f"{look[0]}-{look[1]}-{look[2]}-{look[4]}")
def test_the_view_looks_as_approved(sitting: Sitting, compare: Comparison, look: Look) -> None:
    compare(sitting.window, show(sitting, look))


def test_a_crowded_year_looks_as_approved(sitting: Sitting, compare: Comparison) -> None:
    for number in range(120):
        day = datetime(2026, 9, 1, 9, 0) + timedelta(days=number * number % 97, hours=number % 7)
        sitting.house.posts.create(f"Beitrag {number}", planned=day, channels=["facebook"])
    show(sitting, (YEAR, "hell", 1440, 900, 100))
    compare(sitting.window, "pages/year-crowded-hell-1440-100")


def test_an_agenda_in_which_nothing_comes_looks_as_approved(sitting: Sitting, compare: Comparison) -> None:
    show(sitting, (AGENDA, "hell", 1440, 900, 100), date(2031, 7, 1))
    compare(sitting.window, "pages/agenda-empty-hell-1440-100")
