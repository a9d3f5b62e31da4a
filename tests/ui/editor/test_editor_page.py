# SPDX-License-Identifier: EUPL-1.2
"""Writing a post in the real page: versions, counters, saving, pictures, findings, the next step."""

from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from kalender.domain.crop import Focus
from kalender.domain.stage import Stage
from tests.ui.editor.conftest import Desk
from tests.ui.room import a_photo


def test_typing_in_an_inherited_tab_makes_the_version_an_own_one(desk: Desk) -> None:
    desk.tab("instagram")
    assert desk.area.text() == "Am Freitag lesen wir vor."
    QTest.keyClicks(desk.area, "Neu: ")
    desk.page._show_figures()
    look = next(item for item in desk.page.column.tabs.looks() if item.key == "instagram")
    assert look.state == "angepasst"
    assert not desk.page.column.hint.isHidden()
    post = desk.saved()
    assert post.text == "Am Freitag lesen wir vor."
    assert [(item.id, item.text) for item in post.versions if item.text is not None] == [
        ("instagram", "Neu: Am Freitag lesen wir vor.")
    ]


def test_the_common_text_reaches_every_channel_that_has_no_own(desk: Desk) -> None:
    QTest.keyClicks(desk.area, "Hallo. ")
    desk.saved()
    desk.tab("mastodon")
    assert desk.area.text() == "Hallo. Am Freitag lesen wir vor."
    assert desk.page.column.state.words[1].startswith("Vom Basistext: Text")


def test_what_is_typed_saves_itself_and_is_one_step_of_undo(desk: Desk, qtbot: QtBot) -> None:
    before = desk.post.text
    with qtbot.waitSignal(desk.page.saved, timeout=3000):
        QTest.keyClicks(desk.area, "Heute ")
    QTest.keyClicks(desk.area, "Abend ")
    assert desk.saved().text == f"Heute Abend {before}"
    QTest.keyClick(desk.area, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert desk.post.text == before
    assert desk.area.text() == before
    QTest.keyClick(desk.area, Qt.Key.Key_Y, Qt.KeyboardModifier.ControlModifier)
    assert desk.post.text == f"Heute Abend {before}"


def test_another_place_to_write_is_another_step_of_undo(desk: Desk) -> None:
    QTest.keyClicks(desk.area, "A")
    desk.tab("instagram")
    QTest.keyClicks(desk.area, "B")
    desk.saved()
    desk.page.session.undo()
    post = desk.post
    assert post.text.startswith("A")
    version = post.version("instagram")
    assert version is not None
    assert version.text is None


def test_the_counter_follows_and_marks_what_is_too_much(desk: Desk) -> None:
    desk.tab("mastodon")
    desk.area.replace(0, len(desk.area.text()), "x" * 505)
    desk.page._show_figures()
    assert desk.page.column.box.counters.cells[0].spoken == "5 Zeichen zu viel"
    excess = desk.area.extraSelections()[-1]
    assert (excess.cursor.selectionStart(), excess.cursor.selectionEnd()) == (500, 505)


def test_resetting_takes_the_common_text_back_and_can_be_undone(desk: Desk) -> None:
    desk.tab("whatsapp")
    QTest.keyClicks(desk.area, "Kurz. ")
    desk.saved()
    desk.page.column.state.reset.click()
    version = desk.post.version("whatsapp")
    assert version is not None
    assert version.text is None
    assert desk.area.text() == desk.post.text
    desk.page.session.undo()
    assert desk.area.text() == "Kurz. Am Freitag lesen wir vor."


def test_leaving_the_page_saves(desk: Desk) -> None:
    QTest.keyClicks(desk.area, "Rest ")
    desk.page.hide()
    assert desk.post.text.startswith("Rest ")


def test_a_change_made_elsewhere_shows_and_one_typed_here_stays(desk: Desk) -> None:
    desk.house.editing.set_fields(desk.id, place="Rathaus")
    assert desk.page.column.fields.line("place").text() == "Rathaus"
    QTest.keyClicks(desk.area, "Hier: ")
    desk.house.editing.set_fields(desk.id, place="Bücherei")
    assert desk.area.text().startswith("Hier: ")
    post = desk.saved()
    assert (post.place, post.text) == ("Bücherei", "Hier: Am Freitag lesen wir vor.")


def test_alt_text_is_written_under_the_picture_and_the_finding_goes(desk: Desk) -> None:
    desk.page.check()
    assert desk.page.errors() == 2
    row = next(
        desk.page.findings.row(key) for key in desk.page.findings._rows if key.startswith("alt.missing")
    )
    assert row is not None
    row.buttons[0].click()
    QTest.keyClicks(desk.page.column.album.alt, "Der Marktplatz am Abend.")
    post = desk.saved()
    assert post.attachments[0].alt == "Der Marktplatz am Abend."
    desk.page.check()
    assert desk.page.errors() == 1


def test_a_decorative_picture_needs_no_alt_text(desk: Desk) -> None:
    desk.page.column.album.decorative.click()
    assert desk.post.attachments[0].decorative
    assert not desk.page.column.album.alt.isEnabled()


def test_pictures_change_places_by_keys(desk: Desk) -> None:
    strip = desk.page.column.album.strip
    strip.choose(desk.attachments[1])
    QTest.keyClick(strip, Qt.Key.Key_Left, Qt.KeyboardModifier.ControlModifier)
    version = desk.post.versions[0]
    assert [item.id for item in desk.post.attachments_for(version)] == [
        desk.attachments[1],
        desk.attachments[0],
    ]
    assert strip.current == desk.attachments[1]


def test_pictures_change_places_by_dragging(desk: Desk) -> None:
    strip = desk.page.column.album.strip
    mime = strip.model().mimeData([strip.model().index(0, 0)])
    last = QPointF(strip.visualRect(strip.model().index(1, 0)).right() - 2, 20)
    event = QDropEvent(
        last, Qt.DropAction.MoveAction, mime, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    )
    strip.dropEvent(event)
    version = desk.post.versions[0]
    assert [item.id for item in desk.post.attachments_for(version)] == [
        desk.attachments[1],
        desk.attachments[0],
    ]


def test_a_picture_file_that_is_pasted_into_the_text_joins_the_post(desk: Desk, tmp_path: Path) -> None:
    from PySide6.QtCore import QUrl

    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(a_photo(tmp_path, "neu.jpg")))])
    desk.area.insertFromMimeData(mime)
    assert len(desk.post.attachments) == 3
    assert desk.area.text() == desk.post.text


