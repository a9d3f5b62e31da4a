# SPDX-License-Identifier: EUPL-1.2
"""The week of the sample plan looks as approved: light, dark, in high contrast, in a small window, crowded, large."""

from datetime import date, datetime

import pytest

from kalender.ui.calendar.toolbar import WEEK
from tests.flows.sitting import Sitting
from tests.look.comparison import Comparison
from tests.look.test_pages import sample, sitting

__all__ = ["sample", "sitting"]

SIZES = [
    ("hell", 1440, 900, 100),
    ("dunkel", 1440, 900, 100),
    ("kontrast", 1440, 900, 100),
    ("hell", 1366, 768, 100),
    ("hell", 1440, 900, 200),
]


def show(sitting: Sitting, day: date, size: tuple[str, int, int, int]) -> None:
    choice, width, height, scale = size
    sitting.desktop.theme.choose(choice)
    sitting.desktop.theme.set_scale(scale)
    sitting.window.resize(width, height)
    sitting.settle()
    sitting.calendar.show_view(WEEK)
    sitting.calendar.go_to(day)
    sitting.settle()
    sitting.window.toast.dismiss()
    sitting.settle()


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}-{size[1]}-{size[3]}")
def test_the_week_looks_as_approved(
    sitting: Sitting, compare: Comparison, size: tuple[str, int, int, int]
) -> None:
    show(sitting, date(2026, 12, 3), size)
    sitting.calendar.choose([sitting.card("Weihnachtsmarkt ist eröffnet").id])
    sitting.settle()
    choice, width, _height, scale = size
    compare(sitting.window, f"pages/week-{choice}-{width}-{scale}")


def test_a_crowded_week_looks_as_approved(sitting: Sitting, compare: Comparison) -> None:
    posts = sitting.house.posts
    for _ in range(2):
        posts.create("Zugleich", planned=datetime(2026, 12, 9, 9, 0), channels=["facebook"])
    for _ in range(9):
        posts.create("Gedränge", planned=datetime(2026, 12, 10, 9, 0), channels=["facebook"])
    for number in range(18):
        moment = datetime(2026, 12, 11, 8 + number // 3, 20 * (number % 3))
        posts.create(f"Dicht {number}", planned=moment, channels=["facebook"])
    show(sitting, date(2026, 12, 10), ("hell", 1440, 900, 100))
    compare(sitting.window, "pages/week-crowded-hell-1440-100")
