# SPDX-License-Identifier: EUPL-1.2
"""The bars of the crop page: title with the way through the pictures, overlays and zoom."""

from __future__ import annotations

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from kalender.domain.crop import CENTRE
from kalender.domain.picture import Proposed
from kalender.ui.pictures.crop.overlay import Shown
from kalender.ui.theme.theme import Theme
from kalender.ui.widgets.blocks.folding import FoldingBar
from kalender.ui.widgets.blocks.text import Elided, Ground, Line, Text
from kalender.ui.widgets.controls.button import Button, Kind
from kalender.wording.pictures import focus_words
from kalender.wording.tr import tr


class TitleBar(FoldingBar):
    """Back, title, which of the pictures, discard, take over."""

    back = Signal()
    stepped = Signal(int)
    discarded = Signal()
    accepted = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent=parent)
        self._pictures = (1, 1)
        row = self.first
        self.leave = Button(
            theme, tr("Beitrag"), icon="ri.arrow-left-line", kind=Kind.QUIET, clicked=self.back.emit
        )
        self.title = Text(theme, tr("Bild zuschneiden"), "title-1")
        self.post = Elided(theme, "", "body", ink="text-2")
        self.before = Button(
            theme, icon="ri.arrow-left-s-line", name=tr("Voriges Bild"), clicked=lambda: self.stepped.emit(-1)
        )
        self.place = Text(theme, "", "body", ink="text-2")
        self.after = Button(
            theme,
            icon="ri.arrow-right-s-line",
            name=tr("Nächstes Bild"),
            clicked=lambda: self.stepped.emit(1),
        )
        self.discard = Button(theme, tr("Verwerfen"), clicked=self.discarded.emit)
        self.accept = Button(
            theme, icon="ri.check-line", kind=Kind.PRIMARY, keys=tr("Strg Enter"), clicked=self.accepted.emit
        )
        for widget in (self.leave, Line(theme, upright=True), self.title, self.post):
            row.addWidget(widget)
        row.addStretch(1)
        for widget in (self.before, self.place, self.after):
            self.second.addWidget(widget)
        self.second.addSpacing(theme.px(16))
        self.second.addWidget(self.discard)
        self.second.addWidget(self.accept)

    def show_place(self, title: str, number: int, count: int, frames: int) -> None:
        """Show the post, which of its pictures, and how many crops would be taken over."""
        self.post.setText(title)
        self._pictures = (number, count)
        self._say_place()
        for widget in (self.before, self.place, self.after):
            widget.setVisible(count > 1)
        self.before.setEnabled(number > 1)
        self.after.setEnabled(number < count)
        one = tr("1 Ausschnitt übernehmen")
        self.accept.set_words(one if frames == 1 else tr("{n} Ausschnitte übernehmen").format(n=frames))
        self.refold()

    def turned(self, *, folded: bool) -> None:
        """Say the place in fewer words where the second row begins with it."""
        self._say_place(short=folded)

    def _say_place(self, *, short: bool | None = None) -> None:
        number, count = self._pictures
        words = tr("Bild {n} von {count}").format(n=number, count=count)
        less = self.folded if short is None else short
        self.place.setText(tr("{n} von {count}").format(n=number, count=count) if less else words)
        self.place.setAccessibleName(words)


