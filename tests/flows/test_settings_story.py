# SPDX-License-Identifier: EUPL-1.2
"""What a plan is set up with is changed in the window: at once, one step each, and every page knows of it."""

from datetime import date
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from kalender.domain.plan import Land, Role
from kalender.domain.stage import Stage
from kalender.ui.preferences.blackouts import BlackoutRow, BlackoutsPart
from kalender.ui.preferences.channels import ChannelRow, ChannelsPart
from kalender.ui.preferences.device import DevicePart
from kalender.ui.preferences.people import PeoplePart, PersonRow
from kalender.ui.preferences.topics import TopicRow, TopicsPart
from kalender.ui.preferences.town import TownPart
from kalender.ui.widgets.controls.moment import MomentPopover
from tests.flows.hands import dialog, opened, pick, said_in, write
from tests.flows.sitting import Sitting


def test_the_name_of_the_municipality_is_saved_at_once_and_undone_like_everything_else(
    sitting: Sitting,
) -> None:
    part = opened(sitting).current
    assert isinstance(part, TownPart)
    write(sitting, part.name, "Neu-Lindenbrunn")
    assert sitting.house.plan.municipality.title == "Stadt Neu-Lindenbrunn"
    assert sitting.window.windowTitle().endswith("Stadt Neu-Lindenbrunn")
    assert sitting.said == "Angaben zur Kommune geändert: Stadt Neu-Lindenbrunn"
    assert QApplication.focusWidget() is part.name
    sitting.undo()
    assert (part.name.text(), sitting.house.plan.municipality.name) == ("Lindenbrunn", "Lindenbrunn")
    assert sitting.window.windowTitle().endswith("Stadt Lindenbrunn")
    sitting.redo()
    assert part.name.text() == "Neu-Lindenbrunn"


def test_what_is_being_typed_is_undone_by_itself_and_esc_brings_the_saved_back(sitting: Sitting) -> None:
    part = opened(sitting).current
    assert isinstance(part, TownPart)
    sitting.click(part.name)
    part.name.end(False)  # noqa: FBT003 - Qt's own parameter has no name
    sitting.type(" am See")
    before = sitting.house.store.changesets()
    sitting.key(Qt.Key.Key_Escape)
    assert part.name.text() == "Lindenbrunn"
    write(sitting, part.name, "   ")
    assert part.name.text() == "Lindenbrunn"
    assert sitting.house.store.changesets() == before
    assert "Ohne Namen geht es nicht" in sitting.said


def test_another_land_brings_other_holidays_into_the_month(sitting: Sitting) -> None:
    sitting.window.show_page("calendar")
    sitting.settle()
    page = opened(sitting)
    part = page.current
    assert isinstance(part, TownPart)
    part.land.setFocus()
    pick(sitting, part.land, "Bayern")
    assert sitting.house.plan.municipality.land is Land.BY
    assert "Bayern" in " ".join(band.label for band in sitting.calendar._holding.almanac.bands)


def test_a_channel_gets_another_name_and_every_page_says_it(sitting: Sitting) -> None:
    sitting.window.show_page("board")
    page = opened(sitting, "channels")
    part = page.current
    assert isinstance(part, ChannelsPart)
    row = part.rows.by_id["facebook"]
    assert isinstance(row, ChannelRow)
    sitting.click(row.edit)
    assert row.form is not None
    write(sitting, row.form.name, "Facebook-Seite der Stadt")
    assert row.title.text() == "Facebook-Seite der Stadt"
    names = [action.text() for action in sitting.window.menus.menu("channels").actions()]
    assert "Nur Facebook-Seite der Stadt" in names
    sitting.window.show_page("board")
    assert sitting.board.filters.channels["facebook"].accessibleName() == "Facebook-Seite der Stadt"


