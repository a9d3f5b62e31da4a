# SPDX-License-Identifier: EUPL-1.2
"""Open comments that name whoever acts at this computer: read, opened at their place, put away."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from kalender.services.acting.changes import Changes
from kalender.services.talk.conversations import Mention
from kalender.ui.theme.theme import Theme
from kalender.ui.widgets.blocks.empty import EmptyState
from kalender.ui.widgets.blocks.folding import FoldingBar
from kalender.ui.widgets.blocks.leaf import Framed, Leaf, note
from kalender.ui.widgets.blocks.section import PageBar
from kalender.ui.widgets.blocks.signs import Avatar
from kalender.ui.widgets.blocks.spacing import spaced
from kalender.ui.widgets.blocks.text import Text
from kalender.ui.widgets.controls.button import Button
from kalender.ui.widgets.controls.link import Link
from kalender.ui.widgets.paint.chips import avatar_ink
from kalender.ui.widgets.talk.word import Reader
from kalender.wording.tr import tr

SHOWN = 100
"""Lines at most; the rest is counted below them."""

LONGEST = 240
"""Letters of a comment that are shown; the post has all."""


def counted(count: int) -> str:
    """Return how many comments are open: „2 offene Kommentare sind an Sie gerichtet“, or nothing."""
    if not count:
        return ""
    if count == 1:
        return tr("Ein offener Kommentar ist an Sie gerichtet")
    return tr("{n} offene Kommentare sind an Sie gerichtet").format(n=count)


class MentionRow(FoldingBar):
    """A comment with its post. opened: what leads to it; settle: what puts its thread away."""

    def __init__(
        self,
        theme: Theme,
        item: Mention,
        reader: Reader,
        *,
        opened: Callable[[], object],
        settle: Callable[[], object],
    ) -> None:
        super().__init__(theme, pad=(12, 10), gap=12)
        self.item = item
        comment = item.comment
        person = reader.people.get(comment.by)
        title = item.title or tr("Ohne Titel")
        face = Avatar(theme, person.initials if person else "?", avatar_ink(comment.by), size=24)
        self.first.addWidget(face, 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(theme.px(2))
        said = f"{reader.name(comment.by)}, {reader.when(comment.at)}"
        words.addWidget(Text(theme, said, "small", ink="text-2", wrap=True))
        text = comment.text if len(comment.text) <= LONGEST else f"{comment.text[:LONGEST].rstrip()} …"
        words.addWidget(Text(theme, text, "body", wrap=True))
        words.addSpacing(theme.px(4))
        self.title = Link(
            theme, title if len(title) <= 64 else f"{title[:63]}…", role="small", clicked=opened
        )
        self.title.setAccessibleName(tr("{title}, beim Kommentar öffnen").format(title=title))
        words.addWidget(self.title, 0, Qt.AlignmentFlag.AlignLeft)
        self.first.addLayout(words, 1)
        self.done = Button(theme, tr("Erledigt"), clicked=settle)
        self.done.setAccessibleName(tr("„{text}“ ist erledigt").format(text=comment.text[:60]))
        self.done.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.second.addWidget(self.done)
        self.setAccessibleName(f"{said}: {text}")


class MentionsPage(QWidget):
    """read: what is open, the latest first. wanted: post and comment to open; settled: post and comment that are done."""

    wanted = Signal(str, str)
    settled = Signal(str, str)

    def __init__(
        self, theme: Theme, read: Callable[[], Sequence[Mention]], reader: Callable[[], Reader]
    ) -> None:
        super().__init__()
        self._theme, self._read, self._reader = theme, read, reader
        self.rows: list[MentionRow] = []
        self._items: tuple[object, ...] | None = None
        layout = spaced(theme, QVBoxLayout(self))
        self.bar = PageBar(theme, tr("An mich"))
        self.bar.row.addStretch(1)
        layout.addWidget(self.bar)
        self._pages = QStackedWidget()
        layout.addWidget(self._pages, 1)
        self.empty = EmptyState(
            theme,
            icon="ri.chat-3-line",
            title=tr("Kein offener Kommentar ist an Sie gerichtet"),
            text=tr(
                "Wer Sie braucht, schreibt in einem Kommentar @ und Ihren Namen. Bis jemand auf „Erledigt“ drückt, "
                "steht der Kommentar hier."
            ),
        )
        self._pages.addWidget(self.empty)
        self._leaf: Leaf | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(tr("An mich"))
        self.reload()

    def changed(self, _changes: Changes) -> None:
        """Show what is open now."""
        self.reload()

    def reload(self) -> None:
        """Read what is open; the keyboard stays on the line at the same place."""
        items, reader = tuple(self._read()), self._reader()
        if (items, reader) == self._items:
            return
        self._items = (items, reader)
        focus = QApplication.focusWidget()
        place = next(
            (n for n, row in enumerate(self.rows) if focus is not None and row.isAncestorOf(focus)), None
        )
        said = counted(len(items))
        self.bar.note.setText(said)
        self.bar.note.setVisible(bool(said))
        self.rows = []
        old, self._leaf = self._leaf, None
        if items:
            self._leaf = self._build(items, reader)
            self._pages.addWidget(self._leaf)
        self._pages.setCurrentWidget(self._leaf or self.empty)
        if old is not None:
            self._pages.removeWidget(old)
            old.deleteLater()
        self.setFocusProxy(self.rows[0].title if self.rows else self.empty)
        if place is not None and self.isVisible():
            (self.rows[min(place, len(self.rows) - 1)].title if self.rows else self).setFocus()

    def _build(self, items: Sequence[Mention], reader: Reader) -> Leaf:
        theme = self._theme
        leaf = Leaf(
            theme,
            tr("Kommentare, die Sie nennen"),
            tr("Der Titel führt zum Beitrag und zum Kommentar. „Erledigt“ gilt für alle, nicht nur für Sie."),
        )
        frame = Framed(theme)
        for item in items[:SHOWN]:
            row = self._row(item, reader)
            self.rows.append(row)
            frame.rows.addWidget(row)
        leaf.body.addWidget(frame)
        if len(items) > SHOWN:
            more = tr("Und {n} weitere, die älter sind.").format(n=len(items) - SHOWN)
            leaf.body.addWidget(note(theme, "ri.information-line", more))
        leaf.body.addStretch(1)
        return leaf

    def _row(self, item: Mention, reader: Reader) -> MentionRow:
        return MentionRow(
            self._theme,
            item,
            reader,
            opened=lambda: self.wanted.emit(item.post, item.comment.id),
            settle=lambda: self.settled.emit(item.post, item.comment.id),
        )
