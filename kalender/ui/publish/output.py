# SPDX-License-Identifier: EUPL-1.2
"""What is made of the chosen posts: kinds of output, place, progress, what has left before."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QGridLayout, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from kalender.services.publishing import ExportReport
from kalender.ui.publish.progress import ProgressBox
from kalender.ui.publish.tile import Tile
from kalender.ui.theme.theme import Theme
from kalender.ui.widgets.blocks.section import SectionHeader
from kalender.ui.widgets.blocks.signs import Symbol
from kalender.ui.widgets.blocks.spacing import spaced
from kalender.ui.widgets.blocks.text import Ground, Text
from kalender.ui.widgets.controls.button import Button, Kind, Size
from kalender.wording.dates import clock, relative_day
from kalender.wording.tr import tr

ChooseFolder = Callable[[QWidget, Path, Callable[[Path], object]], None]
"""Asks for a folder over a widget, beginning at a path, and tells the one chosen."""


class OutputColumn(Ground):
    """Emits wanted when the export is to begin and folder_chosen when it goes somewhere else from now on."""

    wanted = Signal()
    folder_chosen = Signal(str)

    def __init__(self, theme: Theme, folder: Path, choose_folder: ChooseFolder) -> None:
        super().__init__(theme, "bg-surface")
        self._themed = theme
        self._choose_folder = choose_folder
        self.go = Button(
            theme, "", icon="ri.inbox-unarchive-line", kind=Kind.PRIMARY, clicked=self.wanted.emit
        )
        self.folders = Tile(
            theme, "ri.folder-3-line", tr("Ordnerpaket"), tr("Je Kanal ein Ordner mit Text und Bildern")
        )
        self.archive = Tile(
            theme, "ri.folder-zip-line", tr("ZIP-Datei"), tr("Dasselbe Paket noch einmal in einer Datei")
        )
        self.folders.setChecked(True)
        self.folders.lock(tr("Das Ordnerpaket entsteht immer."))
        self.place = QLineEdit(str(folder))
        self.place.setReadOnly(True)
        self.change = Button(theme, tr("Ändern …"), clicked=self._change)
        self.progress = ProgressBox(theme)
        self.progress.hide()
        self._last = spaced(theme, QVBoxLayout())
        self._last_head = SectionHeader(theme, tr("Letzte Exporte"))
        self._last_head.hide()
        self._build()
        self._restyle()
        theme.changed.connect(self._restyle)

    def _build(self) -> None:
        theme = self._themed
        column = spaced(theme, QVBoxLayout(self), (20, 12, 20, 20), 12)
        head = SectionHeader(theme, tr("Ausgabe"))
        head.tail.addWidget(self.go)
        column.addWidget(head)
        tiles = spaced(theme, QGridLayout(), gap=10)
        tiles.addWidget(self.folders, 0, 0)
        tiles.addWidget(self.archive, 0, 1)
        column.addLayout(tiles)
        place = spaced(theme, QVBoxLayout(), gap=4)
        label = Text(theme, tr("Speicherort"), "small", ink="text-2", weight=600)
        label.setBuddy(self.place)
        self.place.setAccessibleName(tr("Speicherort"))
        place.addWidget(label)
        row = spaced(theme, QHBoxLayout(), gap=8)
        row.addWidget(self.place, 1)
        row.addWidget(self.change)
        place.addLayout(row)
        column.addLayout(place)
        inside = tr(
            "Jedes Paket enthält auch Alternativtexte, Bildnachweise, eine Prüfliste und den Freigabevermerk."
        )
        column.addWidget(Text(theme, inside, "small", ink="text-2", wrap=True))
        column.addWidget(self.progress)
        column.addWidget(self._last_head)
        column.addLayout(self._last)
        column.addStretch(1)

    def _restyle(self) -> None:
        self.place.setFont(self._themed.font("body"))

    @property
    def folder(self) -> Path:
        """Where packages go."""
        return Path(self.place.text())

    def _change(self) -> None:
        self._choose_folder(self, self.folder, self._chosen)

    def _chosen(self, folder: Path) -> None:
        self.place.setText(str(folder))
        self.folder_chosen.emit(str(folder))

    def remember(self, report: ExportReport, now: datetime, who: str) -> None:
        """List an export among the last ones. who: name of the person."""
        theme = self._themed
        posts = len({item.post for item in report.left})
        line = Ground(theme, "bg-surface", edges="b")
        row = spaced(theme, QHBoxLayout(line), (0, 6, 0, 6), 10)
        row.addWidget(Symbol(theme, "ri.folder-3-line", "text-2"))
        words = spaced(theme, QVBoxLayout())
        what = (
            tr("Ordnerpaket, 1 Beitrag")
            if posts == 1
            else tr("Ordnerpaket, {count} Beiträge").format(count=posts)
        )
        if report.archive is not None:
            what = tr("{what}, dazu {name}").format(what=what, name=report.archive.name)
        words.addWidget(Text(theme, what, wrap=True))
        when = f"{relative_day(now.date(), now.date())} {clock(now)}"
        under = f"{when}, {who}" if who else when
        words.addWidget(Text(theme, under, "small", ink="text-2"))
        row.addLayout(words, 1)
        opened = Button(
            theme, tr("Ordner öffnen"), icon="ri.folder-open-line", size=Size.DENSE,
            clicked=lambda: QDesktopServices.openUrl(QUrl.fromLocalFile(str(report.out))),
        )  # fmt: skip
        row.addWidget(opened)
        self._last.insertWidget(0, line)
        self._last_head.show()


def ask_folder(parent: QWidget, start: Path, then: Callable[[Path], object]) -> None:
    """Ask for a folder without stopping the program."""
    dialog = QFileDialog(parent, tr("Speicherort wählen"), str(start))
    dialog.setFileMode(QFileDialog.FileMode.Directory)
    dialog.fileSelected.connect(lambda name: then(Path(name)))
    dialog.open()
