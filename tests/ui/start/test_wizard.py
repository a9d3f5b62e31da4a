# SPDX-License-Identifier: EUPL-1.2
"""Five steps to a plan: what is entered becomes the plan, what is missing is said at its field."""

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from kalender.app.founding import create_plan
from kalender.domain.plan import Land, Role
from kalender.domain.refusal import RefusalKind, Refused
from kalender.formats.catalogue import load
from kalender.jobs.pool import InlineWorker
from kalender.ui.start.draft import PlanDraft, judge, land_facts, people_of, slug, whole_number
from kalender.ui.start.wizard import Wizard
from kalender.ui.theme.theme import Theme

TODAY = date(2026, 12, 3)


@pytest.fixture
def wizard(qtbot: QtBot, theme: Theme, tmp_path: Path) -> Wizard:
    wizard = Wizard(
        theme, platforms=load().platforms, documents=tmp_path, today=TODAY, place_ok=lambda _folder: None
    )
    qtbot.addWidget(wizard)
    wizard.show()
    return wizard


def on(wizard: Wizard) -> None:
    wizard.next.click()


def test_five_steps_by_keyboard_make_a_plan(wizard: Wizard, qtbot: QtBot, tmp_path: Path) -> None:
    made: list[PlanDraft] = []
    wizard.plan_wanted.connect(made.append)
    QTest.keyClicks(wizard.town.name, "Lindenbrunn")
    QTest.keyClicks(wizard.town.people, "8.400")
    QTest.keyClick(wizard.town.name, Qt.Key.Key_Return)
    assert wizard.step == 1
    for channel in ("facebook", "whatsapp"):
        QTest.keyClick(wizard.channels.rows[channel].box, Qt.Key.Key_Space)
    QTest.keyClick(wizard.channels.rows["facebook"].box, Qt.Key.Key_Return)
    QTest.keyClicks(wizard.people.rows[0].name, "Katrin Sommer")
    QTest.keyClicks(wizard.people.rows[1].name, "Ines Falkner")
    QTest.keyClick(wizard.people.rows[1].name, Qt.Key.Key_Return)
    assert wizard.place.path() == tmp_path / "Stadt Lindenbrunn"
    QTest.keyClick(wizard.place.folder, Qt.Key.Key_Return)
    assert wizard.next.text() == "Plan anlegen"
    assert made == []
    on(wizard)
    draft = made[0]
    assert (draft.municipality.title, draft.municipality.land, draft.municipality.inhabitants) == (
        "Stadt Lindenbrunn",
        Land.BW,
        8400,
    )
    assert [(item.id, item.per_week, item.formats) for item in draft.channels] == [
        ("facebook", 3, ("facebook.post",)),
        ("whatsapp", 2, ("whatsapp.channel",)),
    ]
    assert [(item.name, item.role) for item in draft.people] == [
        ("Katrin Sommer", Role.EDITING),
        ("Ines Falkner", Role.APPROVAL),
    ]
    town = draft.municipality
    assert (town.text_due, town.picture_due, town.approval_due) == (3, 2, 1)
    assert any(
        "Text 3, Bild 2, Freigabe 1 Arbeitstag vorher" in item.text()
        for item in wizard.last.findChildren(QLabel)
    )
    house = create_plan(
        draft.folder,
        draft.municipality,
        draft.channels,
        draft.people,
        worker=InlineWorker(),
        topics=draft.topics,
        allow_synced=True,
    )
    assert [item.name for item in house.plan.channels] == ["Facebook", "WhatsApp-Kanal"]
    assert len(house.plan.topics) == 5
    house.close()


def test_a_step_without_what_it_needs_says_so_at_the_field(wizard: Wizard) -> None:
    on(wizard)
    assert wizard.step == 0
    assert wizard.town._name_field.error == "Bitte schreiben Sie den Namen Ihrer Kommune."
    QTest.keyClicks(wizard.town.name, "Lindenbrunn")
    assert wizard.town._name_field.error == ""
    QTest.keyClicks(wizard.town.people, "viele")
    on(wizard)
    assert wizard.step == 0
    wizard.town.people.setText("")
    on(wizard)
    on(wizard)
    assert wizard.step == 1
    assert not wizard.channels.missing.isHidden()


