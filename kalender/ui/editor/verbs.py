# SPDX-License-Identifier: EUPL-1.2
"""What the person does in the editor, turned into verbs of the services."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Sequence
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtWidgets import QFileDialog, QMenu

from kalender.domain.crop import Own
from kalender.domain.stage import Stage
from kalender.services.editing import Editing
from kalender.services.plan_view import PlanView
from kalender.services.posts import Posts
from kalender.services.reviews import Reviews
from kalender.ui.editor import states
from kalender.ui.editor.channels import ChannelPopover
from kalender.ui.editor.fields.doing import DEFAULTS
from kalender.ui.editor.more import more_menu
from kalender.ui.editor.series import InSeries
from kalender.ui.editor.side.comparing import compare_sheet
from kalender.ui.editor.strip.opening import open_picture, open_tile
from kalender.ui.editor.text.paste import picture_files
from kalender.ui.editor.text.writing import PICTURES
from kalender.wording.tr import tr

if TYPE_CHECKING:
    from kalender.ui.editor.page import EditorPage

BringIn = Callable[[Sequence[Path], Callable[[Sequence[str]], object]], object]
"""Imports files beside the window; calls back with the ids of the pictures, known ones included."""


class Verbs(QObject):
    """Listens to the parts of the page and acts; every verb saves first what is typed."""

    def __init__(
        self,
        page: EditorPage,
        *,
        editing: Editing,
        posts: Posts,
        reviews: Reviews,
        plan: PlanView,
        bring_in: BringIn,
    ) -> None:
        super().__init__(page)
        self._page = page
        self._editing, self._posts, self._reviews, self._plan = editing, posts, reviews, plan
        self._bring_in = bring_in
        self._session = page.session
        self._series = InSeries(page, posts)
        self._wire_header()
        self._wire_text()
        self._wire_album()
        page.comments.written.connect(self._comment)

    def _wire_header(self) -> None:
        header, session = self._page.header, self._session
        header.back.connect(self._back)
        header.titled.connect(lambda text: session.type("field", "title", text))
        header.title_done.connect(session.flush)
        header.dated.connect(self._date)
        header.given_to.connect(lambda person: self._set(responsible=person))
        header.more.connect(self._open_more)
        header.forward.connect(self.forward)

    def _wire_text(self) -> None:
        column, session = self._page.column, self._session
        column.add.clicked.connect(self._open_channels)
        column.state.compare_wanted.connect(self._compare)
        column.state.reset_wanted.connect(self.reset)
        column.box.undo_wanted.connect(session.undo)
        column.box.area.undo_wanted.connect(session.undo)
        column.box.area.redo_wanted.connect(session.redo)
        column.box.area.pictures_given.connect(self.add_files)
        column.box.area.picture_pasted.connect(self._add_image)
        column.box.link.clicked.connect(self._insert_link)

    def _wire_album(self) -> None:
        album, session = self._page.column.album, self._session
        album.alt_typed.connect(lambda attachment, text: session.type("alt", attachment, text))
        album.alt_left.connect(session.flush)
        album.decorative_set.connect(self._set_decorative)
        album.hidden_set.connect(self._set_hidden)
        album.crop_wanted.connect(partial(open_picture, self._page))
        album.tile_wanted.connect(partial(open_tile, self._page))
        album.library_wanted.connect(self._library)
        album.files_wanted.connect(self._ask_for_files)
        album.paste_wanted.connect(self._paste)
        album.strip.reordered.connect(self._reorder)
        album.like_base.clicked.connect(self._like_base)
        album.strip.removed.connect(self._detach)
        album.strip.files_dropped.connect(self.add_files)

    # The post as a whole

    def _back(self) -> None:
        self._page.leave()
        self._page.back.emit()

    def _set(self, **values: Any) -> None:
        self._session.do(lambda: self._editing.set_fields(self._session.id, **values))

    def _date(self, moment: datetime | None) -> None:
        id_ = self._session.id
        if moment is None:
            self._session.do(lambda: self._posts.to_backlog([id_]))
        else:
            self._session.do(lambda: self._posts.move_to([id_], moment))

    def forward(self) -> None:
        """Do the next step of the post's stage, or say what stands in its way."""
        page, id_ = self._page, self._session.id
        if not id_ or not self._session.flush():
            return
        page.check()
        match page.stage():
            case Stage.IDEA:
                self._session.do(lambda: self._posts.to_draft([id_]))
            case Stage.DRAFT if page.errors():
                page.columns.reveal("checks")
                count = page.errors()
                first = tr("Eine Prüfung ist noch zu beheben.")
                many = tr("{n} Prüfungen sind noch zu beheben.").format(n=count)
                page.refused.emit(first if count == 1 else many)
            case Stage.DRAFT:
                if self._session.do(lambda: self._reviews.request(id_)):
                    page.said.emit(tr("Zur Prüfung gegeben"))
            case Stage.IN_REVIEW:
                page.review_wanted.emit(id_)
            case Stage.APPROVED:
                page.export_wanted.emit([id_])
            case Stage.EXPORTED:
                page.publish_wanted.emit([id_])
            case Stage.PUBLISHED:
                pass

    def _comment(self, text: str) -> None:
        if not self._session.do(lambda: self._reviews.comment(self._session.id, text)):
            self._page.comments.entry.setText(text)

    def release(self) -> None:
        """Let a held post go on."""
        self._session.do(lambda: self._posts.release([self._session.id]))

    def _open_more(self) -> None:
        menu = self.more()
        menu.aboutToHide.connect(menu.deleteLater)
        button = self._page.header.menu
        menu.popup(button.mapToGlobal(button.rect().bottomLeft()))

    def more(self) -> QMenu:
        """Return the menu behind "…"."""
        page, id_, session = self._page, self._session.id, self._session
        post = session.post
        waiting = page.stage() is Stage.IN_REVIEW
        dated = post.planned is not None
        return more_menu(
            page,
            [
                (tr("Duplizieren"), self._duplicate, ""),
                (
                    tr("Zurück in den Ideenkorb"),
                    (lambda: session.do(lambda: self._posts.to_backlog([id_]))) if dated else None,
                    tr("Der Beitrag hat keinen Termin."),
                ),
                (
                    tr("Prüfung zurückziehen"),
                    (lambda: session.do(lambda: self._reviews.withdraw(id_))) if waiting else None,
                    tr("Der Beitrag ist nicht in Prüfung."),
                ),
                *self._series.entries(),
                ("", None, ""),
                (tr("Fassung in anderer Sprache …"), page.family.open_menu, ""),
                (tr("Weiterführen"), self.release, "")
                if post.hold
                else (tr("Anhalten …"), lambda: page.hold_wanted.emit(id_), ""),
                ("", None, ""),
                (tr("Vorlage übernehmen …"), page.blocks.open_templates, ""),
                (tr("Als Vorlage sichern …"), page.blocks.save_template, ""),
                (tr("Text als Baustein sichern …"), page.blocks.save_block, ""),
                ("", None, ""),
                (tr("Frühere Stände …"), page.past.whole, ""),
                (tr("Löschen"), self._delete, ""),
            ],
        )

    def offers(self) -> dict[str, str]:
        """Return what the menus of the window can do with the post, and why not."""
        if not self._session.id:
            return {}
        post = self._session.post
        return {
            "post.rename": "",
            "post.duplicate": "",
            "post.next": "",
            "post.history": "",
            "post.field": "",
            "post.block": self._page.blocks.why_not(),
            "post.fill": self._page.blocks.why_not(),
            "post.backlog": "" if post.planned else tr("Der Beitrag hat keinen Termin."),
            "post.hold": tr("Der Beitrag ist schon angehalten.") if post.hold else "",
            "post.release": "" if post.hold else tr("Der Beitrag ist nicht angehalten."),
            "post.sibling": self._page.family.why_not(),
            **self._series.why_not(),
        }

    def perform(self, action: str) -> None:
        """Do an action of the window's menus."""
        id_ = self._session.id
        verbs: dict[str, Callable[[], object]] = {
            "post.rename": self._page.header.pencil.click,
            "post.duplicate": self._duplicate,
            "post.next": self.forward,
            "post.history": self._page.past.whole,
            "post.field": self._page.past.one,
            "post.block": self._page.blocks.open_blocks,
            "post.fill": self._page.blocks.open_templates,
            "post.backlog": lambda: self._session.do(lambda: self._posts.to_backlog([id_])),
            "post.hold": lambda: self._page.hold_wanted.emit(id_),
            "post.release": self.release,
            "post.sibling": self._page.family.open_menu,
            **self._series.verbs(),
        }
        if id_ and action in verbs:
            verbs[action]()

    def _duplicate(self) -> None:
        if self._session.flush():
            copies: list[str] = []
            self._session.do(lambda: copies.extend(self._posts.duplicate([self._session.id])))
            for copy in copies:
                self._page.said.emit(tr("Beitrag dupliziert"))
                self._page.open_post.emit(copy)

    def _delete(self) -> None:
        if self._session.post.series:
            self._series.ask("delete")
            return
        title = self._session.post.title
        if self._session.do(lambda: self._posts.delete([self._session.id])):
            self._page.said.emit(tr("„{title}“ gelöscht").format(title=title))

    # Versions

    def _open_channels(self) -> None:
        post = self._session.post
        own = [item.id for item in post.versions if states.reset_fields(item)]
        chosen = [item.id for item in post.versions]
        popover = ChannelPopover(
            self._page._theme,  # noqa: SLF001 - the page's own part
            self._page.column.add,
            self._page.offered_marks(chosen),
            chosen,
            own,
        )
        popover.decided.connect(self.set_channels)
        popover.open_under(right=True)

    def set_channels(self, channels: Sequence[str]) -> None:
        """Choose the channels of the post."""
        self._session.do(lambda: self._editing.set_channels(self._session.id, channels))

    def reset(self) -> None:
        """Let the version in front take everything from the common text again, as one step."""
        version = self._session.post.version(self._page.key)
        if version is None:
            return
        fields = states.reset_fields(version)
        values: dict[str, Any] = {name: DEFAULTS.get(name) for name in fields}
        if any(item.own is not None for item in version.placements):
            crops: dict[tuple[str, str, str], Own | None] = {
                (version.id, item.attachment, item.format): None for item in version.placements
            }
            self._session.do(lambda: self._editing.set_crops(self._session.id, crops))
        if values and self._session.do(
            lambda: self._editing.set_version_fields(self._session.id, version.id, **values)
        ):
            self._page.said.emit(tr("Basistext übernommen"))

    def _compare(self) -> None:
        self._session.flush()
        post = self._session.post
        version = post.version(self._page.key)
        if version is None:
            return
        name = self._page.marks[version.id].label
        theme = self._page._theme  # noqa: SLF001 - the page's own part
        compare_sheet(theme, self._page, name, post.text, post.text_for(version), self.reset).open()

    def _insert_link(self) -> None:
        post = self._session.post
        version = post.version(self._page.key)
        link = post.link if version is None else post.link_for(version)
        if link:
            self._page.column.box.area.insert(link)
        else:
            self._page.column.fields.line("link").setFocus()
            self._page.said.emit(tr("Tragen Sie zuerst den Link ein."))

    # Pictures

    def _library(self) -> None:
        if self._session.flush():
            self._page.library_wanted.emit(self._session.id)

    def attach(self, pictures: Sequence[str]) -> None:
        """Add pictures of the library that the post does not have yet."""
        if not self._session.id:
            return
        known = {item.picture for item in self._session.post.attachments}
        new = [item for item in pictures if item not in known]
        if not new:
            self._page.said.emit(tr("Das Bild ist schon im Beitrag."))
            return
        added: list[str] = []
        self._session.do(lambda: added.extend(self._editing.attach(self._session.id, new)))
        if added:
            self._page.column.album.strip.choose(added[0])

    def add_files(self, paths: Sequence[str]) -> None:
        """Import picture files and add them to the post."""
        post = self._session.id
        if self._session.flush():
            self._bring_in([Path(item) for item in paths], lambda ids: self._came(post, ids))

    def _came(self, post: str, pictures: Sequence[str]) -> None:
        if post == self._session.id:
            self.attach(pictures)
        elif pictures:
            self._session.do(lambda: self._editing.attach(post, pictures))

    def _ask_for_files(self) -> None:
        patterns = " ".join(f"*{suffix}" for suffix in PICTURES)
        dialog = QFileDialog(self._page, tr("Bilder wählen"), "", f"{tr('Bilder')} ({patterns})")
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        dialog.filesSelected.connect(self.add_files)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _paste(self) -> None:
        mime = QGuiApplication.clipboard().mimeData()
        files = picture_files(mime, PICTURES)
        if files:
            self.add_files(files)
        elif mime.hasImage():
            self._add_image(mime.imageData())
        else:
            self._page.said.emit(tr("In der Zwischenablage ist kein Bild."))

    def _add_image(self, data: object) -> None:
        if not isinstance(data, QImage) or data.isNull():
            return
        folder = Path(tempfile.mkdtemp(prefix="kalender-"))
        path = folder / f"{tr('Zwischenablage')} {self._posts.now():%Y-%m-%d %H-%M-%S}.png"
        if data.save(str(path)):
            self.add_files([str(path)])

    def _detach(self, attachment: str) -> None:
        if self._session.do(lambda: self._editing.detach(self._session.id, attachment)):
            self._page.said.emit(tr("Bild aus dem Beitrag genommen"))

    def _set_decorative(self, attachment: str, decorative: bool) -> None:
        post = self._session.post
        alt = next((item.alt for item in post.attachments if item.id == attachment), None)
        self._session.do(
            lambda: self._editing.set_alt(self._session.id, attachment, alt, decorative=decorative)
        )

    def _reorder(self, order: Sequence[str]) -> None:
        """Put the pictures into another order: of the post, or of the channel in front alone."""
        version = self._session.post.version(self._page.key)
        if version is None:
            self._session.do(lambda: self._editing.order(self._session.id, order))
        else:
            self._session.do(lambda: self._editing.arrange(self._session.id, version.id, order))

    def _like_base(self) -> None:
        self._session.do(lambda: self._editing.reset(self._session.id, self._page.key, "order"))

    def _set_hidden(self, attachment: str, hidden: bool) -> None:
        version = self._session.post.version(self._page.key)
        if version is None:
            return
        others = tuple(item for item in version.hidden if item != attachment)
        wanted = (*others, attachment) if hidden else others
        self._session.do(
            lambda: self._editing.set_version_fields(self._session.id, version.id, hidden=wanted)
        )