def test_a_time_of_a_weekday_is_the_one_a_new_post_gets(sitting: Sitting) -> None:
    part = opened(sitting, "channels").current
    assert isinstance(part, ChannelsPart)
    row = part.rows.by_id["facebook"]
    assert isinstance(row, ChannelRow)
    sitting.click(row.edit)
    assert row.form is not None
    friday = row.form.days[4]
    part.ensureWidgetVisible(friday)
    write(sitting, friday, "halb neun")
    assert "keine Uhrzeit" in sitting.said
    assert friday.text() == ""
    write(sitting, friday, "8.30")
    assert friday.text() == "08:30"
    moment = sitting.house.posts.usual_moment(["facebook"], date(2026, 12, 18))
    assert f"{moment:%H:%M}" == "08:30"
    sitting.click(row.form.promise.count.more)
    assert sitting.house.plan.channel("facebook").per_week == 1
    assert "1 je Woche" in row.facts.text()


def test_where_the_imprint_of_a_channel_stands_is_noted_and_when_somebody_looked(sitting: Sitting) -> None:
    part = opened(sitting, "channels").current
    assert isinstance(part, ChannelsPart)
    row = part.rows.by_id["facebook"]
    assert isinstance(row, ChannelRow)
    sitting.click(row.edit)
    assert row.form is not None
    notices = row.form.notices
    part.ensureWidgetVisible(notices.imprint)
    write(sitting, notices.imprint, "www.lindenbrunn.de/impressum")
    part.ensureWidgetVisible(notices.told)
    assert not notices.seen.day.isVisible()
    sitting.click(notices.seen.box)
    sitting.click(notices.told.box)
    today = sitting.house.posts.now().date()
    channel = sitting.house.plan.channel("facebook")
    assert (channel.imprint, channel.notices_seen) == ("www.lindenbrunn.de/impressum", today)
    assert channel.council_told == today
    assert notices.seen.day.day == today
    sitting.undo()
    assert sitting.house.plan.channel("facebook").council_told is None
    assert not notices.told.box.isChecked()


def test_a_channel_is_added_ordered_and_deleted_again(sitting: Sitting) -> None:
    part = opened(sitting, "channels").current
    assert isinstance(part, ChannelsPart)
    part.ensureWidgetVisible(part.add)
    sitting.click(part.add)
    sitting.choose("Bluesky")
    added = sitting.house.plan.channels[-1]
    assert (added.id, added.name) == ("bluesky", "Bluesky")
    row = part.rows.by_id["bluesky"]
    assert isinstance(row, ChannelRow)
    assert row.form is not None
    assert QApplication.focusWidget() is row.form.name
    part.ensureWidgetVisible(row.up)
    sitting.click(row.up)
    assert sitting.house.plan.channels[-2].id == "bluesky"
    assert list(part.rows.by_id)[-2] == "bluesky"
    part.ensureWidgetVisible(row.form.delete)
    sitting.click(row.form.delete)
    assert "bluesky" not in part.rows.by_id
    sitting.undo()
    assert list(part.rows.by_id)[-2] == "bluesky"


def test_a_channel_with_posts_says_how_many_and_is_retired_after_a_question(sitting: Sitting) -> None:
    part = opened(sitting, "channels").current
    assert isinstance(part, ChannelsPart)
    row = part.rows.by_id["facebook"]
    assert isinstance(row, ChannelRow)
    sitting.click(row.edit)
    assert row.form is not None
    part.ensureWidgetVisible(row.form.retire)
    assert not row.form.delete.isVisible()
    assert f"{sitting.house.setup.channels.use('facebook').posts} Beiträge" in row.form.use.text()
    sitting.click(row.form.retire)
    assert "noch nicht veröffentlicht" in said_in(dialog(sitting))
    sitting.click(sitting.button("Kanal stilllegen"))
    assert not sitting.house.plan.channel("facebook").active
    assert row.retired.isVisible()
    assert "Nur Facebook" not in [item.text() for item in sitting.window.menus.menu("channels").actions()]
    sitting.click(row.form.retire)
    assert sitting.house.plan.channel("facebook").active


