# SPDX-License-Identifier: EUPL-1.2
"""Builds the pages of a plan at their first visit, and hears what they say."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget

from kalender.ui.calendar.page import CalendarPage
from kalender.ui.narrowing.narrowing import Narrowing
from kalender.ui.shell.calendars.layers import almanac_late, finding_late, remember_layers
from kalender.ui.shell.further.listed import PAGES, FurtherPage, Hearing
from kalender.ui.shell.pages import PageSpec
from kalender.ui.shell.views.several import offer_several
from kalender.wording.refusals import sentence
from kalender.wording.tr import tr

if TYPE_CHECKING:
    from datetime import date

    from kalender.domain.card import Card
    from kalender.ui.board.page import BoardPage
    from kalender.ui.calendar.doing.carry import Verdict
    from kalender.ui.calendar.inspector.chains import Chain
    from kalender.ui.editor.page import EditorPage
    from kalender.ui.pictures.crop_page import CropPage
    from kalender.ui.pictures.library.page import LibraryPage
    from kalender.ui.publish.page import ExportPage
    from kalender.ui.review.page import ReviewPage
    from kalender.ui.shell.chains.chains import Chains
    from kalender.ui.shell.workplace import Workplace

CALENDAR, BOARD, REVIEW, PICTURES, EXPORT, EDITOR, CROP = (
    "calendar", "board", "review", "pictures", "export", "editor", "crop",
)  # fmt: skip


class PageBuilder(QObject):
    """Holds the pages that were visited. Its signals are what pages ask of one another, posts by id."""

    post_wanted = Signal(str)
    review_wanted = Signal(str)
    story_wanted = Signal(str)
    past_wanted = Signal(str, str)
    export_wanted = Signal(list)
    ticks_wanted = Signal(list)
    hold_wanted = Signal(str)
    holds_wanted = Signal(list)
    arranged = Signal()
    crop_wanted = Signal(str, str)
    library_wanted = Signal(str)
    new_wanted = Signal()
    counted = Signal()
    calendar_built = Signal()

    def __init__(self, workplace: Workplace, export_folder: Path) -> None:
        super().__init__(workplace)
        self._work = workplace
        self.export_folder = export_folder
        self.narrowing = Narrowing(self)
        self.calendar: CalendarPage | None = None
        self.board: BoardPage | None = None
        self.review: ReviewPage | None = None
        self.library: LibraryPage | None = None
        self.export: ExportPage | None = None
        self.editor: EditorPage | None = None
        self.crop: CropPage | None = None
        self.further: dict[str, Hearing] = {}

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
            *(
                PageSpec(
                    key=key,
                    label=tr(page.label),
                    icon=page.icon,
                    factory=partial(self._further, key, page),
                    foot=page.foot,
                    short=tr(page.short),
                    listed=False,
                )
                for key, page in PAGES.items()
            ),
        ]

    @staticmethod
    def listed() -> tuple[str, ...]:
        """Return the keys of the pages that a window may begin with."""
        return CALENDAR, BOARD, REVIEW, PICTURES, EXPORT

    def _calendar(self) -> QWidget:
        house, window = self._work.house, self._work.window
        plan = house.plan
        page = CalendarPage(
            self._work.theme,
            posts=house.posts,
            plan=plan,
            reviews=house.reviews,
            publishing=house.publishing,
            checks=house.checks,
            almanac_of=almanac_late(house, self._work.preferences),
            finding_words=finding_late,
            image_of=self._small,
            focus_of=lambda id_: house.pictures.get(id_).focus,
            narrowing=self.narrowing,
            parent=window,  # goes with the window even where the plan gives out while it is made
        )
        self._work.copies.came.connect(page.picture_ready)
        page.open_post.connect(self.post_wanted)
        page.review_wanted.connect(self.review_wanted)
        page.export_wanted.connect(self.export_wanted)
        page.story_wanted.connect(self.story_wanted)
        page.chain_wanted.connect(self._chain)
        page.inspector.chain_wanted.connect(page.chain_wanted)
        page.carry.bar_wanted.connect(page.chain_wanted)
        page.inspector.chains_of = self._chains_of
        page.verdicts.bars = self._carried
        page.change_in_place(house.editing.set_fields)
        page.refused.connect(window.warn)
        page.counted.connect(self.counted)
        page.import_wanted.connect(self._work.table_wanted)
        page.deeds.free = lambda: house.slots
        page.verdicts.beside = lambda: house.slots
        page.sheets.deadlines = lambda: house.deadlines
        self._remember_view(page)
        offer_several(page, self._work, ids=page.ids, anchor=page.choice.anchor, parent=page)
        self._work.layer_desk.serve(page)
        self.calendar = page
        self.calendar_built.emit()
        return page

    @cached_property
    def chains(self) -> Chains:
        """Opens what is asked about series and events."""
        from kalender.ui.shell.chains.chains import Chains

        return Chains(self._work)

    def _chain(self, verb: str, id_: str) -> None:
        """Do what is wanted of a series or an event; what that needs is imported with the first wish."""
        self.chains.perform(verb, id_)

    def _carried(self, name: str, day: date) -> Verdict:
        """Tell what putting an event down on a day would do."""
        return self.chains.events.verdict(name, day)

    def _chains_of(self, card: Card) -> Sequence[Chain]:
        """Return what a post belongs to; nothing is imported for one that stands alone."""
        alone = not (card.series or card.event or card.language)
        return () if alone and not self._work.house.posts.is_original(card.id) else self.chains.of(card)

    def _remember_view(self, page: CalendarPage) -> None:
        """Show the layers and pictures of last time, and remember what is chosen now."""
        from kalender.ui.calendar.toolbar import MONTH

        preferences = self._work.preferences
        remember_layers(page, preferences)
        page.toolbar.pictures.setChecked(preferences.values.pictures_in_month)
        page.toolbar.pictured.connect(lambda shown: preferences.change(pictures_in_month=shown))
        page.spans.week_from = preferences.values.week_from
        if preferences.values.calendar_view != MONTH:
            page.show_view(preferences.values.calendar_view)
        page.toolbar.viewed.connect(lambda view: preferences.change(calendar_view=view))
        page.toolbar.viewed.connect(lambda _view: self.arranged.emit())

    def _board(self) -> QWidget:
        from kalender.ui.board.page import BoardPage
        from kalender.ui.shell.chains.reaching import reach_chains
        from kalender.ui.shell.views.remembering import remember_board

        house, window = self._work.house, self._work.window
        page = BoardPage(
            self._work.theme,
            posts=house.posts,
            reviews=house.reviews,
            publishing=house.publishing,
            plan=house.plan,
            several=lambda: house.several,
            image_of=self._small,
            now=house.posts.now,
            narrowing=self.narrowing,
            since=house.ageing.since,
            set_limit=house.setup.town.limit,
        )
        remember_board(page, self._work.preferences)
        reach_chains(page, self._work, self._chain)
        offer_several(page, self._work, ids=page.selected, anchor=page.anchor, parent=page)
        page.lanes_changed.connect(lambda _lanes: self.arranged.emit())
        page.hold_wanted.connect(self.holds_wanted)
        page.story_wanted.connect(self.story_wanted)
        page.open_post.connect(self.post_wanted)
        page.review_wanted.connect(self.review_wanted)
        page.export_wanted.connect(self.export_wanted)
        page.publish_wanted.connect(self.ticks_wanted)
        page.new_post_wanted.connect(self.new_wanted)
        page.slot = lambda channels: house.slots.next_of_channels(channels)  # noqa: PLW0108 - made at the first use
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
        page.open_post.connect(self.post_wanted)
        page.reading.lighting.remember(preferences)
        page.refused.connect(window.warn)
        page.confirmation_off.connect(lambda: preferences.change(approval_confirmed=True))
        self.review = page
        return page

    def _library(self) -> QWidget:
        from kalender.ui.pictures.library.page import LibraryPage
        from kalender.ui.shell.films.wiring import wire
        from kalender.ui.shell.people.wiring import wire as wire_people
        from kalender.ui.shell.tiles.wiring import reach_library

        house, window = self._work.house, self._work.window
        page = LibraryPage(
            self._work.theme,
            pictures=house.pictures,
            posts=house.posts,
            consents=house.consents,
            image_of=self._work.copies.image_of,
            bring_in=self._work.intake.take,
        )
        page.open_post.connect(self.post_wanted)
        page.files_wanted.connect(lambda: self._work.intake.ask_files(window))
        page.folder_wanted.connect(lambda: self._work.intake.ask_folder(window))
        page.describing.troubled.connect(partial(self._work.typing_failed, PICTURES))
        wire_people(self._work, page)
        wire(page, house.pictures.films, self._work.jobs, window.warn)
        reach_library(page, self._work)
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
            folder=Path(last) if last else self.export_folder,
            person=lambda: house.desk.person,
        )
        page.folder_chosen.connect(lambda folder: preferences.change(export_folder=folder))
        page.open_post.connect(self.post_wanted)
        page.told.connect(window.say)
        page.failed.connect(lambda refused: window.warn(sentence(refused)))
        self.export = page
        return page

    def _editor(self) -> QWidget:
        from kalender.ui.editor.page import EditorPage
        from kalender.ui.shell.chains.reaching import reach_chains
        from kalender.ui.shell.stock.aids import writing_aids
        from kalender.ui.shell.tiles.wiring import reach_editor

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
            spelling=(house.spelling, self._work.jobs),
            aids=writing_aids(self._work),
            rules=lambda: house.rules,
            siblings=lambda: house.siblings,
        )
        reach_chains(page, self._work, self._chain)
        reach_editor(page, self._work)
        page.back.connect(window.go_back)
        for asked, wanted in (
            (page.open_cropper, self.crop_wanted), (page.library_wanted, self.library_wanted),
            (page.review_wanted, self.review_wanted), (page.export_wanted, self.export_wanted),
            (page.publish_wanted, self.ticks_wanted), (page.hold_wanted, self.hold_wanted),
            (page.story_wanted, self.past_wanted), (page.open_post, self.post_wanted),
        ):  # fmt: skip
            asked.connect(wanted)
        page.looking.feed.remember(self._work.preferences)
        page.mending.set_in_picture = house.pictures.set_fields
        page.archive_left.connect(
            lambda id_: self._work.attempt(lambda: house.past.archiving.take_out([id_]))
        )
        page.said.connect(window.say)
        page.refused.connect(window.warn)
        page.troubled.connect(partial(self._work.typing_failed, EDITOR))
        self.editor = page
        return page

    def _crop(self) -> QWidget:
        from kalender.ui.pictures.crop_page import CropPage
        from kalender.ui.shell.people.wiring import BesideCrops

        house, window = self._work.house, self._work.window
        page = CropPage(
            self._work.theme,
            posts=house.posts,
            plan=house.plan,
            cropping=house.cropping,
            image_of=self._work.copies.image_of,
            raw_of=self._work.copies.raw_of,
        )
        page.back.connect(lambda _post: window.go_back())
        page.said.connect(window.say)
        page.refused.connect(window.warn)
        page.kept.troubled.connect(partial(self._work.typing_failed, CROP))
        BesideCrops(self._work, page)
        self.crop = page
        return page

    def _further(self, key: str, page: FurtherPage) -> QWidget:
        built = page.build(self._work)
        self.further[key] = built.hears
        return built.page

    def _small(self, id_: str) -> QImage:
        return self._work.copies.image_of(id_)
