# SPDX-License-Identifier: EUPL-1.2
"""Rules at the window: what they weigh, why, and findings that are left as they are."""

import pytest
from PySide6.QtWidgets import QApplication

from kalender.domain.post import Post
from kalender.domain.rules.book import Level
from kalender.domain.rules.checks import rules
from kalender.ui.editor.side.leaving import LeaveDialog
from kalender.ui.preferences.page import SettingsPage
from kalender.ui.preferences.rules.dialog import ReasonDialog
from kalender.ui.preferences.rules.part import RulesPart
from kalender.ui.preferences.rules.row import RuleRow
from kalender.ui.widgets.blocks.finding import FindingRow
from tests.flows.hands import dialog
from tests.flows.sitting import Sitting

LOUD = "ACHTUNG: Die Bahnhofstraße ist am Montag gesperrt. Alles dazu: www.lindenbrunn.de"


@pytest.fixture
def part(sitting: Sitting) -> RulesPart:
    """The part Prüfregeln of the settings."""
    sitting.menu("app.settings")
    page = sitting.window.pages.page("settings")
    assert isinstance(page, SettingsPage)
    found = page.show_part("rules")
    assert isinstance(found, RulesPart)
    sitting.settle()
    return found


def row_of(part: RulesPart, rule: str) -> RuleRow:
    row = part.rows.by_id[rule]
    assert isinstance(row, RuleRow)
    return row


def choose(row: RuleRow, level: Level) -> None:
    row.level.setCurrentIndex(row.level.findData(level.value))
    row.level.activated.emit(row.level.currentIndex())


def test_every_rule_is_listed_and_found_by_its_words(part: RulesPart) -> None:
    assert set(part.rows.by_id) == set(rules())
    part.search.setText("alternativtext dateiname")
    assert [id_ for id_, row in part.rows.by_id.items() if not row.isHidden()] == ["alt.file_name"]
    assert part.count.text() == "1 Regel"


def test_a_rule_is_changed_with_a_reason_shows_by_whom_and_goes_back(
    sitting: Sitting, part: RulesPart
) -> None:
    row = row_of(part, "text.capitals")
    assert row.default.text() == "Vorgabe: warnt"
    choose(row, Level.ERROR)
    asked = dialog(sitting)
    assert isinstance(asked, ReasonDialog)
    assert not asked.go.isEnabled()
    asked.reason.setText("Beschluss vom 3. März")
    asked.go.click()
    sitting.settle()
    assert sitting.house.checks.book.severities["text.capitals"] == "error"
    assert "Beschluss vom 3. März" in row.who.text()
    assert not row.leavable.isHidden()
    choose(row, Level.WARNING)
    sitting.settle()
    assert sitting.house.checks.book.ruling("text.capitals") is None
    assert row.who.isHidden()


def test_without_a_reason_the_rule_stays_as_it_was(sitting: Sitting, part: RulesPart) -> None:
    row = row_of(part, "text.capitals")
    choose(row, Level.OFF)
    dialog(sitting).close()
    sitting.settle()
    assert row.level.currentData() == "warning"


def test_a_finding_is_left_with_a_reason_folds_away_and_comes_back(sitting: Sitting) -> None:
    house = sitting.house
    id_ = house.posts.create("Sperrung", text=LOUD, channels=["facebook"])
    page = sitting.editor
    page.open(id_)
    sitting.settle()
    row = next(item for item in page.findings.findChildren(FindingRow) if "ACHTUNG" in item.title.text())
    next(button for button in row.buttons if button.text() == "So lassen").click()
    asked = dialog(sitting)
    assert isinstance(asked, LeaveDialog)
    asked.reason.setText("So heißt die Aktion")
    asked.go.click()
    sitting.settle()
    assert not [item for item in page.found if item.rule == "text.capitals"]
    box = page.findings.left_box
    assert box is not None
    assert box.inner.isHidden()
    box.fold.click()
    assert not box.inner.isHidden()
    sitting.settle()
    box.backs[0].click()
    sitting.settle()
    assert [item for item in page.found if item.rule == "text.capitals"]
    post = house.store.get(Post, id_)
    assert post is not None
    assert not post.left
    assert QApplication.activeModalWidget() is None
