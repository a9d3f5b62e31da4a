# SPDX-License-Identifier: EUPL-1.2
"""The library: all pictures of the plan, what is known of them and where they are used."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import (
    QDragEnterEvent,
    QDropEvent,
    QGuiApplication,
    QHideEvent,
    QImage,
    QKeySequence,
    QResizeEvent,
    QShortcut,
)
from PySide6.QtWidgets import QHBoxLayout, QMenu, QStackedWidget, QVBoxLayout, QWidget

from kalender.domain.card import Card
from kalender.domain.crop import Focus
from kalender.domain.picture import Picture
from kalender.domain.refusal import Refused
from kalender.services.acting.changes import Changes
from kalender.services.consents.register import Consents
from kalender.services.pictures import PictureReport, Pictures
from kalender.services.posts import Posts
from kalender.ui.pictures.library.clipboard import pasted_files
from kalender.ui.pictures.library.describing import Describing
from kalender.ui.pictures.library.details import Details
from kalender.ui.pictures.library.empty import no_hit, no_pictures
from kalender.ui.pictures.library.gallery import Gallery
from kalender.ui.pictures.library.narrowing import ALL, ENDING, UNUSED, USED, Narrowing, sources
from kalender.ui.pictures.library.report import report_sheet
from kalender.ui.pictures.library.search import SearchField
from kalender.ui.theme.theme import Theme
from kalender.ui.widgets.blocks.folding import FoldingBar
from kalender.ui.widgets.blocks.text import Ground, Text
from kalender.ui.widgets.controls.button import Button, Kind
from kalender.ui.widgets.controls.choice import Choice
from kalender.ui.widgets.controls.segmented import Segmented
from kalender.ui.widgets.feedback.banner import Banner
from kalender.wording.intake import picture_report
from kalender.wording.refusals import sentence
from kalender.wording.tr import tr

ImageOf = Callable[[str, int], QImage]
BringIn = Callable[[Sequence[Path]], object]

EDGE = 512
SEARCH_AFTER = 120
"""Milliseconds after the last letter until the search runs, and until what is typed of a picture is saved."""


class LibraryPage(QWidget):
    """Pictures side by side, the chosen one in detail. bring_in(paths): take files and folders in, beside the window.

    consent_wanted: a consent by id is to be shown, or with an empty one a new one entered for a picture (id).
    """

    open_post = Signal(str)
    consent_wanted = Signal(str, str)
    files_wanted = Signal()
    folder_wanted = Signal()
    said = Signal(str)
    refused = Signal(str)

    def __init__(
        self,
        theme: Theme,
        *,
        pictures: Pictures,
        posts: Posts,
        consents: Consents,
        image_of: ImageOf,
        bring_in: BringIn,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._pictures, self._posts = pictures, posts
        self._image_of, self._bring_in = image_of, bring_in
        self._known: dict[str, Picture] = {}
        self._shown = ""
        self.describing = Describing(pictures, self)
        self._banner: Banner | None = None
        self.bar = FoldingBar(theme, pad=(16, 9))
        self.title = Text(theme, tr("Bilder"), "title-1")
        self.note = Text(theme, "", "body", ink="text-2")
        self.search = SearchField(theme)
        self.filter = Segmented(
            theme,
            [
                (ALL, tr("Alle")),
                (USED, tr("Verwendet")),
                (UNUSED, tr("Unbenutzt")),
                (ENDING, tr("Läuft ab")),
            ],
            name=tr("Welche Bilder"),
        )
        self.source = Choice(theme, name=tr("Von wem die Bilder kommen"))
        self._narrowing = Narrowing(pictures, consents)
        self.add = Button(
            theme, tr("Bilder einlesen"), icon="ri.image-add-line", kind=Kind.PRIMARY, arrow=True
        )
        self.gallery = Gallery(theme, image_of)
        self.details = Details(theme, consents)
        self.nothing = no_pictures(theme, self.files_wanted.emit, self.folder_wanted.emit)
        self.no_hit = no_hit(theme, self._clear)
        self._build()
        self._searching = QTimer(self, singleShot=True, interval=SEARCH_AFTER)
        self._searching.timeout.connect(self._show_pictures)
        self.describing.refused.connect(lambda refusal: self.refused.emit(sentence(refusal)))
        self._wire()
        self.reload()

    def _build(self) -> None:
        px = self._theme.px
        self.setAcceptDrops(True)
        self.setFocusProxy(self.gallery)
        self.search.setMaximumWidth(px(280))
        for widget in (self.title, self.note, self.filter):
            self.bar.first.addWidget(widget)
        self.bar.first.addStretch(1)
        for item in (self.source, self.search, self.add):
            self.bar.second.addWidget(item)
        self.search.setMinimumWidth(px(180))
        shelf = Ground(self._theme, "bg-surface")
        inside = QVBoxLayout(shelf)
        inside.setContentsMargins(px(10), px(8), 0, 0)
        inside.addWidget(self.gallery)
        self._stack = QStackedWidget()
        for page in (shelf, self.nothing, self.no_hit):
            self._stack.addWidget(page)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.bar)
        self._banners = QVBoxLayout()
        column.addLayout(self._banners)
        row = QHBoxLayout()
        row.setSpacing(0)
        row.addWidget(self._stack, 1)
        row.addWidget(self.details)
        column.addLayout(row, 1)
        self._theme.changed.connect(self._fit)
        self._fit()

    def _wire(self) -> None:
        self.search.textChanged.connect(lambda _text: self._searching.start())
        self.filter.chosen.connect(lambda _key: self._show_pictures())
        self.source.activated.connect(lambda _row: self._show_pictures())
        self.add.clicked.connect(self._open_menu)
        self.gallery.chosen.connect(self._choose)
        self.gallery.removed.connect(self.delete)
        self.gallery.opened.connect(lambda _id: self.details.rights.alt.setFocus())
        self.details.focus.moved.connect(self._set_focus)
        self.details.open_post.connect(self.open_post)
        self.details.delete_wanted.connect(self.delete)
        self.details.consents.wanted.connect(self.consent_wanted)
        self.details.consents.refused.connect(self.refused)
        self.details.rights.alt_set.connect(lambda text, _decorative: self._type("alt", text))
        self.details.rights.field_set.connect(self._type_and_save)
        self.details.origin.field_set.connect(self._type_and_save)
        paste = QShortcut(QKeySequence(QKeySequence.StandardKey.Paste), self.gallery)
        paste.setContext(Qt.ShortcutContext.WidgetShortcut)
        paste.activated.connect(self.paste)
        self.search.escaped.connect(self._clear)

    # What the shell asks of a page

    def regions(self) -> Sequence[QWidget]:
        """Return the parts F6 goes through."""
        return (self.search, self.gallery, self.details.focus)

    def focus_filter(self) -> None:
        """Bring the cursor into the search."""
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    def shown(self) -> str:
        """Return the id of the picture in detail, empty where there is none."""
        return self._shown

    def reload(self) -> None:
        """Read the library anew."""
        self._known = self._pictures.known()
        self._show_sources()
        self._show_pictures()

    def changed(self, changes: Changes) -> None:
        """Take in what changed in the plan."""
        touched = changes.ids("picture")
        for id_ in touched:
            try:
                self._known |= {item.id: item for item in [self._pictures.get(id_)] if not item.companion}
            except Refused:
                self._known.pop(id_, None)
        if touched:
            self._show_sources()
        if (
            touched
            or (changes.ids("post") and self.filter.current != ALL)
            or (changes.ids("consent") and self.filter.current == ENDING)
        ):
            self._show_pictures()
        elif changes.ids("post") or changes.ids("consent"):
            self._show_details()

    def pictures_ready(self) -> None:
        """Show copies that have been made meanwhile."""
        self.gallery.refresh()
        if self._shown:
            self._show_image()

    def show_report(self, report: PictureReport) -> None:
        """Say what came of an import, with the reasons one click away; show what is new."""
        if self._banner is not None:
            self._banner.hide()
            self._banner.deleteLater()
        words = picture_report(report)
        details = tr("Einzelheiten") if report.refused else ""
        self._banner = Banner(
            self._theme,
            words,
            severity="warn" if report.refused else "info",
            link=details or tr("Ausblenden"),
            clicked=(lambda: report_sheet(self._theme, self, report).open())
            if details
            else self._hide_banner,
        )
        self._banners.addWidget(self._banner)
        new = report.added or report.duplicates
        if new and all(id_ in self._known for id_ in new):
            self.gallery.choose(list(new))

    def _hide_banner(self) -> None:
        if self._banner is not None:
            self._banner.hide()

    # Showing

    def visible(self) -> list[Picture]:
        """Return the pictures that search and filter leave, by name."""
        which, source = self.filter.current or ALL, str(self.source.currentData() or "")
        return self._narrowing.kept(self._known.values(), self.search.text(), which, source)

    def _show_sources(self) -> None:
        """Offer those from whom pictures came; the choice stays where it still is one."""
        wanted = str(self.source.currentData() or "")
        found = sources(self._known.values())
        self.source.clear()
        self.source.addItem(tr("Jede Herkunft"), "")
        for name in found:
            self.source.addItem(name, name)
        self.source.setCurrentIndex(max(0, self.source.findData(wanted)))
        self.source.setVisible(bool(found))

    def _show_pictures(self) -> None:
        found = self.visible()
        count, whole = len(found), len(self._known)
        words = tr("1 Bild") if whole == 1 else tr("{n} Bilder").format(n=whole)
        if count != whole:
            words = tr("{n} von {all}").format(n=count, all=words)
        self.note.setText(words)
        self.note.setVisible(bool(whole))
        self.gallery.show_pictures(found)
        if not whole:
            self._stack.setCurrentWidget(self.nothing)
        elif not found:
            searched = self.search.text().strip()
            text = tr("Kein Bild passt zu „{text}“.").format(text=searched)
            self.no_hit.set_words(tr("Kein Treffer"), text if searched else tr("Hier ist kein Bild dabei."))
            self._stack.setCurrentWidget(self.no_hit)
        else:
            self._stack.setCurrentIndex(0)
        self._show_details()

    def _choose(self) -> None:
        self.flush()
        self._show_details()

    def _show_details(self) -> None:
        ids = self.gallery.ids()
        before, self._shown = self._shown, ids[0] if len(ids) == 1 else ""
        self.details.setVisible(bool(self._shown) and self.width() >= self._theme.px(620))
        many = tr("{n} Bilder in den Papierkorb").format(n=len(ids))
        self.details.delete.set_words(many if len(ids) > 1 else tr("In den Papierkorb"))
        if not self._shown:
            return
        picture = self._known[self._shown]
        if self._shown != before or not self.describing.has(picture.id):
            self.details.show_details(self.describing.over(picture), self._cards())
            self._show_image()

    def _show_image(self) -> None:
        picture = self._known[self._shown]
        self.details.focus.show_picture(self._image_of(picture.id, EDGE), picture.focus)

    def _cards(self) -> list[Card]:
        found = []
        for id_ in self._pictures.used_in(self._shown):
            try:
                found.append(self._posts.card(id_))
            except Refused:
                continue
        return found

    def _clear(self) -> None:
        self.search.clear()
        self.source.setCurrentIndex(0)
        self.filter.choose(ALL)
        self._show_pictures()

    def _fit(self) -> None:
        self.details.setFixedWidth(self._theme.px(320))

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Leave the details out where there is no room."""
        super().resizeEvent(event)
        self.details.setVisible(bool(self._shown) and self.width() >= self._theme.px(620))

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802 - Qt's name
        """Save what is typed when another page comes to the front."""
        self.flush()
        super().hideEvent(event)

    # Deciding

    def _type(self, name: str, value: object) -> None:
        if self._shown:
            self.describing.type(self._known[self._shown], name, value)

    def _type_and_save(self, name: str, value: object) -> None:
        self._type(name, value)
        self.flush()

    def flush(self) -> bool:
        """Save what is typed about pictures; tell whether nothing is left unsaved."""
        return self.describing.flush()

    def _set_focus(self, focus: Focus) -> None:
        self.flush()
        if self._shown:
            self._attempt(lambda: self._pictures.set_focus(self._shown, focus))

    def delete(self) -> None:
        """Put the chosen pictures into the trash; undo brings them back."""
        ids = self.gallery.ids()
        self.flush()
        if ids and self._attempt(lambda: self._pictures.delete(ids)):
            one = tr("Bild in den Papierkorb gelegt")
            self.said.emit(
                one if len(ids) == 1 else tr("{n} Bilder in den Papierkorb gelegt").format(n=len(ids))
            )

    def _attempt(self, verb: Callable[[], object]) -> bool:
        try:
            verb()
        except Refused as refusal:
            self.refused.emit(sentence(refusal))
            return False
        return True

    # Taking in

    def menu(self) -> QMenu:
        """Return the ways to take pictures in."""
        menu = QMenu(self)
        menu.addAction(tr("Bilder wählen …"), self.files_wanted.emit)
        menu.addAction(tr("Ordner wählen …"), self.folder_wanted.emit)
        menu.addAction(tr("Aus der Zwischenablage"), self.paste)
        return menu

    def _open_menu(self) -> None:
        menu = self.menu()
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.add.mapToGlobal(self.add.rect().bottomLeft()))

    def paste(self) -> None:
        """Take in what is on the clipboard: files, or a picture."""
        files = pasted_files(QGuiApplication.clipboard().mimeData(), self._posts.now())
        if files:
            self._bring_in(files)
        else:
            self.said.emit(tr("In der Zwischenablage ist kein Bild."))

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802 - Qt's name
        """Take files and folders."""
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802 - Qt's name
        """Take files and folders in."""
        paths = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
        event.acceptProposedAction()
        if paths:
            self._bring_in(paths)
