# SPDX-License-Identifier: EUPL-1.2
"""The fields of a post: folded, offered, own to a channel, ticked."""

from datetime import datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from kalender.domain.plan import Meeting
from kalender.ui.editor.fields.more import EMBARGO, GROUPS, MEETING
from kalender.ui.editor.fields.panel import Fields
from tests.ui.editor.conftest import Desk


@pytest.fixture
def fields(desk: Desk) -> Fields:
    return desk.page.column.fields


def test_the_fold_says_what_is_in_it(desk: Desk, fields: Fields) -> None:
    desk.house.editing.set_fields(
        desk.id, groups=("Familien",), embargo=datetime(2026, 12, 10, 18, 0), goal="Viele kommen"
    )
    desk.page.open(desk.id)
    assert fields.summary.text() == "Sperrfrist bis Do 10. Dez., 18:00 · Für: Familien · Ziel"
    fields.fold.click()
    assert not fields.more.isHidden()
    assert fields.summary.text() == ""
    assert fields.more.lines["goal"].text() == "Viele kommen"
    assert fields.more.several[GROUPS].words == ("Familien",)


def test_target_groups_are_typed_with_commas_or_ticked_and_undone(desk: Desk, fields: Fields) -> None:
    line = fields.more.several[GROUPS]
    fields.reveal()
    line.setText("Familien,  Winzer , familien")
    line.editingFinished.emit()
    assert desk.post.groups == ("Familien", "Winzer")
    assert "Jugendliche" in line.ask()
    line.open_menu()
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    next(action for action in menu.actions() if action.text() == "Jugendliche").trigger()
    menu.close()
    assert "Jugendliche" in desk.post.groups
    desk.page.session.undo()
    assert desk.post.groups == ("Familien", "Winzer")
    desk.page.open(desk.id)
    assert line.text() == "Familien, Winzer"


def test_contacts_of_other_posts_are_offered_and_taken(desk: Desk, fields: Fields) -> None:
    other = desk.house.posts.create("Fest")
    desk.house.editing.set_fields(other, contact="Tourismus, 0123")
    line = fields.more.lines["contact"]
    assert "Tourismus, 0123" in line.ask()
    line.chosen.emit("Tourismus, 0123")
    assert desk.post.contact == "Tourismus, 0123"


def test_a_meeting_is_chosen_from_those_around_the_day(desk: Desk, fields: Fields) -> None:
    with desk.house.desk.action("plan.settings") as act:
        act.put(Meeting(id="rat", title="Gemeinderat", start=datetime(2026, 12, 15, 19, 0)))
    choice = fields.more.meeting
    choice._fill()
    row = choice.findText("Gemeinderat, Di 15. Dez., 19:00")
    assert row > 0
    choice.activated.emit(row)
    assert desk.post.not_before == "rat"
    assert choice.currentText() == "Gemeinderat, Di 15. Dez., 19:00"
    fields.chosen.emit(MEETING, "")
    assert desk.post.not_before == ""


def test_an_embargo_is_set_and_taken_away(desk: Desk, fields: Fields) -> None:
    fields.chosen.emit(EMBARGO, datetime(2026, 12, 10, 18, 0))
    assert desk.post.embargo == datetime(2026, 12, 10, 18, 0)
    assert fields.more.embargo.text() == "Do 10.12.2026, 18:00"
    fields.chosen.emit(EMBARGO, None)
    assert fields.more.embargo.text() == "Keine Sperrfrist"


def test_the_checklist_grows_is_ticked_and_says_how_far_it_is(desk: Desk, fields: Fields) -> None:
    fields.todo_fold.click()
    fields.checklist.entry.setText("Bild da")
    QTest.keyClick(fields.checklist.entry, Qt.Key.Key_Return)
    fields.checklist.entry.setText("Termin geprüft")
    QTest.keyClick(fields.checklist.entry, Qt.Key.Key_Return)
    assert [row.todo.text for row in fields.checklist.rows] == ["Bild da", "Termin geprüft"]
    fields.checklist.rows[0].box.click()
    assert [item.done for item in desk.post.todos] == [True, False]
    assert fields.todo_fold.text() == "Checkliste, 1 von 2 erledigt"
    fields.checklist.rows[1].remove.click()
    assert fields.todo_fold.text() == "Checkliste, alles erledigt"
    desk.page.session.undo()
    assert len(desk.post.checklist) == 2


def test_a_channel_has_its_own_link_date_and_comment_and_gives_each_back(desk: Desk, fields: Fields) -> None:
    desk.house.editing.set_fields(desk.id, link="https://stadt.example/a")
    desk.page.open(desk.id)
    assert fields.own.isHidden()
    channel = desk.post.versions[0].id
    desk.tab(channel)
    own = fields.own
    assert not own.isHidden()
    assert own.link.placeholderText() == "wie im Beitrag: https://stadt.example/a"
    for link in own.resets.values():
        assert link.isHidden()
    own.link.textEdited.emit("https://stadt.example/b")
    own.comment.textEdited.emit("Mehr im Profil")
    own.dated.emit(datetime(2026, 12, 12, 9, 30))
    version = desk.saved().version(channel)
    assert version is not None
    assert (version.link, version.first_comment) == ("https://stadt.example/b", "Mehr im Profil")
    assert version.planned == datetime(2026, 12, 12, 9, 30)
    assert desk.page.column.state.words[0] == "Angepasst: Link, Termin, Erster Kommentar"
    for name in ("planned", "link", "first_comment"):
        assert not own.resets[name].isHidden()
        own.resets[name].click()
        assert own.resets[name].isHidden()
    version = desk.saved().version(channel)
    assert version is not None
    assert (version.link, version.first_comment, version.planned) == (None, "", None)
    desk.page.session.undo()
    version = desk.post.version(channel)
    assert version is not None
    assert version.first_comment == "Mehr im Profil"


def test_every_field_has_a_name_for_those_who_hear_it(desk: Desk, fields: Fields) -> None:
    fields.reveal()
    parts = [
        *fields.more.lines.values(),
        *fields.more.several.values(),
        fields.more.embargo,
        fields.more.meeting,
    ]
    own = fields.own
    for part in [*parts, own.date, own.link, own.comment, fields.checklist.entry]:
        assert part.accessibleName(), part
