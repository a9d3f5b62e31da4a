# SPDX-License-Identifier: EUPL-1.2
"""The results below the search field: posts, days, commands, views and settings, as you type."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QFrame, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from kalender.domain.card import Hit
from kalender.ui.shell.search.field import SearchField
from kalender.ui.shell.search.offers import Group, Offer, fitting, used_last
from kalender.ui.shell.search.ranking import Fit
from kalender.ui.shell.search.rows import HEADING, HIT, OFFER, ResultRows, spoken
from kalender.ui.theme.theme import Theme
from kalender.ui.widgets.blocks.empty import EmptyState
from kalender.ui.widgets.blocks.text import Ground, Text
from kalender.ui.widgets.feedback.toast import announce
from kalender.wording.cards import title
from kalender.wording.tr import tr

MOST = 50
"""So many hits are shown; who needs more types another word."""

_PAUSE = 60

Offers = Callable[[str], Sequence[Offer]]
"""Gives all there is to do, and the days a text means."""


class Search(Ground):
    """The results below the field. find: text -> at most 50 hits; offers: what can be done, see offers.py.

    recent: keys of what was used last, the latest first; used hears each key. opened: id of a post. refused: why
    something cannot be done now. A child of the window, not a popup: typing goes on while it is shown.
    """

    opened = Signal(str)
    used = Signal(str)
    refused = Signal(str)
    left = Signal()

    def __init__(
        self,
        theme: Theme,
        window: QWidget,
        field: SearchField,
        find: Callable[[str], Sequence[Hit]],
        offers: Offers,
        recent: Callable[[], Sequence[str]] = tuple,
    ) -> None:
        super().__init__(theme, "bg-raised", edges="all", line="line-control", radius=8, parent=window)
        self._themed = theme
        self._field = field
        self._find = find
        self._offers = offers
        self._recent = recent
        self._text = ""
        column = QVBoxLayout(self)
        column.setContentsMargins(1, theme.px(6), 1, theme.px(6))
        self.list = QListWidget()
        self.list.setAccessibleName(tr("Treffer"))
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setMouseTracking(True)
        self.list.viewport().setAutoFillBackground(False)
        self.list.setItemDelegate(ResultRows(theme, self.list))
        self.list.itemClicked.connect(lambda _item: self.accept())
        self.empty = EmptyState(
            theme, icon="ri.search-line", title=tr("Kein Treffer"), text="", role="text-3"
        )
        self.lesson = Text(theme, "", "small", ink="text-2", wrap=True)
        self.lesson.setText(
            tr(
                "Finden Sie Beiträge, Tage, Befehle und Einstellungen, zum Beispiel: "
                "Weihnachtsmarkt · nächster Dienstag · KW 50 · 17.12. · drucken · Sperrzeiten"
            )
        )
        self.lesson.setContentsMargins(theme.px(12), theme.px(6), theme.px(12), theme.px(6))
        column.addWidget(self.lesson)
        column.addWidget(self.list)
        column.addWidget(self.empty)
        self.list.currentRowChanged.connect(self._tell)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_PAUSE)
        self._timer.timeout.connect(self.run)
        field.installEventFilter(self)
        self.hide()

    def begin(self) -> None:
        """Show what was used last and what can be typed, unless there is a text."""
        if self._text.strip():
            self.run()
            return
        self.list.clear()
        for offer in used_last(self._offers(""), self._recent()):
            self._add_offer(offer, tr(Group.RECENT.value) if not self.list.count() else "")
        self._show(found=True)
        self.list.setVisible(self.list.count() > 0)
        announce(self._field, self.lesson.text())

    def run(self) -> None:
        """Look for the text at once and show what was found."""
        self._timer.stop()
        text = self._text.strip()
        if not text:
            self.hide()
            return
        self.list.blockSignals(True)  # noqa: FBT003 - Qt's name for it
        self.list.clear()
        groups = fitting(text, self._offers(text), self._recent())
        for group, offers, best in groups:
            if best <= Fit.PREFIX:
                self._add_group(group, offers)
        for number, hit in enumerate(list(self._find(text))[:MOST]):
            item = self._add(title(hit.card), spoken(hit), tr(Group.POST.value) if number == 0 else "")
            item.setData(HIT, hit)
        for group, offers, best in groups:
            if best > Fit.PREFIX:
                self._add_group(group, offers)
        self.list.blockSignals(False)  # noqa: FBT003 - Qt's name for it
        if not self.list.count():
            self.empty.set_words(tr("Kein Treffer"), tr("Kein Beitrag enthält „{text}“.").format(text=text))
        self._show(found=self.list.count() > 0)
        self._tell(self.list.currentRow())

    def _add_group(self, group: Group, offers: Sequence[Offer]) -> None:
        for number, offer in enumerate(offers):
            self._add_offer(offer, tr(group.value) if number == 0 else "")

    def _add_offer(self, offer: Offer, heading: str) -> None:
        self._add(offer.words, offer.spoken, heading).setData(OFFER, offer)

    def _add(self, words: str, said: str, heading: str) -> QListWidgetItem:
        item = QListWidgetItem(words)
        item.setData(Qt.ItemDataRole.AccessibleTextRole, said)
        item.setData(HEADING, heading)
        self.list.addItem(item)
        return item

    def _show(self, *, found: bool) -> None:
        self.lesson.setVisible(not self._text.strip())
        self.list.setVisible(found)
        self.empty.setVisible(not found)
        if self.list.count():
            self.list.setCurrentRow(0)
        self._place()

    def _tell(self, row: int) -> None:
        """Say to a screen reader what is marked: the focus stays in the field."""
        if 0 <= row < self.list.count() and self.isVisible():
            announce(self._field, str(self.list.item(row).data(Qt.ItemDataRole.AccessibleTextRole)))

    def accept(self) -> None:
        """Open or do what is marked; what cannot be done says why and stays."""
        if self._timer.isActive():
            self.run()
        if self.list.currentRow() < 0 or not self.isVisible():
            return
        item = self.list.currentItem()
        hit, offer = item.data(HIT), item.data(OFFER)
        if isinstance(offer, Offer) and offer.reason:
            self.refused.emit(offer.reason)
            return
        self.leave()
        if isinstance(hit, Hit):
            self.used.emit(f"post:{hit.card.id}")
            self.opened.emit(hit.card.id)
        elif isinstance(offer, Offer):
            self.used.emit(offer.key)
            offer.run()

    def leave(self) -> None:
        """Empty the field and hide; left tells that the focus is to go back to the page."""
        self._timer.stop()
        self._text = ""
        self._field.clear()
        self.hide()
        self.left.emit()

    def eventFilter(self, watched: object, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Hide when the field loses the focus."""
        if watched is self._field and event.type() == QEvent.Type.FocusOut:
            self.hide()
        return False

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802 - Qt's name
        """Look for nothing more once the results are gone."""
        super().hideEvent(event)
        self._timer.stop()

    def look_for(self, text: str) -> None:
        """Look for a text after a pause in which nothing else is typed."""
        self._text = text
        if text.strip():
            self._timer.start()
        else:
            self._timer.stop()
            self.hide()

    def step(self, by: int) -> None:
        """Mark the next result, or with -1 the one before."""
        if self.list.count():
            row = max(0, min(self.list.count() - 1, self.list.currentRow() + by))
            self.list.setCurrentRow(row)

    def _place(self) -> None:
        window = self.parentWidget()
        if window is None:
            return
        px = self._themed.px
        width = min(px(460), window.width() - px(24))
        rows = sum(self.list.sizeHintForRow(row) for row in range(self.list.count()))
        corner = self._field.mapTo(window, QPoint(0, self._field.height() + 4))
        wanted = rows + px(16)
        if not self.lesson.isHidden():
            wanted += self.lesson.heightForWidth(width - px(4)) + px(8)
        if not self.empty.isHidden():
            wanted = px(190)
        height = min(wanted, window.height() - corner.y() - px(40))
        x = max(px(12), min(corner.x(), window.width() - width - px(12)))
        self.setGeometry(x, corner.y(), width, height)
        self.raise_()
        self.show()
