# SPDX-License-Identifier: EUPL-1.2
"""The canvas on which focus point and crop are set by mouse, wheel and keys."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from enum import Enum, auto

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPixmap,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QApplication, QWidget

from kalender.domain.crop import FULL, Crop, Focus, moved, scaled
from kalender.ui.pictures.crop import framing, overlay
from kalender.ui.pictures.crop.framing import Handle, View
from kalender.ui.pictures.crop.surface import Surface
from kalender.ui.theme.theme import Theme

MARGIN = 16
HANDLE = 10
REACH = 24
MOST_ZOOM = 4.0


class _Grip(Enum):
    NONE = auto()
    MOVE = auto()
    SIZE = auto()
    FOCUS = auto()
    PAN = auto()


_CURSORS = {
    Handle.NW: Qt.CursorShape.SizeFDiagCursor,
    Handle.SE: Qt.CursorShape.SizeFDiagCursor,
    Handle.NE: Qt.CursorShape.SizeBDiagCursor,
    Handle.SW: Qt.CursorShape.SizeBDiagCursor,
    Handle.N: Qt.CursorShape.SizeVerCursor,
    Handle.S: Qt.CursorShape.SizeVerCursor,
    Handle.E: Qt.CursorShape.SizeHorCursor,
    Handle.W: Qt.CursorShape.SizeHorCursor,
}

_ARROWS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}


class CropCanvas(Surface):
    """Shows one picture with one crop; keeps nothing but what it is shown and speaks of every change.

    crop_changed: the crop was dragged, resized or moved by keys; focus_changed: the focus point was set;
    The picture may be a small copy: all measures
    come from the size of the original. It is scaled once per view, never while dragging.
    """

    crop_changed = Signal(Crop)
    focus_changed = Signal(Focus)
    zoom_changed = Signal(float)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._image = QImage()
        self._size = (1, 1)
        self._ratio = (1, 1)
        self._crop = Crop(x=0, y=0, w=FULL, h=FULL)
        self._focus = Focus()
        self._pins: tuple[tuple[int, Focus], ...] = ()
        self._zone: overlay.Fractions = (0, 0, 0, 0)
        self._scale = 0.0
        self._middle = (FULL / 2, FULL / 2)
        self._backdrop: QPixmap | None = None
        self._brush = overlay.hatch_brush()
        self._grip = _Grip.NONE
        self._handle: Handle | None = None
        self._start = QPointF()
        self._start_crop = self._crop
        self._start_middle = self._middle
        self._dragged = False
        self.setMouseTracking(True)

    # What is shown

    def show_picture(self, image: QImage, size: tuple[int, int]) -> None:
        """Show a picture (or a copy of it) whose upright original has this size in px; a null image is a blank."""
        new = size != self._size
        self._image, self._size = image, (max(1, size[0]), max(1, size[1]))
        if new:
            self._scale = 0.0
            self._middle = (FULL / 2, FULL / 2)
        self._redo()

    def show_crop(
        self, crop: Crop, ratio: tuple[int, int], zone: overlay.Fractions, focus: Focus, name: str
    ) -> None:
        """Show a crop of a format; name is what screen readers call it."""
        self._crop, self._ratio, self._zone, self._focus = crop, ratio, zone, focus
        self.setAccessibleName(name)
        self.update()

    def show_pins(self, pins: Sequence[tuple[int, Focus]]) -> None:
        """Show where people stand, by number; they come and go with the focus point, and nothing leaves the house with them."""
        self._pins = tuple(pins)
        self.update()

    @property
    def pins(self) -> tuple[tuple[int, Focus], ...]:
        """The people shown, by number."""
        return self._pins

    @property
    def crop(self) -> Crop:
        """The crop as shown."""
        return self._crop

    @property
    def view(self) -> View:
        """How the picture lies on the canvas now."""
        canvas = (float(self.width()), float(self.height()))
        return framing.zoomed(self._size, canvas, self._scale or self._whole(), self._middle)

    # Zoom

    def _whole(self) -> float:
        return framing.least_scale(self._size, (self.width(), self.height()), self._theme.px(MARGIN))

    def zoom(self, factor: float) -> None:
        """Look closer (above 1) or from further away, around the crop."""
        least = self._whole()
        wanted = max(least, min(MOST_ZOOM, self.view.scale * factor))
        if wanted <= least:
            self.fit_whole()
            return
        if self._scale == 0.0:
            self._middle = (self._crop.x + self._crop.w / 2, self._crop.y + self._crop.h / 2)
        self._scale = wanted
        self._redo()

    def fit_whole(self) -> None:
        """Show all of the picture."""
        self._scale, self._middle = 0.0, (FULL / 2, FULL / 2)
        self._redo()

    def _redo(self) -> None:
        self._backdrop = None
        self._brush = overlay.hatch_brush(self.devicePixelRatioF())
        self.zoom_changed.emit(self.view.scale)
        self.update()

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002, N802 - Qt's name and signature
        """Paint the kept picture and what lies over it."""
        if self._backdrop is None:
            self._backdrop = self._render()
        painter = QPainter(self)
        painter.drawPixmap(0, 0, self._backdrop)
        if self._image.isNull():
            return
        view = self.view
        frame = self._frame(view)
        overlay.dim(painter, self._picture(view), frame)
        if self._shown.zones and any(self._zone):
            overlay.safe_zones(painter, self._theme, frame, self._zone, self._brush)
        if self._shown.thirds:
            overlay.thirds(painter, frame)
        overlay.frame_and_handles(
            painter,
            frame,
            self._theme.px(HANDLE),
            focused=self.hasFocus(),
            ink=self._theme.colour("focus" if self._theme.dark else "#7AD3DA"),
        )
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._shown.focus:
            x, y = view.to_screen(self._focus.x, self._focus.y)
            overlay.cross(painter, x, y, self._theme.px(13))
            for number, spot in self._pins:
                overlay.pin(painter, self._theme, QPointF(*view.to_screen(spot.x, spot.y)), number)
        self._tag(painter, frame)
        painter.end()

    def _tag(self, painter: QPainter, frame: QRectF) -> None:
        _x, _y, width, height = framing.in_pixels(self._crop, self._size)
        words = f"{width} × {height} px"
        half = self._theme.metrics("small").horizontalAdvance(words) / 2 + self._theme.px(12)
        x = frame.right() + half + self._theme.px(6)
        if x + half > self.width():
            x = frame.right() - half - self._theme.px(6)
        overlay.label(painter, self._theme, words, QPointF(x, max(frame.top(), 0) + self._theme.px(12)))

    def _render(self) -> QPixmap:
        ratio = self.devicePixelRatioF()
        kept = QPixmap(max(1, round(self.width() * ratio)), max(1, round(self.height() * ratio)))
        kept.setDevicePixelRatio(ratio)
        kept.fill(self._theme.colour("bg-canvas"))
        if self._image.isNull():
            return kept
        target = self._picture(self.view)
        painter = QPainter(kept)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        if target.width() * ratio < self._image.width() * 0.7:
            small = self._image.scaled(
                max(1, round(target.width() * ratio)),
                max(1, round(target.height() * ratio)),
                Qt.AspectRatioMode.IgnoreAspectRatio,
                Qt.TransformationMode.SmoothTransformation,
            )
            painter.drawImage(target, small)
        else:
            painter.drawImage(target, self._image)
        painter.end()
        return kept

    def _picture(self, view: View) -> QRectF:
        return QRectF(view.left, view.top, self._size[0] * view.scale, self._size[1] * view.scale)

    def _frame(self, view: View) -> QRectF:
        left, top, width, height = view.rect(self._crop)
        return QRectF(round(left), round(top), round(width), round(height))

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Scale the picture anew."""
        super().resizeEvent(event)
        self._redo()

    # Mouse

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Take hold of the focus point, a handle or the crop; elsewhere the focus point comes to the pointer."""
        self._start, self._start_crop, self._dragged = event.position(), self._crop, False
        self._start_middle = self._middle
        if event.button() == Qt.MouseButton.MiddleButton:
            self._grip = _Grip.PAN
            return
        if event.button() != Qt.MouseButton.LeftButton or self._image.isNull():
            return
        self._grip, self._handle = self._grip_at(event.position())
        if self._grip is _Grip.FOCUS and not self._near_cross(event.position()):
            self._set_focus(event.position())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Drag what is held; otherwise show what would be taken hold of."""
        if self._grip is _Grip.NONE:
            self._hint(event.position())
            return
        away = event.position() - self._start
        if not self._dragged and away.manhattanLength() < QApplication.startDragDistance():
            return
        self._dragged = True
        view = self.view
        per_x, per_y = FULL / (self._size[0] * view.scale), FULL / (self._size[1] * view.scale)
        if self._grip is _Grip.PAN:
            self._middle = (
                max(0.0, min(FULL, self._start_middle[0] - away.x() * per_x)),
                max(0.0, min(FULL, self._start_middle[1] - away.y() * per_y)),
            )
            self._scale = view.scale
            self._redo()
        elif self._grip is _Grip.FOCUS:
            self._set_focus(event.position())
        elif self._grip is _Grip.SIZE and self._handle is not None:
            x, y = view.to_picture(event.position().x(), event.position().y())
            self._set_crop(framing.resized(self._start_crop, self._size, self._ratio, self._handle, x, y))
        else:
            self._set_crop(moved(self._start_crop, round(away.x() * per_x), round(away.y() * per_y)))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Let go; a click inside the crop that dragged nothing sets the focus point."""
        if self._grip is _Grip.MOVE and not self._dragged:
            self._set_focus(event.position())
        self._grip, self._handle = _Grip.NONE, None
        self._hint(event.position())

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802 - Qt's name
        """Resize the crop; with Strg held, zoom the view."""
        notches = event.angleDelta().y() / 120
        if notches and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom(1.2**notches)
        elif notches:
            self._grow(round(-notches * 30) or (-1 if notches > 0 else 1))
        event.accept()

    def _grip_at(self, point: QPointF) -> tuple[_Grip, Handle | None]:
        if self._near_cross(point):
            return _Grip.FOCUS, None
        frame = self._frame(self.view)
        box = (frame.x(), frame.y(), frame.width(), frame.height())
        handle = framing.handle_at(point.x(), point.y(), box, max(REACH, self._theme.px(REACH)))
        if handle is not None:
            return _Grip.SIZE, handle
        return (_Grip.MOVE, None) if frame.contains(point) else (_Grip.FOCUS, None)

    def _near_cross(self, point: QPointF) -> bool:
        x, y = self.view.to_screen(self._focus.x, self._focus.y)
        return self._shown.focus and max(abs(point.x() - x), abs(point.y() - y)) <= self._theme.px(14)

    def _hint(self, point: QPointF) -> None:
        grip, handle = self._grip_at(point)
        if handle is not None:
            self.setCursor(_CURSORS[handle])
        else:
            self.setCursor(Qt.CursorShape.SizeAllCursor if grip is _Grip.MOVE else Qt.CursorShape.CrossCursor)

    # Keys

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Arrows move by 1 px of the original (Umschalt: 10), + and - resize, Strg with arrows moves the focus."""
        key, held = Qt.Key(event.key()), event.modifiers()
        control = bool(held & Qt.KeyboardModifier.ControlModifier)
        pixels = 10 if held & Qt.KeyboardModifier.ShiftModifier else 1
        if key in _ARROWS:
            dx = _ARROWS[key][0] * framing.step(pixels, self._size[0])
            dy = _ARROWS[key][1] * framing.step(pixels, self._size[1])
            if control:
                self._put_focus(framing.focus_at(self._focus.x + dx, self._focus.y + dy))
            else:
                self._set_crop(moved(self._crop, dx, dy))
        elif key in {Qt.Key.Key_Plus, Qt.Key.Key_Equal, Qt.Key.Key_Minus}:
            larger = key is not Qt.Key.Key_Minus
            if control:
                self.zoom(1.2 if larger else 1 / 1.2)
            else:
                self._grow(framing.step(pixels * 10, self._size[0]) * (1 if larger else -1))
        elif key is Qt.Key.Key_0 and control:
            self.fit_whole()
        else:
            super().keyPressEvent(event)

    def _grow(self, by: int) -> None:
        self._set_crop(scaled(self._crop, self._size, self._ratio, self._crop.w + by))

    # Speaking

    def _set_crop(self, crop: Crop) -> None:
        if crop != self._crop:
            self._crop = crop
            self.update()
            self.crop_changed.emit(crop)

    def _set_focus(self, point: QPointF) -> None:
        self._put_focus(framing.focus_at(*self.view.to_picture(point.x(), point.y())))

    def _put_focus(self, focus: Focus) -> None:
        if focus != self._focus:
            self._focus = replace(focus)
            self.update()
            self.focus_changed.emit(focus)
