# SPDX-License-Identifier: EUPL-1.2
"""The page Freigaben. It keeps the digest of what it shows and approves nothing else."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QImage, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from kalender.domain.plan import Role
from kalender.domain.refusal import RefusalKind, Refused
from kalender.services.acting.changes import Changes
from kalender.services.plan_view import PlanView
from kalender.services.reviews import Reviews, ReviewSheet
from kalender.ui.review.decision import DecisionBar
from kalender.ui.review.inbox import Inbox, InboxDelegate, InboxModel
from kalender.ui.review.listing import ListColumn
from kalender.ui.review.reading import Head, Reading
from kalender.ui.review.rooms import Rooms
from kalender.ui.review.side import SidePanel
from kalender.ui.theme.theme import Theme
from kalender.ui.widgets.blocks.empty import EmptyState
from kalender.ui.widgets.paint.values import ChannelMark, channel_mark
from kalender.ui.widgets.preview.making import PreviewOf
from kalender.ui.widgets.talk.acts import acts_on
from kalender.ui.widgets.talk.word import Reader
from kalender.wording.refusals import sentence
from kalender.wording.tr import tr


class ReviewPage(QWidget):
    """List, content, decision; all by single keys while no text field has the focus."""

    open_post = Signal(str)
    refused = Signal(str)
    confirmation_off = Signal()
    offered = Signal(object)

    def __init__(
        self,
        theme: Theme,
        *,
        reviews: Reviews,
        plan: PlanView,
        image_of: Callable[[str], QImage],
        preview_of: PreviewOf,
        person: Callable[[], str],
        now: Callable[[], datetime],
        ask: bool = True,
        single_keys: Callable[[], bool] = lambda: True,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._reviews = reviews
        self._plan = plan
        self._person = person
        self._single_keys = single_keys
        self._sheet: ReviewSheet | None = None
        self.model = InboxModel(self._labels, self)
        delegate = InboxDelegate(theme, image_of=image_of, marks=self._marks, now=now, parent=self)
        self.inbox = Inbox(self.model, delegate)
        self.list = ListColumn(theme, self.inbox)
        self.head = Head(theme)
        self.reading = Reading(theme, preview_of=preview_of, image_of=image_of)
        self.side = SidePanel(
            theme,
            person=plan.person,
            reader=lambda: Reader(people={item.id: item for item in plan.people}, me=person(), now=now()),
            acts=acts_on(lambda: reviews.conversations, lambda: self.shown, self._do),
        )
        self.bar = DecisionBar(theme, ask=ask)
        self.rooms = Rooms(theme, self.list, self.head, self.reading, self.side, self.bar)
        self._empty = EmptyState(
            theme,
            icon="ri.checkbox-circle-line",
            role="ok",
            title=tr("Alles geprüft"),
            text=tr("Zurzeit wartet nichts auf Sie. Neue Vorlagen erscheinen hier und im Zähler links."),
        )
        self._stack = QStackedWidget()
        self._stack.addWidget(self.rooms)
        self._stack.addWidget(self._empty)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._stack)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setFocusProxy(self.inbox)
        self.inbox.chosen.connect(self._show)
        self.list.wanted.connect(self.show_post)
        self.rooms.stepped.connect(self.inbox.step)
        self.side.talk.said.connect(self._comment)
        self.bar.approve_wanted.connect(self._approve)
        self.bar.urgent_wanted.connect(lambda reason: self._approve(urgent=reason))
        self.bar.change_wanted.connect(self._ask_change)
        self.bar.asked_off.connect(self.confirmation_off)
        self.reload()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Give narrow windows another arrangement."""
        super().resizeEvent(event)
        self.rooms.arrange(self.width())

    # Showing

    def _labels(self) -> dict[str, str]:
        return {item.id: item.name for item in self._plan.channels}

    def _marks(self) -> dict[str, ChannelMark]:
        return {
            item.id: channel_mark(item, self._plan.platforms.get(item.platform))
            for item in self._plan.channels
        }

    @property
    def shown(self) -> str:
        """The id of the post shown, or empty."""
        return self._sheet.post.id if self._sheet else ""

    @property
    def digest(self) -> str:
        """The digest of exactly what is shown, or empty."""
        return self._sheet.digest if self._sheet else ""

    def reload(self) -> None:
        """Read the waiting posts again; the post that is shown stays, even where it no longer waits."""
        shown = self.shown
        cards = self._reviews.waiting()
        self.model.show_cards(cards)
        self.list.show_count(len(cards))
        self.list.show_done(self._reviews.decided_today())
        if shown and self._render(shown):
            self.inbox.choose(shown)
        elif cards:
            self._sheet = None
            self.inbox.choose(cards[0].id)
            self._show(cards[0].id)
        else:
            self._sheet = None
        self._settle()

    def _settle(self) -> None:
        """Show a post or that there is none, and where in the list it stands."""
        self._stack.setCurrentIndex(0 if self._sheet is not None else 1)
        self.rooms.show_place(self.model.row_of(self.shown), self.model.rowCount())
        self.offered.emit(self.offers())

    def show_post(self, id_: str) -> bool:
        """Show a post, whether it waits or not; return whether there is such a post."""
        self.rooms.show_list(shown=False)
        if self.inbox.choose(id_):
            self._show(id_)
            return True
        self.inbox.clearSelection()
        found = self._show(id_)
        self._settle()
        return found

    def _show(self, id_: str) -> bool:
        if self.shown == id_:
            return True
        self.reading.notice.hide()
        self._sheet = None
        found = self._render(id_)
        self.rooms.to_top()
        self._settle()
        return found

    def _render(self, id_: str) -> bool:
        """Show a post and remember the digest of exactly what is shown; return whether there is such a post."""
        try:
            sheet = self._reviews.sheet(id_)
        except Refused:
            return False
        before = self._sheet if self._sheet is not None and self._sheet.post.id == id_ else None
        self._sheet = sheet
        if before is not None and before.digest != sheet.digest:
            self.reading.notice.set_text(
                tr("Der Beitrag wurde eben geändert. Sie sehen jetzt die neue Fassung.")
            )
            self.reading.notice.show()
        lapsed = sheet.standing.lapsed
        lapsed_by = self._name(lapsed.by) if lapsed else ""
        asked = sheet.standing.request.by if sheet.standing.request else sheet.post.responsible
        self.head.show_sheet(sheet, self._plan.person(asked))
        self.reading.show_sheet(sheet, self._marks(), lapsed_by)
        self.side.show_sheet(sheet, lapsed_by)
        same = before is not None and before.digest == sheet.digest
        self.bar.show_state(
            sheet.edition,
            len(sheet.post.versions),
            sheet.refusal,
            why_no_change=self._why_no_change(sheet),
            keep=same,
        )
        return True

    def _why_no_change(self, sheet: ReviewSheet) -> str:
        acting = self._plan.person(self._person())
        if acting is None or acting.role is Role.EDITING:
            return tr("Eine Änderung erbittet, wer prüft oder freigibt.")
        if sheet.standing.request is None and sheet.standing.approval is None:
            return tr("Der Beitrag liegt nicht zur Prüfung vor.")
        return ""

    def _name(self, person: str) -> str:
        found = self._plan.person(person)
        return found.name if found else tr("unbekannt")

    def changed(self, changes: Changes) -> None:
        """Follow a change of the plan."""
        if changes.refs:
            self.reload()

    def pictures_ready(self) -> None:
        """Paint again: thumbnails have been made."""
        self.inbox.viewport().update()
        self.reading.show_channel()

    # What menus and keys of the window ask

    def regions(self) -> list[QWidget]:
        """Return the parts F6 goes through: list, channels, conversation, decision."""
        return [self.inbox, self.reading.channels, self.side.talk.reply, self.bar.approve]

    def offers(self) -> dict[str, str]:
        """Return what can be done with the post shown, and why not."""
        if self._sheet is None:
            nothing = tr("Zurzeit wartet nichts auf Sie.")
            return {"post.open": nothing, "post.approve": nothing}
        refusal = self._sheet.refusal
        return {"post.open": "", "post.approve": sentence(refusal) if refusal else ""}

    def perform(self, action: str) -> None:
        """Do an action of the menus with the post shown."""
        if self._sheet is None:
            return
        if action == "post.open":
            self.open_post.emit(self.shown)
        elif action == "post.approve":
            self.bar.start_approve()

    # Deciding

    def _approve(self, *, urgent: str = "") -> None:
        sheet = self._sheet
        if sheet is not None:
            self._decide(lambda: self._reviews.approve(sheet.post.id, sheet.digest, urgent=urgent))

    def _ask_change(self, comment: str) -> None:
        sheet = self._sheet
        if sheet is not None:
            self._decide(lambda: self._reviews.ask_change(sheet.post.id, sheet.digest, comment))

    def _decide(self, verb: Callable[[], None]) -> None:
        """Decide and go on to the next post; where the content has changed meanwhile, show what it is now."""
        row = max(0, self.model.row_of(self.shown))
        try:
            verb()
        except Refused as refusal:
            self.refused.emit(sentence(refusal))
            if refusal.kind is RefusalKind.CONTENT_CHANGED:
                self.reload()
            return
        self._sheet = None
        self.reload()
        count = self.model.rowCount()
        if count:
            self.inbox.setCurrentIndex(self.model.index(min(row, count - 1)))
            self.inbox.setFocus(Qt.FocusReason.OtherFocusReason)

    def _comment(self, words: str) -> None:
        if self.shown:
            self._do(lambda: self._reviews.comment(self.shown, words))

    def _do(self, verb: Callable[[], object]) -> bool:
        """Do something to the conversation; tell whether it was done."""
        try:
            verb()
        except Refused as refusal:
            self.refused.emit(sentence(refusal))
            return False
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Decide and move by single keys; text fields keep theirs, since keys only arrive here when nobody took them."""
        plain = event.modifiers() in {Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier}
        if plain and self._sheet is not None and self._single_keys() and self._single(event.key()):
            event.accept()
        elif plain and event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self.shown:
            self.open_post.emit(self.shown)
        else:
            super().keyPressEvent(event)

    def _single(self, key: int) -> bool:
        """Do what a single key means; return whether it means anything."""
        acts: dict[int, Callable[[], object]] = {
            Qt.Key.Key_J: lambda: self.inbox.step(1),
            Qt.Key.Key_K: lambda: self.inbox.step(-1),
            Qt.Key.Key_F: self.bar.start_approve,
            Qt.Key.Key_A: self.bar.start_change,
            Qt.Key.Key_D: self.reading.lighting.flip,
            Qt.Key.Key_C: lambda: self.side.talk.reply.setFocus(Qt.FocusReason.ShortcutFocusReason),
        }
        act = acts.get(key)
        if act is None:
            return self.reading.channels.choose_number(key - int(Qt.Key.Key_1))
        act()
        return True