def test_other_formats_say_what_they_void_and_do_nothing_where_one_thinks_better(sitting: Sitting) -> None:
    approved = [card for card in sitting.house.posts.column(Stage.APPROVED) if "instagram" in card.channels]
    pictured = [card for card in approved if card.pictures]
    assert pictured
    part = opened(sitting, "channels").current
    assert isinstance(part, ChannelsPart)
    row = part.rows.by_id["instagram"]
    assert isinstance(row, ChannelRow)
    sitting.click(row.edit)
    assert row.form is not None
    box = row.form.boxes["instagram.feed_1x1"]
    part.ensureWidgetVisible(box)
    sitting.click(box)
    assert "erl" in said_in(dialog(sitting))
    sitting.key(Qt.Key.Key_Escape)
    assert not box.isChecked()
    assert sitting.house.posts.card(pictured[0].id).stage is Stage.APPROVED
    sitting.click(box)
    sitting.click(sitting.button("Bildformate ändern"))
    assert box.isChecked()
    assert sitting.house.posts.card(pictured[0].id).stage is not Stage.APPROVED
    sitting.undo()
    assert not box.isChecked()
    assert sitting.house.posts.card(pictured[0].id).stage is Stage.APPROVED


def test_people_join_change_their_role_and_leave(sitting: Sitting) -> None:
    part = opened(sitting, "people").current
    assert isinstance(part, PeoplePart)
    write(sitting, part.new_name, "Jonas Öztürk-Weiß")
    jonas = sitting.house.plan.person_named("Jonas Öztürk-Weiß")
    assert QApplication.focusWidget() is part.new_name
    row = part.rows.by_id[jonas.id]
    assert isinstance(row, PersonRow)
    pick(sitting, row.role, "Freigabe")
    assert sitting.house.plan.person_named("Jonas Öztürk-Weiß").role is Role.APPROVAL
    write(sitting, row.name, "Jonas Weiß")
    sitting.click(row.act)
    assert sitting.house.desk.person == jonas.id
    assert sitting.window.topbar.person.text() == "Jonas Weiß"
    assert not row.leave.isEnabled()
    assert "Wechseln Sie zuerst" in row.leave.toolTip()
    sitting.act_as("Katrin Sommer")
    assert row.leave.isEnabled()
    sitting.click(row.leave)
    found = sitting.house.plan.person(jonas.id)
    assert found is not None
    assert not found.active
    assert list(part.rows.by_id)[-1] == jonas.id
    assert "Jonas Weiß" not in [
        item.text() for item in sitting.window.topbar.person.menu_of_people().actions()
    ]


def test_the_last_who_approves_stays_unless_one_wants_it_knowingly(sitting: Sitting) -> None:
    part = opened(sitting, "people").current
    assert isinstance(part, PeoplePart)
    names = [item.name for item in sitting.house.reviews.approvers()]
    ids = [item.id for item in sitting.house.reviews.approvers()]
    for id_ in ids[1:]:
        sitting.house.setup.people.leave(id_)
    row = part.rows.by_id[ids[0]]
    assert isinstance(row, PersonRow)
    sitting.click(row.leave)
    assert f"Außer {names[0]} kann niemand freigeben" in said_in(dialog(sitting))
    sitting.key(Qt.Key.Key_Escape)
    assert sitting.house.reviews.approvers()
    sitting.click(row.leave)
    sitting.click(sitting.button("Trotzdem ausscheiden lassen"))
    assert sitting.house.reviews.approvers() == []
    assert part.nobody.isVisible()
    pick(sitting, row.role, row.role.currentText())


def test_who_acts_is_shown_at_the_top_also_where_no_hand_chose_it(sitting: Sitting) -> None:
    assert sitting.desktop.place is not None
    sitting.desktop.place.act_as(sitting.house.plan.person_named("Ines Falkner").id)
    assert sitting.window.topbar.person.text() == "Ines Falkner"


