# SPDX-License-Identifier: EUPL-1.2
"""The picture on which people are marked by numbered pins, by mouse and keys."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QImage, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen

from kalender.domain.crop import CENTRE, FULL, Crop, Focus
from kalender.ui.pictures.crop import framing
from kalender.ui.pictures.crop.framing import View, focus_at
from kalender.ui.pictures.crop.surface import Surface
from kalender.ui.theme.theme import Theme
from kalender.wording.tr import tr

_DARK, _WHITE = QColor(17, 24, 27, 235), QColor(255, 255, 255)
_ARROWS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}


class PinCanvas(Surface):
    """Shows a picture as it was taken in, with a pin for each person that has one; numbers are those of the list.

    changed(): a pin was set, moved or taken away; chosen(id): the pin of somebody was pressed, or keys went to the next.
    A click sets the pin of the chosen person, a drag moves one. Keys: see hint().
    """

    changed = Signal()
    chosen = Signal(str)
    ROOM = (520, 390)
    LEAST = (260, 200)

    def __init__(self, theme: Theme, people: Sequence[tuple[str, str]], spots: Mapping[str, Focus]) -> None:
        super().__init__(theme)
        self._people = tuple(people)
        self.spots = dict(spots)
        self._image = QImage()
        self._current = self._people[0][0] if self._people else ""
        self._held = False
        self.setCursor(Qt.CursorShape.CrossCursor)
        self._name()

    @staticmethod
    def hint() -> str:
        """Return how it is done without a mouse."""
        return tr(
            "Klicken Sie auf die gewählte Person. Tasten: Einfg setzt den Punkt, Pfeile verschieben ihn (Umschalt: fein), "
            "Bild auf und ab wählen die Person, Entf nimmt den Punkt weg."
        )

    def show_image(self, image: QImage) -> None:
        """Show a copy of the picture."""
        self._image = image
        self.update()

    def choose(self, id_: str) -> None:
        """Work on the pin of a person."""
        self._current = id_
        self._name()
        self.update()

    @property
    def view(self) -> View:
        """How the picture lies on the canvas."""
        size = (max(1, self._image.width()), max(1, self._image.height()))
        return framing.whole(size, (float(self.width()), float(self.height())), self._theme.px(8))

    def _name(self) -> None:
        names = dict(self._people)
        spot = self.spots.get(self._current)
        if spot is None:
            words = tr("{name}, noch nicht markiert. Einfg setzt den Punkt in die Mitte.")
            self.setAccessibleName(words.format(name=names.get(self._current, "")))
            return
        words = tr("{name}, Punkt {n}, {x} Prozent von links, {y} Prozent von oben")
        number = list(names).index(self._current) + 1
        told = words.format(name=names[self._current], n=number, x=spot.x // 10, y=spot.y // 10)
        self.setAccessibleName(told)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002, N802 - Qt's name and signature
        """Paint the picture and the pins."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.colour("bg-canvas"))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        view = self.view
        if not self._image.isNull():
            painter.drawImage(QRectF(*view.rect(Crop(x=0, y=0, w=FULL, h=FULL))), self._image)
        painter.setFont(self._theme.font("small", 600))
        for number, (id_, _name) in enumerate(self._people, 1):
            spot = self.spots.get(id_)
            if spot is not None:
                self._pin(painter, QPointF(*view.to_screen(spot.x, spot.y)), number, own=id_ == self._current)
        painter.end()

    def _pin(self, painter: QPainter, middle: QPointF, number: int, *, own: bool) -> None:
        radius = self._radius
        painter.setPen(QPen(_WHITE, 2))
        painter.setBrush(self._theme.colour("accent-fill") if own else _DARK)
        painter.drawEllipse(middle, radius, radius)
        if own and self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(self._theme.colour("focus"), 2))
            painter.drawEllipse(middle, radius + 4, radius + 4)
        painter.setPen(self._theme.colour("text-on-accent") if own else _WHITE)
        box = QRectF(middle.x() - radius, middle.y() - radius, 2 * radius, 2 * radius)
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, str(number))

    @property
    def _radius(self) -> float:
        return self._theme.px(12)

    # Mouse and keys

    def _at(self, point: QPointF) -> str:
        """Return whose pin lies under a point; the chosen one first."""
        order = sorted(self.spots, key=lambda id_: id_ != self._current)
        for id_ in order:
            x, y = self.view.to_screen(self.spots[id_].x, self.spots[id_].y)
            if (point.x() - x) ** 2 + (point.y() - y) ** 2 <= (self._radius + 2) ** 2:
                return id_
        return ""

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Take hold of a pin, or set that of the chosen person."""
        if event.button() != Qt.MouseButton.LeftButton or self._image.isNull() or not self._current:
            return
        self._held = True
        found = self._at(event.position())
        if found:
            self.choose(found)
            self.chosen.emit(found)
        else:
            self._to(event.position())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Drag it."""
        if self._held:
            self._to(event.position())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: ARG002, N802 - Qt's name and signature
        """Let go."""
        self._held = False

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Set, move, take away, or go to the next person."""
        key = Qt.Key(event.key())
        spot = self.spots.get(self._current)
        if key == Qt.Key.Key_Insert and self._current:
            self._set(spot or CENTRE)
        elif key in {Qt.Key.Key_PageUp, Qt.Key.Key_PageDown} and self._people:
            ids = [id_ for id_, _name in self._people]
            step = 1 if key == Qt.Key.Key_PageDown else -1
            self.choose(ids[(ids.index(self._current) + step) % len(ids)])
            self.chosen.emit(self._current)
        elif key in {Qt.Key.Key_Delete, Qt.Key.Key_Backspace} and spot is not None:
            self._set(None)
        elif key in _ARROWS and spot is not None:
            by = 2 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 10
            across, down = _ARROWS[key]
            self._set(focus_at(spot.x + across * by, spot.y + down * by))
        else:
            super().keyPressEvent(event)

    def _to(self, point: QPointF) -> None:
        self._set(focus_at(*self.view.to_picture(point.x(), point.y())))

    def _set(self, spot: Focus | None) -> None:
        if spot is None:
            self.spots.pop(self._current, None)
        else:
            self.spots[self._current] = spot
        self._name()
        self.update()
        self.changed.emit()
