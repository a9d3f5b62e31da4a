# SPDX-License-Identifier: EUPL-1.2
"""What this computer remembers, apart from the plan: looks, questions, keys, folders."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QGridLayout

from kalender.settings.preferences import PreferenceFile
from kalender.ui.preferences.sections import Part
from kalender.ui.theme.theme import CHOICES, Theme
from kalender.ui.widgets.blocks.folding import FoldingBar
from kalender.ui.widgets.blocks.leaf import Framed
from kalender.ui.widgets.blocks.spacing import spaced
from kalender.ui.widgets.blocks.text import Elided, Text
from kalender.ui.widgets.controls.button import Button, Size
from kalender.ui.widgets.controls.choice import CheckBox, Choice
from kalender.ui.widgets.controls.field import Field
from kalender.wording.terms import LOOKS
from kalender.wording.tr import tr

SCALES = (100, 125, 150, 175, 200)


class DevicePart(Part):
    """look_wanted(choice), scale_wanted(per cent): what the window does itself; everything else is written at once.

    folders: words and place of the folders that can be opened. open_folder: shows one in the file manager.
    """

    look_wanted = Signal(str)
    scale_wanted = Signal(int)
    export_folder_chosen = Signal(str)

    def __init__(
        self,
        theme: Theme,
        preferences: PreferenceFile,
        *,
        export_folder: Path,
        folders: Sequence[tuple[str, Path]],
        open_folder: Callable[[Path], object],
    ) -> None:
        super().__init__(
            theme,
            tr("Dieses Gerät"),
            tr(
                "Gilt nur auf diesem Rechner, für alle Pläne. Es steht nicht im Plan und lässt sich jederzeit ändern."
            ),
        )
        self._preferences, self._export = preferences, export_folder
        self._open = open_folder
        self.look = Choice(theme)
        for choice in CHOICES:
            self.look.addItem(tr(LOOKS[choice]), choice)
        self.scale = Choice(theme)
        for scale in SCALES:
            self.scale.addItem(f"{scale} %", scale)
        grid = spaced(theme, QGridLayout(), gap=12)
        grid.addWidget(Field(theme, tr("Farben"), self.look), 0, 0)
        grid.addWidget(Field(theme, tr("Schriftgröße"), self.scale), 0, 1)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        self.body.addLayout(grid)
        self.body.addSpacing(theme.px(8))
        self.body.addWidget(Text(theme, tr("Freigaben"), "title-3"))
        self.ask_first = CheckBox(theme, tr("Vor einer Freigabe noch einmal fragen"))
        self.keys = CheckBox(theme, tr("Einzelne Tasten in Freigaben: F, A, C, J, K, 1–5"))
        self.body.addWidget(self.ask_first)
        self.body.addWidget(self.keys)
        self.body.addSpacing(theme.px(8))
        self.body.addWidget(Text(theme, tr("Ordner"), "title-3"))
        frame = Framed(theme)
        self.export_place = Elided(theme, "", "small", ink="text-2")
        self.choose = Button(theme, tr("Ändern …"), size=Size.DENSE, clicked=self._ask)
        self.choose.setAccessibleName(tr("Ordner für den Export ändern …"))
        bar = self._bar(tr("Export"), self.export_place, self._folder)
        bar.second.addWidget(self.choose)
        frame.rows.addWidget(bar)
        for words, place in folders:
            where = Elided(theme, str(place), "small", ink="text-2")
            frame.rows.addWidget(self._bar(words, where, partial(Path, place)))
        self.body.addWidget(frame)
        self.body.addStretch(1)
        self.look.activated.connect(lambda _row: self.look_wanted.emit(str(self.look.currentData())))
        self.scale.activated.connect(lambda _row: self.scale_wanted.emit(int(self.scale.currentData())))
        self.ask_first.clicked.connect(lambda on: self._keep(approval_confirmed=not on))
        self.keys.clicked.connect(lambda on: self._keep(review_keys=bool(on)))
        theme.changed.connect(self.refresh)
        self.refresh()

    def _bar(self, words: str, place: Elided, folder: Callable[[], Path]) -> FoldingBar:
        bar = FoldingBar(self.theme, pad=(12, 6))
        bar.first.addWidget(Text(self.theme, words, "body", weight=500))
        bar.first.addWidget(place, 1)
        button = Button(
            self.theme, tr("Ordner öffnen"), size=Size.DENSE, clicked=lambda: self._open(folder())
        )
        button.setAccessibleName(tr("Ordner öffnen: {name}").format(name=words))
        bar.second.addWidget(button)
        return bar

    def _folder(self) -> Path:
        last = self._preferences.values.export_folder
        return Path(last) if last else self._export

    def _keep(self, **values: object) -> None:
        if not self._preferences.change(**values):
            self.refused.emit(
                tr(
                    "Die Einstellung gilt, ließ sich aber nicht speichern. Prüfen Sie, ob der Datenträger voll ist. "
                    "Ihr Plan ist unverändert."
                )
            )

    def _ask(self) -> None:
        dialog = QFileDialog(self, tr("Ordner für den Export"), str(self._folder()))
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.fileSelected.connect(self.take_folder)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def take_folder(self, name: str) -> None:
        """Export into another folder from now on."""
        self._keep(export_folder=name)
        self.export_folder_chosen.emit(name)
        self.refresh()

    def refresh(self) -> None:
        """Show what holds now."""
        values = self._preferences.values
        self.look.setCurrentIndex(self.look.findData(self.theme.choice))
        self.scale.setCurrentIndex(self.scale.findData(self.theme.scale))
        self.ask_first.setChecked(not values.approval_confirmed)
        self.keys.setChecked(values.review_keys)
        self.export_place.setText(str(self._folder()))