def test_a_hashtag_is_mended_with_one_click_and_undone_alone(desk: Desk) -> None:
    desk.area.replace(0, len(desk.area.text()), "Ein Buch in Lindenbrunn. #buchlindenbrunn")
    desk.saved()
    desk.page.check()
    key = next(item for item in desk.page.findings._rows if item.startswith("hashtag.camel_case"))
    row = desk.page.findings.row(key)
    assert row is not None
    row.buttons[0].click()
    assert desk.post.text == "Ein Buch in Lindenbrunn. #BuchLindenbrunn"
    desk.page.session.undo()
    assert desk.post.text == "Ein Buch in Lindenbrunn. #buchlindenbrunn"


def test_a_finding_at_several_places_is_mended_with_one_click_and_undone_alone(desk: Desk) -> None:
    before = "Das gibt es 🎄:\n✅ Kuchen\n✅ Kaffee\n✅ Musik 🎄"
    desk.area.replace(0, len(desk.area.text()), before)
    desk.saved()
    desk.page.check()
    key = next(item for item in desk.page.findings._rows if item.startswith("text.emoji_bullets"))
    row = desk.page.findings.row(key)
    assert row is not None
    assert row.buttons[0].text() == "Striche nehmen"
    row.buttons[0].click()
    assert desk.post.text == "Das gibt es 🎄:\n– Kuchen\n– Kaffee\n– Musik 🎄"
    assert desk.page.findings.row(key) is None
    desk.page.session.undo()
    assert desk.post.text == before


