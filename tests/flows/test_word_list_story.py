# SPDX-License-Identifier: EUPL-1.2
"""The word list of the plan in the settings: add, search, remove, bring in and hand out, all of it undone."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from kalender.ui.preferences.words.part import WordRow, WordsPart
from kalender.ui.shell.further.parts import show_part
from tests.flows.sitting import Sitting


def opened(sitting: Sitting) -> WordsPart:
    assert sitting.desktop.place is not None
    show_part(sitting.desktop.place, "words")
    sitting.settle()
    part = sitting.window.findChild(WordsPart)
    assert isinstance(part, WordsPart)
    return part


def listed(part: WordsPart) -> list[str]:
    return [row.word.text() for row in part.rows.by_id.values() if isinstance(row, WordRow)]


def test_a_word_is_added_by_enter_and_removed_by_its_button(sitting: Sitting) -> None:
    part = opened(sitting)
    sitting.click(part.entry)
    sitting.type("Hölderle")
    sitting.key(Qt.Key.Key_Return)
    assert "Hölderle" in listed(part)
    assert (part.entry.text(), QApplication.focusWidget()) == ("", part.entry)
    row = next(
        row for row in part.rows.by_id.values() if isinstance(row, WordRow) and row.word.text() == "Hölderle"
    )
    row.remove.click()
    sitting.settle()
    assert "Hölderle" not in listed(part)
    sitting.undo()
    assert "Hölderle" in listed(part)


def test_a_text_file_comes_in_as_one_step_and_goes_out_again(sitting: Sitting, tmp_path: Path) -> None:
    part = opened(sitting)
    before = listed(part)
    file = tmp_path / "woerter.txt"
    file.write_bytes("Hölderle\r\nBrunnenfest/S\n\nzwei Worte\nHölderle\n12\n".encode("cp1252"))
    part.take(file)
    sitting.settle()
    assert sorted(listed(part)) == sorted([*before, "Hölderle", "Brunnenfest"])
    part.save(tmp_path / "aus.txt")
    assert set((tmp_path / "aus.txt").read_text("utf-8").split()) == {*before, "Hölderle", "Brunnenfest"}
    sitting.undo()
    assert listed(part) == before
    part.take(tmp_path / "fehlt.txt")
    assert "fehlt.txt" in sitting.said


def test_typing_narrows_the_list(sitting: Sitting) -> None:
    part = opened(sitting)
    sitting.house.spelling.words.add_all(["Hölderle", "Brunnenfest"])
    sitting.settle()
    sitting.click(part.entry)
    sitting.type("brunnen")
    assert listed(part) == ["Brunnenfest"]


def test_a_word_with_a_hyphen_counts_in_each_part(sitting: Sitting) -> None:
    sitting.house.spelling.words.add("Hölderle-Xaver")
    assert {"Hölderle", "Xaver", "Xavers"} <= sitting.house.spelling.words.known()
