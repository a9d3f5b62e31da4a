# SPDX-License-Identifier: EUPL-1.2
"""The basket of ideas with its head: count, search, quick note, folding; as a column or as a strip."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from kalender.ui.calendar.backlog.model import BacklogModel
from kalender.ui.calendar.backlog.view import IdeaList
from kalender.ui.calendar.doing.carry import Basket, Carry, Place
from kalender.ui.theme.theme import Theme
from kalender.ui.widgets.blocks.signs import Tag
from kalender.ui.widgets.blocks.text import Ground, Text
from kalender.ui.widgets.controls.button import Button, Kind, Size
from kalender.ui.widgets.controls.field import LineField
from kalender.ui.widgets.paint.text import TextCache
from kalender.wording.tr import tr

SEARCH_FROM = 9
"""From so many ideas on there is a search field."""

STRIP, FOLDED = 82, 34
"""Heights of the strip in px, open and folded."""


class NoteField(LineField):
    """The field for a quick note: Enter notes and stays open, Esc closes."""

    noted = Signal(str)
    closed = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Take Enter and Esc."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            words = self.text().strip()
            self.clear()
            if words:
                self.noted.emit(words)
        elif event.key() == Qt.Key.Key_Escape:
            self.clear()
            self.hide()
            self.closed.emit()
        else:
            super().keyPressEvent(event)


class BacklogPanel(Ground):
    """The basket. sideways: the strip below the month; else the column below the navigation.

    idea_noted: words of a new idea. posts_returned: ids that were put here. folded: whether it is folded now.
    """

    idea_noted = Signal(str)
    folded = Signal(bool)

    def __init__(
        self,
        theme: Theme,
        texts: TextCache,
        model: BacklogModel,
        carry: Carry,
        *,
        sideways: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, "bg-window", edges="t" if sideways else "", line="line", parent=parent)
        self._themed = theme
        self._model = model
        self._sideways = sideways
        self._rest: QBoxLayout | None = None
        self._open = True
        self._over = False
        self.setAccessibleName(tr("Ideenkorb"))
        self.list = IdeaList(theme, texts, model, carry, sideways=sideways)
        self.note = NoteField(theme, hint=tr("Neue Idee, dann Enter"), name=tr("Idee notieren"))
        self.note.hide()
        self.note.noted.connect(self.idea_noted)
        self.note.closed.connect(self._note_closed)
        self.search = LineField(
            theme, icon="ri.search-line", hint=tr("Ideen suchen"), name=tr("Ideen suchen")
        )
        self.search.setClearButtonEnabled(True)
        self.search.textChanged.connect(model.search)
        self.heading = Text(theme, tr("Ideenkorb"), "small", weight=600, ink="text" if sideways else "text-2")
        self.count = Tag(theme, "0")
        self.hint = Text(theme, "", "small", ink="text-3", wrap=sideways)
        self.add = Button(
            theme,
            icon="ri.add-line",
            kind=Kind.QUIET,
            size=Size.DENSE,
            name=tr("Idee notieren"),
            clicked=self.start_note,
        )
        self.fold = Button(
            theme, icon="ri.arrow-up-s-line", kind=Kind.QUIET, size=Size.DENSE, clicked=self.toggle
        )
        self.empty = Text(
            theme,
            tr("Notieren Sie Ideen ohne Termin. Später ziehen Sie sie einfach auf einen Tag."),
            "small",
            ink="text-2",
            wrap=True,
        )
        self._build_strip() if sideways else self._build_column()
        for signal in (model.modelReset, model.rowsInserted, model.rowsRemoved):
            signal.connect(self._count)
        theme.changed.connect(self._restyle)
        carry.add_zone(self)
        self._restyle()
        self._count()

    def start_note(self) -> None:
        """Open the field for a quick note and put the cursor into it."""
        self.set_open(True)
        self.note.show()
        self._count()
        self.note.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _note_closed(self) -> None:
        self._count()
        (self.list if self.list.isVisible() else self.add).setFocus(Qt.FocusReason.OtherFocusReason)

    def toggle(self) -> None:
        """Fold, or open again."""
        self.set_open(not self._open)

    def set_open(self, on: bool) -> None:
        """Show the ideas, or only the head."""
        if on != self._open:
            self._open = on
            self._restyle()
            self._count()
            self.folded.emit(not on)

    # Carrying

    def carry_place(self, at: QPoint) -> Place | None:
        """Return the basket while a global point lies over the panel."""
        over = self.isVisible() and self.rect().contains(self.mapFromGlobal(at))
        return Basket.IDEAS if over else None

    def carry_edge(self, at: QPoint) -> int:
        """Return 0: there is no month to turn here."""
        return self.list.carry_edge(at)

    def carry_shown(self, place: Place | None, carried: frozenset[str]) -> None:
        """Mark the panel as the target, and fade what is carried from here."""
        self.list.carry_shown(place, carried)
        over = place is Basket.IDEAS and bool(carried) and self.isVisible()
        if over != self._over:
            self._over = over
            self.set_ground("accent-tint" if over else "bg-window")

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint the ground, and the border of a target."""
        super().paintEvent(event)
        if self._over:
            painter = QPainter(self)
            painter.setPen(QPen(self._themed.colour("accent"), 2))
            painter.drawRect(self.rect().adjusted(1, 1, -1, -1))
            painter.end()

    # Building

    def _head(self) -> QHBoxLayout:
        head = QHBoxLayout()
        head.setSpacing(self._themed.px(8))
        head.addWidget(self.heading)
        head.addWidget(self.count)
        head.addStretch(1)
        return head

    def _build_column(self) -> None:
        px = self._themed.px
        self.hint.setText(tr("Ziehen oder Strg T"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, px(4), 0, px(4))
        column.setSpacing(px(4))
        head = self._head()
        head.setContentsMargins(px(8), 0, 0, 0)
        head.addWidget(self.add)
        head.addWidget(self.fold)
        column.addLayout(head)
        hint = QHBoxLayout()
        hint.setContentsMargins(px(8), 0, 0, px(2))
        hint.addWidget(self.hint)
        column.addLayout(hint)
        for widget in (self.note, self.search, self.empty):
            column.addWidget(widget)
        column.addWidget(self.list, 1)
        self._rest = column

    def _build_strip(self) -> None:
        px = self._themed.px
        self.hint.setText(tr("auf einen Tag ziehen"))
        row = QHBoxLayout(self)
        row.setContentsMargins(px(12), px(8), px(12), px(4))
        row.setSpacing(px(8))
        left = QVBoxLayout()
        left.setSpacing(px(2))
        left.addLayout(self._head())
        left.addWidget(self.hint)
        left.addStretch(1)
        holder = QWidget()
        holder.setLayout(left)
        left.setContentsMargins(0, 0, 0, 0)
        self._left = holder
        row.addWidget(holder)
        fields = QVBoxLayout()
        fields.addWidget(self.note)
        fields.addWidget(self.search)
        fields.addStretch(1)
        self._fields = QWidget()
        self._fields.setLayout(fields)
        fields.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._fields)
        row.addWidget(self.list, 1)
        row.addWidget(self.empty, 1)
        row.addStretch(0)
        row.addWidget(self.add)
        row.addWidget(self.fold)
        self._rest = row

    def _restyle(self) -> None:
        px = self._themed.px
        if self._sideways and self._rest is not None:
            self.setFixedHeight(px(STRIP if self._open else FOLDED))
            self._left.setFixedWidth(px(104))
            self._fields.setFixedWidth(px(180))
            self._rest.setContentsMargins(
                px(12), px(8) if self._open else px(2), px(12), px(4) if self._open else 0
            )
        self.fold.set_icon(
            ("ri.arrow-down-s-line" if self._open else "ri.arrow-up-s-line")
            if self._sideways
            else ("ri.arrow-up-s-line" if self._open else "ri.arrow-down-s-line")
        )
        words = tr("Ideenkorb zuklappen") if self._open else tr("Ideenkorb aufklappen")
        self.fold.setAccessibleName(words)
        self.fold.setToolTip(words)

    def _count(self) -> None:
        total = self._model.total
        self.count.set_text(str(total))
        self.count.setAccessibleName(
            tr("eine Idee") if total == 1 else tr("{count} Ideen").format(count=total)
        )
        self.list.setVisible(self._open and total > 0)
        self.empty.setVisible(self._open and total == 0)
        self.hint.setVisible(self._open and total > 0)
        self.setFocusProxy(self.list if self._open and total > 0 else self.add)
        self.search.setVisible(self._open and total >= SEARCH_FROM)
        if not self._open:
            self.note.hide()
        if self._sideways:
            self._fields.setVisible(self._open and (total >= SEARCH_FROM or not self.note.isHidden()))
