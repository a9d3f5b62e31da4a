# SPDX-License-Identifier: EUPL-1.2
"""Layers at the window: a calendar file comes in, shows, hides, changes its name and goes, by mouse and by keys."""

from datetime import date
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton

from kalender.domain.days.entries import COLOURS, LayerKind
from kalender.domain.days.month import BandKind
from kalender.ui.calendar.almanac import Layer
from kalender.ui.calendar.popovers.layer_sheet import LayerSheet
from kalender.ui.calendar.popovers.layers import LayersPopover
from kalender.ui.calendar.year.view import YearView
from kalender.ui.intake.calendar import CalendarPanel
from kalender.ui.widgets.blocks.text import Text
from tests.flows.sitting import Sitting

REFUSE = """BEGIN:VCALENDAR
X-WR-CALNAME:Abfuhrkalender Nord
BEGIN:VEVENT
UID:1
SUMMARY:Restmüll
DTSTART;VALUE=DATE:20261201
RRULE:FREQ=WEEKLY;INTERVAL=2
END:VEVENT
BEGIN:VEVENT
UID:2
SUMMARY:Sperrmüll
DTSTART:gestern
END:VEVENT
END:VCALENDAR
"""
MEETINGS = "Datum;Uhrzeit;Gremium\n08.12.2026;18:00;Umweltausschuss\n15.12.2026;18:30;Gemeinderat\n"


def lines(sitting: Sitting, day: date) -> list[str]:
    """Return what the calendar says of a day to someone who does not see it."""
    return sitting.calendar.model.almanac.words(day)


def open_layers(sitting: Sitting) -> LayersPopover:
    """Press the button „Ebenen“."""
    sitting.click(sitting.calendar.toolbar.layers)
    found = sitting.desktop.place.layer_desk.popover  # type: ignore[union-attr]  # the plan is open
    assert found is not None
    return found


def bring(sitting: Sitting, path: Path) -> CalendarPanel:
    """Choose a calendar file from the menu and wait for its preview."""
    sitting.menu("import.calendar")
    sitting.choose_file(path)
    return next(item for item in sitting.window.findChildren(CalendarPanel) if item.isVisible())


def test_a_refuse_calendar_comes_in_is_hidden_renamed_and_taken_back(
    sitting: Sitting, tmp_path: Path
) -> None:
    path = tmp_path / "abfuhr.ics"
    path.write_text(REFUSE, encoding="utf-8")
    panel = bring(sitting, path)
    assert panel.take.text() == "1 Eintrag übernehmen"
    assert panel.kind.currentData() == LayerKind.REFUSE.value
    assert panel.table.entries.rows[0][0] == "Zeile 12"
    sitting.click(panel.take)
    sitting.until(sitting.house.own_layers.all)
    assert "Abfuhrkalender Nord: Restmüll" in lines(sitting, date(2026, 12, 15))
    assert "1 Eintrag aufgenommen" in sitting.said

    (layer,) = sitting.house.own_layers.all()
    popover = open_layers(sitting)
    assert popover.boxes[layer.id].accessibleDescription().startswith("Müllabfuhr, ")
    popover.boxes[layer.id].setFocus()
    sitting.key(Qt.Key.Key_Space)
    assert "Abfuhrkalender Nord: Restmüll" not in lines(sitting, date(2026, 12, 15))
    sitting.key(Qt.Key.Key_Space)
    assert "Abfuhrkalender Nord: Restmüll" in lines(sitting, date(2026, 12, 15))

    sitting.click(popover.edits[layer.id])
    sheet = next(item for item in sitting.window.findChildren(LayerSheet) if item.isVisible())
    sheet.name.setFocus()
    sheet.name.selectAll()
    sitting.type("Tonnen")
    sitting.click(sheet.keep)
    assert "Tonnen: Restmüll" in lines(sitting, date(2026, 12, 15))

    sitting.click(open_layers(sitting).edits[layer.id])
    sheet = next(item for item in sitting.window.findChildren(LayerSheet) if item.isVisible())
    sitting.click(sheet.delete)
    assert not any("Restmüll" in words for words in lines(sitting, date(2026, 12, 15)))
    sitting.undo()
    assert "Tonnen: Restmüll" in lines(sitting, date(2026, 12, 15))