def test_whoever_sat_here_sits_here_again_though_another_one_wrote_last(
    qapp: QApplication, home: Path
) -> None:
    first = Sitting(qapp, home)
    first.open(home / "plan")
    me = first.house.desk.person
    first.house.desk.acting_as(first.house.setup.people.add("Anna Allererste", Role.EDITING))
    first.house.posts.create("Von anderswo")
    first.close()
    again = Sitting(qapp, home)
    again.open(home / "plan")
    assert again.house.desk.person == me
    again.close()


def test_topics_are_renamed_coloured_ordered_and_deleted(sitting: Sitting) -> None:
    part = opened(sitting, "topics").current
    assert isinstance(part, TopicsPart)
    write(sitting, part.new_name, "Wahlen")
    new = sitting.house.plan.topics[-1]
    row = part.rows.by_id[new.id]
    assert isinstance(row, TopicRow)
    pick(sitting, row.colour, "Grün")
    sitting.click(row.up)
    assert sitting.house.plan.topics[-2].name == "Wahlen"
    assert sitting.house.plan.topics[-2].colour == "th-umwelt"
    used = next(iter(part.rows.by_id.values()))
    assert isinstance(used, TopicRow)
    gone = sitting.house.plan.topics[0]
    sitting.click(used.remove)
    assert "danach keines mehr" in said_in(dialog(sitting))
    sitting.click(sitting.button("Thema löschen", dialog(sitting)))
    assert gone.id not in part.rows.by_id
    sitting.undo()
    assert sitting.house.plan.topics[0] == gone


def test_a_blackout_is_entered_and_stands_in_the_month(sitting: Sitting) -> None:
    sitting.window.show_page("calendar")
    sitting.settle()
    part = opened(sitting, "blackouts").current
    assert isinstance(part, BlackoutsPart)
    sitting.click(part.new_first)
    popover = next(item for item in part.findChildren(MomentPopover) if item.isVisible())
    popover.month.set_day(date(2026, 12, 15))
    sitting.click(sitting.button("Tag übernehmen", popover))
    assert part.new_last.day == date(2026, 12, 15)
    write(sitting, part.new_title, "Trauerfall")
    item = next(item for item in sitting.house.plan.blackouts if item.title == "Trauerfall")
    assert (item.first, item.last) == (date(2026, 12, 15), date(2026, 12, 15))
    row = part.rows.by_id[item.id]
    assert isinstance(row, BlackoutRow)
    write(sitting, row.reason, "aus Rücksicht")
    row.channels.chosen.emit(["facebook"])
    item = next(item for item in sitting.house.plan.blackouts if item.title == "Trauerfall")
    assert (item.reason, item.channels) == ("aus Rücksicht", ("facebook",))
    assert row.channels.text() == "Facebook"
    sitting.window.show_page("calendar")
    bands = sitting.calendar._holding.almanac.bands
    assert "Sperrzeit: Trauerfall (Facebook), aus Rücksicht" in [band.label for band in bands]
    opened(sitting, "blackouts")
    sitting.click(row.remove)
    assert item.id not in part.rows.by_id


def test_the_settings_of_this_device_hold_at_once(sitting: Sitting, home: Path) -> None:
    part = opened(sitting, "device").current
    assert isinstance(part, DevicePart)
    pick(sitting, part.look, "Dunkel")
    assert sitting.desktop.theme.dark
    pick(sitting, part.scale, "125 %")
    assert sitting.desktop.theme.scale == 125
    sitting.click(part.keys)
    sitting.click(part.ask_first)
    part.take_folder(str(home))
    values = sitting.desktop.preferences.values
    assert (values.theme, values.text_scale) == ("dunkel", 125)
    assert (values.review_keys, values.approval_confirmed) == (False, True)
    assert (values.export_folder, part.export_place.text()) == (str(home), str(home))
    sitting.window.show_page("export")
    assert str(sitting.export.output.folder) == str(home)
