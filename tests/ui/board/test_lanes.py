# SPDX-License-Identifier: EUPL-1.2
"""The board in lanes, with folded columns, limits and ages."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit

from kalender.domain.archive import Archive
from kalender.domain.card import Filter
from kalender.domain.post import Publication
from kalender.domain.saved_view import Lanes
from kalender.domain.stage import Stage
from kalender.services.clock import FixedClock
from kalender.ui.board.display import column_menu, display_menu
from kalender.ui.board.heads.limit import LimitPopover
from kalender.ui.board.lanes.grouping import lanes_of
from kalender.ui.board.lanes.wall import LaneWall
from kalender.ui.board.place import CardPlace
from kalender.ui.theme.theme import Theme
from tests.ui.board.conftest import Wall
from tests.ui.room import TOPICS
from tests.ui.stages import a_post

CTRL = Qt.KeyboardModifier.ControlModifier
LEFT = Qt.MouseButton.LeftButton
Key = Qt.Key


@pytest.fixture
def lanes(wall: Wall) -> Iterator[LaneWall]:
    """Lanes by channel; „Wahlergebnis“ goes to Instagram too."""
    wall.house.editing.set_channels(wall.posts.draft, ["facebook", "instagram"])
    wall.page.show_lanes(Lanes.CHANNEL)
    QApplication.processEvents()
    found = wall.page.arrangement.wall
    assert found is not None
    yield found
    wall.page.show_lanes(Lanes.NONE)


def cell(lanes: LaneWall, key: str, stage: Stage) -> CardPlace:
    return lanes.lanes[key].cells[stage].place


def titles(place: CardPlace) -> list[str]:
    return [place.model.card(row).title for row in range(place.model.rowCount())]


def see(lanes: LaneWall, key: str) -> None:
    """Scroll to a lane."""
    lanes.area.ensureWidgetVisible(lanes.lanes[key])
    QApplication.processEvents()


def test_a_post_on_two_channels_lies_in_both_lanes_and_says_so(wall: Wall, lanes: LaneWall) -> None:
    see(lanes, "instagram")
    first, second = (cell(lanes, key, Stage.DRAFT) for key in ("facebook", "instagram"))
    assert titles(first) == ["Wahlergebnis", "Noch ohne Text"]
    assert titles(second) == ["Wahlergebnis"]
    look = second.delegate.look(second.model.card(0))
    assert [foot.text for foot in look.feet if foot.text.startswith("auch")] == ["auch in Facebook"]
    alone = first.delegate.look(first.model.card(1))
    assert not any(foot.text.startswith("auch") for foot in alone.feet)
    assert wall.page.arrangement.counts()[Stage.DRAFT] == 2


def test_every_lane_and_cell_can_be_reached_and_is_named(wall: Wall, lanes: LaneWall) -> None:
    head = lanes.lanes["facebook"].head
    assert head.accessibleName() == "Bahn Facebook, 5 Beiträge, aufgeklappt"
    assert (
        cell(lanes, "facebook", Stage.IN_REVIEW).view.accessibleName() == "In Prüfung, Facebook, 2 Beiträge"
    )
    wall.page.select(wall.posts.draft)
    view = cell(lanes, "facebook", Stage.DRAFT).view
    QTest.keyClick(view, Key.Key_Right)
    assert wall.page.selected() == [wall.posts.waiting]
    QTest.keyClick(cell(lanes, "facebook", Stage.IN_REVIEW).view, Key.Key_Up)
    assert head.hasFocus()
    QTest.keyClick(head, Key.Key_Left)
    assert lanes.lanes["facebook"].folded
    assert head.accessibleName().endswith("eingeklappt")
    QTest.keyClick(head, Key.Key_Down)
    assert lanes.lanes["instagram"].head.hasFocus()
    QTest.keyClick(lanes.lanes["instagram"].head, Key.Key_Down)
    assert wall.page.selected() == [wall.posts.draft]


def test_keys_move_a_card_of_a_lane_to_the_next_stage(wall: Wall, lanes: LaneWall) -> None:
    wall.page.select(wall.posts.draft)
    QTest.keyClick(cell(lanes, "facebook", Stage.DRAFT).view, Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    assert wall.stage(wall.posts.draft) is Stage.IN_REVIEW
    assert "Wahlergebnis" in titles(cell(lanes, "facebook", Stage.IN_REVIEW))
    assert wall.page.selected() == [wall.posts.draft]


def test_a_card_is_dragged_between_the_cells_of_a_lane(wall: Wall, lanes: LaneWall) -> None:
    source, target = cell(lanes, "facebook", Stage.DRAFT), cell(lanes, "facebook", Stage.IN_REVIEW)
    view = source.view
    start = view.visualRect(source.model.index(source.model.row_of(wall.posts.draft))).center()
    over = target.view.viewport()
    end = view.viewport().mapFromGlobal(over.mapToGlobal(over.rect().center()))
    QTest.mousePress(view.viewport(), LEFT, Qt.KeyboardModifier.NoModifier, start)
    QTest.mouseMove(view.viewport(), end)
    assert target.target() == "Zur Prüfung geben"
    QTest.mouseRelease(view.viewport(), LEFT, Qt.KeyboardModifier.NoModifier, end)
    assert wall.stage(wall.posts.draft) is Stage.IN_REVIEW
    assert target.target() == ""


def test_lanes_out_of_sight_are_not_read(wall: Wall) -> None:
    for day in range(1, 13):
        a_post(wall.house, f"Viel {day}", day)
    wall.page.resize(1400, 420)
    wall.page.show_lanes(Lanes.CHANNEL)
    QApplication.processEvents()
    lanes = wall.page.arrangement.wall
    assert lanes is not None
    assert not lanes.lanes["mastodon"].cells
    see(lanes, "mastodon")
    assert lanes.lanes["mastodon"].cells


def test_a_filter_keeps_the_lanes_it_names(wall: Wall, lanes: LaneWall) -> None:
    wall.page.narrowing.put(Filter(channels=frozenset({"instagram"})))
    assert list(lanes.lanes) == ["instagram"]
    wall.page.narrowing.clear()
    assert list(lanes.lanes)[:2] == ["facebook", "instagram"]


def test_lanes_by_person_show_those_who_have_posts_and_what_nobody_has(wall: Wall) -> None:
    wall.house.editing.set_fields(wall.posts.draft, responsible="")
    wall.page.show_lanes(Lanes.PERSON)
    found = wall.page.arrangement.wall
    assert found is not None
    assert [lane.spec.title for lane in found.lanes.values()] == ["Katrin Sommer", "ohne Person"]


def test_topics_that_the_plan_has_no_longer_keep_a_lane() -> None:
    parts = [(("rathaus",), Stage.DRAFT, 2), (("weg",), Stage.IDEA, 1), (("",), Stage.IDEA, 3)]
    specs = lanes_of(Lanes.TOPIC, parts, marks={}, topics=TOPICS, people=[], active=[], chosen=frozenset())
    assert [(spec.title, spec.total) for spec in specs] == [
        ("Rathaus", 2),
        ("Familie & Schule", 0),
        ("nicht mehr im Plan", 1),
        ("ohne Thema", 3),
    ]
    only = lanes_of(Lanes.TOPIC, parts, marks={}, topics=TOPICS, people=[], active=[], chosen=frozenset({""}))
    assert [spec.title for spec in only] == ["ohne Thema"]


def test_a_folded_column_is_narrow_named_and_opens_by_key(wall: Wall) -> None:
    heard: list[frozenset[Stage]] = []
    wall.page.arrangement.folds_changed.connect(heard.append)
    column = wall.column(Stage.IN_REVIEW)
    wall.page.arrangement.fold(Stage.IN_REVIEW, folded=True)
    QApplication.processEvents()
    assert column.width() < 60
    assert column.strip.accessibleName() == "In Prüfung, 2 Beiträge, eingeklappt"
    wall.page.select(wall.posts.draft)
    QTest.keyClick(wall.column(Stage.DRAFT).view, Key.Key_Right)
    assert wall.page.selected() == [wall.posts.approved], "a folded column is leapt over"
    QTest.keyClick(column.strip, Key.Key_Space)
    assert not column.folded
    assert heard == [frozenset({Stage.IN_REVIEW}), frozenset()]


def test_one_column_always_stays_open(wall: Wall, theme: Theme) -> None:
    for stage in Stage:
        wall.page.arrangement.fold(stage, folded=True)
    assert len(wall.page.arrangement.folded) == len(Stage) - 1
    menu = column_menu(
        theme, wall.page.arrangement, Stage.PUBLISHED, limit=None, select=lambda: None, parent=wall.page
    )
    fold = menu.actions()[0]
    assert (fold.isEnabled(), fold.toolTip()) == (False, "Eine Spalte bleibt immer offen.")
    menu.deleteLater()


def test_a_folded_column_still_takes_a_card(wall: Wall) -> None:
    wall.page.arrangement.fold(Stage.IN_REVIEW, folded=True)
    QApplication.processEvents()
    view = wall.column(Stage.DRAFT).view
    strip = wall.column(Stage.IN_REVIEW).strip
    end = view.viewport().mapFromGlobal(strip.mapToGlobal(strip.rect().center()))
    QTest.mousePress(view.viewport(), LEFT, Qt.KeyboardModifier.NoModifier, wall.middle(wall.posts.draft))
    QTest.mouseMove(view.viewport(), end)
    assert wall.page.carrying.ghost.accessibleName() == "Zur Prüfung geben"
    QTest.mouseRelease(view.viewport(), LEFT, Qt.KeyboardModifier.NoModifier, end)
    assert wall.stage(wall.posts.draft) is Stage.IN_REVIEW


def test_a_limit_of_any_column_is_set_by_its_menu_and_warns(wall: Wall) -> None:
    wall.page._ask_limit(Stage.DRAFT, wall.column(Stage.DRAFT).head.menu)
    popover = wall.page.findChild(LimitPopover)
    assert popover is not None
    popover.stepper.less.click()
    popover.stepper.less.click()
    popover.accept.click()
    assert wall.house.plan.municipality.draft_limit == 1
    column = wall.column(Stage.DRAFT)
    assert column.head.said() == "2 von 1"
    assert column.limit.text() == "Grenze 1 überschritten. Bringen Sie erst einen Entwurf zu Ende."
    assert column.view.accessibleName() == "Entwurf, 2 Beiträge, Grenze 1 überschritten"
    wall.house.desk.undo()
    assert column.head.said() == "2"


def test_a_card_says_how_long_it_lies_there_whatever_is_edited(wall: Wall) -> None:
    clock = wall.house.clock
    assert isinstance(clock, FixedClock)
    now = wall.house.posts.now()
    clock.set(now + timedelta(days=5))
    wall.house.editing.set_text(wall.posts.draft, "Ein anderer Text.")
    wall.house.posts.rename(wall.posts.draft, "Wahl")
    column = wall.column(Stage.DRAFT)

    def feet() -> list[str]:
        card = column.model.card(column.model.row_of(wall.posts.draft))
        return [foot.text for foot in column.delegate.look(card).feet]

    assert "liegt seit 5 Tagen" in feet()
    wall.house.posts.to_idea([wall.posts.draft])
    wall.house.posts.to_draft([wall.posts.draft])
    assert not any(text.startswith("liegt") for text in feet())


def test_older_posts_and_the_archive_come_on_demand(wall: Wall, theme: Theme) -> None:
    old = wall.house.posts.create("Vor Jahren", planned=datetime(2024, 5, 2, 9, 0), channels=["facebook"])
    with wall.house.desk.action("archive.closed") as act:
        act.put(replace(wall.house.posts.get(old), publications=(Publication(id="facebook"),)))
        act.put(Archive().closed(2024))
    last = wall.column(Stage.PUBLISHED)
    assert last.rest() == "Ältere zeigen"
    last.older_wanted.emit()
    assert wall.titles(Stage.PUBLISHED) == []
    assert last.rest() == "Archiv zeigen"
    last.older_wanted.emit()
    assert wall.titles(Stage.PUBLISHED) == ["Vor Jahren"]
    assert wall.titles(Stage.DRAFT) == ["Wahlergebnis", "Noch ohne Text"], (
        "the other columns keep to the month"
    )
    menu = column_menu(
        theme, wall.page.arrangement, Stage.PUBLISHED, limit=None, select=lambda: None, parent=wall.page
    )
    menu.actions()[-1].trigger()
    assert wall.titles(Stage.PUBLISHED) == []
    menu.deleteLater()


def test_cards_of_several_columns_are_chosen_together_with_strg(wall: Wall) -> None:
    wall.page.select(wall.posts.draft)
    column = wall.column(Stage.IN_REVIEW)
    QTest.mouseClick(column.view.viewport(), LEFT, CTRL, wall.middle(wall.posts.waiting))
    assert wall.page.selected() == [wall.posts.draft, wall.posts.waiting]
    QTest.mouseClick(
        column.view.viewport(), LEFT, Qt.KeyboardModifier.NoModifier, wall.middle(wall.posts.later)
    )
    assert wall.page.selected() == [wall.posts.later]


def test_strg_a_chooses_the_whole_column(wall: Wall) -> None:
    for number in range(40):
        a_post(wall.house, f"Beitrag {number}", 1 + number % 28)
    view = wall.column(Stage.DRAFT).view
    view.setFocus()
    QTest.keyClick(view, Key.Key_A, CTRL)
    assert len(wall.page.selected()) == 42


def test_the_title_of_a_card_is_changed_in_place(wall: Wall) -> None:
    wall.page.select(wall.posts.draft)
    view = wall.column(Stage.DRAFT).view
    QTest.keyClick(view, Key.Key_F2)
    field = view.findChild(QLineEdit)
    assert field is not None
    QTest.keyClicks(field, "Wahlabend")
    QTest.keyClick(field, Key.Key_Return)
    QApplication.processEvents()
    assert not wall.opened
    assert wall.house.posts.get(wall.posts.draft).title == "Wahlabend"


def test_a_new_card_has_what_the_filter_asks_for(wall: Wall) -> None:
    wall.page.narrowing.put(Filter(channels=frozenset({"instagram"}), topics=frozenset({"rathaus"})))
    quick = wall.column(Stage.DRAFT).quick
    assert quick is not None
    QTest.keyClicks(quick.line, "Nur hier")
    QTest.keyClick(quick.line, Key.Key_Return)
    assert wall.titles(Stage.DRAFT) == ["Nur hier"]


def test_the_menu_of_the_board_offers_lanes_and_columns(wall: Wall, theme: Theme) -> None:
    menu = display_menu(theme, wall.page.arrangement, wall.page.show_lanes, wall.page)
    entries = {action.text(): action for action in menu.actions()}
    assert entries["Keine Bahnen"].isChecked()
    entries["Bahnen nach Thema"].trigger()
    assert wall.page.lanes is Lanes.TOPIC
    menu.deleteLater()


def carried(wall: Wall, place: CardPlace, over: CardPlace, *, drop: bool = True) -> str:
    """Carry the first card of a place over another one; return what the ghost says."""
    none, view = Qt.KeyboardModifier.NoModifier, place.view
    start = view.visualRect(place.model.index(0)).center()
    there = over.view.viewport().mapToGlobal(over.view.viewport().rect().center())
    end = view.viewport().mapFromGlobal(there)
    QTest.mousePress(view.viewport(), LEFT, none, start)
    QTest.mouseMove(view.viewport(), start + QPoint(30, 0))
    QTest.mouseMove(view.viewport(), end)
    said = str(wall.page.carrying.ghost.accessibleName())
    if not drop:
        QTest.keyClick(view, Key.Key_Escape)
    QTest.mouseRelease(view.viewport(), LEFT, none, end)
    QApplication.processEvents()
    return said


def by_topic(wall: Wall) -> LaneWall:
    """Lanes by topic; no post has one yet."""
    wall.page.resize(1400, 2400)
    wall.page.show_lanes(Lanes.TOPIC)
    found = wall.page.arrangement.wall
    assert found is not None
    for key in found.lanes:
        see(found, key)
    return found


def test_a_card_brought_into_another_lane_gets_its_topic_and_says_so_before(wall: Wall) -> None:
    lanes = by_topic(wall)
    topic = TOPICS[0]
    before = wall.house.posts.get(wall.posts.draft)
    home, over = cell(lanes, before.topic, Stage.DRAFT), cell(lanes, topic.id, Stage.DRAFT)
    assert carried(wall, home, over, drop=False) == f"Thema: {topic.name}"
    assert wall.house.posts.get(wall.posts.draft) == before, "Esc leaves everything"
    carried(wall, home, over)
    assert wall.house.posts.get(wall.posts.draft) == replace(before, topic=topic.id)
    assert titles(cell(lanes, topic.id, Stage.DRAFT)) == ["Wahlergebnis"]
    wall.house.desk.undo()
    assert wall.house.posts.get(wall.posts.draft) == before
    wall.page.show_lanes(Lanes.NONE)


def test_another_lane_and_another_column_at_once_are_two_steps(wall: Wall) -> None:
    lanes = by_topic(wall)
    before = wall.house.posts.get(wall.posts.draft)
    home, over = cell(lanes, before.topic, Stage.DRAFT), cell(lanes, TOPICS[0].id, Stage.IN_REVIEW)
    said = carried(wall, home, over)
    assert said == "Erst die Bahn, dann die Spalte: beides auf einmal wären zwei Schritte."
    assert wall.refused == [said]
    assert wall.house.posts.get(wall.posts.draft) == before
    wall.page.show_lanes(Lanes.NONE)


def test_alt_and_arrows_bring_a_card_into_the_next_lane_and_stay_with_it(wall: Wall) -> None:
    lanes = by_topic(wall)
    wall.page.select(wall.posts.draft)
    keys = list(lanes.lanes)
    home = cell(lanes, wall.house.posts.get(wall.posts.draft).topic, Stage.DRAFT)
    above = keys[keys.index(lanes.lane_of(home)) - 1]
    QTest.keyClick(home.view, Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert wall.house.posts.get(wall.posts.draft).topic == above
    assert cell(lanes, above, Stage.DRAFT).view.ids() == [wall.posts.draft]
    wall.page.show_lanes(Lanes.NONE)


def test_a_lane_of_a_channel_adds_the_channel_and_the_menu_takes_it_away(wall: Wall, lanes: LaneWall) -> None:
    wall.page.resize(1400, 2400)
    QApplication.processEvents()
    approved = wall.house.posts.get(wall.posts.approved)
    home, over = (cell(lanes, key, Stage.APPROVED) for key in ("facebook", "instagram"))
    assert carried(wall, home, over) == "Auch auf Instagram – Freigabe erlischt"
    after = wall.house.posts.get(wall.posts.approved)
    assert [item.id for item in after.versions] == [*(item.id for item in approved.versions), "instagram"]
    entries = {entry.title: entry for entry in wall.page.landing.entries([wall.posts.approved])}
    less = entries["Nicht mehr auf Instagram"].do
    assert less is not None
    less()
    assert wall.house.posts.get(wall.posts.approved).versions == approved.versions
    assert entries["Instagram"].do is None, "it is there already"