class ToolBar(Ground):
    """Zoom and overlays; reset lets the crop follow the focus point again."""

    zoomed = Signal(float)
    fitted = Signal()
    shown = Signal(object)
    reset = Signal()
    turned = Signal(int)
    adjusted = Signal(bool)
    centred = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, "bg-surface", edges="b", parent=parent)
        self._themed = theme
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.px(10), theme.px(7), theme.px(10), theme.px(7))
        row.setSpacing(theme.px(6))
        smaller = Button(
            theme,
            icon="ri.zoom-out-line",
            kind=Kind.QUIET,
            name=tr("Verkleinern"),
            clicked=lambda: self.zoomed.emit(1 / 1.25),
        )
        self.percent = Text(theme, "", "small", weight=600)
        larger = Button(
            theme,
            icon="ri.zoom-in-line",
            kind=Kind.QUIET,
            name=tr("Vergrößern"),
            clicked=lambda: self.zoomed.emit(1.25),
        )
        fit = Button(
            theme, tr("Alles zeigen"), icon="ri.fullscreen-line", kind=Kind.QUIET, clicked=self.fitted.emit
        )
        for widget in (smaller, self.percent, larger, fit):
            row.addWidget(widget)
        row.addWidget(Line(theme, upright=True))
        self.thirds = self._toggle(tr("Drittel"), "ri.grid-line")
        self.zones = self._toggle(tr("Sicherheitszonen"), "ri.layout-row-line")
        self.focus = self._toggle(tr("Fokuspunkt"), "ri.focus-3-line")
        for toggle in (self.thirds, self.zones, self.focus):
            row.addWidget(toggle)
        self.middle = Button(
            theme, icon="ri.focus-2-line", kind=Kind.QUIET, name=tr("Fokuspunkt in die Mitte setzen")
        )
        self.middle.hide()
        self.middle.clicked.connect(lambda _checked=False: self.centred.emit(CENTRE))
        row.addWidget(self.middle)
        row.addStretch(1)
        self.profile = Button(
            theme, icon="ri.layout-grid-line", kind=Kind.QUIET, name=tr("Im Profil ansehen")
        )
        self.profile.setToolTip(tr("So sieht der Beitrag im Profil neben seinen Nachbarn aus"))
        row.addWidget(self.profile)
        for icon, name, by in (
            ("ri.anticlockwise-line", tr("Nach links drehen"), -1),
            ("ri.clockwise-line", tr("Nach rechts drehen"), 1),
        ):
            turn = Button(theme, icon=icon, kind=Kind.QUIET, name=name)
            turn.clicked.connect(lambda _on=False, by=by: self.turned.emit(by))
            row.addWidget(turn)
        self.whole = Button(theme, tr("Einpassen"), icon="ri.picture-in-picture-line", checkable=True)
        self.whole.setToolTip(tr("Einpassen: das ganze Bild mit Rand zeigen statt es zuzuschneiden (E)"))
        row.addWidget(self.whole)
        self.adjust = Button(theme, tr("Anpassen"), icon="ri.equalizer-line", checkable=True)
        self.adjust.toggled.connect(self.adjusted)
        row.addWidget(self.adjust)
        self.undo = Button(
            theme,
            tr("Zurücksetzen"),
            icon="ri.focus-2-line",
            kind=Kind.QUIET,
            clicked=self.reset.emit,
        )
        self.undo.setToolTip(tr("Diesen Ausschnitt wieder am Fokuspunkt ausrichten"))
        row.addWidget(self.undo)
        self._words = {
            item: item.text()
            for item in (fit, self.thirds, self.zones, self.focus, self.whole, self.adjust, self.undo)
        }
        for button, words in self._words.items():
            button.setToolTip(button.toolTip() or words)
        self._losing = ((fit, self.undo), (self.thirds, self.zones, self.focus), (self.whole, self.adjust))
        """The order in which buttons lose their words."""
        self._needed = [0] * len(self._losing)
        theme.changed.connect(self._measure)
        self._measure()

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """The symbols without their words."""
        return QSize(self._themed.px(300), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Leave the words out where there is no room; tip and accessible name keep them."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        for buttons, needed in zip(self._losing, self._needed, strict=True):
            narrow = self.width() < needed
            for button in buttons:
                if bool(button.text()) == narrow:
                    button.setText("" if narrow else self._words[button])
                    button.updateGeometry()

    def _measure(self) -> None:
        for button, words in self._words.items():
            button.setText(words)
        for place, buttons in enumerate(self._losing):
            self._needed[place] = self.sizeHint().width()
            for button in buttons:
                button.setText("")
        self._fit()

    def show_frame(self, proposed: Proposed, *, own: bool) -> None:
        """Tell whether the crop is one's own, and whether the focus point was only proposed; a click brings it to the middle then."""
        self.undo.setEnabled(own)
        only = proposed is not Proposed.NO
        self.middle.setVisible(only)
        words = tr("Fokuspunkt (Vorschlag)") if only else tr("Fokuspunkt")
        if words != self._words[self.focus]:
            self._words[self.focus] = words
            self.focus.setAccessibleName(words)
            self._measure()
        self.focus.setToolTip(focus_words(proposed))

    def show_percent(self, scale: float) -> None:
        """Show how large the original is on the canvas."""
        self.percent.setText(f"{round(100 * scale)} %")

    def _toggle(self, words: str, icon: str) -> Button:
        button = Button(self._themed, words, icon=icon, checkable=True)
        button.setChecked(True)
        button.toggled.connect(lambda _on: self._say())
        return button

    def _say(self) -> None:
        self.shown.emit(
            Shown(thirds=self.thirds.isChecked(), zones=self.zones.isChecked(), focus=self.focus.isChecked())
        )
