# SPDX-License-Identifier: EUPL-1.2
"""The tabs over the text: the common text and one for each channel, with what it overrides and what was found."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QTabBar, QWidget

from kalender.domain.frozen import frozen
from kalender.ui.theme.theme import Theme
from kalender.ui.widgets.controls.button import literal
from kalender.ui.widgets.controls.focus import OWN
from kalender.ui.widgets.paint.glyphs import SEVERITY, channel_glyph
from kalender.ui.widgets.paint.values import ChannelMark
from kalender.wording.tr import tr

BASE = ""
"""The key of the tab with the common text."""


@frozen
class TabLook:
    """One tab. mark None: the common text; own: the text is the channel's own; errors, warnings: what was found."""

    key: str
    mark: ChannelMark | None
    own: bool = False
    errors: int = 0
    warnings: int = 0

    @property
    def label(self) -> str:
        """The name on the tab."""
        return self.mark.short if self.mark else tr("Basistext")

    @property
    def state(self) -> str:
        """The words below the name."""
        if self.mark is None:
            return tr("gilt für alle Kanäle")
        return tr("angepasst") if self.own else tr("wie Basistext")

    @property
    def badge(self) -> tuple[int, str]:
        """The number on the tab and its theme role: the gravest findings; 0 for none."""
        return (self.errors, "err") if self.errors else (self.warnings, "warn")

    @property
    def spoken(self) -> str:
        """The tab as it is read out."""
        found = [self.mark.label if self.mark else self.label, self.state]
        if self.errors:
            found.append(tr("{n} zu beheben").format(n=self.errors))
        if self.warnings:
            found.append(tr("{n} bitte prüfen").format(n=self.warnings))
        return ", ".join(found)


