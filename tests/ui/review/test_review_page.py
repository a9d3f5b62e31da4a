# SPDX-License-Identifier: EUPL-1.2
"""The review over a real plan: what is shown is what is decided on, by mouse and by single keys."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel

from kalender.domain.post import DecisionKind
from kalender.domain.stage import Stage
from kalender.settings.preferences import PreferenceFile
from kalender.ui.review.rooms import Room, room_for
from kalender.ui.theme.theme import Theme
from kalender.ui.widgets.blocks.sealbox import SealBox
from kalender.ui.widgets.preview.frame import Preview
from kalender.ui.widgets.preview.lighting import LIGHT
from tests.ui.review.conftest import Desk
from tests.ui.stages import approve

Key = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier


def test_the_first_waiting_post_is_shown(desk: Desk) -> None:
    assert desk.page.model.rowCount() == 2
    assert desk.page.shown == desk.posts.waiting
    assert desk.page.head.title.text() == "Müllabfuhr"
    assert desk.page.digest == desk.house.reviews.sheet(desk.posts.waiting).digest
    assert not desk.page.reading.changes.isVisible()


def test_approving_asks_once_then_approves_what_is_shown_and_goes_on(desk: Desk) -> None:
    digest = desk.page.digest
    desk.key(Key.Key_F)
    assert desk.stage(desk.posts.waiting) is Stage.IN_REVIEW
    assert desk.page.bar.sure.isVisible()
    assert desk.page.bar.sure.text() == "Fassung 1 freigeben"
    desk.page.bar.sure.click()
    assert desk.stage(desk.posts.waiting) is Stage.APPROVED
    assert desk.house.posts.get(desk.posts.waiting).decisions[-1].digest == digest
    assert desk.page.shown == desk.posts.later


def test_content_changed_meanwhile_is_not_approved_but_shown_anew_with_a_notice(desk: Desk) -> None:
    page, seen = desk.page, desk.page.digest
    desk.deaf()
    desk.someone_writes(desk.posts.waiting, "Die Tonnen werden erst am Montag geleert.")
    assert page.digest == seen
    page.bar.start_approve()
    page.bar.sure.click()
    post = desk.house.posts.get(desk.posts.waiting)
    assert not post.decisions
    assert "wurde geändert, während Sie geprüft haben" in desk.refused[-1]
    assert page.shown == desk.posts.waiting
    assert page.digest != seen
    assert page.reading.notice.isVisible()
    assert not page.bar.approve.isEnabled()


def test_a_change_while_one_reads_is_shown_at_once_and_told(desk: Desk) -> None:
    seen = desk.page.digest
    desk.someone_writes(desk.posts.waiting, "Die Tonnen werden erst am Montag geleert.")
    assert desk.page.shown == desk.posts.waiting
    assert desk.page.digest != seen
    assert desk.page.reading.notice.isVisible()
    assert not desk.page.bar.approve.isEnabled()


def test_asking_for_a_change_needs_a_reason_and_goes_on_to_the_next(desk: Desk) -> None:
    desk.key(Key.Key_A)
    assert desk.page.bar.reason.hasFocus()
    desk.page.bar.send.click()
    assert desk.stage(desk.posts.waiting) is Stage.IN_REVIEW
    assert desk.page.bar.reason.accessibleDescription() == "Bitte schreiben Sie einen Satz dazu."
    QTest.keyClicks(desk.page.bar.reason, "Bitte das Datum nennen.")
    QTest.keyClick(desk.page.bar.reason, Key.Key_Return, CTRL)
    said = desk.house.posts.get(desk.posts.waiting).decisions[-1]
    assert (said.kind, said.comment) == (DecisionKind.CHANGE, "Bitte das Datum nennen.")
    assert desk.page.shown == desk.posts.later


def test_single_keys_are_letters_while_one_writes(desk: Desk) -> None:
    desk.key(Key.Key_C)
    reply = desk.page.side.talk.reply
    assert reply.hasFocus()
    QTest.keyClicks(reply, "fjka1")
    assert reply.text() == "fjka1"
    assert desk.page.shown == desk.posts.waiting
    assert not desk.page.bar.sure.isVisible()
    QTest.keyClick(reply, Key.Key_Return)
    assert desk.house.posts.get(desk.posts.waiting).comments[-1].text == "fjka1"
    QTest.keyClick(reply, Key.Key_Escape)
    desk.key(Key.Key_A)
    QTest.keyClicks(desk.page.bar.reason, "jf")
    assert desk.page.bar.reason.toPlainText() == "jf"
    assert desk.page.shown == desk.posts.waiting


def test_j_and_k_go_through_the_list(desk: Desk) -> None:
    desk.key(Key.Key_J)
    assert desk.page.shown == desk.posts.later
    desk.key(Key.Key_J)
    assert desk.page.shown == desk.posts.later
    desk.key(Key.Key_K)
    assert desk.page.shown == desk.posts.waiting
    desk.key(Key.Key_Return)
    assert desk.opened == [desk.posts.waiting]


def test_digits_choose_the_channel_of_the_preview(desk: Desk) -> None:
    desk.house.desk.acting_as("katrin")
    desk.house.reviews.withdraw(desk.posts.waiting)
    desk.house.editing.set_channels(desk.posts.waiting, ["facebook", "whatsapp", "mastodon"])
    desk.house.reviews.request(desk.posts.waiting)
    desk.sit_down("ines")
    assert desk.page.reading.channels.current == "facebook"
    desk.key(Key.Key_3)
    assert desk.page.reading.channels.current == "mastodon"
    (preview,) = desk.seen(Preview)
    assert preview.content is not None
    assert preview.content.platform == "mastodon"
    desk.key(Key.Key_4)
    assert desk.page.reading.channels.current == "mastodon"


def test_a_reviewer_sees_the_whole_text_and_nothing_behind_more(desk: Desk) -> None:
    long = "Alles Wichtige zur Müllabfuhr an den Feiertagen. " * 20
    desk.someone_writes(desk.posts.waiting, long)
    (preview,) = desk.seen(Preview)
    assert preview.content is not None
    assert preview.content.shown == desk.house.posts.get(desk.posts.waiting).text


def test_who_may_not_approve_reads_why_and_can_do_nothing(desk: Desk) -> None:
    desk.sit_down("katrin")
    assert not desk.page.bar.approve.isEnabled()
    assert not desk.page.bar.change.isEnabled()
    assert desk.page.bar.covers.text().startswith("Freigeben kann nur Ines Falkner")
    desk.key(Key.Key_F)
    desk.key(Key.Key_A)
    assert not desk.page.bar.sure.isVisible()
    assert not desk.page.bar.reason.isVisible()
    assert "Ines Falkner" in desk.page.offers()["post.approve"]


def test_own_work_needs_someone_else_or_a_reason(desk: Desk) -> None:
    desk.house.reviews.withdraw(desk.posts.waiting)
    desk.house.editing.set_text(desk.posts.waiting, "Von Ines selbst geschrieben.")
    desk.house.reviews.request(desk.posts.waiting)
    desk.page.show_post(desk.posts.waiting)
    assert not desk.page.bar.approve.isEnabled()
    assert "Vier-Augen-Prinzip" in desk.page.bar.covers.text()
    desk.page.bar.urgent.click()
    QTest.keyClicks(desk.page.bar.reason, "Sturmwarnung, niemand sonst im Haus.")
    desk.page.bar.send.click()
    said = desk.house.posts.get(desk.posts.waiting).decisions[-1]
    assert said.kind is DecisionKind.URGENT
    assert desk.stage(desk.posts.waiting) is Stage.APPROVED


def test_after_the_last_decision_nothing_is_left_to_do(desk: Desk) -> None:
    for _ in range(2):
        desk.page.bar.start_approve()
        desk.page.bar.sure.click()
    assert desk.page.model.rowCount() == 0
    assert desk.page.shown == ""
    assert not desk.page.rooms.isVisible()
    assert desk.page.offers()["post.approve"] == "Zurzeit wartet nichts auf Sie."


def test_not_asking_again_is_remembered(desk: Desk) -> None:
    heard: list[bool] = []
    desk.page.confirmation_off.connect(lambda: heard.append(True))
    desk.key(Key.Key_F)
    desk.page.bar.never.setChecked(True)
    desk.page.bar.sure.click()
    assert heard == [True]
    desk.key(Key.Key_F)
    assert desk.stage(desk.posts.later) is Stage.APPROVED


def test_a_comma_changed_afterwards_voids_the_approval_with_the_reason(desk: Desk) -> None:
    text = desk.house.posts.get(desk.posts.approved).text
    desk.someone_writes(desk.posts.approved, text.replace(":", ",", 1))
    assert desk.page.show_post(desk.posts.approved)
    broken = desk.seen(SealBox)
    assert [item.valid for item in broken] == [False]
    words = " ".join(label.text() for label in broken[0].findChildren(QLabel))
    assert "Frühere Freigabe gilt nicht mehr" in words
    assert "Inhalt nach der Freigabe geändert." in words
    assert desk.page.reading.changes.isVisible()
    assert not desk.page.bar.approve.isEnabled()
    assert "kein Prüfauftrag" in desk.page.bar.covers.text()


def test_submitted_again_it_shows_the_difference_and_can_be_approved(desk: Desk) -> None:
    text = desk.house.posts.get(desk.posts.approved).text
    desk.someone_writes(desk.posts.approved, text.replace(":", ",", 1))
    desk.house.desk.acting_as("katrin")
    desk.house.reviews.request(desk.posts.approved)
    desk.sit_down("ines")
    assert desk.page.model.row_of(desk.posts.approved) == 0
    assert desk.page.show_post(desk.posts.approved)
    assert desk.page.reading.changes.isVisible()
    assert desk.page.bar.approve.isEnabled()
    desk.page.bar.start_approve()
    assert desk.page.bar.sure.text() == "Fassung 2 freigeben"
    desk.page.bar.sure.click()
    assert desk.stage(desk.posts.approved) is Stage.APPROVED


def test_what_is_being_written_survives_news_that_do_not_touch_the_content(desk: Desk) -> None:
    desk.key(Key.Key_A)
    QTest.keyClicks(desk.page.bar.reason, "Halb geschr")
    desk.house.reviews.comment(desk.posts.waiting, "Noch etwas.")
    approve(desk.house, desk.posts.later)
    desk.sit_down("ines")
    assert desk.page.bar.reason.toPlainText() == "Halb geschr"
    assert desk.page.bar.reason.isVisible()


def test_a_deleted_post_gives_way_to_the_next(desk: Desk) -> None:
    desk.house.posts.delete([desk.posts.waiting])
    assert desk.page.shown == desk.posts.later


@pytest.mark.parametrize(
    ("width", "scale", "room"),
    [
        (1358, 100, Room.WIDE),
        (1284, 100, Room.MIDDLE),
        (942, 100, Room.FOLDED),
        (1358, 200, Room.SINGLE),
        (1284, 150, Room.SINGLE),
    ],
)
def test_the_arrangement_follows_width_and_text_size(width: int, scale: int, room: Room) -> None:
    assert room_for(width, scale) is room


def test_large_text_shows_one_post_of_all_and_the_list_on_demand(desk: Desk, theme: Theme) -> None:
    theme.set_scale(200)
    QApplication.processEvents()
    assert desk.page.rooms.room is Room.SINGLE
    assert desk.page.rooms.place_words.text() == "Beitrag 1 von 2"
    assert not desk.page.list.isVisible()
    assert desk.page.bar.approve.isVisible()
    assert desk.page.bar.covers.font().pointSizeF() == theme.font("small").pointSizeF()
    desk.page.rooms.stepped.emit(1)
    assert desk.page.rooms.place_words.text() == "Beitrag 2 von 2"
    desk.page.rooms.toggle.click()
    assert desk.page.list.isVisible()
    desk.page.inbox.choose(desk.posts.waiting)
    assert not desk.page.list.isVisible()
    assert desk.page.shown == desk.posts.waiting
    theme.set_scale(100)
    QApplication.processEvents()
    assert desk.page.list.isVisible()


def test_the_preview_turns_dark_by_key_and_by_button_and_agrees_with_the_other_pages(
    desk: Desk, tmp_path: Path
) -> None:
    file, lighting = PreferenceFile(tmp_path / "preferences.toml"), desk.page.reading.lighting

    def dark() -> bool:
        QApplication.processEvents()  # Qt shows what is added to a layout a moment later
        (shown,) = (item for item in desk.page.reading.findChildren(Preview) if item.isVisible())
        assert shown.content is not None
        return shown.content.dark

    lighting.remember(file)
    assert not dark()
    desk.key(Key.Key_D)
    assert dark()
    assert file.values.preview_dark
    desk.key(Key.Key_K)
    assert dark()
    lighting.button(LIGHT).click()
    assert not dark()
    desk.page.hide()
    file.change(preview_dark=True)
    desk.page.show()
    assert dark()
