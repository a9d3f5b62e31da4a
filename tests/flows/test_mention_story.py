# SPDX-License-Identifier: EUPL-1.2
"""Somebody is named in a comment: told once, found in a list, opened at the comment, put away; by mouse and by keys."""

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from kalender.services.clock import FixedClock
from kalender.ui.mentions.page import MentionsPage
from tests.flows.sitting import CTRL, SHIFT, Sitting

POST = "Glasfaser: Start in Oberdorf"


@pytest.fixture
def sitting(qapp: QApplication, home: Path) -> Iterator[Sitting]:
    found = Sitting(qapp, home, clock=FixedClock(datetime(2026, 12, 3, 10, 42)))
    found.open(home / "plan")
    yield found
    found.close()


def told(sitting: Sitting) -> str:
    return sitting.window.notices.text("mentions")


def called(sitting: Sitting, text: str, title: str = POST) -> None:
    """Let Ines say something about a post."""
    desk = sitting.house.desk
    me = desk.person
    desk.acting_as(next(item.id for item in sitting.house.plan.people if item.id != me))
    sitting.house.reviews.comment(sitting.card(title).id, text)
    desk.acting_as(me)


def my_name(sitting: Sitting) -> str:
    person = sitting.house.plan.person(sitting.house.desk.person)
    assert person is not None
    return person.name


def the_page(sitting: Sitting) -> MentionsPage:
    assert sitting.front == "mentions"
    page = sitting.window.pages.page("mentions")
    assert isinstance(page, MentionsPage)
    return page


def begin(sitting: Sitting) -> None:
    place = sitting.desktop.place
    assert place is not None
    place.tell_dues()
    sitting.settle()


def test_a_line_tells_that_somebody_asks_for_me_and_goes_when_it_is_done(sitting: Sitting) -> None:
    begin(sitting)
    before = len(sitting.house.conversations.naming(sitting.house.desk.person))
    called(sitting, f"Bitte ansehen @{my_name(sitting)}")
    sitting.until(lambda: bool(told(sitting)))
    sitting.window.notices.take("dues")
    sitting.settle()
    sitting.click(sitting.button("Ansehen", sitting.window.notices))
    page = the_page(sitting)
    row = next(row for row in page.rows if "Bitte ansehen" in row.item.comment.text)
    sitting.click(row.done)
    assert len(the_page(sitting).rows) == before
    sitting.undo()
    assert len(the_page(sitting).rows) == before + 1


def test_the_list_is_reached_by_keys_and_leads_to_post_and_comment(sitting: Sitting) -> None:
    called(sitting, f"@{my_name(sitting)} welcher Eingang?")
    sitting.key(Qt.Key.Key_M, CTRL | SHIFT)
    page = the_page(sitting)
    assert QApplication.focusWidget() is page.rows[0].title
    sitting.key(Qt.Key.Key_Space)
    assert sitting.front == "editor"
    assert sitting.editor.post_id == sitting.card(POST).id
    talk = sitting.editor.comments.talk
    assert talk.isVisible()
    view = next(view for view in talk.views.values() if "welcher Eingang?" in view.told.first.text)
    assert QApplication.focusWidget() is view.answer
    sitting.key(Qt.Key.Key_Space)
    sitting.type("Der hintere.")
    sitting.key(Qt.Key.Key_Return)
    said = {item.text: item.to for item in sitting.post(POST).comments}
    assert said["Der hintere."] == view.told.id


def test_another_person_at_the_computer_sees_what_is_addressed_to_them(sitting: Sitting) -> None:
    mine = my_name(sitting)
    called(sitting, f"@{mine} bitte kürzen")
    sitting.menu("tools.mentions")
    page = the_page(sitting)
    assert any("bitte kürzen" in row.item.comment.text for row in page.rows)
    other = next(item for item in sitting.house.plan.people if item.id != sitting.house.desk.person)
    sitting.window.topbar.person.chosen.emit(other.id)
    sitting.settle()
    assert not any("bitte kürzen" in row.item.comment.text for row in the_page(sitting).rows)


def test_every_part_of_the_list_has_a_name(sitting: Sitting) -> None:
    called(sitting, f"@{my_name(sitting)} bitte kürzen")
    sitting.menu("tools.mentions")
    page = the_page(sitting)
    focusable = [
        item
        for item in page.findChildren(QWidget)
        if item.isVisible() and item.focusPolicy() & Qt.FocusPolicy.TabFocus
    ]
    assert len(focusable) >= 2 * len(page.rows) > 0
    assert [item for item in focusable if not item.accessibleName()] == []
