# SPDX-License-Identifier: EUPL-1.2
"""What one backup holds, what going back to it would change, and the two ways to do so."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QSize, Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QAbstractItemView, QHBoxLayout, QListView, QStackedWidget, QVBoxLayout, QWidget

from kalender.services.backups.going_back import Preview
from kalender.store.backup.info import BackupInfo
from kalender.ui.backups.model import BackupModel
from kalender.ui.theme.theme import Theme
from kalender.ui.widgets.blocks.section import Facts, SectionHeader
from kalender.ui.widgets.blocks.spacing import spaced
from kalender.ui.widgets.blocks.text import Ground, Text
from kalender.ui.widgets.controls.button import Button
from kalender.ui.widgets.feedback.banner import Banner
from kalender.wording.keeping import backups as words
from kalender.wording.tr import tr

Index = QModelIndex | QPersistentModelIndex


HEADING, LINE, FIRST = range(3)
"""Kinds of lines: a heading, one below it, and the first one that belongs to none."""


class _Lines(QAbstractListModel):
    """Headings and lines."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._lines: Sequence[tuple[str, int]] = ()

    def show_lines(self, lines: Sequence[tuple[str, int]]) -> None:
        """Show these with their kinds."""
        self.beginResetModel()
        self._lines = lines
        self.endResetModel()

    def rowCount(self, parent: Index | None = None) -> int:  # noqa: N802 - Qt's name
        """Return how many there are."""
        return 0 if parent is not None and parent.isValid() else len(self._lines)

    def data(self, index: Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> object:
        """Return a line, its weight and its ink."""
        if not index.isValid() or index.row() >= len(self._lines):
            return None
        text, kind = self._lines[index.row()]
        heading = kind == HEADING
        if role in {int(Qt.ItemDataRole.DisplayRole), int(Qt.ItemDataRole.AccessibleTextRole)}:
            return text
        if role == int(Qt.ItemDataRole.ToolTipRole):
            return text
        if role == int(Qt.ItemDataRole.FontRole):
            font: QFont = self._theme.font("body", 600 if heading else 400)
            return font
        if role == int(Qt.ItemDataRole.SizeHintRole):
            return QSize(0, self._theme.px(34 if kind != LINE and index.row() else 22))
        if role == int(Qt.ItemDataRole.TextAlignmentRole):
            return Qt.AlignmentFlag.AlignVCenter if kind == LINE else Qt.AlignmentFlag.AlignBottom
        if role == int(Qt.ItemDataRole.ForegroundRole):
            return self._theme.colour("text" if heading else "text-2")
        return None


class Detail(Ground):
    """One backup. Buttons: restore, add (only what is missing), folder."""

    def __init__(self, theme: Theme, model: BackupModel) -> None:
        super().__init__(theme, "bg-surface")
        self._theme = theme
        self._model = model
        self.title = Text(theme, "", "title-2", wrap=True)
        self.facts = Facts(theme)
        self.trouble = Banner(theme, "", severity="err", radius=6)
        self.trouble.hide()
        self.restore = Button(theme, tr("Wiederherstellen"), icon="ri.arrow-go-back-line")
        self.add = Button(theme, tr("Nur Fehlendes ergänzen"))
        self.folder = Button(theme, tr("Ordner öffnen"), icon="ri.folder-open-line")
        self._lines = _Lines(theme, self)
        self.changes = QListView()
        self.changes.setModel(self._lines)
        self.changes.setAccessibleName(tr("Was sich ändern würde"))
        self.changes.setFrameShape(QListView.Shape.NoFrame)
        self.changes.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.changes.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.changes.setLayoutMode(QListView.LayoutMode.Batched)
        self.changes.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.changes.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.words = Text(theme, "", "body", ink="text-2", wrap=True)
        self.words.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._build()
        self.restore.refuse(tr("Wählen Sie zuerst eine Sicherung."))
        self.add.refuse(tr("Wählen Sie zuerst eine Sicherung."))

    def _build(self) -> None:
        theme = self._theme
        column = spaced(theme, QVBoxLayout(self), (20, 16, 20, 12), 10)
        column.addWidget(self.title)
        column.addWidget(self.facts)
        column.addWidget(self.trouble)
        column.addWidget(SectionHeader(theme, tr("Was sich gegenüber jetzt ändern würde")))
        self._stack = QStackedWidget()
        self._stack.addWidget(self.words)
        self._stack.addWidget(self.changes)
        column.addWidget(self._stack, 1)
        self.promise = Text(
            theme,
            tr(
                "Vorher wird der jetzige Stand gesichert. Strg+Z nimmt das Wiederherstellen zurück. Freigaben, "
                "Veröffentlichungen, Kommentare und Personen bleiben, wie sie sind."
            ),
            "small",
            ink="text-2",
            wrap=True,
        )
        column.addWidget(self.promise)
        row = spaced(theme, QHBoxLayout(), gap=8)
        row.addWidget(self.restore)
        row.addWidget(self.add)
        row.addStretch(1)
        row.addWidget(self.folder)
        column.addLayout(row)

    def show_info(self, info: BackupInfo) -> None:
        """Show a backup before it is compared."""
        when = self._model.when(info)
        self.title.setText(tr("Sicherung: {when}").format(when=when))
        self.facts.set_facts(
            [
                (tr("Anlass"), self._model.why(info)),
                (tr("Inhalt"), self._model.held(info)),
                (tr("Ablageort"), str(info.place)),
                (tr("Zustand"), words.state(info)),
            ]
        )
        trouble = words.damage(info)
        self.trouble.setVisible(bool(trouble))
        self.trouble.set_text(trouble)
        if info.whole:
            self._say(tr("Wird mit dem Plan verglichen …"))
            self.restore.refuse(tr("Die Sicherung wird noch mit dem Plan verglichen."))
            self.add.refuse(tr("Die Sicherung wird noch mit dem Plan verglichen."))
        else:
            self.cannot(trouble, tr("Sie lässt sich nicht mit dem Plan vergleichen."))

    def cannot(self, why: str, said: str = "") -> None:
        """Say why nothing can be had from it; said: instead, where the reason stands above already."""
        self._say(said or why)
        self.restore.refuse(why)
        self.add.refuse(why)

    def show_preview(self, found: Preview) -> None:
        """Show what going back would change."""
        if found.nothing:
            self.cannot(words.preview(found)[0])
            return
        lines: list[tuple[str, int]] = []
        for heading, some in words.headings(found):
            lines.append((heading, HEADING))
            lines += [(f"    {words.line(item)}", LINE) for item in some]
        lines += [(text, LINE if number else FIRST) for number, text in enumerate(words.besides(found))]
        self._lines.show_lines(lines)
        self._stack.setCurrentWidget(self.changes)
        self.restore.allow()
        if found.lacking or found.originals:
            self.add.allow()
        else:
            self.add.refuse(tr("Im Plan fehlt nichts, was in der Sicherung steht."))

    def _say(self, text: str) -> None:
        self.words.setText(text)
        self._lines.show_lines(())
        self._stack.setCurrentWidget(self.words)
