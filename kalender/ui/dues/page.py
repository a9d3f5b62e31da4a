# SPDX-License-Identifier: EUPL-1.2
"""The page „Fällig“: overdue posts and deadlines in groups, each with the one thing to do about it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QStackedWidget, QVBoxLayout, QWidget

from kalender.services.acting.changes import Changes
from kalender.services.pace.overdue import DueItem, Dues, Why
from kalender.ui.dues.row import DueRow
from kalender.ui.theme.theme import Theme
from kalender.ui.widgets.blocks.empty import EmptyState
from kalender.ui.widgets.blocks.leaf import Framed, Leaf, note
from kalender.ui.widgets.blocks.section import PageBar, SectionHeader
from kalender.ui.widgets.blocks.spacing import spaced
from kalender.ui.widgets.paint.values import ChannelMark
from kalender.wording.pace.overdue import HEADS, headline, when
from kalender.wording.tr import tr

SHOWN = 50
"""Rows of a group; the rest is counted below them."""


class DuesPage(QWidget):
    """What is due now. move_wanted: post, day. read: what is due; marks: the channels by id."""

    post_wanted = Signal(str)
    export_wanted = Signal(list)
    ticks_wanted = Signal(list)
    move_wanted = Signal(str, object)

    def __init__(
        self, theme: Theme, read: Callable[[], Dues], marks: Callable[[], Mapping[str, ChannelMark]]
    ) -> None:
        super().__init__()
        self._theme = theme
        self._read = read
        self._marks = marks
        self.dues = Dues(today=date.min)
        self.rows: list[DueRow] = []
        layout = spaced(theme, QVBoxLayout(self))
        self.bar = PageBar(theme, tr("Fällig"))
        self.bar.row.addStretch(1)
        layout.addWidget(self.bar)
        self._pages = QStackedWidget()
        layout.addWidget(self._pages, 1)
        self.empty = EmptyState(
            theme,
            icon="ri.checkbox-circle-line",
            title=tr("Nichts ist überfällig"),
            text=tr(
                "Heute liegt auch keine Frist. Fristen stellen Sie unter Einstellungen, Fristen und Takt ein."
            ),
        )
        self._pages.addWidget(self.empty)
        self._leaf: Leaf | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(tr("Fällig"))
        self.reload()

    def changed(self, _changes: Changes) -> None:
        """Show what is due now."""
        self.reload()

    def reload(self) -> None:
        """Read what is due; the keyboard stays on the line at the same place."""
        focus = QApplication.focusWidget()
        place = next(
            (n for n, row in enumerate(self.rows) if focus is not None and row.isAncestorOf(focus)), None
        )
        self.dues = self._read()
        said = headline(self.dues)
        self.bar.note.setText(said)
        self.bar.note.setVisible(bool(said))
        self.rows = []
        old, self._leaf = self._leaf, None
        if said:
            self._leaf = self._build()
            self._pages.addWidget(self._leaf)
            self._pages.setCurrentWidget(self._leaf)
        else:
            self._pages.setCurrentWidget(self.empty)
        if old is not None:
            self._pages.removeWidget(old)
            old.deleteLater()
        self.setFocusProxy(self.rows[0].act if self.rows else self.empty)
        if place is not None and self.isVisible():
            (self.rows[min(place, len(self.rows) - 1)].act if self.rows else self).setFocus()

    def _build(self) -> Leaf:
        theme = self._theme
        leaf = Leaf(
            theme,
            tr("Was jetzt zu tun ist"),
            tr(
                "Kalender veröffentlicht nichts nachträglich. Entscheiden Sie bei jedem Beitrag, wie es weitergeht."
            ),
        )
        for why in Why:
            items = [item for item in self.dues.items if item.why is why]
            if not items:
                continue
            head = SectionHeader(theme, tr(HEADS[why][0]), note=str(len(items)))
            leaf.body.addSpacing(theme.px(6))
            leaf.body.addWidget(head)
            frame = Framed(theme)
            for item in items[:SHOWN]:
                row = self._row(item)
                self.rows.append(row)
                frame.rows.addWidget(row)
            leaf.body.addWidget(frame)
            if len(items) > SHOWN:
                leaf.body.addWidget(
                    note(
                        theme,
                        "ri.information-line",
                        tr(
                            "Und {n} weitere. Legen Sie vergangene Jahre ins Archiv, wenn sie erledigt sind."
                        ).format(n=len(items) - SHOWN),
                    )
                )
        leaf.body.addStretch(1)
        return leaf

    def _row(self, item: DueItem) -> DueRow:
        known = self._marks()
        marks = tuple(known[id_] for id_ in item.channels if id_ in known)
        return DueRow(
            self._theme,
            item,
            when(item, self.dues),
            tr(HEADS[item.why][1]),
            marks,
            opened=lambda: self.post_wanted.emit(item.post),
            act=self._act,
        )

    def _act(self, row: DueRow) -> None:
        item = row.item
        match item.why:
            case Why.NOT_APPROVED:
                self._ask_day(row)
            case Why.NOT_EXPORTED:
                self.export_wanted.emit([item.post])
            case Why.NOT_TICKED:
                self.ticks_wanted.emit([item.post])
            case _:
                self.post_wanted.emit(item.post)

    def _ask_day(self, row: DueRow) -> None:
        from kalender.ui.widgets.controls.moment import MomentPopover

        start = datetime.combine(self.dues.today, row.item.planned.time())
        popover = MomentPopover(
            self._theme, row.act, start, today=self.dues.today, clock=False, undated=False
        )
        popover.chosen.connect(lambda moment: self.move_wanted.emit(row.item.post, moment.date()))
        popover.open_under(right=True)
