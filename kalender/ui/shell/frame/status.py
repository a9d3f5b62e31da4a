# SPDX-License-Identifier: EUPL-1.2
"""The row at the bottom: what is shown, the legend of stages with counts as filters, and what holds at the right."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy

from kalender.ui.theme.theme import Theme
from kalender.ui.widgets.blocks.text import Elided, Ground, Text
from kalender.ui.widgets.paint.metrics import Metrics
from kalender.wording.terms import Term
from kalender.wording.tr import tr


class _Legend(QPushButton):
    """A stage with its count; a click shows only these."""

    def __init__(self, theme: Theme, term: Term) -> None:
        super().__init__()
        self._theme = theme
        self._term = term
        self.setCheckable(True)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._count = 0
        self._short = False
        self.set_count(0)

    def set_short(self, *, short: bool) -> None:
        self._short = short
        self.set_count(self._count)

    def set_count(self, count: int) -> None:
        self._count = count
        words = f"{count} {self._term.text}"
        self.setText(str(count) if self._short else words)
        self.setAccessibleName(tr("{text}, nur diese zeigen").format(text=words))
        self.setToolTip(tr("Nur „{stage}“ zeigen").format(stage=self._term.text))
        self.setVisible(count > 0 or self.isChecked())
        self.updateGeometry()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        width = self._theme.advance(self.text(), "small", 600 if self.isChecked() else 400)
        return QSize(round(width) + self._theme.px(30), self._theme.px(24))

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        theme, px = self._theme, self._theme.px
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.isChecked() or self.underMouse():
            painter.setPen(theme.pen("accent") if self.isChecked() else Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("bg-selected" if self.isChecked() else "bg-hover"))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 1.5, -0.5, -1.5), 3, 3)
        size = px(13)
        theme.draw(
            painter, self._term.icon, f"st-{self._term.key}", px(5), round((self.height() - size) / 2), size
        )
        weight = 600 if self.isChecked() else 400
        painter.setFont(theme.font("small", weight))
        painter.setPen(theme.colour("text-2"))
        place = QRectF(px(23), 0, self.width() - px(23), self.height())
        painter.drawText(place, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, self.text())
        painter.end()


class StatusRow(Ground):
    """Left: a text, then the legend. Right: a text. stage_wanted: key of a legend entry, "" for all."""

    stage_wanted = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "bg-window", edges="t")
        self._themed = theme
        self._row = QHBoxLayout(self)
        self._row.setSpacing(theme.px(4))
        self.left = Text(theme, "", "small", ink="text-2")
        self._row.addWidget(self.left)
        self._row.addSpacing(theme.px(6))
        self._legend: dict[str, _Legend] = {}
        self._place = 2
        self.hint = Elided(theme, "", "small", ink="text-2")
        self._row.addWidget(self.hint, 1)
        self.right = Text(theme, "", "small", ink="text-2")
        self._row.addWidget(self.right)
        self.setAccessibleName(tr("Statuszeile"))
        self._restyle()
        theme.changed.connect(self._restyle)

    def set_left(self, text: str) -> None:
        """Show what the view holds, e.g. "19 Beiträge"."""
        self.left.setText(text)

    def set_right(self, text: str) -> None:
        """Show what holds for the plan, e.g. its folder."""
        self.right.setText(text)

    def set_hint(self, text: str) -> None:
        """Show why the action under the pointer cannot be done; empty takes it away."""
        self.hint.setText(text)

    def set_legend(self, entries: Sequence[tuple[str, Term, int]], *, chosen: str = "") -> None:
        """Show stages with their counts: (key, term, count); those without posts are left out. chosen: shown alone."""
        keys = [key for key, _, _ in entries]
        if list(self._legend) != keys:
            for old in self._legend.values():
                self._row.removeWidget(old)
                old.hide()
                old.deleteLater()
            self._legend = {}
            for number, (key, term, _count) in enumerate(entries):
                button = _Legend(self._themed, term)
                button.clicked.connect(lambda checked, wanted=key: self._choose(wanted, checked=checked))
                self._legend[key] = button
                self._row.insertWidget(self._place + number, button)
        for key, _, count in entries:
            self._legend[key].set_count(count)
        self.mark(chosen)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Shorten the legend to numbers where there is no room for words."""
        super().resizeEvent(event)
        self._fit()

    def legend(self) -> dict[str, QPushButton]:
        """Return the buttons of the legend by key."""
        return dict(self._legend)

    def first(self) -> QPushButton | None:
        """Return the first legend entry to focus, or None."""
        return next((button for button in self._legend.values() if button.isVisible()), None)

    def mark(self, key: str) -> None:
        """Tick the stage that is filtered for; "" ticks none."""
        for name, button in self._legend.items():
            button.setChecked(name == key)
            button.updateGeometry()

    def _choose(self, key: str, *, checked: bool) -> None:
        self.mark(key if checked else "")
        self.stage_wanted.emit(key if checked else "")

    def _fit(self) -> None:
        """Give up first the text at the right, then the words of the legend; tips and names keep them."""
        self.right.setVisible(True)
        for button in self._legend.values():
            button.set_short(short=False)
        if self._needed() > self.width():
            self.right.setVisible(False)
        if self._needed() > self.width():
            for button in self._legend.values():
                button.set_short(short=True)

    def _needed(self) -> int:
        parts = [self.left, *self._legend.values(), self.right]
        widths = [part.sizeHint().width() for part in parts if part.isVisibleTo(self)]
        return sum(widths) + (len(widths) + 1) * self._row.spacing() + self._themed.px(84)

    def _restyle(self) -> None:
        self.setFixedHeight(max(Metrics(self._themed).status, self._themed.px(24)) + 1)
        self._row.setContentsMargins(self._themed.px(12), 1, self._themed.px(12), 0)
        for button in self._legend.values():
            button.updateGeometry()
