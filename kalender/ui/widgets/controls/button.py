# SPDX-License-Identifier: EUPL-1.2
"""Buttons: one main action, ordinary, quiet, dangerous, switched on; with symbol, words and key."""

from __future__ import annotations

from collections.abc import Callable
from enum import Enum

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QAction, QPainter, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from kalender.ui.theme.theme import Theme
from kalender.ui.widgets.paint.chips import keycap, keycap_width
from kalender.ui.widgets.paint.glyphs import channel_glyph
from kalender.ui.widgets.paint.values import ChannelMark
from kalender.wording.tr import tr

_CHEVRON = "ri.arrow-down-s-line"


class Kind(Enum):
    """How much weight a button has. Never two PRIMARY ones in a view."""

    NORMAL = "normal"
    PRIMARY = "primary"
    QUIET = "quiet"
    DANGER = "danger"
    DELETE = "delete"


class Size(Enum):
    """Heights at 100 %: 26 in lists and panels, 30, 40 where something is decided."""

    DENSE = 6
    NORMAL = 10
    TALL = 20


class Button(QPushButton):
    """A button that paints itself.

    icon: symbol name; role: ink of the symbol, by default that of the words; keys: a key cap such as "Strg N";
    arrow: a menu follows; name: accessible name and tip of a button without words; closing: a cross at the end
    while checked, as filters have.
    """

    def __init__(
        self,
        theme: Theme,
        text: str = "",
        *,
        icon: str = "",
        kind: Kind = Kind.NORMAL,
        size: Size = Size.NORMAL,
        keys: str = "",
        role: str = "",
        name: str = "",
        arrow: bool = False,
        checkable: bool = False,
        closing: bool = False,
        clicked: Callable[[], object] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._icon = icon
        self._kind = kind
        self._size = size
        self._keys = keys
        self._role = role
        self._arrow = arrow
        self._closing = closing
        self._pixmap = QPixmap()
        self._mark: ChannelMark | None = None
        self._tip = name
        self._followed: QAction | None = None
        self.setText(text)
        self.setCheckable(checkable)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(name or _words(text))
        self.setToolTip(f"{name} ({keys})" if name and keys else name)
        if clicked is not None:
            self.clicked.connect(lambda *_: clicked())
        theme.changed.connect(self._restyle)

    def set_icon(self, icon: str, role: str = "") -> None:
        """Show another symbol."""
        self._icon, self._role = icon, role
        self._restyle()

    def set_pixmap(self, pixmap: QPixmap) -> None:
        """Show a picture such as an avatar in the place of the symbol."""
        self._pixmap = pixmap
        self._restyle()

    def set_mark(self, mark: ChannelMark) -> None:
        """Show the symbol of a channel."""
        self._mark = mark
        self._restyle()

    def set_words(self, text: str) -> None:
        """Change text and accessible name together."""
        self.setText(text)
        self.setAccessibleName(_words(text))
        self.updateGeometry()

    def refuse(self, reason: str) -> None:
        """Switch the button off and say why in its tip."""
        self.setEnabled(False)
        self.setToolTip(reason)
        self.setAccessibleDescription(reason)

    def allow(self) -> None:
        """Switch the button on again."""
        self.setEnabled(True)
        self.setToolTip(self._tip)
        self.setAccessibleDescription("")

    def follow(self, action: QAction) -> None:
        """Do what an action does: same state, same reason, same click."""
        self._followed = action
        self.setCheckable(action.isCheckable())
        self.clicked.connect(action.trigger)
        action.changed.connect(self._mirror)  # a method of its own: Qt lets go of it with the button
        self._mirror()

    def _mirror(self) -> None:
        action = self._followed
        if action is None:
            return
        self.setEnabled(action.isEnabled())
        self.setToolTip(action.toolTip() if not action.isEnabled() or self._tip else "")
        if action.isCheckable():
            self.setChecked(action.isChecked())

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return the room for symbol, words and key."""
        return self.room_for(self.text())

    def room_for(self, text: str) -> QSize:
        """Return what the size hint would be with other words."""
        theme = self._theme
        height = theme.line("body") + theme.px(self._size.value)
        if not text and not self._arrow:
            return QSize(height, height)
        return QSize(round(self._content_width(text) + 2 * self._padding()) + 1, height)

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return the size hint: buttons do not shrink below their words."""
        return self.sizeHint()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Ask for a new place when the words change."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.EnabledChange:
            self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint ground, symbol, words and key."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground, border, ink = self._colours()
        width = self._theme.line_width
        half = width / 2
        painter.setPen(QPen(self._theme.colour(border), width) if border else Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.colour(ground) if ground else Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(half, half, -half, -half), 4, 4)
        self._content(painter, ink)
        painter.end()

    def _restyle(self) -> None:
        self.updateGeometry()
        self.update()

    def _padding(self) -> int:
        return self._theme.px(10 if self._size is Size.DENSE else 12)

    def _font_role(self) -> tuple[str, int]:
        role = {Size.DENSE: "small", Size.NORMAL: "body", Size.TALL: "title-3"}[self._size]
        heavy = self._kind in {Kind.PRIMARY, Kind.DELETE} or self._size is Size.TALL
        return role, 600 if heavy else 500

    def _symbol(self) -> int:
        if not self._pixmap.isNull():
            return round(self._pixmap.width() / self._pixmap.devicePixelRatio())
        return self._theme.px({Size.DENSE: 14, Size.NORMAL: 16, Size.TALL: 18}[self._size])

    def _has_symbol(self) -> bool:
        return bool(self._icon) or self._mark is not None or not self._pixmap.isNull()

    def _tail(self) -> str:
        if self._arrow:
            return _CHEVRON
        if self._closing and self.isChecked():
            return "ri.close-line"
        return ""

    def _content_width(self, text: str) -> float:
        theme = self._theme
        parts = [float(self._symbol())] if self._has_symbol() else []
        if text:
            parts.append(theme.advance(_words(text), *self._font_role()))
        if self._keys and text:
            parts.append(keycap_width(theme, self._keys) + theme.px(2))
        if self._tail() or self._closing:
            parts.append(theme.px(14))
        return sum(parts) + theme.px(8) * max(0, len(parts) - 1)

    def _colours(self) -> tuple[str, str, str]:
        """Return ground, border (or empty) and ink as roles."""
        hover = self.underMouse() and self.isEnabled()
        pressed = self.isDown()
        if not self.isEnabled():
            quiet = self._kind is Kind.QUIET
            return ("" if quiet else "bg-surface"), ("" if quiet else "line"), "text-disabled"
        if self.isChecked():
            return "bg-selected", "accent", "text"
        match self._kind:
            case Kind.PRIMARY:
                ground = "accent-fill-hover" if hover or pressed else "accent-fill"
                return ground, ground, "text-on-accent"
            case Kind.DELETE:
                return "err-fill", "err-fill", "text-on-accent"
            case Kind.DANGER:
                return ("err-bg" if hover else "bg-surface"), "err", "err"
            case Kind.QUIET:
                return ("bg-sunken" if pressed else "bg-hover" if hover else ""), "", "text-2"
            case Kind.NORMAL:
                return (
                    ("bg-sunken" if pressed else "bg-hover" if hover else "bg-surface"),
                    "line-control",
                    "text",
                )

    def _content(self, painter: QPainter, ink: str) -> None:
        theme = self._theme
        size, gap = self._symbol(), theme.px(8)
        middle = self.height() / 2
        x = (self.width() - self._content_width(self.text())) / 2
        if self._has_symbol():
            top = round(middle - size / 2)
            if not self._pixmap.isNull():
                painter.drawPixmap(QPointF(round(x), top), self._pixmap)
            elif self._mark is not None:
                channel_glyph(painter, theme, self._mark, round(x), top, size)
            else:
                role = self._role if self._role and self.isEnabled() else ink
                theme.draw(painter, self._icon, role, round(x), top, size)
            x += size + gap
        if self.text():
            role, weight = self._font_role()
            words = _words(self.text())
            metrics = theme.metrics(role, weight)
            room = self.width() - x - theme.px(4)
            if metrics.horizontalAdvance(words) > room + 1:
                words = metrics.elidedText(words, Qt.TextElideMode.ElideRight, room)
            painter.setFont(theme.font(role, weight))
            painter.setPen(theme.colour(ink))
            rect = QRectF(x, 0, room + theme.px(4), self.height())
            painter.drawText(rect, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, words)
            x += metrics.horizontalAdvance(words) + gap
        if self._keys and self.text():
            width = keycap_width(theme, self._keys)
            cap = QRectF(round(x) + theme.px(2), round(middle - theme.px(9)), width, theme.px(18))
            keycap(painter, theme, cap, self._keys, ink, "line-control" if ink == "text" else ink)
            x += width + theme.px(2) + gap
        if self._tail():
            tail = theme.px(14)
            theme.draw(painter, self._tail(), ink, round(x), round(middle - tail / 2), tail)


def literal(words: str) -> str:
    """Return words a person has typed for a button or an entry of a menu: their "&" stands for itself."""
    return words.replace("&", "&&")


def _words(text: str) -> str:
    """Return a text as it is painted: "&" marks the letter of a key, "&&" is the sign."""
    return text.replace("&&", "\0").replace("&", "").replace("\0", "&") if "&" in text else text


def close_button(theme: Theme, clicked: Callable[[], object], parent: QWidget | None = None) -> Button:
    """Return the cross that closes a panel or a popover."""
    return Button(
        theme,
        icon="ri.close-line",
        kind=Kind.QUIET,
        size=Size.DENSE,
        name=tr("Schließen"),
        clicked=clicked,
        parent=parent,
    )
