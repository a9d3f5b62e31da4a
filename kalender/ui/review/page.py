# SPDX-License-Identifier: EUPL-1.2
"""The page Freigaben. It keeps the digest of what it shows and approves nothing else."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QImage, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from kalender.domain.content import Surroundings
from kalender.domain.plan import Role
from kalender.domain.post import DecisionKind, Post, Version
from kalender.domain.refusal import RefusalKind, Refused
from kalender.services.desk import Changes
from kalender.services.plan_view import PlanView
from kalender.services.reviews import Reviews, ReviewSheet
from kalender.ui.review.changes import ChangeBox
from kalender.ui.review.decision import DecisionBar
from kalender.ui.review.inbox import Inbox, InboxDelegate, InboxModel
from kalender.ui.review.side import SidePanel
from kalender.ui.theme.theme import Theme
from kalender.ui.widgets.blocks.empty import EmptyState
from kalender.ui.widgets.blocks.signs import Avatar, KeyCap, StageChip, Symbol, Tag
from kalender.ui.widgets.blocks.text import Elided, Ground, Text
from kalender.ui.widgets.controls.segmented import Segmented
from kalender.ui.widgets.feedback.banner import Banner
from kalender.ui.widgets.paint.chips import avatar_ink
from kalender.ui.widgets.paint.metrics import Metrics
from kalender.ui.widgets.paint.values import ChannelMark, channel_mark
from kalender.wording.dates import moment_short
from kalender.wording.refusals import sentence
from kalender.wording.terms import FLAGS, STAGES
from kalender.wording.tr import tr

LIST_WIDTH = 300
SIDE_WIDTH = 344
NARROW = 1280

PreviewOf = Callable[[Post, Version, Surroundings], QWidget]
"""Gives a widget that shows a version as its channel would."""


class ReviewPage(QWidget):
    """List, content, decision; all by single keys while no text field has the focus."""

    open_post = Signal(str)
    decided = Signal(str)
    """A sentence for the toast."""
    refused = Signal(str)
    confirmation_off = Signal()

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
        self._theme = theme
        self._reviews = reviews
        self._plan = plan
        self._preview_of = preview_of
        self._person = person
        self._single_keys = single_keys
        self._sheet: ReviewSheet | None = None
        self._channel = ""
        self.model = InboxModel(self._labels, self)
        delegate = InboxDelegate(theme, image_of=image_of, marks=self._marks, now=now, parent=self)
        self.inbox = Inbox(self.model, delegate)
        self.side = SidePanel(theme, person=plan.person, now=now)
        self.bar = DecisionBar(theme, ask=ask)
        self.channels = Segmented(theme, [], name=tr("Kanal"))
        self.changes = ChangeBox(theme)
        self.notice = Banner(theme, "info", "")
        self._build()
        self.inbox.chosen.connect(self._show)
        self.channels.chosen.connect(self._show_channel)
        self.side.talk.said.connect(self._comment)
        self.bar.approve_wanted.connect(self._approve)
        self.bar.urgent_wanted.connect(lambda reason: self._approve(urgent=reason))
        self.bar.change_wanted.connect(self._ask_change)
        self.bar.asked_off.connect(self.confirmation_off)
        self.reload()

    # Layout

    def _build(self) -> None:
        theme = self._theme
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        self._list = self._left()
        layout.addWidget(self._list)
        self._stack = QStackedWidget()
        self._stack.addWidget(self._middle())
        self._stack.addWidget(
            EmptyState(
                theme,
                icon="ri.checkbox-circle-line",
                role="ok",
                title=tr("Alles geprüft"),
                text=tr("Zurzeit wartet nichts auf Sie. Neue Vorlagen erscheinen hier und im Zähler links."),
            )
        )
        layout.addWidget(self._stack, 1)
        self._right = Ground(theme, "bg-surface", edges="l", line="line")
        column = QVBoxLayout(self._right)
        column.setContentsMargins(1, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.side, 1)
        column.addWidget(self.bar)
        layout.addWidget(self._right)
        self._widths()
        theme.changed.connect(self._widths)

    def _widths(self) -> None:
        narrow = self.width() < NARROW
        self._list.setFixedWidth(self._theme.px(240 if narrow else LIST_WIDTH))
        self._right.setFixedWidth(self._theme.px(300 if narrow else SIDE_WIDTH))

    def _left(self) -> QWidget:
        theme = self._theme
        left = Ground(theme, "bg-window", edges="r", line="line")
        head = QHBoxLayout()
        head.setContentsMargins(theme.px(14), 0, theme.px(14), 0)
        head.setSpacing(theme.px(8))
        head.addWidget(Text(theme, tr("Zur Prüfung"), "title-2"))
        self._open = Tag(theme, "")
        head.addWidget(self._open)
        head.addStretch(1)
        top = Ground(theme, "bg-window", edges="b")
        top.setLayout(head)
        top.setFixedHeight(Metrics(theme).toolbar)
        theme.changed.connect(lambda: top.setFixedHeight(Metrics(theme).toolbar))
        self._done_head = Text(theme, tr("Heute erledigt"), "small", ink="text-2", weight=600)
        self._done = QVBoxLayout()
        self._done.setSpacing(theme.px(6))
        done = QVBoxLayout()
        done.setContentsMargins(theme.px(14), theme.px(12), theme.px(14), theme.px(12))
        done.setSpacing(theme.px(8))
        done.addWidget(self._done_head)
        done.addLayout(self._done)
        keys = QHBoxLayout()
        keys.setContentsMargins(theme.px(14), theme.px(8), theme.px(14), theme.px(8))
        keys.setSpacing(theme.px(6))
        for key, words in (("J", tr("nächster")), ("K", tr("voriger")), ("C", tr("antworten"))):
            keys.addWidget(KeyCap(theme, key))
            keys.addWidget(Text(theme, words, "small", ink="text-2"))
        keys.addStretch(1)
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 1, 0)
        column.setSpacing(0)
        column.addWidget(top)
        column.addWidget(self.inbox, 1)
        column.addLayout(done)
        column.addLayout(keys)
        return left

    def _middle(self) -> QWidget:
        theme = self._theme
        page = Ground(theme, "bg-surface")
        head = QHBoxLayout()
        head.setContentsMargins(theme.px(20), 0, theme.px(20), 0)
        head.setSpacing(theme.px(10))
        self._title = Elided(theme, "", "title-2")
        self._chip = StageChip(theme, STAGES[next(iter(STAGES))])
        self._when = Text(theme, "", "body", ink="text-2")
        self._author = Text(theme, "", "body", ink="text-2")
        self._avatar = Avatar(theme, "", "#46535A")
        head.addWidget(self._title, 1)
        head.addWidget(self._chip)
        head.addWidget(Symbol(theme, "ri.calendar-event-line", "text-2"))
        head.addWidget(self._when)
        head.addWidget(self._avatar)
        head.addWidget(self._author)
        top = Ground(theme, "bg-surface", edges="b")
        top.setLayout(head)
        top.setFixedHeight(Metrics(theme).toolbar)
        theme.changed.connect(lambda: top.setFixedHeight(Metrics(theme).toolbar))
        self._stage_frame = Ground(theme, "bg-window", radius=8)
        self._preview = QVBoxLayout(self._stage_frame)
        self._preview.setContentsMargins(theme.px(14), theme.px(14), theme.px(14), theme.px(14))
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(theme.px(20), theme.px(14), theme.px(20), theme.px(20))
        column.setSpacing(theme.px(14))
        column.addWidget(self.notice)
        self.notice.hide()
        column.addWidget(self.changes)
        row = QHBoxLayout()
        row.addWidget(self.channels)
        row.addStretch(1)
        for number in ("1", "2", "3"):
            row.addWidget(KeyCap(theme, number))
        row.addWidget(Text(theme, tr("Kanal wechseln"), "small", ink="text-2"))
        column.addLayout(row)
        column.addWidget(self._stage_frame)
        column.addWidget(
            Text(
                theme,
                tr("Annäherung. Schriftgröße und Umbruch können in der App abweichen."),
                "small",
                ink="text-3",
                wrap=True,
            )
        )
        column.addStretch(1)
        area = QScrollArea()
        area.setWidget(body)
        area.setWidgetResizable(True)
        area.setFrameShape(QScrollArea.Shape.NoFrame)
        outer = QVBoxLayout(page)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(top)
        outer.addWidget(area, 1)
        self._area = area
        return page

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Give narrow windows narrower sides."""
        super().resizeEvent(event)
        self._widths()

    # Showing

    def _labels(self) -> dict[str, str]:
        return {item.id: item.name for item in self._plan.channels}

    def _marks(self) -> dict[str, ChannelMark]:
        return {
            item.id: channel_mark(item, self._plan.platforms.get(item.platform))
            for item in self._plan.channels
        }

    def reload(self) -> None:
        """Read the waiting posts again and keep the one that is shown, or show the first."""
        shown = self._sheet.post.id if self._sheet else ""
        cards = self._reviews.waiting()
        self.model.show_cards(cards)
        self._open.set_text(
            tr("1 offen") if len(cards) == 1 else tr("{count} offen").format(count=len(cards))
        )
        self._show_done()
        if self.inbox.choose(shown):
            self._render(shown)
        elif cards:
            self.inbox.choose(cards[0].id)
            self._render(cards[0].id)
        else:
            self._sheet = None
        self._stack.setCurrentIndex(0 if self._sheet is not None else 1)
        self._right.setVisible(self._sheet is not None)

    def _show_done(self) -> None:
        theme = self._theme
        while (item := self._done.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.deleteLater()
        found = self._reviews.decided_today()[:5]
        self._done_head.setVisible(bool(found))
        for card, decision in found:
            line = QWidget()
            row = QHBoxLayout(line)
            row.setContentsMargins(0, 0, 0, 0)
            row.setSpacing(theme.px(8))
            changed = decision.kind is DecisionKind.CHANGE
            icon, ink = (
                ("ri.arrow-go-back-line", "st-aenderung") if changed else ("ri.shield-check-fill", "st-frei")
            )
            word = tr("Änderung erbeten") if changed else tr("freigegeben")
            row.addWidget(Symbol(theme, icon, ink, name=word))
            row.addWidget(Elided(theme, card.title, "small"), 1)
            self._done.addWidget(line)

    def show_post(self, id_: str) -> bool:
        """Show a post that waits; return whether it does."""
        return self.inbox.choose(id_)

    def _show(self, id_: str) -> None:
        if self._sheet is None or self._sheet.post.id != id_:
            self.notice.hide()
            self._render(id_)

    def _render(self, id_: str) -> None:
        """Show a post and remember the digest of exactly what is shown."""
        try:
            sheet = self._reviews.sheet(id_)
        except Refused as refusal:
            self.refused.emit(sentence(refusal))
            return
        before = self._sheet
        self._sheet = sheet
        if before is not None and before.post.id == id_ and before.digest != sheet.digest:
            self.notice.set_text(tr("Der Beitrag wurde eben geändert. Sie sehen jetzt die neue Fassung."))
            self.notice.show()
        post = sheet.post
        self._title.setText(post.title)
        self._when.setText(moment_short(post.planned) if post.planned else tr("ohne Termin"))
        resubmitted = next((FLAGS[flag] for flag in sheet.standing.flags if flag in FLAGS), None)
        self._chip.set_term(STAGES[sheet.standing.stage])
        self._chip.setToolTip(resubmitted.text if resubmitted else "")
        asked = sheet.standing.request.by if sheet.standing.request else post.responsible
        person = self._plan.person(asked)
        self._author.setText(tr("von {name}").format(name=person.name) if person else "")
        self._avatar.setVisible(person is not None)
        if person is not None:
            self._avatar.set_person(person.initials, avatar_ink(person.id), person.name)
        order = [item.id for item in self._plan.channels]
        versions = sorted(
            post.versions, key=lambda item: order.index(item.id) if item.id in order else len(order)
        )
        marks = self._marks()
        options = [(item.id, self._labels().get(item.id, item.id), marks.get(item.id)) for item in versions]
        keep = self._channel if any(item.id == self._channel for item in versions) else ""
        self.channels.set_options(options, current=keep or (versions[0].id if versions else ""))
        lapsed = sheet.standing.lapsed
        self.side.show_sheet(sheet, self._name(lapsed.by) if lapsed else "")
        acting = self._plan.person(self._person())
        may_change = acting is not None and acting.role is not Role.EDITING
        self.bar.show_state(sheet.edition, len(post.versions), sheet.refusal, may_change=may_change)
        self._show_channel(self.channels.current)
        self._stack.setCurrentIndex(0)
        self._right.setVisible(True)

    def _name(self, person: str) -> str:
        found = self._plan.person(person)
        return found.name if found else tr("unbekannt")

    def _show_channel(self, channel: str) -> None:
        self._channel = channel
        sheet = self._sheet
        if sheet is None:
            return
        lapsed = sheet.standing.lapsed
        self.changes.show_sheet(sheet, channel, self._name(lapsed.by) if lapsed else "")
        while (item := self._preview.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        version = sheet.post.version(channel)
        if version is not None:
            preview = self._preview_of(sheet.post, version, sheet.around)
            self._preview.addWidget(preview, 0, Qt.AlignmentFlag.AlignHCenter)

    def changed(self, changes: Changes) -> None:
        """Follow a change of the plan."""
        if changes.refs:
            self.reload()

    def pictures_ready(self) -> None:
        """Paint again: thumbnails have been made."""
        self.inbox.viewport().update()
        self._show_channel(self._channel)

    def waiting_count(self) -> int:
        """Return how many posts wait."""
        return self.model.rowCount()

    # Deciding

    def _approve(self, *, urgent: str = "") -> None:
        sheet = self._sheet
        if sheet is None:
            return
        self._decide(lambda: self._reviews.approve(sheet.post.id, sheet.digest, urgent=urgent))

    def _ask_change(self, comment: str) -> None:
        sheet = self._sheet
        if sheet is None:
            return
        self._decide(lambda: self._reviews.ask_change(sheet.post.id, sheet.digest, comment))

    def _decide(self, verb: Callable[[], None]) -> None:
        row = self.inbox.currentIndex().row()
        try:
            verb()
        except Refused as refusal:
            self.refused.emit(sentence(refusal))
            if refusal.kind is RefusalKind.CONTENT_CHANGED and self._sheet is not None:
                self._render(self._sheet.post.id)
            return
        self.inbox.setFocus(Qt.FocusReason.OtherFocusReason)
        count = self.model.rowCount()
        if count:
            self.inbox.setCurrentIndex(self.model.index(min(row, count - 1)))

    def _comment(self, words: str) -> None:
        if self._sheet is not None:
            try:
                self._reviews.comment(self._sheet.post.id, words)
            except Refused as refusal:
                self.refused.emit(sentence(refusal))

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Decide and move by single keys; text fields keep theirs, since keys only arrive here when nobody took them."""
        plain = event.modifiers() in {Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier}
        if not (plain and self._single_keys()) or self._sheet is None:
            super().keyPressEvent(event)
            return
        key = event.key()
        number = key - int(Qt.Key.Key_1)
        if key == Qt.Key.Key_J:
            self.inbox.step(1)
        elif key == Qt.Key.Key_K:
            self.inbox.step(-1)
        elif key == Qt.Key.Key_F:
            self.bar.start_approve()
        elif key == Qt.Key.Key_A:
            self.bar.start_change()
        elif key == Qt.Key.Key_C:
            self.side.talk.reply.setFocus(Qt.FocusReason.ShortcutFocusReason)
        elif 0 <= number < len(self._sheet.post.versions):
            self._choose_channel(number)
        elif key == Qt.Key.Key_Return:
            self.open_post.emit(self._sheet.post.id)
        else:
            super().keyPressEvent(event)

    def _choose_channel(self, number: int) -> None:
        order = [item.id for item in self._plan.channels]
        if self._sheet is None:
            return
        ids = sorted(
            (item.id for item in self._sheet.post.versions),
            key=lambda id_: order.index(id_) if id_ in order else len(order),
        )
        self.channels.choose(ids[number])
        self._show_channel(ids[number])
