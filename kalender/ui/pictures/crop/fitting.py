# SPDX-License-Identifier: EUPL-1.2
"""A whole picture within a border: the bar to choose it, the canvas that shows it, and what both do to a draft."""

from __future__ import annotations

from PySide6.QtCore import QObject, QPointF, QRectF, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QColor, QImage, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QColorDialog, QWidget

from kalender.domain.crop import BLURRED, Border
from kalender.ui.pictures.crop import overlay
from kalender.ui.pictures.crop.bars import ToolBar
from kalender.ui.pictures.crop.draft import CropDraft, Frame
from kalender.ui.pictures.crop.surface import Surface
from kalender.ui.theme.theme import Theme
from kalender.ui.widgets.blocks.folding import FoldingBar
from kalender.ui.widgets.blocks.text import Text
from kalender.ui.widgets.controls.segmented import Segmented
from kalender.ui.widgets.paint.bordering import bordered, mean
from kalender.wording.tr import tr

SOFT, WHITE, BLACK, MEAN, OTHER = "soft", "#ffffff", "#000000", "mean", "other"
_ORDER = (SOFT, WHITE, BLACK, MEAN)
"""Borders that the arrow keys go through."""


class BorderBar(FoldingBar):
    """chosen(Border): what surrounds the picture."""

    chosen = Signal(Border)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, pad=(12, 6), gap=12, parent=parent)
        self._image = QImage()
        self._mean = ""
        self._border = BLURRED
        options = [
            (SOFT, tr("Unscharf")),
            (WHITE, tr("Weiß")),
            (BLACK, tr("Schwarz")),
            (MEAN, tr("Bildfarbe")),
            (OTHER, tr("Andere …")),
        ]
        self.first.addWidget(Text(theme, tr("Rand"), "small", ink="text-2"))
        self.choice = Segmented(theme, options, name=tr("Rand"), padding=10)
        self.first.addWidget(self.choice)
        self.first.addStretch(1)
        self.hex = Text(theme, "", "small", ink="text-2")
        self.second.addWidget(self.hex)
        self.choice.chosen.connect(self._pick)

    def show_picture(self, image: QImage) -> None:
        """Take the colour of another picture; it is asked for when somebody wants it."""
        self._image, self._mean = image, ""

    @property
    def mean(self) -> str:
        """The colour the picture has on the whole."""
        if not self._mean:
            self._mean = mean(self._image)
        return self._mean

    def show_border(self, border: Border) -> None:
        """Show which one holds."""
        self._border = border
        self.choice.choose(self.key)
        self.hex.setText(border.colour.upper() if self.key in {MEAN, OTHER} else "")

    @property
    def key(self) -> str:
        """The choice that holds."""
        colour = self._border.colour
        return (
            SOFT
            if not colour
            else colour
            if colour in {WHITE, BLACK}
            else MEAN
            if colour == self.mean
            else OTHER
        )

    def step(self, by: int) -> None:
        """Choose the next (1) or the previous (-1) border."""
        place = _ORDER.index(self.key) if self.key in _ORDER else 0
        self._pick(_ORDER[(place + by) % len(_ORDER)])

    def _pick(self, key: str) -> None:
        if key == OTHER:
            self.choice.choose(self.key)
            self.ask().open()
            return
        self.chosen.emit(BLURRED if key == SOFT else Border(colour=self.mean if key == MEAN else key))

    def ask(self) -> QColorDialog:
        """Return the dialog in which any colour is chosen."""
        dialog = QColorDialog(QColor(self._border.colour or self.mean), self)
        dialog.setWindowTitle(tr("Farbe des Randes"))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.colorSelected.connect(lambda colour: self.chosen.emit(Border(colour=colour.name())))
        return dialog