def test_findings_are_gone_through_shown_and_mended_by_keys_alone(desk: Desk) -> None:
    text = "Das Fest!! In Lindenbrunn feiern wir  gern. #festlindenbrunn"
    desk.area.replace(0, len(desk.area.text()), text)
    desk.saved()
    desk.page.check()
    QApplication.processEvents()
    keys = list(desk.page.findings._rows)
    places = {key.partition("/")[0]: place for place, key in enumerate(keys)}
    desk.area.setFocus()
    for _ in range(places["text.marks_run"] + 1):
        desk.page._next_finding()
    row = desk.page.findings.row(keys[places["text.marks_run"]])
    assert row is not None
    assert desk.page.focusWidget() is row
    assert "Fest" not in desk.area.textCursor().selectedText()
    QTest.keyClick(row, Qt.Key.Key_Return)
    assert desk.area.textCursor().selectedText() == "!!"
    assert desk.page.focusWidget() is desk.area
    row.setFocus()
    QTest.keyClick(row, Qt.Key.Key_Space)
    assert desk.post.text == text.replace("!!", "!")
    other = desk.page.findings.row(
        next(k for k in desk.page.findings._rows if k.startswith("text.double_space"))
    )
    assert other is not None
    before = list(desk.page.findings._rows.values())
    before[before.index(other) - 1].setFocus()
    QTest.keyClick(before[before.index(other) - 1], Qt.Key.Key_Down)
    assert desk.page.focusWidget() is other
    QTest.keyClick(other, Qt.Key.Key_Space)
    assert desk.post.text == text.replace("!!", "!").replace("  ", " ")


def test_a_missing_statement_leads_to_its_field(desk: Desk) -> None:
    text = "Das Bürgerbüro bleibt am Montag geschlossen."
    desk.area.replace(0, len(desk.area.text()), text)
    desk.saved()
    desk.page.check()
    key = next(item for item in desk.page.findings._rows if item.startswith("post.alternative_missing"))
    row = desk.page.findings.row(key)
    assert row is not None
    row.buttons[0].click()
    QApplication.processEvents()
    assert desk.page.focusWidget() is desk.page.column.fields.line("alternative")


def test_a_link_that_counts_is_mended_in_its_field(desk: Desk) -> None:
    desk.house.editing.set_fields(desk.id, link="https://lindenbrunn.de/a?utm_source=fb")
    desk.page.check()
    key = next(item for item in desk.page.findings._rows if item.startswith("link.tracking"))
    row = desk.page.findings.row(key)
    assert row is not None
    row.buttons[0].click()
    assert desk.post.link == "https://lindenbrunn.de/a"
    assert desk.page.column.fields.line("link").text() == "https://lindenbrunn.de/a"
    desk.page.session.undo()
    assert desk.post.link.endswith("utm_source=fb")


def test_channels_are_chosen_and_own_texts_of_the_others_stay(desk: Desk) -> None:
    desk.tab("instagram")
    QTest.keyClicks(desk.area, "X")
    desk.page.column.add.click()
    popover = next(
        item for item in desk.page.findChildren(QAbstractButton) if item.text() == "Kanäle übernehmen"
    )
    boxes = popover.parent()
    assert boxes is not None
    boxes.boxes["mastodon"].setChecked(False)  # type: ignore[attr-defined]  # the popover of the channels
    popover.click()
    assert [item.id for item in desk.post.versions] == ["facebook", "instagram", "whatsapp"]
    assert desk.post.versions[1].text is not None


def test_date_person_topic_and_title_are_saved(desk: Desk) -> None:
    header = desk.page.header
    header.when.chosen.emit(datetime(2026, 12, 14, 9, 30))
    header.who.chosen.emit("ines")
    topic = desk.page.column.fields.topic
    topic.setCurrentIndex(2)
    topic.activated.emit(2)
    header.title.setFocus()
    header.title.selectAll()
    QTest.keyClicks(header.title, "Vorlesen")
    QTest.keyClick(header.title, Qt.Key.Key_Return)
    post = desk.post
    assert (post.planned, post.responsible, post.topic, post.title) == (
        datetime(2026, 12, 14, 9, 30),
        "ines",
        "familie",
        "Vorlesen",
    )


