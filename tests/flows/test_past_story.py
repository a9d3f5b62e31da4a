# SPDX-License-Identifier: EUPL-1.2
"""Going back: what happened and who did it, one step taken back, an earlier state, the trash, the archive of a year."""

from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible

from kalender.domain.post import Post, Publication
from kalender.domain.stage import Flag, Stage
from kalender.exchange.package import check
from kalender.ui.past.archive.page import ArchivePage
from kalender.ui.past.story.page import StoryPage
from kalender.ui.past.timeline.page import TimelinePage
from kalender.ui.past.trash.page import TrashPage
from kalender.ui.shell.search.rows import when_words
from kalender.ui.widgets.blocks.rows import RowList
from tests.builders import a_post
from tests.flows.sitting import CTRL, SHIFT, Sitting

POST = "Vorlesen in der Bücherei"


def timeline(sitting: Sitting) -> TimelinePage:
    sitting.menu("tools.history")
    page = sitting.window.pages.current
    assert isinstance(page, TimelinePage)
    return page


def lines(page: TimelinePage) -> list[str]:
    """Return the sentences shown so far, headings left out."""
    rows = [page.model.index(row) for row in range(page.model.rowCount())]
    return [str(index.data()) for index in rows if page.model.flags(index) & Qt.ItemFlag.ItemIsSelectable]


def click_row(sitting: Sitting, list_: RowList, words: str) -> None:
    """Click on the row with these words."""
    model = list_.model()
    row = next(row for row in range(model.rowCount()) if words in str(model.index(row, 0).data()))
    list_.scrollTo(model.index(row, 0))
    sitting.click(list_.viewport(), list_.visualRect(model.index(row, 0)).center())


def test_what_happened_is_read_and_an_older_step_taken_back_by_mouse(sitting: Sitting) -> None:
    before = sitting.planned(POST)
    sitting.drag_to_day(POST, date(2026, 12, 16))
    sitting.house.posts.rename(sitting.card(POST).id, "Vorlesen für alle")
    page = timeline(sitting)
    assert lines(page)[:2] == [
        f"Katrin Sommer hat „{POST}“ umbenannt",
        f"Katrin Sommer hat „{POST}“ auf Mi 16. Dez. verschoben",
    ]
    click_row(sitting, page.list, "auf Mi 16. Dez. verschoben")
    page.show_chosen()
    sitting.settle()
    assert page.detail.outlook.text() == "Lässt sich ganz zurücknehmen."
    (box,) = page.detail.changes.boxes
    assert (
        box.words.text() == "Freitag, 11. Dezember 2026, 15:00 Uhr  →  Mittwoch, 16. Dezember 2026, 15:00 Uhr"
    )
    sitting.click(page.detail.back)
    assert sitting.planned("Vorlesen für alle") == before
    assert lines(page)[0] == f"Katrin Sommer hat zurückgenommen: Beitrag verschoben: {POST}"
    sitting.undo()
    assert sitting.planned("Vorlesen für alle") == datetime(2026, 12, 16, 15, 0)


def test_what_has_been_changed_since_is_named_before_and_after(sitting: Sitting) -> None:
    post, link = sitting.card(POST).id, sitting.post(POST).link
    sitting.house.editing.set_fields(post, place="Saal", link="https://lindenbrunn.example")
    sitting.house.editing.set_fields(post, place="Keller")
    page = timeline(sitting)
    page.list.setCurrentIndex(page.model.index(2))
    page.show_chosen()
    sitting.settle()
    assert page.detail.kept.text() == f"– Ort: {POST}"
    sitting.click(page.detail.back)
    assert sitting.said.endswith("Stehen blieb, weil es seither geändert wurde: Ort")
    assert (sitting.post(POST).place, sitting.post(POST).link) == ("Keller", link)


def test_the_timeline_is_used_by_keys_alone_and_read_out(sitting: Sitting) -> None:
    sitting.house.posts.rename(sitting.card(POST).id, "Vorlesen für alle")
    sitting.key(Qt.Key.Key_H, CTRL)
    assert sitting.front == "timeline"
    page = timeline(sitting)
    assert page.list.hasFocus()
    sitting.key(Qt.Key.Key_Down)
    page.show_chosen()
    sitting.settle()
    second = page.chosen()
    assert second is not None
    sitting.key(Qt.Key.Key_Up)
    interface = QAccessible.queryAccessibleInterface(page.list)
    said = [interface.child(n).text(QAccessible.Text.Name) for n in range(2)]
    assert said[0] == "Tag: Heute, Donnerstag, 3. Dezember 2026"
    assert said[1] == f"Katrin Sommer hat „{POST}“ umbenannt, Donnerstag, 3. Dezember 2026, 10:42 Uhr"
    sitting.key(Qt.Key.Key_F, CTRL)
    assert page.filters.text.hasFocus()
    sitting.type("kommentiert")
    page.filters._tell()
    sitting.settle()
    assert lines(page)
    assert all("kommentiert" in line for line in lines(page))
    page.filters.text.setText("gibt es nirgends")
    page.filters._tell()
    sitting.settle()
    assert page.none.isVisible()
    sitting.click(sitting.button("Alles zeigen", page.none))
    page.list.setFocus(Qt.FocusReason.TabFocusReason)
    sitting.key(Qt.Key.Key_Home)
    sitting.key(Qt.Key.Key_Down)
    click_row(sitting, page.list, "umbenannt")
    sitting.key(Qt.Key.Key_Return)
    assert sitting.front == "editor"
    assert sitting.editor.header.title.text() == "Vorlesen für alle"


