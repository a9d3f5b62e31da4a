# SPDX-License-Identifier: EUPL-1.2
"""A small plan with a post in every stage, for the pages that lead from one to the next."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from kalender.app.house import House
from tests.ui.room import a_house

THEMES = Path(__file__).parents[2] / "resources" / "themes"


@dataclass(frozen=True, slots=True)
class Posts:
    """Ids by stage."""

    idea: str
    draft: str
    empty: str
    waiting: str
    later: str
    approved: str


def a_post(house: House, title: str, day: int, *, text: str | None = None) -> str:
    """Create a post in December on Facebook with a text that passes the checks."""
    words = f"{title}: Alles Wichtige steht im Rathaus aus." if text is None else text
    moment = datetime(2026, 12, day, 10, 0)
    return house.posts.create(title, planned=moment, text=words, channels=["facebook"])


def submitted(house: House, title: str, day: int) -> str:
    """Create a post and ask for its approval."""
    id_ = a_post(house, title, day)
    house.reviews.request(id_)
    return id_


def approve(house: House, id_: str) -> None:
    """Let Ines approve a post; Katrin sits at the computer again afterwards."""
    house.desk.acting_as("ines")
    house.reviews.approve(id_, house.reviews.sheet(id_).digest)
    house.desk.acting_as("katrin")


def a_staged_house(folder: Path) -> tuple[House, Posts]:
    """Return an open plan in which Katrin acts, with posts in every stage up to approved."""
    house = a_house(folder)
    house.desk.acting_as("katrin")
    posts = Posts(
        idea=house.posts.create("Hundesteuer erklären", idea=True),
        draft=a_post(house, "Wahlergebnis", 6),
        empty=a_post(house, "Noch ohne Text", 8, text=""),
        waiting=submitted(house, "Müllabfuhr", 14),
        later=submitted(house, "Haushalt", 15),
        approved=submitted(house, "Weihnachtsmarkt", 4),
    )
    approve(house, posts.approved)
    return house, posts
