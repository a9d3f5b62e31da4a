# SPDX-License-Identifier: EUPL-1.2
"""The page on which a post is written, version by version, with checks and preview beside it."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from datetime import date
from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QContextMenuEvent, QHideEvent, QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kalender.domain.plan import Municipality
from kalender.domain.refusal import Refused
from kalender.domain.rules.checks import Finding, Severity
from kalender.domain.stage import Stage
from kalender.jobs.jobs import Jobs
from kalender.services.acting.changes import Changes
from kalender.services.acting.desk import Desk
from kalender.services.checking.desk import RuleDesk
from kalender.services.checks import Checks
from kalender.services.editing import Editing
from kalender.services.language.spelling import Spelling
from kalender.services.plan_view import PlanView
from kalender.services.posts import Posts
from kalender.services.reviews import Reviews
from kalender.ui.editor import states
from kalender.ui.editor.banners import Banners
from kalender.ui.editor.blocks.aids import Aids
from kalender.ui.editor.blocks.doing import BlockVerbs
from kalender.ui.editor.column import WritingColumn
from kalender.ui.editor.columns import Columns
from kalender.ui.editor.fields.doing import FieldVerbs
from kalender.ui.editor.fields.past import FieldPast
from kalender.ui.editor.header import Header
from kalender.ui.editor.session import Session
from kalender.ui.editor.showing import Showing
from kalender.ui.editor.siblings.doing import InFamily
from kalender.ui.editor.side.comments import Comments
from kalender.ui.editor.side.findings import Findings
from kalender.ui.editor.side.judging import Judging
from kalender.ui.editor.side.looking import Looking
from kalender.ui.editor.side.mending import Mending
from kalender.ui.editor.side.notices import marks_of
from kalender.ui.editor.side.spelling import SpellingHelp
from kalender.ui.editor.text.tabs import BASE
from kalender.ui.editor.verbs import BringIn, Verbs
from kalender.ui.theme.theme import Theme
from kalender.ui.widgets.feedback.toast import announce
from kalender.ui.widgets.paint.values import ChannelMark, channel_mark
from kalender.ui.widgets.preview.making import ImageOf
from kalender.ui.widgets.talk.acts import acts_on
from kalender.wording.dates import clock
from kalender.wording.refusals import sentence
from kalender.wording.tr import tr

if TYPE_CHECKING:  # read with the first post that is opened
    from kalender.services.siblings.siblings import Siblings

NEXT = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
FIGURES_AFTER, CHECKS_AFTER, ANNOUNCE_AFTER = 80, 350, 1000
"""Milliseconds after the last letter until counters, checks with preview, and the spoken summary follow."""


class EditorPage(QWidget):
    """One post. open(id) shows it; leave() saves it; everything typed is saved by itself.

    image_of(picture, px): a copy of a picture or a null image; call pictures_ready() when more are made.
    bring_in(paths, done): imports files beside the window and calls done with the ids of the pictures.
    spelling: the dictionary and what asks it beside the window; without it nothing is spelt. aids: templates,
    blocks, lists and emoji; without it there are none. siblings: the same in other languages.
    """

    back = Signal()
    open_cropper = Signal(str, str)
    library_wanted = Signal(str)
    tile_wanted = Signal(str, str)
    """A picture from words is to be made for a post, or (picture) made again."""
    review_wanted = Signal(str)
    story_wanted = Signal(str, str)
    """Earlier states of a post, or (field) of a field of it."""
    chain_wanted = Signal(str, str)
    """What is wanted of the series of the post, and its id."""
    slots_wanted = Signal(list)
    """Posts that are to take the next free slot."""
    archive_left = Signal(str)
    export_wanted = Signal(list)
    publish_wanted = Signal(list)
    hold_wanted = Signal(str)
    open_post = Signal(str)
    said = Signal(str)
    refused = Signal(str)
    saved = Signal(str)
    troubled = Signal(object)
    offered = Signal(object)

    def __init__(
        self,
        theme: Theme,
        *,
        posts: Posts,
        editing: Editing,
        reviews: Reviews,
        checks: Checks,
        plan: PlanView,
        desk: Desk,
        image_of: ImageOf,
        bring_in: BringIn,
        spelling: tuple[Spelling, Jobs] | None = None,
        aids: Aids | None = None,
        rules: Callable[[], RuleDesk] | None = None,
        siblings: Callable[[], Siblings] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._posts, self._plan, self._desk = posts, plan, desk
        self._image_of = image_of
        self._hinted = False
        self.session = Session(editing, desk, self)
        self.header = Header(theme, today=posts.now().date())
        self.banners = Banners(theme)
        self.column = WritingColumn(theme)
        self.findings = Findings(theme)
        acts = acts_on(lambda: reviews.conversations, lambda: self.session.id, self.session.do)
        self.comments = Comments(theme, acts)
        self.looking = Looking(theme, image_of)
        self.columns = Columns(theme, self.column, self.findings, self.comments, self.looking)
        self.verbs = Verbs(self, editing=editing, posts=posts, reviews=reviews, plan=plan, bring_in=bring_in)
        self.family = InFamily(self, posts, siblings)
        self.fields = FieldVerbs(self, editing, aids.stock if aids is not None else None)
        self.blocks = BlockVerbs(self, aids)
        self.mending = Mending(self)
        self.past = FieldPast(self)
        self.judging = Judging(self, theme, checks, plan, rules)
        self.spelling = SpellingHelp(self, *spelling) if spelling is not None else None
        self.showing = Showing(self, posts, plan, image_of)
        self._build()
        self._figures = self._timer(FIGURES_AFTER, self._show_figures)
        self._checking = self._timer(CHECKS_AFTER, self.check)
        self._announcing = self._timer(ANNOUNCE_AFTER, lambda: announce(self, self.findings.summary()))
        self.session.changed.connect(self.show_post)
        self.session.typed.connect(self._typed)
        self.session.saved.connect(self._saved)
        self.session.failed.connect(self.refuse)
        self.session.troubled.connect(self._troubled)
        self.session.gone.connect(self.back)
        theme.changed.connect(self._restyle)

    def _restyle(self) -> None:
        if self.session.id:
            self.showing.show_album()

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addWidget(self.banners)
        column.addWidget(self.columns, 1)
        tabs, area = self.column.tabs, self.column.box.area
        self.setFocusProxy(area)
        tabs.chosen.connect(lambda _key: self._switch())
        area.typed.connect(self._type)
        area.left.connect(self.session.flush)
        area.marked.connect(self.findings.choose)
        self.findings.chosen.connect(self.mending.jump)
        for keys, action in (
            ("Ctrl+Tab", lambda: tabs.step(1)),
            ("Ctrl+Shift+Tab", lambda: tabs.step(-1)),
            ("F7", self._next_wrong_word),
            ("F8", self._next_finding),
        ):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(action)
        order = (self.header.title, self.header.when, self.header.who, tabs, area)
        for before, after in pairwise(order):
            self.setTabOrder(before, after)

    def put_strip(self, strip: QWidget) -> None:
        """Show a strip under the banners."""
        layout = self.layout()
        if isinstance(layout, QVBoxLayout):
            layout.insertWidget(layout.indexOf(self.columns), strip)

    def _next_finding(self) -> None:
        self.columns.reveal("checks")
        self.findings.next()

    def _next_wrong_word(self) -> None:
        if self.spelling is not None:
            self.spelling.next()

    def _timer(self, wait: int, action: Callable[[], object]) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(wait)
        timer.timeout.connect(action)
        return timer

    # Opening and leaving

    def open(self, post_id: str, *, back_to: str = "", channel: str = BASE) -> None:
        """Show a post; back_to: words on the way back; channel: the tab in front. Raises Refused NOT_FOUND."""
        self.header.leave.set_words(back_to or tr("Kalender"))
        self.column.hint.hide()
        self.column.tabs.show_tabs((), BASE)
        self.session.open(post_id)
        self.column.tabs.choose(channel)
        self.check()

    def reveal_comment(self, comment: str) -> None:
        """Bring a comment of the post in front into view."""
        self.columns.reveal("checks")
        self.comments.reveal(comment)

    def leave(self) -> bool:
        """Save everything; tell whether nothing is left unsaved."""
        for timer in (self._figures, self._checking, self._announcing):
            timer.stop()
        return self.session.flush()

    @property
    def post_id(self) -> str:
        """The id of the post that is shown, or empty."""
        return self.session.id

    def hear(self, changes: Changes) -> None:
        """Take in what changed in the plan."""
        if self.session.id:
            self.session.hear(changes)

    def pictures_ready(self) -> None:
        """Show pictures that have been made meanwhile."""
        if self.session.id:
            self.showing.show_album()
            self.looking.refresh()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:  # noqa: N802 - Qt's name
        """Open the menu of a field."""
        self.past.answer(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Strg+Enter does the next step."""
        if event.key() in NEXT and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.verbs.forward()
        else:
            super().keyPressEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802 - Qt's name
        """Save when another page comes to the front."""
        self.leave()
        super().hideEvent(event)

    # What the shell asks of a page

    def regions(self) -> Sequence[QWidget]:
        """Return the parts F6 goes through."""
        return (self.header.title, self.column.box.area, self.comments.fold, self.looking.placement)

    def offers(self) -> Mapping[str, str]:
        """Return what the menus can do here, and why not."""
        return self.verbs.offers()

    def perform(self, action: str) -> None:
        """Do an action of the menus."""
        self.verbs.perform(action)

    # Showing

    @property
    def marks(self) -> dict[str, ChannelMark]:
        """The channels of the plan in their order, with their symbols."""
        platforms = self._plan.platforms
        return {item.id: channel_mark(item, platforms.get(item.platform)) for item in self._plan.channels}

    def offered_marks(self, chosen: Collection[str]) -> dict[str, ChannelMark]:
        """Return the channels a post can go to: those in use, and those chosen already."""
        used = {item.id for item in self._plan.channels if item.active}.union(chosen)
        return {id_: mark for id_, mark in self.marks.items() if id_ in used}

    @property
    def key(self) -> str:
        """The channel whose tab is in front, or BASE."""
        return self.column.tabs.key

    def show_post(self) -> None:
        """Show the post as it is now, everything of it."""
        if self.session.id:
            self.showing.show_post()
            self._show_figures()
            self._checking.start()
            self.offered.emit(self.offers())

    @property
    def theme(self) -> Theme:
        """What everything here is painted with."""
        return self._theme

    def town(self) -> Municipality:
        """Return whose plan it is."""
        return self._plan.municipality

    def today(self) -> date:
        """Return the day of the plan's clock."""
        return self._posts.now().date()

    @property
    def acting(self) -> str:
        """The id of the person at this computer."""
        return self._desk.person

    def name_of(self, person: str) -> str:
        """Return the name of a person by id."""
        found = self._plan.person(person)
        return found.name if found else tr("Jemand")

    def _switch(self) -> None:
        self.session.flush()
        self.session.part()
        self.column.hint.hide()
        if self.session.id:
            self.show_post()
            self.judging.show()

    # Typing

    def _type(self, text: str) -> None:
        version = self.session.post.version(self.key) if self.session.id else None
        if version is not None and version.text is None and not self._hinted:
            self._hinted = True
            self.column.hint.show()
            announce(self, self.column.hint.accessibleName())
        self.session.type("text", self.key, text)

    def _typed(self) -> None:
        self._figures.start()
        self._checking.start()

    def _saved(self) -> None:
        when = clock(self._posts.now())
        self.column.box.show_saved(tr("Gespeichert um {time}").format(time=when))
        self.saved.emit(when)

    def _troubled(self, refusal: Refused | None) -> None:
        if refusal is not None:
            self.column.box.show_unsaved(tr("Noch nicht gespeichert"))
        self.troubled.emit(refusal)

    def _show_figures(self) -> None:
        post = self.session.post
        shown = states.text_gauge(post, self.key, self.showing.around, self.marks)
        self.column.box.counters.show_gauge(shown)
        area = self.column.box.area
        marks = marks_of(self.found, self.key, post, area.text())
        area.show_marks(marks, excess=shown.excess_at if shown.excess else None, fold=shown.fold)
        looks = states.tab_looks(post, self.marks, self.found)
        if tuple(looks) != self.column.tabs.looks():
            self.column.tabs.show_tabs(looks)
            self.showing.show_text(post)

    def check(self) -> None:
        """Run the checks on the post as typed, and show preview and findings."""
        if not self.session.id:
            return
        post = self.session.post
        before = self.findings.summary()
        if not self.judging.run():  # the plan cannot be read at present: the last findings stand
            self._checking.start()
            return
        self.judging.show()
        self.showing.show_talk(post)
        version = post.version(self.key) or next(iter(post.versions), None)
        self.looking.show_version(post, version, self.showing.around)
        self._show_figures()
        if before != self.findings.summary():
            self._announcing.start()

    @property
    def found(self) -> list[Finding]:
        """What the checks found last."""
        return self.judging.found

    def errors(self) -> int:
        """Return how many findings forbid a review."""
        return sum(item.severity is Severity.ERROR for item in self.found)

    def stage(self) -> Stage:
        """Return the stage of the post as saved."""
        return self._posts.card(self.session.id).stage

    def refuse(self, refusal: Refused) -> None:
        """Say why something was not done."""
        self.refused.emit(sentence(refusal))
