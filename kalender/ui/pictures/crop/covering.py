# SPDX-License-Identifier: EUPL-1.2
"""The canvas on which places of a picture are made unrecognisable, by mouse and keys."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QImage, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from kalender.domain.crop import FULL, Cover, Crop, moved
from kalender.ui.pictures.crop import framing, overlay
from kalender.ui.pictures.crop.framing import Handle, View
from kalender.ui.pictures.crop.surface import Surface
from kalender.ui.theme.theme import Theme
from kalender.wording.tr import tr

LEAST = 5
"""The least side of a cover in per mille."""

_ARROWS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}


class CoverCanvas(Surface):
    """Shows a picture turned upright with its covers, in per mille of what is shown.

    changed(covers): all of them as they are now; left: Escape was pressed. A drag on the picture draws a new one, a drag
    inside one moves it, its handles size it. Keys: see hint().
    """

    changed = Signal(tuple)
    left = Signal()

    def __init__(self, theme: Theme, new_id: Callable[[], str], parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._new_id = new_id
        self._image = QImage()
        self._size = (1, 1)
        self._covers: tuple[Cover, ...] = ()
        self._chosen = 0
        self._start: tuple[float, float] | None = None
        self._before = Crop(x=0, y=0, w=LEAST, h=LEAST)
        self._handle: Handle | None = None
        self._drawing = False

    @staticmethod
    def hint() -> str:
        """Return how it is done without a mouse."""
        return tr(
            "Rechteck ziehen oder Einfg · Pfeiltasten verschieben (Umschalt: fein) · + und − Größe · "
            "Bild auf und ab wählen · W weich oder grob · Entf entfernen · Esc fertig"
        )

    def show_covers(self, image: QImage, size: tuple[int, int], covers: tuple[Cover, ...]) -> None:
        """Show a picture whose full size is this in px, and its covers."""
        self._image, self._size = image, (max(1, size[0]), max(1, size[1]))
        self._covers = covers
        self._chosen = max(0, min(self._chosen, len(covers) - 1))
        self._name()
        self.update()

    @property
    def chosen(self) -> Cover | None:
        """The cover that keys work on, or None where there is none."""
        return self._covers[self._chosen] if self._covers else None

    @property
    def view(self) -> View:
        """How the picture lies on the canvas."""
        return framing.whole(self._size, (float(self.width()), float(self.height())), self._theme.px(16))

    def _name(self) -> None:
        chosen = self.chosen
        if chosen is None or chosen.box is None:
            self.setAccessibleName(tr("Unkenntlich machen: noch keine Stelle. Einfg legt eine an."))
            return
        x, y, wide, high = framing.in_pixels(chosen.box, self._size)
        words = tr("Unkenntliche Stelle {n} von {count}, {way}, links {x}, oben {y}, {w} mal {h} Pixel")
        way = tr("weich") if chosen.blurred else tr("grob")
        count = len(self._covers)
        self.setAccessibleName(
            words.format(n=self._chosen + 1, count=count, way=way, x=x, y=y, w=wide, h=high)
        )

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002, N802 - Qt's name and signature
        """Paint the picture and a frame around each place."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.colour("bg-canvas"))
        view = self.view
        if not self._image.isNull():
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawImage(QRectF(*view.rect(Crop(x=0, y=0, w=FULL, h=FULL))), self._image)
        for place, item in enumerate(self._covers):
            if item.box is None:
                continue
            rect = QRectF(*view.rect(item.box))
            if place == self._chosen:
                ink = self._theme.colour("focus" if self._theme.dark else "#7AD3DA")
                handle = self._theme.px(8)
                overlay.frame_and_handles(painter, rect, handle, focused=self.hasFocus(), ink=ink)
            else:
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.setPen(QPen(overlay.OUTLINE, 3))
                painter.drawRect(rect)
                painter.setPen(QPen(overlay.WHITE, 1, Qt.PenStyle.DashLine))
                painter.drawRect(rect)
        if not self._covers:
            words = tr("Ziehen Sie ein Rechteck über Gesicht oder Kennzeichen")
            overlay.label(painter, self._theme, words, QPointF(self.width() / 2, self._theme.px(24)))
        self._paint_hint(painter)
        painter.end()

    def _paint_hint(self, painter: QPainter) -> None:
        """Say below the picture how it is done by keys, in as many lines as it takes."""
        measure, room = self._theme.metrics("small"), self.width() - self._theme.px(40)
        lines = [""]
        for part in self.hint().split(" · "):
            longer = f"{lines[-1]} · {part}" if lines[-1] else part
            if lines[-1] and measure.horizontalAdvance(longer) > room:
                lines.append(part)
            else:
                lines[-1] = longer
        high = self._theme.px(21)
        if (
            len(lines) * high > self.height() / 4
        ):  # the picture is what is worked on; the handbook says it too
            return
        for row, words in enumerate(reversed(lines)):
            overlay.label(
                painter, self._theme, words, QPointF(self.width() / 2, self.height() - (row + 0.7) * high)
            )

    # Mouse

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Take hold of a handle or a cover, or begin a new one."""
        if event.button() is not Qt.MouseButton.LeftButton:
            return
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        point, view = event.position(), self.view
        self._start = view.to_picture(point.x(), point.y())
        self._handle, self._drawing = self._handle_at(point), False
        if self._handle is None:
            inside = [
                place
                for place, item in enumerate(self._covers)
                if item.box is not None and QRectF(*view.rect(item.box)).contains(point)
            ]
            self._drawing = not inside
            if inside:
                self._chosen = inside[-1]
        chosen = self.chosen
        if chosen is not None and chosen.box is not None:
            self._before = chosen.box
        self._name()
        self.update()

    def _handle_at(self, point: QPointF) -> Handle | None:
        chosen = self.chosen
        if chosen is None or chosen.box is None:
            return None
        return framing.handle_at(point.x(), point.y(), self.view.rect(chosen.box), self._theme.px(20))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Draw, move or size."""
        if self._start is None:
            return
        x, y = self.view.to_picture(event.position().x(), event.position().y())
        if self._drawing:
            box = spanned(self._start, (x, y))
            if self._handle is None and min(box.w, box.h) > LEAST:
                self._handle = Handle.SE  # from now on it is there, and grows with the pointer
                self._put((*self._covers, Cover(id=self._new_id(), box=box)), len(self._covers))
            elif self._handle is not None:
                self._set(box)
        elif self._handle is not None:
            self._set(dragged(self._before, self._handle, x, y))
        else:
            by = round(x - self._start[0]), round(y - self._start[1])
            self._set(moved(self._before, *by))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: ARG002, N802 - Qt's name and signature
        """Let go."""
        self._start, self._handle, self._drawing = None, None, False

    # Keys

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Do everything that the mouse does, see hint()."""
        key = Qt.Key(event.key())
        step = 1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 10
        chosen = self.chosen
        if key is Qt.Key.Key_Insert:
            box = Crop(x=450, y=450, w=100, h=100)
            self._put((*self._covers, Cover(id=self._new_id(), box=box)), len(self._covers))
        elif key is Qt.Key.Key_Escape:
            self.left.emit()
        elif chosen is None or chosen.box is None:
            super().keyPressEvent(event)
        elif key in _ARROWS:
            dx, dy = _ARROWS[key]
            self._set(moved(chosen.box, step * dx, step * dy))
        elif key in {Qt.Key.Key_Plus, Qt.Key.Key_Equal, Qt.Key.Key_Minus}:
            self._set(grown(chosen.box, -step if key is Qt.Key.Key_Minus else step))
        elif key in {Qt.Key.Key_PageDown, Qt.Key.Key_PageUp}:
            self._chosen = (self._chosen + (1 if key is Qt.Key.Key_PageDown else -1)) % len(self._covers)
            self._name()
            self.update()
        elif key is Qt.Key.Key_W:
            self._replace(replace(chosen, blurred=not chosen.blurred))
        elif key in {Qt.Key.Key_Delete, Qt.Key.Key_Backspace}:
            rest = tuple(item for item in self._covers if item.id != chosen.id)
            self._put(rest, min(self._chosen, max(0, len(rest) - 1)))
        else:
            super().keyPressEvent(event)

    def _set(self, box: Crop) -> None:
        if self.chosen is not None:
            self._replace(replace(self.chosen, box=box))

    def _replace(self, cover: Cover) -> None:
        self._put(tuple(cover if item.id == cover.id else item for item in self._covers), self._chosen)

    def _put(self, covers: tuple[Cover, ...], chosen: int) -> None:
        if covers != self._covers:
            self._covers, self._chosen = covers, chosen
            self._name()
            self.update()
            self.changed.emit(covers)


def _inside(value: float) -> int:
    return max(0, min(FULL, round(value)))


def spanned(one: tuple[float, float], two: tuple[float, float]) -> Crop:
    """Return the rectangle between two points, inside the picture and not too small to be seen."""
    left, right = sorted((_inside(one[0]), _inside(two[0])))
    top, bottom = sorted((_inside(one[1]), _inside(two[1])))
    left, top = min(left, FULL - LEAST), min(top, FULL - LEAST)
    return Crop(x=left, y=top, w=max(LEAST, right - left), h=max(LEAST, bottom - top))


def dragged(box: Crop, handle: Handle, x: float, y: float) -> Crop:
    """Return a rectangle whose handle was dragged to a point; the opposite side stays, any ratio will do."""
    dx, dy = handle.value
    left, top, right, bottom = float(box.x), float(box.y), float(box.x + box.w), float(box.y + box.h)
    left, right = (x, right) if dx < 0 else (left, x) if dx > 0 else (left, right)
    top, bottom = (y, bottom) if dy < 0 else (top, y) if dy > 0 else (top, bottom)
    return spanned((left, top), (right, bottom))


def grown(box: Crop, by: int) -> Crop:
    """Return a rectangle larger by per mille to every side, or smaller."""
    half = min(by, FULL) if by > 0 else max(by, -(min(box.w, box.h) - LEAST) // 2)
    return spanned((box.x - half, box.y - half), (box.x + box.w + half, box.y + box.h + half))