class ChannelTabs(QTabBar):
    """A tab bar that paints itself; the keys are those of any tab bar, and Strg+Tab from the page."""

    chosen = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._looks: tuple[TabLook, ...] = ()
        self._quiet = False
        self.setDrawBase(False)
        self.setExpanding(False)
        self.setUsesScrollButtons(True)
        self.setElideMode(Qt.TextElideMode.ElideNone)
        self.setMouseTracking(True)
        self.setProperty(OWN, "true")
        self.setAccessibleName(tr("Fassungen"))
        self.currentChanged.connect(self._say)
        theme.changed.connect(self._restyle)

    @property
    def key(self) -> str:
        """The channel of the current tab, or BASE."""
        index = self.currentIndex()
        return self._looks[index].key if 0 <= index < len(self._looks) else BASE

    def looks(self) -> tuple[TabLook, ...]:
        """What the tabs show."""
        return self._looks

    def show_tabs(self, looks: Sequence[TabLook], key: str | None = None) -> None:
        """Show other tabs, the one with key (by default the same as before) in front; says nothing."""
        wanted = self.key if key is None else key
        self._quiet = True
        self._looks = tuple(looks)
        while self.count() > len(self._looks):
            self.removeTab(self.count() - 1)
        for place, look in enumerate(self._looks):
            if place >= self.count():
                self.addTab(literal(look.spoken))
            self.setTabText(place, literal(look.spoken))
            self.setAccessibleTabName(place, look.spoken)
            self.setTabToolTip(place, look.spoken)
        self.setCurrentIndex(next((i for i, item in enumerate(self._looks) if item.key == wanted), 0))
        self._quiet = False
        self._restyle()

    def choose(self, key: str) -> None:
        """Bring the tab of a channel to the front, as if it was clicked."""
        for place, look in enumerate(self._looks):
            if look.key == key:
                self.setCurrentIndex(place)

    def step(self, by: int) -> None:
        """Go on by so many tabs, round and round."""
        if self._looks:
            self.setCurrentIndex((self.currentIndex() + by) % len(self._looks))

    def tabSizeHint(self, index: int) -> QSize:  # noqa: N802 - Qt's name
        """Return the room for symbol, name, badge and the words below."""
        theme, look = self._theme, self._looks[index] if index < len(self._looks) else None
        height = theme.line("body") + theme.line("small") + theme.px(9)
        if look is None:
            return QSize(theme.px(80), height)
        top = (
            theme.px(21) + theme.metrics("body", 600).horizontalAdvance(look.label) + self._badges_width(look)
        )
        below = theme.px(17) + theme.metrics("small").horizontalAdvance(look.state)
        return QSize(round(max(top, below)) + theme.px(8), height)

    def minimumTabSizeHint(self, index: int) -> QSize:  # noqa: N802 - Qt's name
        """Tabs do not shrink: they scroll."""
        return self.tabSizeHint(index)

    def _badges_width(self, look: TabLook) -> float:
        count, _role = look.badge
        return (
            self._theme.metrics("small", 600).horizontalAdvance(str(count)) + self._theme.px(23)
            if count
            else 0
        )

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002, N802 - Qt's name and signature
        """Paint the tabs and the line under them."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for place, look in enumerate(self._looks):
            self._paint_tab(painter, look, self.tabRect(place), current=place == self.currentIndex())
        painter.end()

    def _paint_tab(self, painter: QPainter, look: TabLook, rect: QRect, *, current: bool) -> None:
        theme, px = self._theme, self._theme.px
        if not current and self.underMouse() and rect.contains(self.mapFromGlobal(self.cursor().pos())):
            painter.fillRect(rect.adjusted(2, 2, -2, -2), theme.colour("bg-hover"))
        x, y = rect.x() + px(6), rect.y() + px(3)
        line = theme.line("body")
        if look.mark is None:
            theme.draw(painter, "ri.file-text-line", "text-2", x, y + (line - px(16)) / 2, px(16))
        else:
            channel_glyph(painter, theme, look.mark, x, y + (line - px(16)) / 2, px(16))
        weight = 600 if current else 500
        painter.setFont(theme.font("body", weight))
        painter.setPen(theme.colour("text"))
        left = x + px(21)
        painter.drawText(
            QRect(left, y, rect.width(), line),
            Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft,
            look.label,
        )
        left += round(theme.metrics("body", weight).horizontalAdvance(look.label)) + px(6)
        count, role = look.badge
        if count:
            self._paint_badge(painter, count, role, left, y, line)
        below = "ri.node-tree" if look.mark is None else "ri.pencil-fill" if look.own else "ri.link"
        ink = "accent" if look.own else "text-3"
        top = y + line
        theme.draw(painter, below, ink, x + 1, top + (theme.line("small") - px(12)) / 2, px(12))
        painter.setFont(theme.font("small"))
        painter.setPen(theme.colour("text-2"))
        painter.drawText(
            QRect(x + px(17), top, rect.width(), theme.line("small")),
            Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft,
            look.state,
        )
        if current:
            painter.fillRect(rect.x(), self.height() - 3, rect.width(), 3, theme.colour("accent"))
            if self.hasFocus():
                painter.setPen(theme.pen("focus", 2))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawRoundedRect(rect.adjusted(2, 1, -2, -4), 4, 4)

    def _paint_badge(self, painter: QPainter, count: int, role: str, left: int, y: int, line: int) -> None:
        theme, px = self._theme, self._theme.px
        theme.draw(painter, SEVERITY[role], role, left, y + (line - px(12)) / 2, px(12))
        painter.setFont(theme.font("small", 600))
        painter.setPen(theme.colour(role))
        width = round(theme.metrics("small", 600).horizontalAdvance(str(count)))
        align = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        painter.drawText(QRect(left + px(15), y, width + 4, line), align, str(count))

    def _restyle(self) -> None:
        for place, look in enumerate(self._looks):
            self.setTabText(place, literal(look.spoken) + " ")
            self.setTabText(place, literal(look.spoken))
        self.updateGeometry()
        self.update()

    def _say(self, _index: int) -> None:
        if not self._quiet:
            self.chosen.emit(self.key)