def test_the_land_decides_what_is_entered(wizard: Wizard) -> None:
    assert wizard.town.lines[0][0].text() == "12 gesetzliche Feiertage"
    assert "Weihnachtstag" in wizard.town.lines[0][1].text()
    wizard.town.land.setCurrentIndex(wizard.town.land.findData(Land.HH))
    assert wizard.town.lines[0][0].text() == "10 gesetzliche Feiertage"
    assert "Hamburg" in wizard.town.entered.text()


def test_a_third_channel_is_asked_about_gently_and_not_forbidden(wizard: Wizard) -> None:
    rows = wizard.channels.rows
    for channel in ("facebook", "whatsapp"):
        rows[channel].box.click()
    assert wizard.channels._advice_title.text().startswith("Empfehlung")
    assert "4 Stunden" in wizard.channels.effort.text()
    rows["instagram"].box.click()
    assert wizard.channels._advice_title.text() == "Ist für den dritten Kanal jede Woche Zeit?"
    assert wizard.channels.check()


def test_own_media_are_one_click_away(wizard: Wizard) -> None:
    assert wizard.channels.rows["newsletter"].isHidden()
    wizard.channels.more.click()
    assert not wizard.channels.rows["newsletter"].isHidden()


def test_a_synchronised_folder_is_refused_with_its_reason(qtbot: QtBot, theme: Theme, tmp_path: Path) -> None:
    wizard = Wizard(theme, platforms=(), documents=tmp_path / "OneDrive", today=TODAY)
    qtbot.addWidget(wizard)
    wizard.place.begin()
    assert not wizard.place.check()
    assert wizard.place._field.error != ""
    refused = judge(tmp_path / "OneDrive" / "Plan")
    assert refused is not None
    assert refused.kind is RefusalKind.PLAN_IN_SYNCED_FOLDER


def test_a_folder_with_a_plan_is_refused(tmp_path: Path) -> None:
    (tmp_path / "plan.kalender").write_bytes(b"")
    refused = judge(tmp_path)
    assert refused is not None
    assert refused.kind in {RefusalKind.PLAN_EXISTS, RefusalKind.PLAN_IN_SYNCED_FOLDER}


def test_back_keeps_what_was_entered_and_esc_puts_it_off(wizard: Wizard, qtbot: QtBot) -> None:
    QTest.keyClicks(wizard.town.name, "Lindenbrunn")
    on(wizard)
    wizard.back.click()
    assert wizard.step == 0
    assert wizard.town.name.text() == "Lindenbrunn"
    with qtbot.waitSignal(wizard.later):
        QTest.keyClick(wizard.town.name, Qt.Key.Key_Escape)


def test_a_failure_is_said_on_the_last_step(wizard: Wizard) -> None:
    wizard.refuse(Refused(RefusalKind.DISK_FULL, path="/plan"))
    assert not wizard.last.failure.isHidden()
    assert wizard.last.failure.text()


def test_people_get_ids_of_their_names_each_its_own() -> None:
    people = people_of(
        [("Gülcan  Öz-Weiß", Role.EDITING), ("", Role.EDITING), ("Gülcan Öz-Weiß", Role.APPROVAL)]
    )
    assert [item.id for item in people] == ["guelcan-oez-weiss", "guelcan-oez-weiss-2"]
    assert people[0].name == "Gülcan Öz-Weiß"
    assert slug("Łukasz Ñ") == "ukasz-n"
    assert (whole_number("8.400"), whole_number(""), whole_number("x")) == (8400, 0, None)


@pytest.mark.parametrize("land", list(Land))
def test_every_land_has_holidays(land: Land) -> None:
    assert int(land_facts(land, TODAY).holidays[0].split()[0]) >= 9
