# SPDX-License-Identifier: EUPL-1.2
"""The bar with what is done to a picture before it is cut: straighten, light, contrast, places made unrecognisable."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSlider, QVBoxLayout, QWidget

from kalender.domain.crop import MOST_TILT, MOST_TONE, Work
from kalender.ui.theme.theme import Theme
from kalender.ui.widgets.blocks.folding import FoldingBar
from kalender.ui.widgets.blocks.text import Text
from kalender.ui.widgets.controls.button import Button, Kind
from kalender.wording.tr import tr


class Slide(QWidget):
    """A number between two ends with 0 in the middle, by mouse, wheel and arrow keys. changed(value): by a hand."""

    changed = Signal(int)

    def __init__(self, theme: Theme, words: str, most: int, *, tenths: bool = False) -> None:
        super().__init__()
        self._words, self._tenths = words, tenths
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(2))
        head = QHBoxLayout()
        label = Text(theme, words, "small", ink="text-2")
        self._number = Text(theme, "", "small", weight=600)
        head.addWidget(label)
        head.addStretch(1)
        head.addWidget(self._number)
        column.addLayout(head)
        self.slider = QSlider(Qt.Orientation.Horizontal)
        self.slider.setRange(-most, most)
        self.slider.setSingleStep(1)
        self.slider.setPageStep(10)
        self.slider.setMinimumWidth(theme.px(110))
        label.setBuddy(self.slider)
        column.addWidget(self.slider)
        self.slider.valueChanged.connect(self._moved)
        self.show_value(0)

    def show_value(self, value: int) -> None:
        """Show a number; nothing is emitted."""
        with QSignalBlocker(self.slider):
            self.slider.setValue(value)
        self._tell(value)

    def _moved(self, value: int) -> None:
        self._tell(value)
        self.changed.emit(value)

    def _tell(self, value: int) -> None:
        said = f"{value / 10:+.1f}°".replace(".", ",") if self._tenths else f"{value:+d}"
        self._number.setText(said.replace("-", "−") if value else said.lstrip("+"))
        self.slider.setAccessibleName(
            tr("{what}: {value}").format(what=self._words, value=self._number.text())
        )


class AdjustBar(FoldingBar):
    """set(field, value): a number of the picture was changed; covering(on): places are to be made unrecognisable."""

    set = Signal(str, int)
    covering = Signal(bool)
    reset = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, pad=(12, 6), gap=16, parent=parent)
        self.tilt = Slide(theme, tr("Neigung"), MOST_TILT, tenths=True)
        self.tilt.setToolTip(tr("Den Horizont gerade richten"))
        self.light = Slide(theme, tr("Helligkeit"), MOST_TONE)
        self.contrast = Slide(theme, tr("Kontrast"), MOST_TONE)
        for name, slide in (("tilt", self.tilt), ("light", self.light), ("contrast", self.contrast)):
            self.first.addWidget(slide, 1)
            slide.changed.connect(lambda value, name=name: self.set.emit(name, value))
        self.cover = Button(theme, tr("Unkenntlich machen"), icon="ri.eye-off-line", checkable=True)
        self.cover.setToolTip(tr("Gesichter und Kennzeichen mit Rechtecken verdecken"))
        self.cover.toggled.connect(self.covering)
        self.clear = Button(theme, tr("Original"), icon="ri.arrow-go-back-line", kind=Kind.QUIET)
        self.clear.setToolTip(tr("Alle Anpassungen dieses Bildes zurücknehmen"))
        self.clear.clicked.connect(self.reset)
        self.second.addWidget(self.cover)
        self.second.addWidget(self.clear)

    def show_work(self, work: Work) -> None:
        """Show what is done to a picture."""
        self.tilt.show_value(work.tilt)
        self.light.show_value(work.light)
        self.contrast.show_value(work.contrast)
        self.clear.setEnabled(not work.plain)
