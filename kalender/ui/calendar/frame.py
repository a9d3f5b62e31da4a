# SPDX-License-Identifier: EUPL-1.2
"""How the parts of the page share the room: wide with the inspector beside, narrow with a strip of ideas below."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from kalender.ui.calendar.backlog.panel import BacklogPanel
from kalender.ui.calendar.inspector.panel import Inspector
from kalender.ui.calendar.toolbar import LIST, MONTH, Toolbar
from kalender.ui.theme.theme import Theme
from kalender.ui.widgets.blocks.empty import EmptyState
from kalender.ui.widgets.controls.button import Button, Kind
from kalender.wording.tr import tr

WIDE = 1400
"""From this width of the window on, in px at 100 %, the inspector stands beside the month."""

VERY_WIDE = 1900
"""From this width on the inspector is wider."""

LARGE_TEXT = 160
"""From this text size on, in per cent, a narrow window shows the list instead of the month."""

LOW = 340
"""Height of the page in px at 100 % below which the strip of ideas is folded: its days need the room."""


class Frame(QWidget):
    """Lays the parts out and follows the width of the window; knows no post.

    new_post_wanted: the main action of the empty calendar. import_wanted: its other way.
    """

    new_post_wanted = Signal()
    import_wanted = Signal()

    def __init__(
        self,
        theme: Theme,
        *,
        toolbar: Toolbar,
        month: QWidget,
        strip: BacklogPanel,
        inspector: Inspector,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._themed = theme
        self.toolbar = toolbar
        self.strip = strip
        self.inspector = inspector
        self.stack = QStackedWidget()
        self.views: dict[str, QWidget] = {MONTH: month}
        self._view = MONTH
        self._narrow: bool | None = None
        self._low = False
        self._wants_inspector = {False: True, True: False}
        self.empty = EmptyState(
            theme,
            icon="ri.calendar-2-line",
            title=tr("Noch nichts geplant"),
            text=tr("Legen Sie den ersten Beitrag an. Oder lesen Sie einen Redaktionsplan aus Excel ein."),
            buttons=[
                Button(
                    theme,
                    tr("Neuer Beitrag"),
                    icon="ri.add-line",
                    kind=Kind.PRIMARY,
                    keys=tr("Strg N"),
                    clicked=self.new_post_wanted.emit,
                ),
                Button(theme, tr("Redaktionsplan einlesen …"), clicked=self.import_wanted.emit),
            ],
        )
        for part in (month, self.empty):
            self.stack.addWidget(part)
        self._row = QHBoxLayout()
        self._row.setSpacing(0)
        left = QVBoxLayout()
        left.setSpacing(0)
        left.addWidget(self.stack, 1)
        left.addWidget(strip)
        self._row.addLayout(left, 1)
        self.setFocusProxy(month)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(toolbar)
        whole.addLayout(self._row, 1)
        self._whole = whole
        inspector.setParent(self)
        inspector.closed.connect(lambda: self.show_inspector(on=False))
        theme.changed.connect(self._arrange)
        theme.changed.connect(toolbar.fit)

    @property
    def narrow(self) -> bool:
        """Whether the window has too little room for the inspector beside the month."""
        return bool(self._narrow)

    @property
    def view(self) -> str:
        """The key of the view in front."""
        return self._view

    def add_view(self, view: str, widget: QWidget) -> None:
        """Take in a view that was made at its first visit."""
        self.views[view] = widget
        self.stack.addWidget(widget)

    def add_row(self, row: QWidget) -> None:
        """Put a row between the toolbar and the views."""
        self._whole.insertWidget(1, row)

    def show_view(self, view: str) -> None:
        """Show a view that was taken in."""
        self._view = view
        self.toolbar.choose_view(view)
        self.setFocusProxy(self.views[view])
        if self.stack.currentWidget() is not self.empty:
            self.stack.setCurrentWidget(self.views[view])

    def show_empty(self, *, on: bool) -> None:
        """Show that nothing is planned at all, or the view again."""
        self.stack.setCurrentWidget(self.empty if on else self.views[self._view])

    def show_inspector(self, *, on: bool) -> None:
        """Open the inspector, beside the month or over its right edge; or close it."""
        self._wants_inspector[self.narrow] = on
        self.inspector.setVisible(on)
        self._place_inspector()

    def toggle_inspector(self) -> None:
        """Open the inspector, or close it."""
        self.show_inspector(on=self.inspector.isHidden())

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Follow the width of the window."""
        super().resizeEvent(event)
        self._arrange()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        """Follow the width of the window the page has come into."""
        super().showEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        theme = self._themed
        width = self.window().width()
        narrow = width < theme.px(WIDE)
        if narrow != self._narrow:
            self._narrow = narrow
            self._row.removeWidget(self.inspector)
            if not narrow:
                self._row.addWidget(self.inspector)
            self.strip.setVisible(narrow)
            self.inspector.setVisible(self._wants_inspector[narrow])
            if narrow and theme.scale >= LARGE_TEXT:
                self.show_view(LIST)
        low = self.height() < theme.px(LOW)
        if low != self._low:
            self._low = low
            self.strip.set_open(not low)
        self.inspector.set_wide(width >= theme.px(VERY_WIDE))
        self._place_inspector()

    def _place_inspector(self) -> None:
        if self.narrow and not self.inspector.isHidden():
            top = self._row.geometry().top() or self.toolbar.height()
            width = self.inspector.width()
            self.inspector.setGeometry(self.width() - width, top, width, self.height() - top)
            self.inspector.raise_()
