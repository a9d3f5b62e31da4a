# SPDX-License-Identifier: EUPL-1.2
"""Rules at the window: what they weigh, why, and findings that are left as they are."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from kalender.domain.picture import AiMark, Licence
from kalender.domain.post import Post
from kalender.domain.rules.book import Level
from kalender.domain.rules.checks import rules
from kalender.domain.rules.finding import Severity
from kalender.jobs.jobs import Cancelled
from kalender.ui.checking.page import SHOWN, ChecksPage
from kalender.ui.editor.page import EditorPage
from kalender.ui.editor.side.leaving import LeaveDialog
from kalender.ui.editor.side.notices import remedies_of
from kalender.ui.preferences.page import SettingsPage
from kalender.ui.preferences.rules.dialog import ReasonDialog
from kalender.ui.preferences.rules.part import RulesPart
from kalender.ui.preferences.rules.row import RuleRow
from kalender.ui.widgets.blocks.finding import FindingRow
from tests.flows.hands import dialog
from tests.flows.sitting import Sitting
from tests.ui.room import a_photo

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


def written(sitting: Sitting, post: str) -> EditorPage:
    """Open a post in the editor."""
    sitting.desktop.place.visits.open_post(post)  # type: ignore[union-attr]  # a plan is open
    sitting.settle()
    return sitting.editor


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
    page = written(sitting, id_)
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


def test_all_posts_are_checked_and_a_finding_leads_to_its_post(sitting: Sitting) -> None:
    sitting.menu("tools.check")
    sitting.settle()
    page = sitting.window.pages.page("checks")
    assert isinstance(page, ChecksPage)
    assert page.posts == sum(1 for _post, _found in sitting.house.checks.each())
    assert page.found
    assert page.list.count() == min(len(page.found), SHOWN)
    page.filter.choose("error")
    page.filter.chosen.emit("error")
    blocked = [line for line in page.found if line[0].severity is Severity.ERROR]
    assert page.list.count() == len(blocked)
    page.filter.choose("hint")
    page.filter.chosen.emit("hint")
    item = page.list.item(0)
    sitting.click(page.list.viewport(), page.list.visualItemRect(item).center())
    sitting.key(Qt.Key.Key_Return)
    sitting.settle()
    assert sitting.editor.post_id == item.data(Qt.ItemDataRole.UserRole)


def test_checking_all_posts_can_be_stopped(sitting: Sitting) -> None:
    done = []

    def tell(count: int, _total: int) -> None:
        done.append(count)
        if count == 3:
            raise Cancelled

    with pytest.raises(Cancelled):
        list(sitting.house.checks.each(tell))
    assert done == [0, 1, 2, 3]


@pytest.mark.parametrize(
    ("rule", "text", "better"),
    [
        ("text.disguised_letters", "𝗪𝗶𝗰𝗵𝘁𝗶𝗴: Der Markt fällt aus.", "Wichtig: Der Markt fällt aus."),
        ("text.double_space", "Der Markt  fällt aus.", "Der Markt fällt aus."),
        ("text.marks_run", "Der Markt fällt aus!!!", "Der Markt fällt aus!"),
        ("text.abbreviation", "Bitte ggf. anrufen.", "Bitte falls nötig anrufen."),
        ("date.weekday", "Markt am Montag, 5. Dezember 2026", "Markt am Samstag, 5. Dezember 2026"),
        ("hashtag.camel_case", "Kommt! #tagderoffenentür", "Kommt! #TagDerOffenenTür"),
    ],
)
def test_one_click_mends_what_is_safe_in_one_step(
    sitting: Sitting, rule: str, text: str, better: str
) -> None:
    house = sitting.house
    id_ = house.posts.create("Markt", text=text, channels=["facebook"])
    page = written(sitting, id_)
    finding = next(item for item in page.found if item.rule == rule)
    (_verb, _icon, act), *_more = remedies_of(finding, page)
    act()
    sitting.settle()
    assert house.posts.get(id_).text == better
    assert rule not in {item.rule for item in page.found}
    house.desk.undo()
    assert house.posts.get(id_).text == text


def test_a_picture_made_by_a_machine_is_marked_with_one_click(sitting: Sitting, tmp_path: Path) -> None:
    house = sitting.house
    (picture,) = house.pictures.import_files([a_photo(tmp_path, "entwurf.jpg")]).added
    house.pictures.set_fields(picture, licence=Licence.AI)
    id_ = house.posts.create("Entwurf", text="So kann der Park werden.", channels=["facebook"])
    house.editing.attach(id_, [picture])
    page = written(sitting, id_)
    finding = next(item for item in page.found if item.rule == "picture.ai_unmarked")
    (verb, _icon, act), *_more = remedies_of(finding, page)
    assert verb == "Als KI-Bild kennzeichnen"
    act()
    sitting.settle()
    assert house.pictures.get(picture).ai is AiMark.MADE
    assert "picture.ai_unmarked" not in {item.rule for item in page.found}
    house.desk.undo()
    assert house.pictures.get(picture).ai is AiMark.NONE
