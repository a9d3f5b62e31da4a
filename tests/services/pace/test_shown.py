# SPDX-License-Identifier: EUPL-1.2
"""Who shows the same picture within the days that the plan looks back and ahead: the same for one post as for all."""

from datetime import datetime, timedelta
from pathlib import Path

from kalender.app.house import House
from tests.ui.room import a_photo, a_post_with_pictures

RULE = "picture.again"
FIRST = datetime(2026, 12, 1, 10, 0)


def showing(house: House, picture: str, days: int, *channels: str) -> str:
    """Plan a post with a picture so many days after the first one."""
    when = FIRST + timedelta(days=days)
    post = house.posts.create(f"Tag {days}", planned=when, channels=list(channels or ("facebook",)))
    house.editing.attach(post, [picture])
    return post


def a_shown_picture(house: House, tmp_path: Path) -> tuple[str, str]:
    """Return a post of the first day with a picture, and the picture."""
    post, _attachments = a_post_with_pictures(house, [a_photo(tmp_path)])
    house.posts.move_to_day([post], FIRST.date())
    return post, house.posts.get(post).attachments[0].picture


def told(house: House, post: str) -> list[str]:
    """Return which posts are named."""
    single = [str(item.facts["other"]) for item in house.checks.of(post) if item.rule == RULE]
    every = [
        str(item.facts["other"]) for item in house.checks.all() if item.rule == RULE and item.post == post
    ]
    assert single == every
    return single


def test_a_picture_soon_shown_again_is_told_at_both_posts(house: House, tmp_path: Path) -> None:
    first, picture = a_shown_picture(house, tmp_path)
    second = showing(house, picture, 21)
    assert told(house, first) == ["Tag 21"]
    assert told(house, second) == [house.posts.get(first).title]


def test_the_days_are_a_setting_and_none_is_never(house: House, tmp_path: Path) -> None:
    first, picture = a_shown_picture(house, tmp_path)
    showing(house, picture, 21)
    house.setup.town.change(picture_days=20)
    assert told(house, first) == []
    house.setup.town.change(picture_days=21)
    assert told(house, first) == ["Tag 21"]
    house.setup.town.change(picture_days=0)
    assert told(house, first) == []
    house.desk.undo()
    assert told(house, first) == ["Tag 21"]


def test_a_channel_that_leaves_the_picture_out_does_not_show_it(house: House, tmp_path: Path) -> None:
    first, picture = a_shown_picture(house, tmp_path)
    second = showing(house, picture, 3)
    assert told(house, first)
    attachment = house.posts.get(second).attachments[0].id
    house.editing.set_version_fields(second, "facebook", hidden=(attachment,))
    assert told(house, first) == []


def test_posts_of_one_series_may_share_a_picture(house: House, tmp_path: Path) -> None:
    first, _picture = a_shown_picture(house, tmp_path)
    house.series.add(first, "FREQ=WEEKLY;COUNT=3")
    assert told(house, first) == []


def test_a_post_that_lost_the_picture_or_its_day_is_forgotten(house: House, tmp_path: Path) -> None:
    first, picture = a_shown_picture(house, tmp_path)
    second = showing(house, picture, 3)
    assert told(house, first)
    house.posts.drop([second])
    assert told(house, first) == []
