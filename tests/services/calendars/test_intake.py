# SPDX-License-Identifier: EUPL-1.2
"""Calendars taken into layers: recognised again, changed here and there, taken back."""

from datetime import date, datetime
from pathlib import Path

import pytest

from kalender.app.house import House
from kalender.domain.days.entries import Entry, LayerKind
from kalender.domain.plan import Meeting
from kalender.domain.refusal import RefusalKind, Refused
from kalender.services.calendars.reports import CalendarReport

DECEMBER = (date(2026, 12, 1), date(2026, 12, 31))


def calendar(folder: Path, *events: str, name: str = "Ratskalender", file: str = "rat.ics") -> Path:
    """Write a calendar; an event is "uid day title", day as 20261208T180000."""
    lines = ["BEGIN:VCALENDAR", f"X-WR-CALNAME:{name}"]
    for said in events:
        uid, day, title = said.split(" ", 2)
        lines += ["BEGIN:VEVENT", f"UID:{uid}", f"DTSTART:{day}", f"SUMMARY:{title}", "END:VEVENT"]
    path = folder / file
    path.write_text("\r\n".join([*lines, "END:VCALENDAR", ""]), encoding="utf-8")
    return path


def take(house: House, path: Path, *, remove_missing: bool = False) -> CalendarReport:
    """Take a file in as it is proposed."""
    calendars = house.calendars
    return calendars.take(calendars.preview(path, calendars.read(path)), remove_missing=remove_missing)


def titles(house: House) -> list[str]:
    """Return what lies on December beside posts, meetings included."""
    found = house.layers.between(*DECEMBER)
    return [item.title for item in found.meetings] + [item.title for item in found.own]


def test_a_council_calendar_becomes_a_layer_whose_meetings_act_like_those_entered_here(
    house: House, tmp_path: Path
) -> None:
    with house.desk.action("plan.settings") as act:
        act.put(Meeting(id="rat", title="Gemeinderat", start=datetime(2026, 12, 15, 18, 30)))
    done = take(house, calendar(tmp_path, "1 20261208T180000 Bauausschuss", "2 20261215T183000 Gemeinderat"))
    (layer,) = house.own_layers.all()
    assert (layer.name, layer.kind, done.added) == ("Ratskalender", LayerKind.COUNCIL, 2)
    found = house.layers.between(*DECEMBER)
    assert [(item.title, item.start) for item in found.meetings] == [
        ("Bauausschuss", datetime(2026, 12, 8, 18)),
        ("Gemeinderat", datetime(2026, 12, 15, 18, 30)),
    ]
    assert not found.own


def test_reading_a_file_again_changes_what_its_author_changed_and_doubles_nothing(
    house: House, tmp_path: Path
) -> None:
    take(house, calendar(tmp_path, "1 20261208T180000 Bauausschuss", "2 20261210T180000 Gemeinderat"))
    again = take(house, calendar(tmp_path, "1 20261209T180000 Bauausschuss", "2 20261210T180000 Gemeinderat"))
    assert (again.added, again.updated, again.unchanged) == (0, 1, 1)
    assert [item.start.day for item in house.layers.between(*DECEMBER).meetings if item.start] == [9, 10]
    third = take(house, calendar(tmp_path, "1 20261209T180000 Bauausschuss", "2 20261210T180000 Gemeinderat"))
    assert (third.added, third.updated) == (0, 0)


def test_what_was_changed_here_stays_and_what_was_removed_here_does_not_return(
    house: House, tmp_path: Path
) -> None:
    take(house, calendar(tmp_path, "1 20261208T180000 BA", "2 20261210T180000 Alt", name="Sitzungen"))
    entries = {item.title: item.id for item in house.store.all(Entry)}
    house.own_layers.rename_entry(entries["BA"], "Bauausschuss")
    house.own_layers.remove_entry(entries["Alt"])
    again = take(house, calendar(tmp_path, "1 20261209T180000 BA", "2 20261211T180000 Alt", name="Sitzungen"))
    assert (again.added, again.updated, again.left_out) == (0, 1, 1)
    (meeting,) = house.layers.between(*DECEMBER).meetings
    assert (meeting.title, meeting.start) == ("Bauausschuss", datetime(2026, 12, 9, 18))


