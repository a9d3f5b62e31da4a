# SPDX-License-Identifier: EUPL-1.2
"""A picture is made from the words of a post, made again, and made from the library, by mouse and keys."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPlainTextEdit

from kalender.domain.picture import Picture
from kalender.ui.pictures.library.page import LibraryPage
from kalender.ui.preferences.style.part import StylePart
from kalender.ui.shell.further.parts import show_part
from kalender.ui.tiles.dialog import TileDialog
from tests.flows.sitting import CTRL, SHIFT, Sitting

TITLE = "Vorlesen in der Bücherei"


def dialog(sitting: Sitting) -> TileDialog:
    sitting.settle()
    return next(item for item in sitting.window.findChildren(TileDialog) if item.isVisible())


def tiles(sitting: Sitting) -> list[Picture]:
    return [item for item in sitting.house.pictures.all() if item.tile]


def preview_of(sitting: Sitting, found: TileDialog) -> None:
    sitting.until(lambda: found.view.drawing is not None)


def test_a_post_gets_a_tile_of_its_own_words_which_is_made_again_later(sitting: Sitting) -> None:
    post = sitting.post(TITLE)
    before = {item.picture for item in post.attachments}
    sitting.desktop.place.visits.open_post(post.id)  # type: ignore[union-attr]  # a plan is open
    sitting.settle()
    album = sitting.editor.column.album
    album.add_menu().actions()[2].trigger()
    found = dialog(sitting)
    headline = found.form.fields["headline"].editor
    assert isinstance(headline, QPlainTextEdit)
    assert headline.toPlainText() == TITLE
    assert found.form.words()["when"] == "Freitag, 11. Dezember 2026"
    preview_of(sitting, found)
    assert found.view.picture.pixmap().height() > 100
    assert "passt in alle Formen" in found.view.words.text()
    sitting.click(found.go)
    sitting.until(lambda: tiles(sitting))
    (tile,) = tiles(sitting)
    assert {item.picture for item in sitting.post(TITLE).attachments} - before == {tile.id}
    assert tile.alt.startswith(f"Hinweis: {TITLE}.")

    sitting.settle()
    strip = sitting.editor.column.album.strip
    strip.choose(next(item.id for item in sitting.post(TITLE).attachments if item.picture == tile.id))
    strip.setFocus()
    sitting.key(Qt.Key.Key_Return)  # where a photo would be cropped
    again = dialog(sitting)
    assert again.windowTitle() == "Kachel bearbeiten"
    area = again.form.fields["headline"].editor
    assert isinstance(area, QPlainTextEdit)
    area.selectAll()
    sitting.type("Heute wird vorgelesen")
    sitting.click(again.go)
    sitting.until(lambda: tiles(sitting)[0].sha256 != tile.sha256)
    assert [item.id for item in tiles(sitting)] == [tile.id]
    assert tiles(sitting)[0].alt.startswith("Hinweis: Heute wird vorgelesen.")
    sitting.settle()
    sitting.undo()
    assert tiles(sitting)[0].sha256 == tile.sha256


def test_a_colour_that_cannot_be_read_is_told_and_mended_with_a_click(sitting: Sitting) -> None:
    sitting.key(Qt.Key.Key_K, CTRL | SHIFT)
    found = dialog(sitting)
    colours = found.colours
    line = colours.fields["ink"].line
    line.setFocus()
    line.selectAll()
    sitting.type("#3B7178")
    assert "zu schwach" in colours.lines["ink"].words.text()
    sitting.click(colours.lines["ink"].mend)
    assert "gut lesbar" in colours.lines["ink"].words.text()
    assert found.tile.legible
    assert colours.fields["ink"].value != "#3B7178"


def test_a_field_that_is_needed_asks_to_be_filled_and_nothing_is_kept(sitting: Sitting) -> None:
    sitting.to_page(5)
    page = sitting.window.pages.page("pictures")
    assert isinstance(page, LibraryPage)
    sitting.click(sitting.button("Kachel aus Text …", page))
    found = dialog(sitting)
    preview_of(sitting, found)
    sitting.click(found.go)
    assert found.isVisible()
    assert "ausfüllen" in found.form.fields["headline"].error
    sitting.key(Qt.Key.Key_Escape)
    assert not tiles(sitting)


def test_a_template_that_is_left_and_taken_again_keeps_what_was_typed(sitting: Sitting) -> None:
    sitting.key(Qt.Key.Key_K, CTRL | SHIFT)
    found = dialog(sitting)
    sitting.type("Danke, Feuerwehr")
    for wanted in ("zitat", "termin"):
        found.template.setCurrentIndex(found.template.findData(wanted))
        found.template.activated.emit(found.template.currentIndex())
    assert found.tile.words == {"headline": "Danke, Feuerwehr"}
    assert found.tile.kicker == "Termin"
    preview_of(sitting, found)
    sitting.settle()


def test_the_library_makes_a_tile_again(sitting: Sitting) -> None:
    house = sitting.house
    drawn = house.tiles.draw(house.tiles.begin("dank", {"headline": "Der Feuerwehr", "text": "Für alles."}))
    house.tiles.add(drawn, "Kachel: Der Feuerwehr")
    sitting.to_page(5)
    page = sitting.window.pages.page("pictures")
    assert isinstance(page, LibraryPage)
    sitting.settle()
    page.gallery.choose([tiles(sitting)[0].id])
    sitting.settle()
    sitting.click(page.details.tile)
    assert dialog(sitting).form.words()["headline"] == "Der Feuerwehr"


def test_arms_and_colours_are_set_up_once_and_every_new_tile_begins_with_them(
    sitting: Sitting, tmp_path: Path
) -> None:
    file = tmp_path / "wappen.svg"
    file.write_text(
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 48"><path d="M0 0h40v28q0 20-20 20t-20-20z" fill="#0b6770"/></svg>',
        encoding="utf-8",
    )
    assert sitting.desktop.place is not None
    show_part(sitting.desktop.place, "style")
    part = next(item for item in sitting.window.findChildren(StylePart) if item.isVisible())
    sitting.click(part.choose)
    sitting.choose_file(file)
    sitting.until(lambda: sitting.house.tiles.style.arms() is not None)
    sitting.settle()
    assert "wappen.svg" in part.about.text()
    part.note.setFocus()
    sitting.type("Ämter der Stadt")
    sitting.key(Qt.Key.Key_Return)
    line = part.colours.fields["ground"].line
    line.setFocus()
    line.selectAll()
    sitting.type("#3A2E17")
    house = sitting.house.tiles.style.now
    assert (house.arms_note, house.ground) == ("Ämter der Stadt", "#3A2E17")
    sitting.key(Qt.Key.Key_K, CTRL | SHIFT)
    found = dialog(sitting)
    assert found.tile.ground == "#3A2E17"
    assert found.arms.isChecked()
    preview_of(sitting, found)
    sitting.key(Qt.Key.Key_Escape)
    sitting.undo()
    assert sitting.house.tiles.style.now.ground == "#0B4F57"
