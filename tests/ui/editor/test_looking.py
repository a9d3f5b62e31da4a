# SPDX-License-Identifier: EUPL-1.2
"""The preview lets one leaf through the pictures, read their descriptions and unfold the text."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from kalender.settings.preferences import PreferenceFile
from kalender.ui.widgets.preview.lighting import DARK, LIGHT
from tests.ui.editor.conftest import Desk


def test_keys_leaf_through_the_pictures_and_their_descriptions(desk: Desk) -> None:
    desk.house.editing.set_alt(desk.id, desk.attachments[1], "Das Rathaus im Schnee")
    desk.tab("instagram")
    desk.page.check()
    looking = desk.page.looking
    assert (looking.where.text(), looking.back.isEnabled()) == ("Bild 1 von 2", False)
    QTest.keyClick(looking.on, Qt.Key.Key_Space)
    assert looking.where.text() == "Bild 2 von 2"
    assert looking.described.text() == "Alternativtext: Das Rathaus im Schnee"
    assert not looking.on.isEnabled()
    content = looking.preview.content
    assert content is not None
    assert content.at == 1
    desk.tab("facebook")
    desk.page.check()
    assert looking.where.text() == "Bild 1 von 2"


def test_a_folded_text_is_unfolded_and_folded_again(desk: Desk) -> None:
    desk.tab("instagram")
    desk.house.editing.set_text(desk.id, "Sehr viele Wörter stehen hier. " * 20)
    desk.page.check()
    looking = desk.page.looking
    assert looking.unfold.text() == "Ganzen Text zeigen"
    looking.unfold.click()
    assert looking.preview.content is not None
    assert not looking.preview.content.folded
    looking.unfold.click()
    assert looking.preview.content.folded


def test_a_short_text_has_nothing_to_unfold(desk: Desk) -> None:
    desk.house.editing.set_text(desk.id, "Kurz.")
    desk.tab("instagram")
    desk.page.check()
    assert desk.page.looking.unfold.isHidden()


def test_feeds_are_shown_dark_by_keys_whatever_the_window_looks_like(desk: Desk) -> None:
    looking = desk.page.looking
    heard: list[bool] = []
    looking.feed.told.connect(heard.append)

    def dark() -> bool:
        assert looking.preview.content is not None
        return looking.preview.content.dark

    assert not dark()
    looking.feed.setFocus()
    looking.feed.button(DARK).click()
    assert dark()
    assert heard == [True]
    desk.page.open(desk.id)
    assert dark()
    looking.feed.button(LIGHT).click()
    assert not dark()
    assert heard == [True, False]


def test_what_was_chosen_is_remembered_on_this_computer(desk: Desk, tmp_path: Path) -> None:
    file = PreferenceFile(tmp_path / "preferences.toml")
    desk.page.looking.feed.remember(file)
    desk.page.looking.feed.button(DARK).click()
    assert PreferenceFile(tmp_path / "preferences.toml").values.preview_dark
    desk.page.looking.feed.button(LIGHT).click()
    assert not PreferenceFile(tmp_path / "preferences.toml").values.preview_dark
