# SPDX-License-Identifier: EUPL-1.2
"""Coat of arms, sender and colours of tiles: set once, for all who work on the plan."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QPixmap
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLabel, QVBoxLayout

from kalender.domain.tiles.tile import Tile
from kalender.services.tiles.style import Style
from kalender.ui.preferences.sections import Part
from kalender.ui.theme.theme import Theme
from kalender.ui.widgets.blocks.leaf import note
from kalender.ui.widgets.blocks.spacing import spaced
from kalender.ui.widgets.blocks.text import Text
from kalender.ui.widgets.controls.button import Button, Kind
from kalender.ui.widgets.controls.colours import ColourBox
from kalender.ui.widgets.controls.field import Field
from kalender.ui.widgets.controls.saved import SavedLine
from kalender.wording.tr import tr

if TYPE_CHECKING:
    from kalender.media.taking import Taken

FILES = "*.png *.svg *.jpg *.jpeg *.webp"
_SIDE = 96

Beside = Callable[[str, Callable[[], "Taken"], Callable[["Taken"], object]], object]
"""Does something beside the window: its label, the work, and what hears of the outcome."""


class StylePart(Part):
    """image_of: a copy of a picture or a null image."""

    kinds = frozenset({"setting", "picture"})

    def __init__(
        self, theme: Theme, style: Style, beside: Beside, image_of: Callable[[str, int], QImage]
    ) -> None:
        super().__init__(
            theme,
            tr("Kacheln"),
            tr("Womit Kacheln aus Text beginnen. Kacheln, die es schon gibt, bleiben, wie sie sind."),
        )
        self._style, self._beside, self._image_of = style, beside, image_of
        self.body.addWidget(Text(theme, tr("Wappen"), "title-3"))
        row = spaced(theme, QHBoxLayout(), gap=14)
        self.picture = QLabel()
        self.picture.setFixedSize(theme.px(_SIDE), theme.px(_SIDE))
        self.picture.setAlignment(Qt.AlignmentFlag.AlignCenter)
        row.addWidget(self.picture)
        column = spaced(theme, QVBoxLayout(), gap=6)
        self.about = Text(theme, "", "body", wrap=True)
        column.addWidget(self.about)
        both = spaced(theme, QHBoxLayout(), gap=8)
        self.choose = Button(theme, tr("Wappen wählen …"), icon="ri.image-add-line")
        self.remove = Button(theme, tr("Ohne Wappen"), kind=Kind.QUIET)
        for button in (self.choose, self.remove):
            both.addWidget(button)
        both.addStretch(1)
        column.addLayout(both)
        column.addStretch(1)
        row.addLayout(column, 1)
        self.body.addLayout(row)
        self.note = SavedLine(
            theme,
            name=tr("Wer das Wappen verwenden darf"),
            hint=tr("zum Beispiel: Ämter der Stadt, Genehmigung Hauptamt vom 3. März 2025"),
        )
        self.body.addWidget(Field(theme, tr("Wer das Wappen verwenden darf"), self.note))
        self.body.addWidget(
            note(
                theme,
                "ri.information-line",
                tr(
                    "Ein Wappen führt nur die Kommune selbst. Vereine, Parteien und Firmen brauchen ihre Erlaubnis: "
                    "Kacheln mit Wappen sind deshalb nur für eigene Mitteilungen gedacht."
                ),
            )
        )
        self.body.addSpacing(theme.px(10))
        self.sent_by = SavedLine(theme, name=tr("Absender unten auf der Kachel"))
        self.body.addWidget(Field(theme, tr("Absender unten auf der Kachel"), self.sent_by))
        self.body.addSpacing(theme.px(10))
        self.body.addWidget(Text(theme, tr("Farben des Hauses"), "title-3"))
        self.colours = ColourBox(theme)
        self.body.addWidget(self.colours)
        self.body.addStretch(1)
        self.choose.clicked.connect(lambda _checked=False: self._ask())
        self.remove.clicked.connect(lambda _checked=False: self.attempt(self._style.remove_arms))
        self.note.saved.connect(lambda text: self.attempt(lambda: self._style.set(arms_note=text)))
        self.sent_by.saved.connect(self._set_sender)
        self.colours.changed.connect(lambda name, text: self.attempt(lambda: self._style.set(**{name: text})))
        self.refresh()

    def _set_sender(self, text: str) -> None:
        self.attempt(lambda: self._style.set(sender=text))
        self.refresh()

    def _ask(self) -> None:
        dialog = QFileDialog(self.window(), tr("Wappen wählen"), "", f"{tr('Bilder')} ({FILES})")
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(lambda name: self.take(Path(name)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def take(self, path: Path) -> None:
        """Make a file the coat of arms, read beside the window."""
        self._beside(
            tr("Das Wappen wird gelesen"),
            lambda: self._style.take_arms(path),
            lambda taken: self.attempt(lambda: self._style.set_arms(path, taken)),
        )

    def refresh(self) -> None:
        """Show what the plan says."""
        house, arms = self._style.now, self._style.arms()
        self.note.show_text(house.arms_note)
        self.sent_by.show_text(self._style.sender)
        self.remove.setVisible(arms is not None)
        self.choose.set_words(tr("Anderes Wappen …") if arms is not None else tr("Wappen wählen …"))
        self.about.setText(
            tr("„{name}“ liegt als Bild im Plan.").format(name=arms.name)
            if arms is not None
            else tr("Noch keines. Am besten eine Datei in SVG oder PNG mit durchsichtigem Grund.")
        )
        self.colours.show_tile(Tile(ground=house.ground, ink=house.ink, accent=house.accent))
        self.show_arms()

    def show_arms(self) -> None:
        """Show the coat of arms, where its copy has been made."""
        arms = self._style.arms()
        image = self._image_of(arms.id, 512) if arms is not None else QImage()
        if image.isNull():
            self.picture.clear()
            self.picture.setVisible(arms is not None)
            return
        ratio = self.devicePixelRatioF()
        shown = QPixmap.fromImage(image).scaled(
            self.picture.size() * ratio,
            Qt.AspectRatioMode.KeepAspectRatio,
            Qt.TransformationMode.SmoothTransformation,
        )
        shown.setDevicePixelRatio(ratio)
        self.picture.setPixmap(shown)
        self.picture.setAccessibleName(arms.alt if arms is not None else "")
        self.picture.show()
