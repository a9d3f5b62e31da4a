# SPDX-License-Identifier: EUPL-1.2
"""The word list of the plan: add, remove, bring in from a text file and hand out as one."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from kalender.domain.language.spelling import OwnWord
from kalender.services.language.words import Words
from kalender.ui.preferences.rows import Rows
from kalender.ui.preferences.sections import Part
from kalender.ui.theme.theme import Theme
from kalender.ui.widgets.blocks.folding import FoldingBar
from kalender.ui.widgets.blocks.leaf import note
from kalender.ui.widgets.blocks.text import Text
from kalender.ui.widgets.controls.button import Button, Kind
from kalender.ui.widgets.controls.saved import EntryLine
from kalender.wording.tr import tr

SHOWN = 300
"""Rows that are made; a longer list is narrowed by typing."""


class WordRow(FoldingBar):
    """One word."""

    def __init__(self, theme: Theme, word: OwnWord) -> None:
        super().__init__(theme, pad=(12, 4))
        self.word = Text(theme, word.text, "body")
        name = tr("„{word}“ aus der Wortliste nehmen").format(word=word.text)
        self.remove = Button(theme, icon="ri.delete-bin-line", kind=Kind.QUIET, name=name)
        self.first.addWidget(self.word, 1)
        self.second.addWidget(self.remove)


class WordsPart(Part):
    """said(sentence): what came of an import or an export."""

    said = Signal(str)
    kinds = frozenset({"word"})

    def __init__(self, theme: Theme, words: Words) -> None:
        super().__init__(
            theme,
            tr("Wortliste"),
            tr("Namen, Orte und Fachwörter, die in diesem Plan als richtig gelten. Die Liste gilt für alle."),
        )
        self._words = words
        self.rows: Rows[OwnWord] = Rows(
            theme, self._make, lambda _row, _word, _place, _count: None, after=self
        )
        bar = FoldingBar(theme, edges="", pad=(0, 8))
        self.entry = EntryLine(
            theme, hint=tr("Wort suchen oder aufnehmen"), name=tr("Neues Wort, zugleich Suche")
        )
        self.add = Button(theme, tr("Aufnehmen"), icon="ri.add-line", clicked=self._add)
        bar.first.addWidget(self.entry, 1)
        bar.second.addWidget(self.add)
        self.body.addWidget(bar)
        self.body.addWidget(self.rows.frame)
        self.count = Text(theme, "", "small", ink="text-2", wrap=True)
        self.body.addWidget(self.count)
        files = FoldingBar(theme, edges="", pad=(0, 4))
        self.bring = Button(
            theme, tr("Aus Textdatei aufnehmen …"), icon="ri.download-line", clicked=self._ask_file
        )
        self.hand = Button(
            theme, tr("Als Textdatei speichern …"), icon="ri.upload-line", clicked=self._ask_target
        )
        files.first.addWidget(self.bring)
        files.first.addWidget(self.hand)
        files.first.addStretch(1)
        self.body.addWidget(files)
        self.body.addWidget(
            note(theme, "ri.information-line", tr("Ein Wort in jeder Zeile. Auch Formen mit -s, -er, -ern und -erin gelten dann."))
        )  # fmt: skip
        self.body.addStretch(1)
        self.entry.returnPressed.connect(self._add)
        self.entry.textChanged.connect(lambda _text: self.refresh())
        self.refresh()

    def refresh(self) -> None:
        """Show the words that hold what is typed."""
        wanted = self.entry.text().strip().casefold()
        every = self._words.all()
        found = [item for item in every if wanted in item.text.casefold()]
        self.rows.show(found[:SHOWN])
        self.rows.frame.setVisible(bool(found))
        if not every:
            words = tr("Noch kein Wort. Im Beitrag nimmt „Wort ist richtig“ eines auf.")
        elif not found:
            words = tr("Kein Wort der Liste enthält „{words}“.").format(words=self.entry.text().strip())
        else:
            words = tr("{n} von {all} Wörtern").format(n=min(len(found), SHOWN), all=len(every))
        self.count.setText(words)
        self.hand.setEnabled(bool(every))

    def take(self, path: Path) -> None:
        """Take the words of a text file."""

        def take() -> None:
            count = self._words.take(path)
            one, many = tr("1 Wort aufgenommen"), tr("{n} Wörter aufgenommen")
            self.said.emit(one if count == 1 else many.format(n=count))

        self.attempt(take)

    def save(self, path: Path) -> None:
        """Write the words into a text file."""
        if self.attempt(lambda: self._words.save(path)):
            self.said.emit(tr("Wortliste gespeichert: {name}").format(name=path.name))

    def _add(self) -> None:
        if self.attempt(lambda: self._words.add(self.entry.text())):
            self.entry.clear()
        self.entry.setFocus(Qt.FocusReason.OtherFocusReason)

    def _make(self, word: OwnWord) -> QWidget:
        row = WordRow(self.theme, word)
        row.remove.clicked.connect(partial(self._remove, word.id))
        return row

    def _remove(self, id_: str, _checked: bool = False) -> None:
        beside = self.rows.neighbour(id_)
        self.attempt(lambda: self._words.remove(id_))
        focus = beside.remove if isinstance(beside, WordRow) else self.entry
        focus.setFocus(Qt.FocusReason.OtherFocusReason)

    def _ask_file(self) -> None:
        dialog = QFileDialog(self, tr("Wörter aufnehmen"), "", f"{tr('Textdateien')} (*.txt *.dic *.csv)")
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(lambda name: self.take(Path(name)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _ask_target(self) -> None:
        dialog = QFileDialog(self, tr("Wortliste speichern"), "Wortliste.txt", f"{tr('Textdateien')} (*.txt)")
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("txt")
        dialog.fileSelected.connect(lambda name: self.save(Path(name)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