def test_everything_is_reached_by_scrolling_and_filters_narrow_it(sitting: Sitting) -> None:
    page = timeline(sitting)
    bar = page.list.verticalScrollBar()
    while not page.model.complete:
        bar.setValue(bar.maximum())
        sitting.settle()
    assert lines(page)[-1].endswith("hat den Plan „Stadt Lindenbrunn“ angelegt")
    everything = len(lines(page))
    page.filters.person.setCurrentIndex(page.filters.person.findText("Ines Falkner"))
    sitting.settle()
    assert 0 < len(lines(page)) < everything
    assert all(line.startswith("Ines Falkner") for line in lines(page))
    page.filters.group.setCurrentIndex(page.filters.group.findText("Prüfen und Freigeben"))
    sitting.settle()
    assert lines(page)
    assert all("freigegeben" in line or "gebeten" in line for line in lines(page))


def story(sitting: Sitting) -> StoryPage:
    page = sitting.window.pages.current
    assert isinstance(page, StoryPage)
    return page


def test_an_earlier_text_comes_back_from_the_editor_with_its_approval(sitting: Sitting) -> None:
    card = next(
        card
        for card in sitting.house.posts.cards_between(date(2026, 12, 3), date(2026, 12, 31))
        if card.stage is Stage.APPROVED
    )
    text = sitting.house.posts.get(card.id).text
    sitting.search(card.title)
    sitting.click(sitting.editor.column.box.area.viewport())
    sitting.key(Qt.Key.Key_A, CTRL)
    sitting.type("Alles ist anders.")
    sitting.menu("post.history")
    page = story(sitting)
    assert sitting.house.posts.card(card.id).stage is not Stage.APPROVED
    page.show_chosen()
    sitting.settle()
    assert (
        page.effect.text() == "Die frühere Freigabe gilt dann wieder: Es ist genau die freigegebene Fassung."
    )
    assert [box.title.text() for box in page.differences.boxes] == ["Text"]
    assert "neu: Alles ist anders]" in page.differences.boxes[0].text.accessibleDescription()
    sitting.click(page.restore)
    assert sitting.house.posts.get(card.id).text == text
    assert sitting.house.posts.card(card.id).stage is Stage.APPROVED
    assert sitting.said == f"Früheren Stand wiederhergestellt: {card.title}"
    sitting.undo()
    assert sitting.house.posts.get(card.id).text == "Alles ist anders."
    sitting.key(Qt.Key.Key_Escape)
    assert sitting.front == "editor"


def test_one_field_comes_back_alone_from_the_calendar(sitting: Sitting) -> None:
    post = sitting.card(POST).id
    sitting.house.editing.set_text(post, "Ein anderer Text.")
    sitting.house.posts.rename(post, "Ganz anders")
    sitting.settle()
    sitting.click(sitting.calendar.month.viewport(), sitting.on_card("Ganz anders"))
    sitting.key(Qt.Key.Key_H, CTRL | SHIFT)
    page = story(sitting)
    click_row(sitting, page.list, "Beitrag angelegt")
    page.show_chosen()
    sitting.settle()
    title = next(box for box in page.differences.boxes if box.difference.field == "title")
    assert title.button is not None
    assert title.button.accessibleName() == "Nur dieses Feld zurückholen: Titel"
    sitting.click(title.button)
    assert sitting.post(POST).text == "Ein anderer Text."


def test_posts_and_pictures_are_deleted_found_in_the_trash_and_brought_back_at_once(sitting: Sitting) -> None:
    posts = [card.id for card in sitting.house.posts.backlog()[:3]]
    sitting.house.posts.delete(posts)
    (picture,) = [
        item.id for item in sitting.house.pictures.all() if not sitting.house.pictures.used_in(item.id)
    ][:1]
    sitting.house.pictures.delete([picture])
    steps = sitting.house.store.changesets()
    sitting.menu("tools.trash")
    page = sitting.window.pages.current
    assert isinstance(page, TrashPage)
    assert page.model.rowCount() == 4
    assert len(page.selected()) == 1
    page.list.setFocus(Qt.FocusReason.TabFocusReason)
    sitting.key(Qt.Key.Key_A, CTRL)
    sitting.click(sitting.button("4 zurückholen"))
    assert sitting.house.store.changesets() == steps + 1
    assert page.empty.isVisible()
    assert {card.id for card in sitting.house.posts.backlog()} >= set(posts)
    sitting.undo()
    assert page.model.rowCount() == 4
    sitting.key(Qt.Key.Key_F, CTRL)
    name = str(page.model.index(3).data())
    page.search.setText(name)
    page.reload()
    assert page.model.rowCount() == 1
    page.list.setFocus(Qt.FocusReason.TabFocusReason)
    sitting.key(Qt.Key.Key_Home)
    sitting.key(Qt.Key.Key_Return)
    assert page.none.isVisible()


