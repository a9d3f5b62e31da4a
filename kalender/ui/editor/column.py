# SPDX-License-Identifier: EUPL-1.2
"""The wide column of the editor: tabs, what holds here, the text, its pictures, the fields of the post."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from kalender.ui.editor.fields.panel import Fields
from kalender.ui.editor.strip.album import Album
from kalender.ui.editor.text.stateline import StateLine
from kalender.ui.editor.text.tabs import ChannelTabs
from kalender.ui.editor.text.textbox import TextBox
from kalender.ui.theme.theme import Theme
from kalender.ui.widgets.blocks.text import Ground, Line
from kalender.ui.widgets.controls.button import Button, Kind, Size
from kalender.ui.widgets.feedback.banner import Banner
from kalender.wording.tr import tr

BESIDE = 620
"""Width in px at 100 % from which something has room beside the text."""


class WritingColumn(Ground):
    """Puts the parts under each other; they are wired by the page."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, "bg-surface", parent=parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self._bar = Ground(theme, "bg-surface", edges="b")
        row = QHBoxLayout(self._bar)
        row.setContentsMargins(theme.px(8), 0, theme.px(6), 0)
        row.setSpacing(0)
        self.tabs = ChannelTabs(theme)
        self.add = Button(
            theme, icon="ri.add-line", kind=Kind.QUIET, size=Size.DENSE, name=tr("Kanäle wählen")
        )
        self.languages = Button(
            theme,
            icon="ri.translate-2",
            kind=Kind.QUIET,
            size=Size.DENSE,
            name=tr("Fassung in anderer Sprache"),
        )
        row.addWidget(self.tabs, 1, Qt.AlignmentFlag.AlignBottom)
        row.addWidget(self.add, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self.languages, 0, Qt.AlignmentFlag.AlignVCenter)
        column.addWidget(self._bar)
        inner = Ground(theme, "bg-surface")
        self._inner = QVBoxLayout(inner)
        self._inner.setContentsMargins(theme.px(16), theme.px(6), theme.px(16), theme.px(16))
        self._inner.setSpacing(theme.px(8))
        self.state = StateLine(theme)
        self.hint = Banner(
            theme,
            tr("Diese Fassung ist jetzt angepasst. Änderungen am Basistext erscheinen hier nicht mehr."),
            radius=6,
            link=tr("Verstanden"),
            clicked=self._dismiss,
        )
        self.hint.hide()
        self.box = TextBox(theme)
        self.album = Album(theme)
        self.fields = Fields(theme)
        self._inner.addWidget(self.state)
        self._inner.addWidget(self.hint)
        self._pair = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._pair.setSpacing(theme.px(10))
        self._pair.addWidget(self.box, 1)
        self._inner.addLayout(self._pair, 1)
        self._inner.addWidget(self.album)
        self._inner.addWidget(Line(theme))
        self._inner.addWidget(self.fields)
        self.area = QScrollArea()
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.area.setWidgetResizable(True)
        self.area.setFrameShape(QScrollArea.Shape.NoFrame)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.viewport().setAutoFillBackground(False)
        self.area.setWidget(inner)
        column.addWidget(self.area, 1)
        self._theme_in_use = theme
        theme.changed.connect(self._restyle)
        self._restyle()

    def put_beside(self, widget: QWidget) -> None:
        """Show something beside the text, or over it where there is no room."""
        self._pair.insertWidget(0, widget, 1)
        self._turn()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Put what stands beside the text over it where there is no room, and back."""
        super().resizeEvent(event)
        if self._pair.count() > 1:
            self._turn()

    def _turn(self) -> None:
        wide = self.width() >= self._theme_in_use.px(BESIDE)
        self._pair.setDirection(
            QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom
        )

    def lock(self, *, locked: bool) -> None:
        """Let everything be read and nothing changed, as for a post in the archive."""
        self.box.area.setReadOnly(locked)
        for part in (self.add, self.languages, self.album, self.fields, *self.box.findChildren(Button)):
            part.setEnabled(not locked)

    def _dismiss(self) -> None:
        self.hint.hide()
        self.box.area.setFocus(Qt.FocusReason.OtherFocusReason)

    def _restyle(self) -> None:
        self._bar.setFixedHeight(self._theme_in_use.px(47))
