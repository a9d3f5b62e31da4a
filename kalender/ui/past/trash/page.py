# SPDX-License-Identifier: EUPL-1.2
"""The page „Papierkorb“: look for what was deleted, take one or many out as one step."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QItemSelectionModel, Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from kalender.domain.refusal import Refused
from kalender.services.acting.changes import Changes
from kalender.services.past.trash import KINDS, Trash, TrashItem
from kalender.ui.past.trash.model import ITEM, TrashModel, TrashRows
from kalender.ui.theme.theme import Theme
from kalender.ui.widgets.blocks.empty import EmptyState
from kalender.ui.widgets.blocks.rows import RowList
from kalender.ui.widgets.blocks.section import PageBar
from kalender.ui.widgets.blocks.spacing import Bar, spaced
from kalender.ui.widgets.blocks.text import Ground, Text
from kalender.ui.widgets.controls.button import Button, Kind
from kalender.ui.widgets.controls.choice import Choice
from kalender.ui.widgets.controls.field import LineField
from kalender.wording.past.trash import ICONS
from kalender.wording.refusals import sentence
from kalender.wording.tr import tr

TYPING = 150


class TrashPage(QWidget):
    """What was deleted. story_wanted: the states of a deleted post; refused: why something was not done."""

    story_wanted = Signal(str)
    refused = Signal(str)

    def __init__(
        self, theme: Theme, trash: Trash, person: Callable[[str], str], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._trash = trash
        self.model = TrashModel(person, self)
        self.list = RowList(TrashRows(theme, self), name=tr("Papierkorb"), several=True)
        self.list.setModel(self.model)
        self.search = LineField(
            theme, icon="ri.search-line", hint=tr("Im Papierkorb suchen"), name=tr("Im Papierkorb suchen")
        )
        self.kind = Choice(theme, name=tr("Was"))
        self.kind.addItem(tr("Alles"), "")
        for kind in KINDS:
            self.kind.addItem(tr(ICONS[kind][0]), kind)
        self.restore = Button(
            theme, tr("Zurückholen"), icon="ri.arrow-go-back-line", kind=Kind.PRIMARY, clicked=self.bring_back
        )
        self.story = Button(theme, tr("Frühere Stände"), icon="ri.history-line", clicked=self._open_story)
        self.count = Text(theme, "", "small", ink="text-2")
        self.empty = EmptyState(
            theme,
            icon="ri.delete-bin-line",
            title=tr("Der Papierkorb ist leer"),
            text=tr("Was Sie löschen, liegt hier und lässt sich zurückholen."),
        )
        self.none = EmptyState(
            theme,
            icon="ri.search-line",
            title=tr("Nichts gefunden"),
            text=tr("Im Papierkorb liegt nichts mit diesem Namen."),
        )
        self._build()
        self._wait = QTimer(self)
        self._wait.setSingleShot(True)
        self._wait.setInterval(TYPING)
        self._wait.timeout.connect(self.reload)
        self.search.textEdited.connect(lambda _text: self._wait.start())
        self.kind.currentIndexChanged.connect(lambda _row: self.reload())
        self.list.selectionModel().selectionChanged.connect(lambda *_: self._tell())
        self.list.opened.connect(self.bring_back)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setFocusProxy(self.list)
        self.reload()

    def _build(self) -> None:
        theme = self._theme
        layout = spaced(theme, QVBoxLayout(self))
        bar = PageBar(theme, tr("Papierkorb"))
        bar.row.addStretch(1)
        bar.row.addWidget(self.story)
        bar.row.addWidget(self.restore)
        layout.addWidget(bar)
        head = Bar(theme, 46, edges="b")
        row = spaced(theme, QHBoxLayout(head), (16, 0, 16, 0), 8)
        row.addWidget(self.search, 1)
        row.addWidget(self.kind)
        row.addWidget(self.count)
        layout.addWidget(head)
        self._pages = QStackedWidget()
        for part in (self.list, self.empty, self.none):
            self._pages.addWidget(part)
        layout.addWidget(self._pages, 1)
        foot = Ground(theme, "bg-subtle", edges="t")
        words = spaced(theme, QVBoxLayout(foot), (16, 8, 16, 8))
        words.addWidget(
            Text(
                theme,
                tr(
                    "Beiträge und Angaben bleiben hier, bis Sie sie zurückholen: Der Plan vergisst nichts. Nur die Datei "
                    "eines Bildes, das nie in einem Beitrag war und in keiner Sicherung gebraucht wird, wird frühestens "
                    "nach 30 Tagen entfernt; der Tag steht dann dabei."
                ),
                "small",
                ink="text-2",
                wrap=True,
            )
        )
        layout.addWidget(foot)

    def reload(self) -> None:
        """Read again; what is selected stays so."""
        self._wait.stop()
        before = {item.ref for item in self.selected()}
        items = self._trash.items(self.search.text(), str(self.kind.currentData() or ""))
        self.model.show_items(items)
        flags = QItemSelectionModel.SelectionFlag.Select
        for row in self.model.rows_of(before):
            self.list.selectionModel().select(self.model.index(row), flags)
        narrowed = bool(self.search.text().strip() or self.kind.currentData())
        self._pages.setCurrentWidget(self.list if items else self.none if narrowed else self.empty)
        self._tell()

    def changed(self, changes: Changes) -> None:
        """Something was deleted or came back."""
        if changes.refs:
            self.reload()

    def selected(self) -> list[TrashItem]:
        """Return the chosen records in the order of the list."""
        rows = sorted(index.row() for index in self.list.selectionModel().selectedIndexes())
        return [self.model.index(row).data(ITEM) for row in rows]

    def bring_back(self) -> None:
        """Take the chosen records out of the trash, as one step."""
        refs = [item.ref for item in self.selected()]
        if not refs:
            return
        self.kind.setFocus(Qt.FocusReason.OtherFocusReason)  # the search would keep Strg+Z to itself
        try:
            self._trash.restore(refs)
        except Refused as refusal:
            self.refused.emit(sentence(refusal))
        if self.model.rowCount():
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _open_story(self) -> None:
        chosen = self.selected()
        if len(chosen) == 1 and chosen[0].kind == "post":
            self.story_wanted.emit(chosen[0].id)

    def _tell(self) -> None:
        chosen, all_ = len(self.selected()), self.model.rowCount()
        words = tr("{count} von {all} ausgewählt") if chosen else tr("{all} im Papierkorb")
        self.count.setText(words.format(count=chosen, all=all_) if all_ else "")
        if chosen:
            self.restore.set_words(
                tr("Zurückholen") if chosen == 1 else tr("{count} zurückholen").format(count=chosen)
            )
            self.restore.allow()
        else:
            self.restore.refuse(tr("Wählen Sie zuerst aus, was zurückkommen soll."))
        one = self.selected()[0] if chosen == 1 else None
        if one is not None and one.kind == "post":
            self.story.allow()
        else:
            self.story.refuse(tr("Frühere Stände gibt es von einem einzelnen Beitrag."))

    # What the window asks of a page

    def regions(self) -> list[QWidget]:
        """Return the parts F6 goes through."""
        return [self.list, self.restore, self.search]

    def focus_filter(self) -> None:
        """Put the focus into the search."""
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()