def past_years(sitting: Sitting) -> None:
    """Write posts of 2025 into the plan: one published, one forgotten."""
    with sitting.house.desk.action("table.imported", count=2) as act:
        for id_, title, out in (
            ("alt", "Markt im alten Jahr", ("facebook",)),
            ("offen", "Nie erschienen", ()),
        ):
            post = a_post(id_, title=title, channels=["facebook"], planned=datetime(2025, 12, 5, 17))
            act.put(replace(post, publications=tuple(Publication(id=item) for item in out)))


def test_a_year_goes_into_the_archive_and_a_post_comes_out_again(sitting: Sitting) -> None:
    past_years(sitting)
    before = sitting.house.posts.counts()[Stage.PUBLISHED]
    sitting.menu("tools.archive")
    page = sitting.window.pages.current
    assert isinstance(page, ArchivePage)
    box = next(box for box in page.boxes if box.year.year == 2025)
    assert not next(box for box in page.boxes if box.year.year == 2026).main.isEnabled()
    sitting.click(box.main)
    assert sitting.said == "Jahr ins Archiv gelegt: 2025"
    assert sitting.house.posts.counts()[Stage.PUBLISHED] == before - 1
    box = next(box for box in page.boxes if box.year.year == 2025)
    sitting.click(box.show_button)
    assert sitting.front == "calendar"
    (hit,) = sitting.house.posts.find("alten Jahr")
    assert when_words(hit) == "Archiv · 5. Dez. 2025"
    sitting.search("alten Jahr")
    editor = sitting.editor
    assert editor.banners.words() == [
        "Dieser Beitrag liegt im Archiv. Zum Ändern holen Sie ihn zuerst heraus."
    ]
    assert editor.column.box.area.isReadOnly()
    assert not editor.header.title.isEnabled()
    sitting.click(sitting.button("Aus dem Archiv holen", editor.banners))
    assert Flag.ARCHIVED not in sitting.house.posts.card("alt").flags
    assert not editor.column.box.area.isReadOnly()
    assert sitting.house.store.get(Post, "alt") is not None


def test_a_year_is_written_for_the_records_office(sitting: Sitting, tmp_path: Path) -> None:
    past_years(sitting)
    sitting.menu("tools.archive")
    page = sitting.window.pages.current
    assert isinstance(page, ArchivePage)
    page._choose_folder = lambda _parent, then: then(tmp_path / "Akten")
    sitting.click(next(box for box in page.boxes if box.year.year == 2025).export_button)
    sitting.settle()
    folder = tmp_path / "Akten" / "Archiv-2025-Stadt-Lindenbrunn"
    assert check(folder) == []
    assert "Markt im alten Jahr" in (folder / "Beitraege" / "12-Dezember.html").read_text(encoding="utf-8")
    assert folder.with_name(f"{folder.name}.zip").is_file()
    assert "2 Beiträge" in sitting.said


def test_the_pages_say_what_they_are_where_there_is_nothing(sitting: Sitting) -> None:
    sitting.menu("tools.trash")
    page = sitting.window.pages.current
    assert isinstance(page, TrashPage)
    assert page.empty.isVisible()
    assert page.empty.accessibleName() == "Der Papierkorb ist leer"
    sitting.click(page, QPoint(5, 5))


def test_one_field_is_chosen_compared_and_brought_back_by_keys_as_one_step(sitting: Sitting) -> None:
    post = sitting.card(POST).id
    before = sitting.post(POST).text
    sitting.house.editing.set_text(post, "Heute lesen wir vor.")
    sitting.house.posts.rename(post, "Vorlesen für alle")
    sitting.house.editing.set_fields(post, place="Saal")
    assert sitting.desktop.place is not None
    sitting.desktop.place.visits.open_post(post)
    sitting.key(Qt.Key.Key_H, CTRL | SHIFT)
    page = sitting.window.pages.current
    assert isinstance(page, StoryPage)
    fields = [page.field.itemText(row) for row in range(page.field.count())]
    assert fields[0] == "Alle Angaben"
    assert {"Titel", "Text", "Veranstaltungsort"} & set(fields) >= {"Titel", "Text"}
    page.field.setFocus()
    while page.field.currentText() != "Text":
        sitting.key(Qt.Key.Key_Down)
    page.field.activated.emit(page.field.currentIndex())
    sitting.settle()
    (box,) = page.differences.boxes
    assert box.title.text() == "Text"
    assert "Heute lesen wir vor." in box.text.toPlainText()
    assert page.restore.text() == "Nur dieses Feld zurückholen"
    page.restore.setFocus()
    sitting.key(Qt.Key.Key_Space)
    found = sitting.post("Vorlesen für alle")
    assert (found.text, found.place) == (before, "Saal")
    assert page.field.currentText() == "Text"
    sitting.undo()
    assert sitting.post("Vorlesen für alle").text == "Heute lesen wir vor."
    assert sitting.post("Vorlesen für alle").place == "Saal"
