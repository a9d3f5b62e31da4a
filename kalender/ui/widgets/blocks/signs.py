# SPDX-License-Identifier: EUPL-1.2
"""Small signs as widgets: stage, tag, topic, channels, avatar, key cap, symbol, counter of a text."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QSizePolicy, QWidget

from kalender.ui.theme.theme import Theme
from kalender.ui.widgets.paint import chips, glyphs
from kalender.ui.widgets.paint.text import TextCache
from kalender.ui.widgets.paint.values import ChannelMark
from kalender.wording.terms import Term
from kalender.wording.tr import tr


class Sign(QWidget):
    """A widget that paints itself at a size it knows; the base of the signs here."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self.texts = TextCache(theme)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.restyle)

    def restyle(self) -> None:
        """Ask for room and paint anew."""
        self.updateGeometry()
        self.update()

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return the size hint."""
        return self.sizeHint()

    def paint(self, painter: QPainter) -> None:
        """Paint the sign; every kind brings its own."""

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint the sign."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.paint(painter)
        painter.end()


class StageChip(Sign):
    """A stage or flag: symbol and word; drawn once, because the status row shows six beside every month."""

    def __init__(self, theme: Theme, term: Term, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._drawn = QPixmap()
        self.set_term(term)

    def restyle(self) -> None:
        """Ask for room and paint anew."""
        self._drawn = QPixmap()
        super().restyle()

    def set_term(self, term: Term) -> None:
        """Show another stage."""
        self.term = term
        self.setAccessibleName(term.text)
        self.restyle()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return the room for symbol and word."""
        return QSize(chips.chip_width(self.theme, self.texts, self.term), self.theme.px(22))

    def paint(self, painter: QPainter) -> None:
        """Paint the chip."""
        ratio = self.devicePixelRatioF()
        size = self.size() * ratio
        if self._drawn.size() != size or self._drawn.devicePixelRatio() != ratio:
            self._drawn = QPixmap(size)
            self._drawn.setDevicePixelRatio(ratio)
            self._drawn.fill(Qt.GlobalColor.transparent)
            chip = QPainter(self._drawn)
            chips.stage_chip(chip, self.theme, self.texts, QRectF(self.rect()), self.term)
            chip.end()
        painter.drawPixmap(0, 0, self._drawn)