def test_meetings_from_a_table_stand_beside_those_of_the_plan_and_go_with_their_tick(
    sitting: Sitting, tmp_path: Path
) -> None:
    before = [words for words in lines(sitting, date(2026, 12, 15)) if words.startswith("Gemeinderat")]
    path = tmp_path / "sitzungen.csv"
    path.write_text(MEETINGS, encoding="utf-8")
    panel = bring(sitting, path)
    sitting.click(panel.take)
    sitting.until(sitting.house.own_layers.all)
    assert "Umweltausschuss 18:00" in lines(sitting, date(2026, 12, 8))
    after = [words for words in lines(sitting, date(2026, 12, 15)) if words.startswith("Gemeinderat")]
    assert len(after) == max(1, len(before))
    popover = open_layers(sitting)
    sitting.click(popover.boxes["Gremien"])
    assert "Umweltausschuss 18:00" not in lines(sitting, date(2026, 12, 8))


def test_the_layers_say_until_when_school_holidays_are_known_and_every_control_has_a_name(
    sitting: Sitting,
) -> None:
    popover = open_layers(sitting)
    said = [item.text() for item in popover.findChildren(Text)]
    assert any(words.startswith("Schulferien bekannt bis ") for words in said)
    assert all(item.accessibleName() or item.text() for item in popover.findChildren(QAbstractButton))


def test_the_layers_open_from_the_menu_too(sitting: Sitting) -> None:
    sitting.menu("view.layers")
    assert isinstance(sitting.desktop.place.layer_desk.popover, LayersPopover)  # type: ignore[union-attr]  # the plan is open


def colour(sitting: Sitting, layer: Layer, downs: int) -> None:
    """Choose a colour of a layer by keys alone: so many below the one it comes with."""
    popover = open_layers(sitting)
    popover.colours[layer].setFocus()
    sitting.key(Qt.Key.Key_Space)
    menu = popover.menu
    assert menu is not None
    assert menu.isVisible()
    for _ in range(downs + 1):
        QTest.keyClick(menu, Qt.Key.Key_Down)
    QTest.keyClick(menu, Qt.Key.Key_Return)
    assert popover.isVisible()
    popover.close()


def test_school_holidays_take_a_colour_by_keys_keep_it_and_lose_it_again(sitting: Sitting) -> None:
    def inks() -> set[str]:
        bands = sitting.calendar.model.almanac.bands
        return {band.ink for band in bands if band.kind is BandKind.SCHOOL}

    assert inks() == {""}
    colour(sitting, Layer.SCHOOL, 3)
    assert inks() == {COLOURS[2]}
    again = open_layers(sitting)
    assert "jetzt: Kupfer" in again.colours[Layer.SCHOOL].accessibleName()
    assert "jetzt: Standard" in again.colours[Layer.HOLIDAYS].accessibleName()
    again.close()
    assert sitting.desktop.preferences.values.layer_inks == ("school=th-leben",)
    colour(sitting, Layer.SCHOOL, 0)
    assert inks() == {""}


def test_a_colour_reaches_the_view_in_front(sitting: Sitting) -> None:
    sitting.menu("view.year")
    year = sitting.calendar.views[sitting.calendar.view]
    assert isinstance(year, YearView)
    colour(sitting, Layer.HOLIDAYS, 1)
    assert year.days.almanac.holiday_ink == COLOURS[0]
    sitting.menu("view.month")
    assert sitting.calendar.model.almanac.holiday_ink == COLOURS[0]


def test_days_of_an_own_layer_stay_in_their_colour_when_school_holidays_are_hidden(
    sitting: Sitting, tmp_path: Path
) -> None:
    path = tmp_path / "umbau.csv"
    path.write_text("Datum;Bis;Titel\n07.12.2026;11.12.2026;Bürgerbüro im Umbau\n", encoding="utf-8")
    panel = bring(sitting, path)
    sitting.click(panel.take)
    sitting.until(sitting.house.own_layers.all)
    (layer,) = sitting.house.own_layers.all()
    popover = open_layers(sitting)
    sitting.click(popover.boxes["Schulferien"])
    bands = {band.short: band for band in sitting.calendar.model.almanac.bands}
    assert not any(band.kind is BandKind.SCHOOL for band in bands.values())
    assert (bands["Bürgerbüro im Umbau"].kind, bands["Bürgerbüro im Umbau"].ink) == (
        BandKind.OWN,
        layer.colour,
    )
