# SPDX-License-Identifier: EUPL-1.2
"""The page of templates and blocks, and its forms."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kalender.app.house import House
from kalender.domain.siblings.tongues import EASY
from kalender.domain.templates.template import Block, BlockKind, Purpose, Template
from kalender.ui.templates.forms import BlockForm, ListsForm, TemplateForm
from kalender.ui.templates.page import BLOCKS, HASHTAGS, HIDDEN, TemplatesPage
from kalender.ui.theme.theme import Theme
from tests.ui.room import a_house

FOLDER = Path(__file__).parents[3] / "resources" / "themes"
ROAD = "strasse-gesperrt"


@pytest.fixture
def theme(qapp: QApplication) -> Theme:
    return Theme(qapp, FOLDER, choice="hell")


@pytest.fixture
def house(tmp_path: Path, qapp: QApplication) -> Iterator[House]:
    house = a_house(tmp_path)
    yield house
    house.close()


@pytest.fixture
def page(qtbot: QtBot, theme: Theme, house: House) -> TemplatesPage:
    page = TemplatesPage(theme, house.stock.library)
    house.desk.subscribe(page.changed)
    qtbot.addWidget(page)
    page.resize(1200, 800)
    page.show()
    return page


def names(page: TemplatesPage) -> list[str]:
    """Return what is shown."""
    return [row.item.name for row in page.rows]


def test_templates_stand_under_their_purposes_and_are_found_by_their_words(page: TemplatesPage) -> None:
    assert names(page)[:2] == ["Straße gesperrt", "Straße wieder frei"]
    page.search.setText("sprudelnd Bus")
    page.reload()
    assert names(page) == []
    page.search.setText("sprudelnd")
    page.reload()
    assert names(page) == ["Trinkwasser abkochen"]


def test_one_that_ships_is_hidden_and_one_that_is_changed_can_be_reset(
    page: TemplatesPage, house: House
) -> None:
    shelf = house.stock.library.templates
    assert set(page.rows[0].buttons) == {"new", "duplicate", "delete"}
    assert page.rows[0].buttons["delete"].text() == "Ausblenden"
    shelf.delete(ROAD)
    assert "Straße gesperrt" not in names(page)
    page.show_kind(HIDDEN)
    assert names(page) == ["Straße gesperrt"]
    assert set(page.rows[0].buttons) == {"offer"}
    shelf.offer(ROAD)
    assert names(page) == []


def test_rows_say_what_is_wanted_of_them(page: TemplatesPage) -> None:
    heard: list[tuple[str, str, str]] = []
    page.wanted.connect(lambda *said: heard.append(said))
    page.rows[0].title.click()
    page.rows[0].buttons["new"].click()
    page.show_kind(HASHTAGS)
    page.rows[0].buttons["duplicate"].click()
    page.add.click()
    assert heard == [
        ("edit", "template", ROAD),
        ("new", "template", ROAD),
        ("duplicate", "block", "hashtags-stadt"),
        ("add", "block", ""),
    ]


def test_the_form_of_a_template_keeps_what_it_does_not_ask_for(
    qtbot: QtBot, theme: Theme, house: House
) -> None:
    shelf = house.stock.library.templates
    before = shelf.get(ROAD)
    form = TemplateForm(
        theme,
        None,
        template=before,
        topics=house.plan.topics,
        channels=[(item.id, item.name, item.platform) for item in house.plan.channels],
        offers=house.stock.lists.offers,
        save=shelf.save,
    )
    form.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
    qtbot.addWidget(form)
    assert form.entered == before
    form.text.setPlainText("Kurz: {Straße}")
    form.checklist.setPlainText("Eins\n\n Zwei ")
    form.several["groups"].setText("Alle, Gäste")
    form.language.setCurrentIndex(form.language.findText("Leichte Sprache"))
    form.go.click()
    after = shelf.get(ROAD)
    assert (after.text, after.checklist, after.groups) == (
        "Kurz: {Straße}",
        ("Eins", "Zwei"),
        ("Alle", "Gäste"),
    )
    assert after.language == EASY
    assert after.channels == before.channels
    assert after.topic == before.topic


def test_a_name_that_is_taken_is_told_beside_the_name(qtbot: QtBot, theme: Theme, house: House) -> None:
    library = house.stock.library
    form = BlockForm(theme, None, block=Block(id=""), topics=(), save=library.blocks.add)
    form.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
    qtbot.addWidget(form)
    form.show()
    form.name.setText("Notruf")
    form.text.setPlainText("112")
    form.go.click()
    assert "Notruf" in form.name_field.error
    assert form.isVisible()
    form.name.setText("Notruf kurz")
    form.abbreviation.setText("nr 1")
    form.form.setCurrentIndex(form.form.findData(BlockKind.TEXT))
    form.go.click()
    found = library.block_for("nr1")
    assert found is not None
    assert found.text == "112"


def test_a_new_template_has_its_purpose(qtbot: QtBot, theme: Theme, house: House) -> None:
    shelf = house.stock.library.templates
    form = TemplateForm(
        theme, None, template=Template(id=""), topics=(), channels=[], offers=lambda _name: (), save=shelf.add
    )
    form.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
    qtbot.addWidget(form)
    form.name.setText("Wochenmarkt")
    form.purpose.setCurrentIndex(form.purpose.findData(Purpose.EVENT))
    form.go.click()
    made = next(item for item in shelf.every() if item.name == "Wochenmarkt")
    assert made.purpose is Purpose.EVENT


def test_only_lists_that_were_changed_are_kept(qtbot: QtBot, theme: Theme) -> None:
    heard: list[dict[str, object]] = []
    form = ListsForm(
        theme,
        None,
        lists={"groups": ("Alle",), "tasks": ("Wasser",), "contacts": ()},
        done=lambda found: heard.append(dict(found)),
    )
    form.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
    qtbot.addWidget(form)
    form.texts["groups"].setPlainText("Alle\nWinzer\n")
    form.go.click()
    assert heard == [{"groups": ("Alle", "Winzer")}]


def test_blocks_say_their_abbreviation(page: TemplatesPage) -> None:
    page.show_kind(BLOCKS)
    row = next(row for row in page.rows if row.item.id == "kontakt")
    assert "Kürzel kontakt" in row.accessibleName()
    for shown in page.rows:
        for button in shown.buttons.values():
            assert shown.item.name in button.accessibleName()