class Tag(Sign):
    """A neutral word or number on a sunken ground."""

    def __init__(self, theme: Theme, text: str, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self.set_text(text)

    def set_text(self, text: str) -> None:
        """Show another text."""
        self.text = text
        self.setAccessibleName(text)
        self.restyle()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return the room for the text."""
        return QSize(round(self.texts.width(self.text, "small")) + self.theme.px(14), self.theme.px(20))

    def paint(self, painter: QPainter) -> None:
        """Paint the tag."""
        chips.tag(painter, self.theme, self.texts, QRectF(self.rect()), self.text)


class TopicSign(Sign):
    """The square of a topic and its name. colour: theme role such as th-leben."""

    def __init__(self, theme: Theme, name: str, colour: str, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self.set_topic(name, colour)

    def set_topic(self, name: str, colour: str) -> None:
        """Show another topic."""
        self.name, self.colour = name, colour
        self.setAccessibleName(tr("Thema {name}").format(name=name))
        self.restyle()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return the room for square and name."""
        return QSize(round(self.texts.width(self.name, "small")) + self.theme.px(18), self.theme.px(20))

    def paint(self, painter: QPainter) -> None:
        """Paint square and name."""
        chips.topic_swatch(painter, self.theme, 0, self.height() / 2, self.colour)
        left = self.theme.px(15)
        room = self.width() - left
        self.texts.draw(painter, self.name, "small", "text-2", left, 0, room, pitch=self.height())


class ChannelRow(Sign):
    """Channels as symbols, four at most, the others counted; the accessible name has all."""

    def __init__(
        self, theme: Theme, marks: Sequence[ChannelMark], *, size: int = 13, parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, parent)
        self._size = size
        self.set_marks(marks)

    def set_marks(self, marks: Sequence[ChannelMark]) -> None:
        """Show other channels."""
        self.marks = tuple(marks)
        names = ", ".join(mark.label for mark in marks)
        self.setAccessibleName(names)
        self.setToolTip(names)
        self.restyle()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return the room for the symbols."""
        size, gap = self.theme.px(self._size), self.theme.px(5)
        return QSize(round(glyphs.glyphs_width(self.theme, self.marks, size, gap)) + 1, size + 2)

    def paint(self, painter: QPainter) -> None:
        """Paint the symbols."""
        size = self.theme.px(self._size)
        top = round((self.height() - size) / 2)
        glyphs.channel_row(painter, self.theme, self.marks, 0, top, size, gap=self.theme.px(5))


class Avatar(Sign):
    """The initials of a person in a disc; name: for tip and screen reader, or empty where it stands beside."""

    def __init__(
        self,
        theme: Theme,
        initials: str,
        ink: str,
        *,
        name: str = "",
        size: int = 22,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, parent)
        self._size = size
        self.set_person(initials, ink, name)

    def set_person(self, initials: str, ink: str, name: str = "") -> None:
        """Show another person."""
        self.initials, self.ink = initials, ink
        self.setAccessibleName(name)
        self.setToolTip(name)
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return the size of the disc."""
        size = self.theme.px(self._size)
        return QSize(size, size)

    def paint(self, painter: QPainter) -> None:
        """Paint the disc."""
        chips.avatar(painter, self.theme, QRectF(self.rect()), self.initials, self.ink)


class KeyCap(Sign):
    """A key with its German name."""

    def __init__(self, theme: Theme, keys: str, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self.keys = keys
        self.setAccessibleName(tr("Taste {keys}").format(keys=keys))

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return the room for the key."""
        return QSize(chips.keycap_width(self.theme, self.keys), self.theme.px(18))

    def paint(self, painter: QPainter) -> None:
        """Paint the key."""
        chips.keycap(painter, self.theme, QRectF(self.rect()), self.keys)


class Symbol(Sign):
    """One symbol. name: for screen readers; empty where words beside it say the same."""

    def __init__(
        self,
        theme: Theme,
        icon: str,
        role: str = "text",
        *,
        size: int = 16,
        name: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, parent)
        self._size = size
        self.setAccessibleName(name)
        self.set_symbol(icon, role)

    def set_symbol(self, icon: str, role: str) -> None:
        """Show another symbol."""
        self.icon, self.role = icon, role
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return the size of the symbol."""
        size = self.theme.px(self._size)
        return QSize(size, size)

    def paint(self, painter: QPainter) -> None:
        """Paint the symbol."""
        self.theme.draw(painter, self.icon, self.role, 0, 0, self.theme.px(self._size))


class Painted(Sign):
    """A sign painted by a function painter, rect -> None, e.g. a coat of arms or a seal."""

    def __init__(
        self,
        theme: Theme,
        size: QSize,
        painting: Callable[[QPainter, QRectF], None],
        *,
        name: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, parent)
        self._wanted = size
        self._painting = painting
        self.setAccessibleName(name)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return the size asked for, at the text size in use."""
        return QSize(self.theme.px(self._wanted.width()), self.theme.px(self._wanted.height()))

    def paint(self, painter: QPainter) -> None:
        """Let the function paint."""
        self._painting(painter, QRectF(self.rect()))


class Counter(Sign):
    """How much of a limit a text uses: "429 von 2.200 Zeichen" over a bar; warns from 90 %, errs beyond."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.count = self.limit = 0

    def set_count(self, count: int, limit: int) -> None:
        """Show a count; limit 0: there is none and no bar."""
        self.count, self.limit = count, limit
        self.setAccessibleName(f"{self.number()} {self.words()}")
        self.update()

    @property
    def role(self) -> str:
        """The theme role of the state: accent-fill, warn or err."""
        if not self.limit or self.count * 10 < self.limit * 9:
            return "accent-fill"
        return "err" if self.count > self.limit else "warn"

    def number(self) -> str:
        """Return the number that stands in front."""
        over = bool(self.limit) and self.count > self.limit
        return grouped(self.count - self.limit if over else self.count)

    def words(self) -> str:
        """Return the words after the number."""
        if not self.limit:
            return tr("Zeichen")
        if self.count > self.limit:
            return tr("Zeichen zu viel")
        return tr("von {limit} Zeichen").format(limit=grouped(self.limit))

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return the room for words and bar."""
        return QSize(self.theme.px(150), self.theme.px(28))

    def paint(self, painter: QPainter) -> None:
        """Paint number, words and bar."""
        theme, px = self.theme, self.theme.px
        x, y, role = 0.0, 0.0, self.role
        width = self.texts.width(self.number(), "small", 600)
        if not self.limit:  # no bar to stand over: at the end of its line, in the middle
            x = self.width() - width - px(6) - self.texts.width(self.words(), "small")
            y = (self.height() - px(17)) / 2
        if role != "accent-fill":
            theme.draw(painter, glyphs.SEVERITY[role], role, 0, px(2), px(13))
            x = px(17)
        ink = "text" if role == "accent-fill" else role
        self.texts.draw(painter, self.number(), "small", ink, x, y, width + 2, weight=600, pitch=px(17))
        x += width + px(4)
        rest = "text-2" if role == "accent-fill" else role
        self.texts.draw(painter, self.words(), "small", rest, x, y, self.width() - x, pitch=px(17))
        if self.limit:
            rect = QRectF(0, px(20), self.width(), px(4))
            chips.bar(painter, theme, rect, self.count / self.limit, role)


def avatar_pixmap(theme: Theme, initials: str, ink: str, size: int, ratio: float) -> QPixmap:
    """Return an avatar of size logical px, for buttons and menus."""
    pixmap = QPixmap(round(size * ratio), round(size * ratio))
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    chips.avatar(painter, theme, QRectF(0, 0, size, size), initials, ink)
    painter.end()
    return pixmap


def grouped(number: int) -> str:
    """Return a number with dots between thousands: 2.200."""
    return f"{number:,}".replace(",", ".")