class BorderCanvas(Surface):
    """Shows a shape as it goes out, the whole picture within its border.

    changed: the arrow keys ask for another border.
    """

    changed = Signal(int)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._image = QImage()
        self._ratio = (1, 1)
        self._border = BLURRED
        self._zone: overlay.Fractions = (0, 0, 0, 0)
        self._made: QImage | None = None
        self._brush = overlay.hatch_brush()

    def show_fitted(self, image: QImage, frame: Frame, border: Border, name: str) -> None:
        """Show a picture in a shape; name: what screen readers call it."""
        self._image, self._ratio, self._zone, self._border = image, frame.size, frame.zone, border
        self._made = None
        self.setAccessibleName(name)
        self.update()

    @property
    def frame(self) -> QRectF:
        """Where the shape lies, in px of the canvas."""
        pad, foot = self._theme.px(16), self._theme.px(32)
        room = max(1, self.width() - 2 * pad), max(1, self.height() - pad - foot)
        scale = min(room[0] / self._ratio[0], room[1] / self._ratio[1], 1.0)
        wide, high = max(1, round(self._ratio[0] * scale)), max(1, round(self._ratio[1] * scale))
        return QRectF((self.width() - wide) // 2, (self.height() - foot + pad - high) // 2, wide, high)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002, N802 - Qt's name and signature
        """Paint the shape, what apps lay over it, and a ring while it has the keyboard."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.colour("bg-canvas"))
        frame = self.frame
        if not self._image.isNull():
            ratio = self.devicePixelRatioF()
            size = round(frame.width() * ratio), round(frame.height() * ratio)
            if self._made is None or (self._made.width(), self._made.height()) != size:
                self._made = bordered(self._image, size, self._border)
            painter.drawImage(frame, self._made)
        if self._shown.zones and any(self._zone):
            overlay.safe_zones(painter, self._theme, frame, self._zone, self._brush)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(overlay.OUTLINE, 1))
        painter.drawRect(frame.adjusted(-1.5, -1.5, 1.5, 1.5))
        painter.setPen(QPen(overlay.WHITE, 1))
        painter.drawRect(frame.adjusted(-0.5, -0.5, 0.5, 0.5))
        if self.hasFocus():
            painter.setPen(QPen(self._theme.colour("focus" if self._theme.dark else "#7AD3DA"), 2))
            painter.drawRect(frame.adjusted(-4, -4, 4, 4))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        words = tr("Das ganze Bild · Pfeiltasten: anderer Rand · E: wieder zuschneiden")
        if self.width() > self._theme.metrics("small").horizontalAdvance(words) + self._theme.px(24):
            overlay.label(
                painter, self._theme, words, QPointF(self.width() / 2, self.height() - self._theme.px(13))
            )
        painter.end()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Arrows choose another border."""
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1}
        by = steps.get(Qt.Key(event.key()))
        if by is None or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            super().keyPressEvent(event)
        else:
            self.changed.emit(by)


class Fitting(QObject):
    """Brings a whole picture into the shape in front. shown: something was changed, and the page shows it anew."""

    shown = Signal()

    def __init__(self, theme: Theme, tools: ToolBar, cutting: QWidget) -> None:
        super().__init__()
        self._tools, self._cutting = tools, cutting
        self._draft: CropDraft | None = None
        self._attachment = ""
        self._frame: Frame | None = None
        self._image = QImage()
        self._last = BLURRED
        self.bar = BorderBar(theme)
        self.canvas = BorderCanvas(theme)
        self.bar.hide()
        self.canvas.hide()
        tools.whole.toggled.connect(self.turn_on)
        tools.shown.connect(self.canvas.set_shown)
        self.bar.chosen.connect(self._set)
        self.canvas.changed.connect(self.bar.step)

    def show_picture(self, image: QImage) -> None:
        """Show another picture, as it is after all that is done to it."""
        self._image = image
        self.bar.show_picture(image)

    def show(self, draft: CropDraft | None, attachment: str, frame: Frame | None, *, there: bool) -> bool:
        """Show a shape of a draft where it has a border; tell whether it has. there: it is the shape's turn at all."""
        self._draft, self._attachment, self._frame = draft, attachment, frame
        border = draft.border(attachment, frame) if draft is not None and frame is not None else None
        self._tools.whole.setEnabled(frame is not None and there)
        with QSignalBlocker(self._tools.whole):
            self._tools.whole.setChecked(border is not None)
        held = self._cutting.hasFocus() or self.canvas.hasFocus()
        on = border is not None and there
        self.bar.setVisible(on)
        if draft is not None and frame is not None and border is not None:
            self._last = border
            self.bar.show_border(border)
            self.canvas.show_fitted(self._image, frame, border, draft.spoken(attachment, frame))
        comes, goes = (self.canvas, self._cutting) if on else (self._cutting, self.canvas)
        comes.setVisible(frame is not None and there)
        if (
            held
        ):  # before the other one goes: what is hidden with the keys on it hands them to whatever comes next
            comes.setFocus(Qt.FocusReason.OtherFocusReason)
        goes.hide()
        return on

    def turn_on(self, on: bool) -> None:
        """Show the whole picture within the border used last, or cut it again."""
        self._set(self._last if on else None)

    def toggle(self) -> None:
        """Do the one or the other."""
        if self._tools.whole.isEnabled():
            self._tools.whole.toggle()

    def _set(self, border: Border | None) -> None:
        if self._draft is not None and self._frame is not None:
            self._draft.set_border(self._attachment, self._frame, border)
            self.shown.emit()
