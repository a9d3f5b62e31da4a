# SPDX-License-Identifier: EUPL-1.2
"""The pages of a plan: built at their first visit, told of every change, opened from one another."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget

from kalender.domain.refusal import Refused
from kalender.services.changes import Changes
from kalender.ui.calendar.page import CalendarPage
from kalender.ui.shell.almanac import almanac_of
from kalender.ui.shell.pages import PageSpec
from kalender.wording.refusals import sentence
from kalender.wording.tr import tr

if TYPE_CHECKING:
    from kalender.ui.board.page import BoardPage
    from kalender.ui.editor.page import EditorPage
    from kalender.ui.pictures.crop_page import CropPage
    from kalender.ui.pictures.library.page import LibraryPage
    from kalender.ui.publish.page import ExportPage
    from kalender.ui.review.page import ReviewPage
    from kalender.ui.shell.workplace import Workplace

CALENDAR, BOARD, REVIEW, PICTURES, EXPORT, EDITOR, CROP = (
    "calendar", "board", "review", "pictures", "export", "editor", "crop",
)  # fmt: skip


class Visits(QObject):
    """Knows every page that was visited. A page that is not in front reads again when it comes to the front."""

    def __init__(self, workplace: Workplace, export_folder: Path) -> None:
        super().__init__(workplace)
        self._work = workplace
        self._export_folder = export_folder
        self._stale: set[str] = set()
        self._tray: QWidget | None = None
        self.calendar: CalendarPage | None = None
        self.board: BoardPage | None = None
        self.review: ReviewPage | None = None
        self.library: LibraryPage | None = None
        self.export: ExportPage | None = None
        self.editor: EditorPage | None = None
        self.crop: CropPage | None = None

    def specs(self) -> list[PageSpec]:
        """Return the pages in the order of the navigation."""
        return [
            PageSpec(
                key=CALENDAR,
                label=tr("Kalender"),
                icon="ri.calendar-2-line",
                keys="Ctrl+2",
                factory=self._calendar,
            ),
            PageSpec(
                key=BOARD,
                label=tr("Ablauf"),
                icon="ri.layout-column-line",
                keys="Ctrl+3",
                factory=self._board,
            ),
            PageSpec(
                key=REVIEW,
                label=tr("Freigaben"),
                icon="ri.shield-check-line",
                keys="Ctrl+4",
                factory=self._review,
                rail=True,
            ),
            PageSpec(
                key=PICTURES, label=tr("Bilder"), icon="ri.image-2-line", keys="Ctrl+5", factory=self._library
            ),
            PageSpec(
                key=EXPORT,
                label=tr("Export"),
                icon="ri.inbox-unarchive-line",
                keys="Ctrl+6",
                factory=self._export,
            ),
            PageSpec(
                key=EDITOR,
                label=tr("Beitrag"),
                icon="ri.edit-line",
                factory=self._editor,
                listed=False,
                rail=True,
            ),
            PageSpec(
                key=CROP,
                label=tr("Zuschnitt"),
                icon="ri.crop-line",
                factory=self._crop,
                listed=False,
                rail=True,
            ),
        ]

    @staticmethod
    def listed() -> tuple[str, ...]:
        """Return the keys of the pages that a window may begin with."""
        return CALENDAR, BOARD, REVIEW, PICTURES, EXPORT

    # Building

    def _calendar(self) -> QWidget:
        from kalender.wording.findings import why, words

        house, window = self._work.house, self._work.window
        plan = house.plan
        page = CalendarPage(
            self._work.theme,
            posts=house.posts,
            plan=plan,
            reviews=house.reviews,
            publishing=house.publishing,
            checks=house.checks,
            almanac_of=almanac_of(
                house.layers,
                lambda: plan.municipality.land,
                lambda: {item.id: item.name for item in plan.channels},
            ),
            finding_words=lambda finding: (words(finding), why(finding)),
            image_of=self._small,
            focus_of=lambda id_: house.pictures.get(id_).focus,
        )
        self._work.copies.came.connect(page.picture_ready)
        page.open_post.connect(self.open_post)
        page.review_wanted.connect(self.open_review)
        page.export_wanted.connect(self.open_export)
        page.refused.connect(window.warn)
        page.counted.connect(self._legend)
        self._remember_view(page)
        self.calendar = page
        window.narrow_changed.connect(lambda _narrow: self._place_tray())
        self._place_tray()
        self._legend()
        return page

    def _remember_view(self, page: CalendarPage) -> None:
        """Show the layers and pictures of last time, and remember what is chosen now."""
        from kalender.ui.calendar.almanac import Layer

        preferences = self._work.preferences
        hidden = set(preferences.values.layers_hidden)
        page.toolbar.show_layers([layer for layer in Layer if layer.value not in hidden])
        page.toolbar.pictures.setChecked(preferences.values.pictures_in_month)
        page.toolbar.layered.connect(
            lambda shown: preferences.change(
                layers_hidden=tuple(sorted(layer.value for layer in Layer if layer not in shown))
            )
        )
        page.toolbar.pictured.connect(lambda shown: preferences.change(pictures_in_month=bool(shown)))

    def _board(self) -> QWidget:
        from kalender.ui.board.page import BoardPage

        house, window = self._work.house, self._work.window
        page = BoardPage(
            self._work.theme,
            posts=house.posts,
            reviews=house.reviews,
            publishing=house.publishing,
            plan=house.plan,
            image_of=self._small,
            now=house.posts.now,
        )
        page.open_post.connect(self.open_post)
        page.review_wanted.connect(self.open_review)
        page.export_wanted.connect(self.open_export)
        page.publish_wanted.connect(self.tick_off)
        page.new_post_wanted.connect(self.new_post)
        page.refused.connect(window.warn)
        self.board = page
        return page

    def _review(self) -> QWidget:
        from kalender.ui.review.page import ReviewPage
        from kalender.ui.widgets.preview.making import preview_of

        house, window, preferences = self._work.house, self._work.window, self._work.preferences
        page = ReviewPage(
            self._work.theme,
            reviews=house.reviews,
            plan=house.plan,
            image_of=self._small,
            preview_of=preview_of(self._work.theme, self._work.copies.image_of),
            person=lambda: house.desk.person,
            now=house.posts.now,
            ask=not preferences.values.approval_confirmed,
            single_keys=lambda: preferences.values.review_keys,
        )
        page.open_post.connect(self.open_post)
        page.refused.connect(window.warn)
        page.confirmation_off.connect(lambda: preferences.change(approval_confirmed=True))
        self.review = page
        return page

    def _library(self) -> QWidget:
        from kalender.ui.pictures.library.page import LibraryPage

        house, window = self._work.house, self._work.window
        page = LibraryPage(
            self._work.theme,
            pictures=house.pictures,
            posts=house.posts,
            image_of=self._work.copies.image_of,
            bring_in=self._work.intake.take,
        )
        page.open_post.connect(self.open_post)
        page.files_wanted.connect(lambda: self._work.intake.ask_files(window))
        page.folder_wanted.connect(lambda: self._work.intake.ask_folder(window))
        page.refused.connect(window.warn)
        self._work.intake.reported.connect(page.show_report)
        self.library = page
        return page

    def _export(self) -> QWidget:
        from kalender.ui.publish.page import ExportPage

        house, window, preferences = self._work.house, self._work.window, self._work.preferences
        last = preferences.values.export_folder
        page = ExportPage(
            self._work.theme,
            publishing=house.publishing,
            plan=house.plan,
            jobs=self._work.jobs,
            now=house.posts.now,
            folder=Path(last) if last else self._export_folder,
        )
        page.open_post.connect(self.open_post)
        page.told.connect(window.say)
        page.failed.connect(lambda refused: window.warn(sentence(refused)))
        self.export = page
        return page

    def _editor(self) -> QWidget:
        from kalender.ui.editor.page import EditorPage

        house, window = self._work.house, self._work.window
        page = EditorPage(
            self._work.theme,
            posts=house.posts,
            editing=house.editing,
            reviews=house.reviews,
            checks=house.checks,
            plan=house.plan,
            desk=house.desk,
            image_of=self._work.copies.image_of,
            bring_in=self._work.intake.take,
        )
        page.back.connect(window.go_back)
        page.open_cropper.connect(self.open_crop)
        page.library_wanted.connect(self._choose_pictures)
        page.review_wanted.connect(self.open_review)
        page.export_wanted.connect(self.open_export)
        page.publish_wanted.connect(self.tick_off)
        page.hold_wanted.connect(self.hold)
        page.open_post.connect(self.open_post)
        page.said.connect(window.say)
        page.refused.connect(window.warn)
        self.editor = page
        return page

    def _crop(self) -> QWidget:
        from kalender.ui.pictures.crop_page import CropPage

        house, window = self._work.house, self._work.window
        page = CropPage(
            self._work.theme,
            posts=house.posts,
            plan=house.plan,
            cropping=house.cropping,
            image_of=self._work.copies.image_of,
        )
        page.back.connect(lambda _post: window.go_back())
        page.said.connect(window.say)
        page.refused.connect(window.warn)
        self.crop = page
        return page

    def _small(self, id_: str) -> QImage:
        return self._work.copies.image_of(id_)

    # The calendar's share of the frame

    def _place_tray(self) -> None:
        """Put the basket of ideas below the navigation while the calendar is in front and the window is wide."""
        if self.calendar is None:
            return
        navigation = self._work.window.navigation
        wide = not navigation.narrow and self._work.window.pages.key in {CALENDAR, ""}
        wanted = self.calendar.backlog if wide else None
        if wanted is not self._tray:
            navigation.set_tray(wanted)
            self._tray = wanted

    def _legend(self) -> None:
        page, status = self.calendar, self._work.window.status
        if page is None or self._work.window.pages.key not in {CALENDAR, ""}:
            status.set_legend([])
            counts = self._work.house.posts.counts()
            status.set_left(_posts(sum(counts.values())))
            return
        legend = page.legend()
        status.set_legend(legend)
        status.set_left(_posts(sum(count for _key, _term, count in legend)))

    def show_only(self, key: str) -> None:
        """Show only the posts of a legend entry."""
        if self.calendar is not None:
            self.calendar.show_only(key)

    # Changes

    def hear(self, changes: Changes) -> None:
        """Tell the page in front and the calendar at once; the others read again when they come to the front."""
        key = self._work.window.pages.key
        if self.calendar is not None:
            self.calendar.changed(changes)
        for page in (self.editor, self.crop):
            if page is not None:
                page.hear(changes)
        for name, other in self._others().items():
            if name == key:
                other.changed(changes)
            else:
                self._stale.add(name)
        self._legend()

    def _others(self) -> dict[str, BoardPage | ReviewPage | ExportPage | LibraryPage]:
        pages = {BOARD: self.board, REVIEW: self.review, EXPORT: self.export, PICTURES: self.library}
        return {name: page for name, page in pages.items() if page is not None}

    def shown(self, key: str) -> None:
        """A page has come to the front."""
        page = self._others().get(key)
        if page is not None and key in self._stale:
            page.reload()
        self._stale.discard(key)
        editing = self.editor is not None and key in {EDITOR, CROP}
        title = (
            self._work.house.posts.card(self.editor.post_id).title
            if editing and self.editor and self.editor.post_id
            else ""
        )
        self._work.window.set_subject(title)
        self._place_tray()
        self._legend()

    def pictures_ready(self) -> None:
        """Copies of pictures have been made."""
        for page in (self.editor, self.crop, self.board, self.review, self.library):
            if page is not None:
                page.pictures_ready()

    def person_changed(self) -> None:
        """Someone else acts: what is allowed is another."""
        for page in (self.board, self.review):
            if page is not None:
                page.reload()
        if self.editor is not None and self.editor.post_id:
            self.editor.check()

    def flush(self) -> None:
        """Save what is being typed."""
        if self.editor is not None:
            self.editor.session.flush()

    def leave(self) -> None:
        """Save everything: the window is about to close."""
        if self.editor is not None and self.editor.post_id:
            self.editor.leave()

    # Opening one from another

    def _visit(self, key: str, show: Callable[[], object]) -> None:
        """Bring a page to the front and let it show something; say why where it cannot."""
        self.flush()
        page = self._work.window.pages.page(key)
        try:
            show()
        except Refused as refusal:
            self._work.window.warn(sentence(refusal))
            return
        self._work.window.show_page(key)
        self.shown(key)
        page.setFocus()

    def open_post(self, id_: str) -> None:
        """Open a post in the editor."""
        window = self._work.window
        spec = window.pages.specs.get(window.pages.origin)

        def show() -> None:
            if self.editor is not None:
                self.editor.open(id_, back_to=spec.label if spec else "")

        self._visit(EDITOR, show)

    def open_crop(self, id_: str, attachment: str) -> None:
        """Open a picture of a post in the cropper."""

        def show() -> None:
            if self.crop is not None:
                self.crop.open(id_, attachment)

        self._visit(CROP, show)

    def open_review(self, id_: str) -> None:
        """Show a post to its reviewer."""
        self._visit(REVIEW, lambda: None)
        if self.review is not None and not self.review.show_post(id_):
            self.review.reload()
            self.review.show_post(id_)

    def open_export(self, ids: Sequence[str]) -> None:
        """Show the export with these posts ticked."""
        self._visit(EXPORT, lambda: None)
        if self.export is not None:
            self.export.choose(list(ids))

    def tick_off(self, ids: Sequence[str]) -> None:
        """Ask where posts were published."""
        from kalender.ui.publish.tick import TickDialog
        from kalender.ui.widgets.paint.values import channel_mark

        house = self._work.house
        for id_ in ids:
            card = house.posts.card(id_)
            marks = [
                channel_mark(item, house.plan.platforms.get(item.platform))
                for item in house.plan.channels
                if item.id in card.channels and item.id not in card.published
            ]
            dialog = TickDialog(self._work.theme, house.publishing, card, marks, self._work.window)
            dialog.refused.connect(self._work.window.warn)
            dialog.open()

    def hold(self, id_: str) -> None:
        """Ask why a post is to be stopped."""
        from kalender.ui.shell.asking import ask_text

        ask_text(
            self._work.theme,
            self._work.window,
            title=tr("Beitrag anhalten"),
            question=tr("Warum soll der Beitrag angehalten werden? Der Grund steht danach auf der Karte."),
            verb=tr("Anhalten"),
            then=lambda reason: self._work.attempt(lambda: self._work.house.posts.hold([id_], reason)),
        )

    def _choose_pictures(self, id_: str) -> None:
        from kalender.ui.shell.choosing import PictureChooser

        house = self._work.house
        chooser = PictureChooser(
            self._work.theme, house.pictures, self._work.copies.image_of, self._work.window
        )
        self._work.copies.ready.connect(chooser.pictures_ready)
        chooser.chosen.connect(lambda ids: self._work.attempt(lambda: house.editing.attach(id_, ids)))
        chooser.open()

    def new_post(self) -> None:
        """Begin a post: on the chosen day of the calendar, or without a date elsewhere."""
        if self.calendar is not None and self._work.window.pages.key == CALENDAR:
            self.calendar.new_on(self.calendar.cursor_day())
            return
        made: list[str] = []
        if self._work.attempt(lambda: made.append(self._work.house.posts.create(""))):
            self.open_post(made[0])

    def new_idea(self) -> None:
        """Note an idea in the basket of the calendar."""
        self._work.window.show_page(CALENDAR)
        if self.calendar is not None:
            self.calendar.perform("post.idea")

    def perform_elsewhere(self, key: str) -> None:
        """Do an action of the calendar from another page."""
        if key.startswith("view."):
            self._work.window.show_page(CALENDAR)
            if self.calendar is not None:
                self.calendar.perform(key)


def _posts(count: int) -> str:
    return tr("1 Beitrag") if count == 1 else tr("{count} Beiträge").format(count=count)
