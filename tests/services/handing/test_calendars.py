# SPDX-License-Identifier: EUPL-1.2
"""The plan in the calendars of others: numbers stay, versions count up, and what is gone stays there as cancelled."""

from datetime import date, datetime
from pathlib import Path

import pytest

from kalender.app.house import House
from kalender.domain.refusal import RefusalKind, Refused
from kalender.exchange.calendars.writing import Certainty, WrittenEvent

FIRST, LAST = date(2026, 11, 1), date(2027, 1, 31)
SIX = datetime(2026, 12, 5, 18, 0)


def events(house: House, channel: str = "") -> dict[str, WrittenEvent]:
    return {item.uid: item for item in house.calendar_export.events(FIRST, LAST, channel=channel)}


def the_one(house: House) -> WrittenEvent:
    (event,) = events(house).values()
    return event


def test_a_post_keeps_its_number_and_every_change_raises_its_version(house: House) -> None:
    id_ = house.posts.create("Markt", planned=SIX)
    before = the_one(house)
    house.posts.move_to_day([id_], date(2026, 12, 8))
    after = the_one(house)
    assert before.uid == after.uid == f"{id_}@kalender"
    assert after.version > before.version
    assert after.start == datetime(2026, 12, 8, 18, 0)
    house.desk.undo()
    assert the_one(house).version > after.version


@pytest.mark.parametrize("verb", ["delete", "drop", "to_backlog"])
def test_what_is_gone_stays_there_as_cancelled(house: House, verb: str) -> None:
    id_ = house.posts.create("Markt", planned=SIX)
    version = the_one(house).version
    getattr(house.posts, verb)([id_])
    gone = the_one(house)
    assert gone.certainty is Certainty.CANCELLED
    assert gone.start == SIX
    assert gone.version > version


def test_a_post_that_never_had_a_date_is_not_there(house: House) -> None:
    house.posts.create("Idee", idea=True)
    assert not events(house)


def test_only_what_is_approved_is_confirmed(house: House) -> None:
    house.posts.create("Markt", planned=SIX)
    assert the_one(house).certainty is Certainty.TENTATIVE


def test_a_channel_with_a_time_of_its_own_has_an_entry_of_its_own(house: House) -> None:
    first, second = [item.id for item in house.plan.channels if item.active][:2]
    id_ = house.posts.create("Markt", planned=SIX, channels=[first, second])
    house.editing.set_version_fields(id_, second, planned=datetime(2026, 12, 6, 9, 0))
    both = events(house)
    assert both[f"{id_}@kalender"].start == SIX
    assert both[f"{id_}.{second}@kalender"].start == datetime(2026, 12, 6, 9, 0)
    assert list(events(house, channel=second)) == [f"{id_}.{second}@kalender"]
    house.editing.set_version_fields(id_, second, planned=None)
    assert events(house)[f"{id_}.{second}@kalender"].certainty is Certainty.CANCELLED


def test_an_unknown_channel_is_refused_and_nothing_is_written(house: House, tmp_path: Path) -> None:
    out = tmp_path / "plan.ics"
    with pytest.raises(Refused) as caught:
        house.calendar_export.write(out, channel="rundfunk")
    assert caught.value.kind is RefusalKind.UNKNOWN_CHANNEL
    assert not out.exists()


def test_a_file_that_cannot_be_written_leaves_the_older_one_alone(house: House, tmp_path: Path) -> None:
    house.posts.create("Markt", planned=SIX)
    taken = tmp_path / "plan.ics"
    taken.mkdir()
    with pytest.raises(Refused) as caught:
        house.calendar_export.write(taken)
    assert caught.value.kind is RefusalKind.OUT_IS_FOLDER
    assert list(tmp_path.glob("*.part")) == []


def test_the_same_plan_gives_the_same_bytes(house: House, tmp_path: Path) -> None:
    house.posts.create("Markt", planned=SIX, text="Ab 18 Uhr; Glühwein, Musik.")
    one, two = tmp_path / "1.ics", tmp_path / "2.ics"
    done = house.calendar_export.write(one)
    house.calendar_export.write(two)
    assert (done.events, done.cancelled) == (1, 0)
    assert one.read_bytes() == two.read_bytes()
    assert "Stand: Entwurf" in one.read_text(encoding="utf-8")
