# SPDX-License-Identifier: EUPL-1.2
"""The board in lanes, over its limit, folded, crowded, empty, large and with several cards chosen looks as approved."""

import pytest

from kalender.domain.card import Filter
from kalender.domain.saved_view import Lanes, SavedView
from kalender.domain.stage import Stage
from tests.flows.sitting import Sitting
from tests.look.comparison import Comparison
from tests.look.test_pages import sample, sitting

__all__ = ["sample", "sitting"]

LOOKS = [("hell", 100), ("dunkel", 100), ("kontrast", 100), ("hell", 200)]


def show(
    sitting: Sitting, choice: str = "hell", scale: int = 100, width: int = 1440, height: int = 900
) -> None:
    """Stand at the board in these colours, at this size."""
    sitting.desktop.theme.choose(choice)
    sitting.desktop.theme.set_scale(scale)
    sitting.window.resize(width, height)
    sitting.window.show_page("board")
    sitting.settle()


def looked_at(sitting: Sitting, compare: Comparison, name: str) -> None:
    sitting.settle()
    sitting.window.toast.dismiss()
    sitting.settle()
    compare(sitting.window, f"pages/{name}")


@pytest.mark.parametrize(("choice", "scale"), LOOKS, ids=str)
def test_lanes_look_as_approved(sitting: Sitting, compare: Comparison, choice: str, scale: int) -> None:
    sitting.house.setup.town.limit(Stage.DRAFT, 5)
    show(sitting, choice, scale)
    sitting.board.show_lanes(Lanes.CHANNEL)
    looked_at(sitting, compare, f"board-lanes-{choice}-{scale}")


def test_folded_columns_and_a_saved_view_that_is_changed_look_as_approved(
    sitting: Sitting, compare: Comparison
) -> None:
    for name in ("Nur Instagram", "Bauhof & Winterdienst"):
        view = SavedView(id="", page="board").with_filter(Filter(channels=frozenset({"instagram"})))
        sitting.house.views.save(name, view)
    show(sitting)
    place = sitting.desktop.place
    assert place is not None
    place.viewing.use(sitting.house.views.all()[0].id)
    sitting.board.narrowing.change(topics=frozenset({sitting.house.plan.topics[0].id}))
    sitting.board.arrangement.set_folded({Stage.IDEA, Stage.EXPORTED})
    looked_at(sitting, compare, "board-folded-hell-100")


def test_several_cards_look_as_approved(sitting: Sitting, compare: Comparison) -> None:
    show(sitting, width=1366, height=768)
    sitting.board.choosing.choose_all(sitting.board.columns[Stage.IN_REVIEW])
    looked_at(sitting, compare, "board-several-hell-100")


def test_a_crowded_board_looks_as_approved(sitting: Sitting, compare: Comparison) -> None:
    for number in range(30):
        sitting.house.posts.create(
            f"Gedränge {number}", planned=sitting.house.posts.now(), channels=["facebook"]
        )
    show(sitting)
    looked_at(sitting, compare, "board-crowded-hell-100")


def test_an_empty_board_looks_as_approved(sitting: Sitting, compare: Comparison) -> None:
    show(sitting)
    sitting.board.narrowing.change(text="gibtesnicht")
    looked_at(sitting, compare, "board-empty-hell-100")