def test_an_import_is_one_step_and_is_taken_back_whole(house: House, tmp_path: Path) -> None:
    many = [f"{n} 202612{1 + n % 28:02} Restmüll {n}" for n in range(700)]
    take(house, calendar(tmp_path, *many, name="Müllabfuhr"))
    assert len(house.layers.between(*DECEMBER).own) == 700
    house.desk.undo()
    assert not house.own_layers.all()
    assert not house.layers.between(*DECEMBER).own
    house.desk.redo()
    assert len(house.layers.between(*DECEMBER).own) == 700


def test_a_deleted_layer_takes_what_it_holds_with_it_and_brings_it_back(house: House, tmp_path: Path) -> None:
    take(house, calendar(tmp_path, "1 20261208 Restmüll", name="Müllabfuhr"))
    (layer,) = house.own_layers.all()
    house.own_layers.delete(layer.id)
    assert titles(house) == []
    assert [item.name for item in house.past.trash.items(kind="layer")] == ["Müllabfuhr"]
    house.desk.undo()
    assert titles(house) == ["Restmüll"]


def test_entries_a_file_no_longer_holds_go_only_where_that_is_asked_for(house: House, tmp_path: Path) -> None:
    take(house, calendar(tmp_path, "1 20261208 Restmüll", "2 20261209 Bio", name="Müllabfuhr"))
    shorter = calendar(tmp_path, "1 20261208 Restmüll", name="Müllabfuhr")
    assert take(house, shorter).removed == 0
    assert titles(house) == ["Restmüll", "Bio"]
    assert take(house, shorter, remove_missing=True).removed == 1
    assert titles(house) == ["Restmüll"]


def test_a_file_finds_its_layer_by_what_it_holds_after_both_were_renamed(
    house: House, tmp_path: Path
) -> None:
    take(house, calendar(tmp_path, "1 20261208 Restmüll", name="Müllabfuhr"))
    (layer,) = house.own_layers.all()
    house.own_layers.change(layer.id, name="Tonnen")
    done = take(house, calendar(tmp_path, "1 20261209 Restmüll", name="Abfall 2027", file="neu.ics"))
    assert (done.layer, done.name, done.updated) == (layer.id, "Tonnen", 1)


def test_elections_bring_their_period_of_neutrality(house: House, tmp_path: Path) -> None:
    take(house, calendar(tmp_path, "1 20270314 Landtagswahl", name="Wahlen"))
    (layer,) = house.own_layers.all()
    house.own_layers.change(layer.id, quiet=42)
    (period,) = house.layers.between(date(2027, 2, 1), date(2027, 2, 7)).neutral
    assert (period.first, period.last) == (date(2027, 1, 31), date(2027, 3, 14))
    assert not house.layers.between(*DECEMBER).neutral


@pytest.mark.parametrize(
    ("values", "kind"),
    [
        ({"name": " "}, RefusalKind.NAME_MISSING),
        ({"name": "Zwei"}, RefusalKind.NAME_TAKEN),
        ({"colour": "rosa"}, RefusalKind.UNKNOWN_FIELD),
        ({"quiet": -1}, RefusalKind.BAD_SPAN),
    ],
)
def test_a_change_that_makes_no_sense_is_refused(
    house: House, tmp_path: Path, values: dict[str, object], kind: RefusalKind
) -> None:
    take(house, calendar(tmp_path, "1 20261208 a", name="Eins"))
    take(house, calendar(tmp_path, "2 20261208 b", name="Zwei", file="zwei.ics"))
    first = next(item for item in house.own_layers.all() if item.name == "Eins")
    with pytest.raises(Refused) as refused:
        house.own_layers.change(first.id, **values)  # type: ignore[arg-type]  # what no caller may give
    assert refused.value.kind is kind
    assert {item.name for item in house.own_layers.all()} == {"Eins", "Zwei"}


def test_a_file_without_any_event_is_refused_and_changes_nothing(house: House, tmp_path: Path) -> None:
    with pytest.raises(Refused) as refused:
        take(house, calendar(tmp_path))
    assert refused.value.kind is RefusalKind.CALENDAR_EMPTY
    assert not house.own_layers.all()
