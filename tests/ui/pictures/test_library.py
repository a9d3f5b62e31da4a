# SPDX-License-Identifier: EUPL-1.2
"""The library: searched, filtered, described, used, filled and emptied."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent, QImage
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from kalender.app.house import House
from kalender.domain.crop import CENTRE, Focus
from kalender.domain.picture import AiMark, Music, Proposed
from kalender.domain.rights.consent import Consent
from kalender.jobs.jobs import Jobs
from kalender.ui.pictures.library.page import LibraryPage
from kalender.ui.shell.films.wiring import wire
from kalender.ui.theme.theme import Theme
from kalender.ui.widgets.controls.button import Button
from kalender.wording.pictures import MUSIC
from tests.flows.sitting import Now
from tests.media.drawn import grainy
from tests.media.films import film
from tests.ui.room import a_photo, copies


@dataclass
class Shelf:
    """The page with what belongs to it."""

    house: House
    page: LibraryPage
    ids: dict[str, str]
    said: list[str] = field(default_factory=list)

    def names(self) -> list[str]:
        """Return the names of the pictures shown."""
        return [item.name for item in self.page.gallery.model().pictures]  # type: ignore[attr-defined]  # its own model


@pytest.fixture
def shelf(qtbot: QtBot, theme: Theme, house: House, tmp_path: Path) -> Iterator[Shelf]:
    for name in ("markt.jpg", "rathaus.jpg", "wasser.jpg"):
        house.pictures.import_files([a_photo(tmp_path, name, size=(600, 400))])
    ids = {item.name: item.id for item in house.pictures.all()}
    images = copies(house)

    def bring_in(paths: Sequence[Path]) -> None:
        page.show_report(house.pictures.import_files(paths))

    page = LibraryPage(
        theme,
        pictures=house.pictures,
        posts=house.posts,
        consents=house.consents,
        image_of=lambda picture, _px: images.get(picture, QImage()),
        bring_in=bring_in,
    )
    qtbot.addWidget(page)
    end = house.desk.subscribe(page.changed)
    found = Shelf(house, page, ids)
    page.said.connect(found.said.append)
    page.resize(1284, 720)
    page.show()
    yield found
    page.flush()
    end()


def test_search_finds_by_name_and_alt_text(shelf: Shelf, qtbot: QtBot) -> None:
    shelf.house.pictures.set_fields(shelf.ids["wasser.jpg"], alt="Ein Wasserhahn in der Schule")
    shelf.page.search.setText("schule")
    qtbot.waitUntil(lambda: shelf.names() == ["wasser.jpg"])
    shelf.page.search.setText("nirgends")
    qtbot.waitUntil(shelf.page.no_hit.isVisible)
    QTest.keyClick(shelf.page.search, Qt.Key.Key_Escape)
    assert shelf.names() == ["markt.jpg", "rathaus.jpg", "wasser.jpg"]


def test_used_and_unused_pictures_are_told_apart(shelf: Shelf) -> None:
    post = shelf.house.posts.create("Markt")
    shelf.house.editing.attach(post, [shelf.ids["markt.jpg"]])
    shelf.page.filter.button("used").click()
    assert shelf.names() == ["markt.jpg"]
    shelf.page.filter.button("unused").click()
    assert shelf.names() == ["rathaus.jpg", "wasser.jpg"]


def test_the_chosen_picture_is_described_and_its_words_are_saved(shelf: Shelf) -> None:
    page = shelf.page
    page.gallery.choose([shelf.ids["markt.jpg"]])
    QTest.keyClicks(page.details.rights.alt, "Der Markt")
    page.gallery.choose([shelf.ids["rathaus.jpg"]])
    assert shelf.house.pictures.get(shelf.ids["markt.jpg"]).alt == "Der Markt"
    assert page.details.rights.alt.toPlainText() == ""
    shelf.house.desk.undo()
    assert shelf.house.pictures.get(shelf.ids["markt.jpg"]).alt == ""


def test_the_focus_point_is_set_by_mouse_and_by_keys(shelf: Shelf) -> None:
    page, id_ = shelf.page, shelf.ids["markt.jpg"]
    page.gallery.choose([id_])
    view = page.details.focus._view()
    x, y = view.to_screen(250, 750)
    QTest.mouseClick(page.details.focus, Qt.MouseButton.LeftButton, pos=QPoint(round(x), round(y)))
    found = shelf.house.pictures.get(id_).focus
    assert abs(found.x - 250) <= 3
    assert abs(found.y - 750) <= 3
    QTest.keyClick(page.details.focus, Qt.Key.Key_Left)
    assert shelf.house.pictures.get(id_).focus == Focus(x=found.x - 10, y=found.y)


def test_where_a_picture_is_used_leads_to_the_post(shelf: Shelf, qtbot: QtBot) -> None:
    from kalender.ui.widgets.controls.link import Link

    post = shelf.house.posts.create("Markt ist auf")
    shelf.house.editing.attach(post, [shelf.ids["markt.jpg"]])
    shelf.page.gallery.choose([shelf.ids["markt.jpg"]])
    link = shelf.page.details.used.findChildren(Link)[-1]
    assert link.accessibleName() == "Markt ist auf"
    with qtbot.waitSignal(shelf.page.open_post) as opened:
        link.click()
    assert opened.args == [post]


def test_a_dropped_folder_is_taken_in_and_what_was_refused_is_named(shelf: Shelf, tmp_path: Path) -> None:
    folder = tmp_path / "handy"
    folder.mkdir()
    a_photo(folder, "neu.jpg", size=(300, 200))
    (folder / "kaputt.jpg").write_bytes(b"\xff\xd8\xff nichts")
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(folder))])
    event = QDropEvent(
        QPointF(50, 300),
        Qt.DropAction.CopyAction,
        mime,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    shelf.page.dropEvent(event)
    assert "neu.jpg" in shelf.names()
    assert shelf.page._banner is not None
    assert "1 Bild übernommen" in shelf.page._banner.accessibleName()
    assert "kaputt.jpg" in shelf.page._banner.accessibleName()
    assert [shelf.house.pictures.get(id_).name for id_ in shelf.page.gallery.ids()] == ["neu.jpg"]


def test_deleted_pictures_come_back_with_undo(shelf: Shelf) -> None:
    shelf.page.gallery.choose([shelf.ids["markt.jpg"], shelf.ids["wasser.jpg"]])
    QTest.keyClick(shelf.page.gallery, Qt.Key.Key_Delete)
    assert shelf.names() == ["rathaus.jpg"]
    assert shelf.said == ["2 Bilder in den Papierkorb gelegt"]
    shelf.house.desk.undo()
    assert shelf.names() == ["markt.jpg", "rathaus.jpg", "wasser.jpg"]


def test_an_empty_library_says_how_to_begin(shelf: Shelf) -> None:
    shelf.page.gallery.choose(list(shelf.ids.values()))
    shelf.page.delete()
    assert shelf.page.nothing.isVisible()


def test_a_picture_reads_out_what_is_missing(shelf: Shelf) -> None:
    spoken = shelf.page.gallery.model().index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "markt.jpg, Alternativtext fehlt, Lizenz fehlt"


def test_what_the_file_says_is_shown_and_its_caption_becomes_alt_text_only_when_wanted(shelf: Shelf) -> None:
    id_ = shelf.ids["markt.jpg"]
    shelf.house.pictures.set_fields(id_, note="Der Markt am Abend", terms="Nur mit Namen")
    page = shelf.page
    page.gallery.choose([id_])
    box = page.details.from_file
    assert box.isVisible()
    assert "Der Markt am Abend" in box.note.text()
    assert "Nur mit Namen" in box.terms.text()
    assert page.details.rights.alt.toPlainText() == ""
    box.take.click()
    page.flush()
    assert shelf.house.pictures.get(id_).alt == "Der Markt am Abend"
    page.gallery.choose([shelf.ids["rathaus.jpg"]])
    assert not box.isVisible()


def test_the_end_of_a_right_is_entered_and_what_ends_soon_is_found(shelf: Shelf) -> None:
    page, id_ = shelf.page, shelf.ids["wasser.jpg"]
    page.gallery.choose([id_])
    origin = page.details.origin
    assert not origin.until.isVisible()
    origin.limited.click()
    today = shelf.house.consents.today()
    assert shelf.house.pictures.get(id_).valid_until == origin.until.day > today
    page.filter.button("ending").click()
    assert shelf.names() == []
    page.filter.button("all").click()
    page.gallery.choose([id_])
    origin.until.set_day(today + timedelta(days=12))
    origin.until.chosen.emit(origin.until.day)
    assert origin.ending.text() == "Endet in 12 Tagen."
    page.filter.button("ending").click()
    assert shelf.names() == ["wasser.jpg"]
    shelf.house.desk.undo()
    assert shelf.names() == []


def test_a_picture_of_someone_whose_consent_ends_is_found_too(shelf: Shelf) -> None:
    today = shelf.house.consents.today()
    shelf.house.consents.add(
        Consent(id="", name="Jo Kern", expires=today + timedelta(days=3)), [shelf.ids["markt.jpg"]]
    )
    shelf.page.filter.button("ending").click()
    assert shelf.names() == ["markt.jpg"]


def test_pictures_are_narrowed_to_those_of_one_office(shelf: Shelf) -> None:
    page = shelf.page
    assert not page.source.isVisible()
    page.gallery.choose([shelf.ids["markt.jpg"]])
    QTest.keyClicks(page.details.origin.source, "Tiefbauamt")
    QTest.keyClick(page.details.origin.source, Qt.Key.Key_Return)
    assert page.source.isVisible()
    page.source.setCurrentIndex(page.source.findText("Tiefbauamt"))
    page.source.activated.emit(page.source.currentIndex())
    assert shelf.names() == ["markt.jpg"]
    page.no_hit.findChildren(Button)[0].click()
    assert len(shelf.names()) == 3


def test_a_film_is_chosen_captioned_and_taken_away_at_its_cover(shelf: Shelf, tmp_path: Path) -> None:
    page, id_ = shelf.page, shelf.ids["markt.jpg"]
    warned: list[str] = []
    jobs = Jobs(Now())
    filming = wire(page, shelf.house.pictures.films, jobs, warned.append)
    page.gallery.choose([id_])
    box = page.details.film
    assert not box.remove.isVisible()
    filming.take_film(id_, film(tmp_path / "fest.mp4", seconds=32))
    jobs._hear()
    assert (box.name.text(), box.state.text()) == ("fest.mp4", "0:32 Minuten, 1080 × 1920 px")
    assert box.missing.isVisible()
    box.music.activated.emit(list(MUSIC).index(Music.NETWORK))
    assert shelf.house.pictures.get(id_).music is Music.NETWORK
    assert box.music.currentText() == "Musik aus dem Netzwerk"
    box.burned.click()
    assert shelf.house.pictures.get(id_).burned
    assert not box.missing.isVisible(), "captions in the picture are asked for no more"
    assert box.music.isVisible()
    box.burned.click()
    assert box.missing.isVisible()
    box.silent.click()
    assert not box.music.isVisible()
    assert shelf.house.pictures.get(id_).silent
    assert not box.missing.isVisible()
    words = tmp_path / "fest.srt"
    words.write_text("1\n00:00:01,000 --> 00:00:02,000\nGrüße\n", encoding="utf-8")
    filming.take_captions(id_, words)
    jobs._hear()
    assert box.state.text().endswith("Untertitel (SRT)")
    assert shelf.names() == ["markt.jpg", "rathaus.jpg", "wasser.jpg"]
    filming.take_film(id_, words)
    jobs._hear()
    assert len(warned) == 1
    assert "kein Film" in warned[0]
    QTest.keyClick(box.remove, Qt.Key.Key_Space)
    assert shelf.house.pictures.get(id_).film == ""
    jobs.close()


def test_what_a_machine_did_to_a_picture_is_chosen_by_keys_and_undone_like_all_that_is_described(
    shelf: Shelf,
) -> None:
    picture = shelf.ids["markt.jpg"]
    shelf.page.gallery.choose(picture)
    choice = shelf.page.details.rights.ai
    assert choice.accessibleName() == "Künstliche Intelligenz (KI)"
    assert choice.currentText() == "Ohne KI"
    for words, mark in (("Ganz von KI erzeugt", AiMark.MADE), ("Mit KI verändert", AiMark.ALTERED)):
        QTest.keyClick(choice, Qt.Key.Key_Down)
        choice.activated.emit(choice.currentIndex())
        assert choice.currentText() == words
        assert shelf.house.pictures.get(picture).ai is mark
    shelf.house.desk.undo()
    assert shelf.house.pictures.get(picture).ai is AiMark.NONE
    assert choice.currentText() == "Ohne KI"


def test_a_proposed_focus_point_is_told_as_one_and_goes_to_the_middle_with_a_click(
    shelf: Shelf, tmp_path: Path
) -> None:
    path = tmp_path / "fest.jpg"
    grainy(spot=(0.2, 0.7)).save(path, quality=92)
    (id_,) = shelf.house.pictures.import_files([path]).added
    proposed = shelf.house.pictures.get(id_).focus
    assert proposed != CENTRE
    shelf.page.gallery.choose([id_])
    details = shelf.page.details
    assert "Vorgeschlagener Fokuspunkt" in details.hint.text()
    QTest.mouseClick(details.middle, Qt.MouseButton.LeftButton)
    found = shelf.house.pictures.get(id_)
    assert (found.focus, found.proposed) == (CENTRE, Proposed.NO)
    assert "Vorgeschlagener" not in details.hint.text()
    assert not details.middle.isVisible()
    shelf.house.desk.undo()
    found = shelf.house.pictures.get(id_)
    assert (found.focus, found.proposed) == (proposed, Proposed.SEEN)
