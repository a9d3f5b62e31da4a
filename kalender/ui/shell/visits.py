# SPDX-License-Identifier: EUPL-1.2
"""The pages of a plan at work: told of every change, opened from one another."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from kalender.domain.refusal import Refused
from kalender.domain.stage import Stage
from kalender.services.acting.changes import Changes
from kalender.ui.shell.building import BOARD, CALENDAR, CROP, EDITOR, EXPORT, PICTURES, REVIEW, PageBuilder
from kalender.ui.shell.further.listed import PAGES, STORY, OpensPost
from kalender.wording.cards import counted
from kalender.wording.refusals import sentence
from kalender.wording.tr import tr

if TYPE_CHECKING:
    from kalender.ui.shell.further.listed import Hearing
    from kalender.ui.shell.workplace import Workplace


class Typed(NamedTuple):
    """What is not saved: texts of a post as ui.editor.session has them, values of pictures by id and field, crops by post."""

    post: str
    texts: Mapping[tuple[str, str], str]
    pictures: Mapping[str, Mapping[str, Any]]
    crops: Mapping[str, Any]


TOP_UP_AFTER = 6_000
"""Milliseconds until series get the posts that are due, where the window has stood open a moment."""

SWEEP_AFTER = 300_000
"""Milliseconds until files of deleted pictures are looked through."""


class Visits(PageBuilder):
    """A page that is not in front reads again when it comes to the front."""

    def __init__(self, workplace: Workplace, export_folder: Path) -> None:
        super().__init__(workplace, export_folder)
        self._stale: set[str] = set()
        self._sweeper: QTimer | None = None
        self._tray: QWidget | None = None
        self.post_wanted.connect(self.open_post)
        self.review_wanted.connect(self.open_review)
        self.story_wanted.connect(self.open_story)
        self.past_wanted.connect(self.open_story)
        self.export_wanted.connect(self.open_export)
        self.ticks_wanted.connect(self.tick_off)
        self.hold_wanted.connect(lambda id_: self.hold([id_]))
        self.holds_wanted.connect(self.hold)
        self.crop_wanted.connect(self.open_crop)
        self.library_wanted.connect(self._choose_pictures)
        self.new_wanted.connect(self.new_post)
        self.counted.connect(self._legend)
        self.calendar_built.connect(self._greet_calendar)

    # The calendar's share of the frame

    def _greet_calendar(self) -> None:
        self._work.window.narrow_changed.connect(lambda _narrow: self._place_tray())
        self._place_tray()
        if self.calendar is not None and self._work.preferences.values.calendar_left:
            from kalender.ui.shell.views.returning import return_to

            return_to(self.calendar, self._work.preferences, self._work.house)
        self._legend()

    def _place_tray(self) -> None:
        """Put below the navigation, where the window is wide, the basket of ideas of the calendar, elsewhere the saved views."""
        navigation = self._work.window.navigation
        wanted: QWidget | None = None
        if not navigation.narrow and self._work.window.pages.key in {CALENDAR, ""}:
            wanted = self.calendar.tray if self.calendar is not None else None
        elif not navigation.narrow:
            wanted = self._work.viewing.tray
        if wanted is not self._tray:
            navigation.set_tray(wanted)
            self._tray = wanted

    def _legend(self) -> None:
        page, status = self.calendar, self._work.window.status
        legend = page.legend() if page is not None and self._work.window.pages.key in {CALENDAR, ""} else []
        status.set_legend(legend, chosen=self.narrowing.only)
        counts = [n for key, _term, n in legend if key in {*Stage}]
        status.set_left(counted(sum(counts or self._work.house.posts.counts().values())))

    def show_channel(self, channel: str) -> None:
        """Show the calendar of one channel, of all with an empty id."""
        self._work.window.show_page(CALENDAR)
        self.narrowing.change(channels=frozenset({channel} if channel else ()))

    def show_only(self, key: str) -> None:
        """Show only the posts of a legend entry."""
        if self.calendar is not None:
            self.calendar.show_only(key)

    # Changes

    def hear(self, changes: Changes) -> None:
        """Tell the page in front and the calendar at once; the others read again when they come to the front.

        What all pages name (channels, people, topics, the municipality) is told to all of them at once: it is rare.
        """
        key = self._work.window.pages.key
        named = any(changes.ids(kind) for kind in ("channel", "person", "topic", "setting"))
        if self.calendar is not None:
            self.calendar.changed(changes)
        for page in (self.editor, self.crop):
            if page is not None:
                page.hear(changes)
        for name, other in self._others().items():
            if name == key or named:
                other.changed(changes)
            else:
                self._stale.add(name)
        self._legend()

    def _others(self) -> dict[str, Hearing]:
        pages = {BOARD: self.board, REVIEW: self.review, EXPORT: self.export, PICTURES: self.library}
        return {**{name: page for name, page in pages.items() if page is not None}, **self.further}

    def shown(self, key: str) -> None:
        """A page has come to the front."""
        if self._sweeper is None:
            self._sweeper = QTimer(self._work.window, singleShot=True, interval=SWEEP_AFTER)
            self._sweeper.timeout.connect(self._sweep)
            self._sweeper.start()
            filler = QTimer(self._work.window, singleShot=True, interval=TOP_UP_AFTER)
            filler.timeout.connect(self.top_up)
            filler.start()
        page = self._others().get(key)
        if page is not None and key in self._stale:
            page.reload()
        self._stale.discard(key)
        opened = self.editor.post_id if self.editor is not None and key in {EDITOR, CROP} else ""
        self._work.window.set_subject(self._work.house.posts.card(opened).title if opened else "")
        self._place_tray()
        self._legend()

    def reload(self) -> None:
        """Read everything again: another day has begun, or cards bear other flags."""
        if self.calendar is not None:
            self.calendar.reload()
        self._stale.update(self._others())
        self.shown(self._work.window.pages.key)

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
        self._stale.update(self.further)
        self.shown(self._work.window.pages.key)
        if self.editor is not None and self.editor.post_id:
            self.editor.check()

    def flush(self) -> bool:
        """Save what is being typed; tell whether nothing is left unsaved."""
        written = self.editor is None or self.editor.session.flush()
        described = self.library is None or self.library.flush()
        cropped = self.crop is None or (self.crop.save() and self.crop.kept.flush())
        return written and described and cropped

    def kept_text(self) -> str:
        """Return what is typed and not saved as a text to keep, empty where there is nothing."""
        from kalender.wording.trouble.unsaved import kept_descriptions, kept_text

        page, parts, now = self.editor, [], self._work.house.posts.now()
        if page is not None and page.session.dirty:
            names = {id_: mark.label for id_, mark in page.marks.items()}
            parts.append(kept_text(page.session.post.title, page.session.unsaved, names, now))
        if self.library is not None and self.library.describing.unsaved:
            parts.append(kept_descriptions(self.library.describing.named(), now))
        parts += self.crop.kept.words(now) if self.crop is not None else []
        return "\n".join(parts)

    def forget(self) -> None:
        """Let go of what is typed and not saved."""
        if self.editor is not None:
            self.editor.session.forget()
        if self.library is not None:
            self.library.describing.forget()
        if self.crop is not None:
            self.crop.kept.forget()

    def unsaved(self) -> Typed:
        """Return what is typed and not saved."""
        page, pictures = self.editor, self.library.describing.unsaved if self.library is not None else {}
        return Typed(
            page.post_id if page is not None else "",
            page.session.unsaved if page is not None else {},
            {id_: dict(values) for id_, values in pictures.items()},
            self.crop.kept.waiting if self.crop is not None else {},
        )

    def take_up(self, typed: Typed) -> None:
        """Go on writing where another window of the same plan had to stop."""
        for id_, values in typed.pictures.items():
            self._work.attempt(partial(self._work.house.pictures.set_fields, id_, **values))
        for id_, decided in typed.crops.items():
            self._work.attempt(partial(self._work.house.cropping.apply, id_, decided))
        if not typed.texts:
            return
        self.open_post(typed.post)
        if self.editor is not None:
            for (kind, name), text in typed.texts.items():
                self.editor.session.type(kind, name, text)
            self.editor.session.flush()

    def leave(self) -> None:
        """Save everything: the window is about to close."""
        if self.editor is not None and self.editor.post_id:
            self.editor.leave()
        if self.calendar is not None:
            from kalender.ui.shell.views.returning import leave

            leave(self.calendar, self._work.preferences, self._work.house)

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

    def open_story(self, id_: str, field: str = "") -> None:
        """Show the earlier states of a post, or of one field of it."""

        def show() -> None:
            self._work.window.pages.page(STORY)
            page = self.further[STORY]
            if isinstance(page, OpensPost):
                page.open(id_, field)

        self._visit(STORY, show)

    def show_year(self, year: int) -> None:
        """Show the last month of a year in the calendar."""
        self._work.window.show_page(CALENDAR)
        if self.calendar is not None:
            self.calendar.go_to(date(year, 12, 1))

    def day_in_front(self) -> date:
        """Return a day of what the calendar shows, the chosen one where it is among it; today before it was ever shown."""
        if self.calendar is None:
            return self._work.house.posts.now().date()
        chosen, shown = self.calendar.cursor_day(), self.calendar.spans.page(0)
        return chosen if (chosen.year, chosen.month) == (shown.year, shown.month) else shown

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

    def hold(self, ids: Sequence[str]) -> None:
        """Ask why posts are to be stopped."""
        from kalender.ui.shell.asking import ask_text

        several = tr("{count} Beiträge anhalten").format(count=len(ids))
        ask_text(
            self._work.theme,
            self._work.window,
            title=tr("Beitrag anhalten") if len(ids) == 1 else several,
            question=tr("Warum soll der Beitrag angehalten werden? Der Grund steht danach auf der Karte."),
            verb=tr("Anhalten"),
            then=lambda reason: self._work.attempt(lambda: self._work.house.posts.hold(ids, reason)),
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
            self.calendar.new_post_wanted.emit()
            return
        house, made = self._work.house, list[str]()

        def make() -> None:
            channels = [item.id for item in house.plan.channels if item.active]
            made.append(house.posts.create("", planned=house.slots.next_moment(channels)))

        if self._work.attempt(make):
            self.open_post(made[0])

    def new_from_template(self) -> None:
        """Begin a post from a template that is chosen first."""
        from kalender.ui.shell.stock.making import choose

        choose(self._work)

    def new_idea(self) -> None:
        """Note an idea in the basket of the calendar."""
        self._work.window.show_page(CALENDAR)
        if self.calendar is not None:
            self.calendar.perform("post.idea")

    def top_up(self) -> None:
        """Make the posts of series that are due, as one step; nothing is said where the plan cannot be written."""
        series = self._work.house.series
        with suppress(Refused):
            if series.due():
                series.top_up()

    def _sweep(self) -> None:
        """Look through the files of deleted pictures, long after the start and while the window is there."""
        from kalender.ui.shell.further.trash import sweep

        sweep(self._work)

    def perform_elsewhere(self, key: str) -> None:
        """Open the page of a menu entry, or do an action of the calendar from another page."""
        for name, further in PAGES.items():
            if further.action == key:
                self._visit(name, lambda: None)
                return
        if key.startswith("view."):
            self._work.window.show_page(CALENDAR)
            if self.calendar is not None:
                self.calendar.perform(key)