def test_strg_enter_names_what_is_in_the_way_and_then_asks_for_the_review(desk: Desk) -> None:
    QTest.keyClick(desk.area, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert desk.page.stage() is Stage.DRAFT
    assert desk.refused == ["2 Prüfungen sind noch zu beheben."]
    for attachment in desk.attachments:
        desk.house.editing.set_alt(desk.id, attachment, f"Etwas ist zu sehen, {attachment}.")
    QTest.keyClick(desk.area, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert desk.page.stage() is Stage.IN_REVIEW
    assert desk.said == ["Zur Prüfung gegeben"]


def test_the_main_button_follows_the_stage_and_a_void_approval_says_why(desk: Desk) -> None:
    house = desk.house
    for attachment in desk.attachments:
        house.editing.set_alt(desk.id, attachment, f"Etwas ist zu sehen, {attachment}.")
    house.reviews.request(desk.id)
    assert desk.page.header.next.text() == "Prüfung öffnen"
    house.desk.acting_as("ines")
    house.reviews.approve(desk.id, house.reviews.sheet(desk.id).digest)
    house.desk.acting_as("katrin")
    assert desk.page.stage() is Stage.APPROVED
    assert desk.page.header.next.text() == "Exportieren …"
    QTest.keyClicks(desk.area, "X")
    desk.saved()
    assert desk.page.header.next.text() == "Zur Prüfung geben"
    assert desk.page.banners.words() == [
        "Frühere Freigabe gilt nicht mehr. Inhalt nach der Freigabe geändert."
    ]


def test_the_preview_shows_the_crop_around_the_focus_point(desk: Desk) -> None:
    desk.tab("instagram")
    desk.page.check()
    shown = desk.page.looking.preview.content
    assert shown is not None
    assert shown.pictures[0].width() / shown.pictures[0].height() == pytest.approx(0.8, abs=0.005)
    before = shown.pictures[0]
    desk.house.pictures.set_focus(desk.post.attachments[0].picture, Focus(x=0, y=500))
    desk.page.check()
    after = desk.page.looking.preview.content
    assert after is not None
    assert after.pictures[0] != before


def test_comments_are_written_and_shown(desk: Desk) -> None:
    desk.page.comments.fold.click()
    QTest.keyClicks(desk.page.comments.entry, "Aufzug nennen")
    QTest.keyClick(desk.page.comments.entry, Qt.Key.Key_Return)
    assert [item.text for item in desk.post.comments] == ["Aufzug nennen"]
    assert desk.page.comments.fold.text() == "Kommentare (1 offen)"


def test_the_preview_becomes_a_tab_beside_the_findings_in_a_small_window(desk: Desk) -> None:
    assert desk.page.columns.mode == 3
    desk.page.resize(1284, 690)
    assert desk.page.columns.mode == 2
    assert not desk.page.looking.isVisible()
    desk.page.columns.side_switch.button("look").click()
    assert desk.page.looking.isVisible()
    assert not desk.page.findings.isVisible()


def test_everything_that_takes_the_focus_has_a_name(desk: Desk) -> None:
    nameless = [
        widget
        for kind in (QAbstractButton, QLineEdit)
        for widget in desk.page.findChildren(kind)
        if widget.focusPolicy() != Qt.FocusPolicy.NoFocus
        and not widget.accessibleName()
        and widget.isVisible()
    ]
    assert nameless == []


def test_a_story_does_not_limit_the_pictures_of_the_feed(desk: Desk) -> None:
    desk.tab("instagram")
    assert desk.page.column.album.head.note.text().startswith("2 von höchstens 20")


def test_the_menu_holds_what_is_rarer_and_says_why_not(desk: Desk) -> None:
    entries = {action.text(): action for action in desk.page.verbs.more().actions() if action.text()}
    assert entries["Prüfung zurückziehen"].toolTip() == "Der Beitrag ist nicht in Prüfung."
    assert not entries["Prüfung zurückziehen"].isEnabled()
    opened: list[str] = []
    desk.page.open_post.connect(opened.append)
    entries["Duplizieren"].trigger()
    assert len(opened) == 1
    entries["Löschen"].trigger()
    assert desk.said[-1] == "„Vorlesen in der Bücherei“ gelöscht"
    assert desk.page.post_id == ""
    desk.house.desk.undo()
    assert desk.post.title == "Vorlesen in der Bücherei"
