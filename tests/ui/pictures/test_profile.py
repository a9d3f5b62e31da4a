# SPDX-License-Identifier: EUPL-1.2
"""A post is seen in the profile of Instagram beside its neighbours, cut to 3:4, as it is being decided."""

from datetime import datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from kalender.app.house import House
from kalender.services.pace.feed import MOST, feed, lasting_format
from kalender.ui.theme.theme import Theme
from kalender.ui.widgets.preview.grid import ProfileSheet, profile_tiles
from tests.ui.pictures.table import Table, a_table
from tests.ui.room import copies


@pytest.fixture
def table(qtbot: QtBot, theme: Theme, house: House, tmp_path: Path) -> Table:
    return a_table(qtbot, theme, house, tmp_path)


def others(table: Table, count: int, *, step: int = 1) -> list[str]:
    """Plan posts with a picture, a day after each other behind the one on the table."""
    house = table.house
    picture = table.post.attachments[0].picture
    start, found = table.post.planned, []
    assert start is not None
    for number in range(1, count + 1):
        id_ = house.posts.create(
            f"Beitrag {number}", planned=start + timedelta(days=number * step), text="Text."
        )
        house.editing.attach(id_, [picture])
        found.append(id_)
    return found


def test_the_newest_comes_first_and_a_post_has_older_and_newer_neighbours(table: Table) -> None:
    later = others(table, 20)
    earlier = others(table, 20, step=-1)
    found = [post.id for post in feed(table.house.posts, table.post, "instagram")]
    assert len(found) == MOST
    at = found.index(table.id)
    assert found[:at] == later[:at][::-1]
    assert found[at + 1 :] == earlier[: len(found) - at - 1]
    assert at == 5


def test_what_has_no_picture_or_goes_elsewhere_is_not_in_the_profile(table: Table) -> None:
    house = table.house
    plain = house.posts.create("Nur Text", planned=datetime(2026, 12, 12, 9, 0), text="Text.")
    (elsewhere,) = others(table, 1, step=2)
    house.editing.set_channels(elsewhere, ["facebook"])
    house.posts.drop(others(table, 1, step=3))
    assert [post.id for post in feed(house.posts, table.post, "instagram")] == [table.id]
    assert plain not in [post.id for post in feed(house.posts, table.post, "instagram")]


def test_a_post_without_a_date_stands_before_all_others(table: Table) -> None:
    house = table.house
    (other,) = others(table, 1)
    house.posts.to_backlog([table.id])
    assert [post.id for post in feed(house.posts, table.post, "instagram")][:1] == [table.id]
    assert other


def test_a_channel_that_only_has_stories_has_no_profile(table: Table) -> None:
    house = table.house
    house.editing.set_version_fields(table.id, "instagram", formats=("instagram.story",))
    post = table.post
    version = post.version("instagram")
    assert version is not None
    assert lasting_format(version, house.plan.around(post)) is None
    images = copies(house)
    tiles = profile_tiles([post], "instagram", house.plan.around, lambda id_, _px: images[id_], post.id)
    assert tiles == []


def test_the_button_opens_the_profile_with_what_is_decided_so_far(table: Table) -> None:
    others(table, 2)
    page = table.page
    assert page.tools.profile.isVisible()
    QTest.mouseClick(page.tools.whole, Qt.MouseButton.LeftButton)
    QTest.mouseClick(page.fitting.bar.choice.button("#000000"), Qt.MouseButton.LeftButton)
    QTest.mouseClick(page.tools.profile, Qt.MouseButton.LeftButton)
    sheet = next(item for item in page.findChildren(ProfileSheet) if item.isVisible())
    assert [tile.now for tile in sheet.view.tiles] == [False, False, True]
    own = sheet.view.tiles[2]
    assert own.image.pixelColor(own.image.width() // 2, 4).name() == "#000000"
    assert own.many
    assert own.spoken == "Vorlesen in der Bücherei, Fr 11. Dez., 15:00, mehrere Bilder, dieser Beitrag"
    assert sheet.view.currentIndex().row() == 2
    QTest.keyClick(sheet.view, Qt.Key.Key_Home)
    assert sheet.view.currentIndex().row() == 0
    QTest.keyClick(sheet, Qt.Key.Key_Escape)


def test_a_shape_that_does_not_go_to_instagram_offers_no_profile(table: Table) -> None:
    page = table.page
    page._choose(2)
    assert page.frame is not None
    assert page.frame.channels == ("mastodon",)
    assert not page.tools.profile.isVisible()
