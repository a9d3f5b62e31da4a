# SPDX-License-Identifier: EUPL-1.2
"""The bar over the calendar: month or week, paging, views, filter, layers, pictures, new post."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QMenu, QWidget

from kalender.ui.calendar.almanac import Layer
from kalender.ui.theme.theme import Theme
from kalender.ui.widgets.blocks.section import PageBar
from kalender.ui.widgets.controls.button import Button, Kind
from kalender.ui.widgets.controls.segmented import Segmented
from kalender.wording import dates
from kalender.wording.tr import tr

MONTH, WEEK, LIST = "month", "week", "list"
QUARTER, YEAR, AGENDA = "quarter", "year", "agenda"
VIEWS = {
    WEEK: "Woche", MONTH: "Monat", QUARTER: "Quartal", YEAR: "Jahr", AGENDA: "Agenda", LIST: "Liste",
}  # fmt: skip
"""The views by their keys, in the order of the toolbar."""

_LEVELS = ((0, 0), (1, 0), (1, 1), (1, 2), (1, 3), (2, 3), (2, 4), (2, 5))
"""From much room to little: which title is named, and how many words the buttons leave out."""


class Toolbar(PageBar):
    """Speaks in the words of the page. paged: months or weeks. viewed: a key of VIEWS. layered: the layers shown.

    layers_wanted: what can be shown and hidden is wanted below the button.
    """

    paged = Signal(int)
    today_wanted = Signal()
    date_wanted = Signal()
    viewed = Signal(str)
    filter_wanted = Signal()
    layered = Signal(object)
    layers_wanted = Signal()
    pictured = Signal(bool)
    new_post_wanted = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, "", parent=parent)
        self._room = theme
        self._filter_words = tr("Filter")
        self._titles = ("", "", "")
        row, px = self.row, theme.px
        self.pick = Button(
            theme,
            icon="ri.arrow-down-s-line",
            kind=Kind.QUIET,
            name=tr("Gehe zu Datum …"),
            clicked=self.date_wanted.emit,
        )
        self.pick.setToolTip(tr("Gehe zu Datum … (Strg G)"))
        self.before = Button(
            theme,
            icon="ri.arrow-left-s-line",
            kind=Kind.QUIET,
            name=tr("Voriger Monat"),
            clicked=lambda: self.paged.emit(-1),
        )
        self.today = Button(theme, tr("Heute"), clicked=self.today_wanted.emit)
        self.after = Button(
            theme,
            icon="ri.arrow-right-s-line",
            kind=Kind.QUIET,
            name=tr("Nächster Monat"),
            clicked=lambda: self.paged.emit(1),
        )
        self.views = Segmented(
            theme,
            [(key, tr(words)) for key, words in VIEWS.items()],
            name=tr("Ansicht"),
            current=MONTH,
            padding=8,
        )
        self.views.chosen.connect(self.viewed)
        self.view = Button(
            theme, tr("Monat"), name=tr("Ansicht: Monat"), arrow=True, clicked=self._open_views
        )
        self.view.hide()
        self.filter = Button(theme, tr("Filter"), icon="ri.filter-3-line", clicked=self.filter_wanted.emit)
        self.layers = Button(
            theme, tr("Ebenen"), icon="ri.stack-line", arrow=True, clicked=self.layers_wanted.emit
        )
        self.pictures = Button(theme, tr("Bilder"), icon="ri.image-line", checkable=True)
        self.pictures.toggled.connect(self.pictured)
        self.filter.setToolTip(tr("Filter"))
        self.layers.setToolTip(tr("Ebenen"))
        self.pictures.setToolTip(tr("Bilder auf den Karten zeigen"))
        self.new = Button(
            theme,
            tr("Neuer Beitrag"),
            icon="ri.add-line",
            kind=Kind.PRIMARY,
            keys=tr("Strg N"),
            clicked=self.new_post_wanted.emit,
        )
        self.new.setAccessibleName(tr("Neuer Beitrag"))
        for widget in (self.pick, self.before, self.today, self.after):
            row.addWidget(widget)
        row.addSpacing(px(16))
        row.addWidget(self.views)
        row.addWidget(self.view)
        row.addStretch(1)
        for widget in (self.filter, self.layers, self.pictures, self.new):
            row.addWidget(widget)
        self._actions: dict[Layer, QAction] = {}
        for layer in Layer:
            action = QAction(layer.text, self)
            action.setCheckable(True)
            action.setChecked(True)
            action.toggled.connect(lambda _on: self.layered.emit(self.shown()))
            self._actions[layer] = action

    def show_month(self, month: date) -> None:
        """Name the month shown."""
        short = f"{dates.SHORT_MONTHS[month.month - 1]} {month.year}"
        words = (dates.month(month), dates.month(month), short)
        self.show_titles(words, tr("Voriger Monat"), tr("Nächster Monat"))

    def show_week(self, first: date, last: date) -> None:
        """Name the week shown."""
        short = dates.week(first, last, short=True)
        number = short.split(" · ", maxsplit=1)[0]
        words = (dates.week(first, last), short, number)
        self.show_titles(words, tr("Vorige Woche"), tr("Nächste Woche"))

    def show_titles(self, titles: tuple[str, str, str], before: str, after: str) -> None:
        """Show a title, from long to short, and say what the arrows do."""
        if titles == self._titles and before == self.before.accessibleName():
            return
        self._titles = titles
        for button, name in ((self.before, before), (self.after, after)):
            button.setAccessibleName(name)
            button.setToolTip(name)
        self.fit()

    def choose_view(self, view: str) -> None:
        """Mark the view in front."""
        self.views.choose(view)
        self.view.setText(tr(VIEWS[view]))
        self.view.setAccessibleName(tr("Ansicht: {view}").format(view=tr(VIEWS[view])))
        self.fit()

    def _open_views(self) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for key, words in VIEWS.items():
            action = menu.addAction(tr(words))
            action.setCheckable(True)
            action.setChecked(key == self.views.current)
            action.triggered.connect(lambda _checked=False, wanted=key: self.viewed.emit(wanted))
        menu.popup(self.view.mapToGlobal(QPoint(0, self.view.height() + 2)))

    def shown(self) -> frozenset[Layer]:
        """The layers that are ticked."""
        return frozenset(layer for layer, action in self._actions.items() if action.isChecked())

    def show_layers(self, layers: Iterable[Layer]) -> None:
        """Tick these layers, as remembered from last time."""
        wanted = frozenset(layers)
        for layer, action in self._actions.items():
            action.setChecked(layer in wanted)

    def layer_actions(self) -> tuple[QAction, ...]:
        """The ticks of the layers, for the menu Ansicht as well."""
        return tuple(self._actions.values())

    def show_filter(self, groups: int) -> None:
        """Show on the button in how many respects the posts are narrowed."""
        self.filter.setCheckable(groups > 0)
        self.filter.setChecked(groups > 0)
        words = tr("Filter ({count})").format(count=groups) if groups else tr("Filter")
        if words != self._filter_words:
            self._filter_words = words
            self.filter.setAccessibleName(words)
            self.fit()

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return a small width: where there is little room the bar leaves words out instead of growing."""
        return QSize(self._room.px(320), self.height())

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Leave words out where there is little room: first those beside symbols, then the long ones."""
        super().resizeEvent(event)
        self.fit()

    def fit(self) -> None:
        """Choose the words that fit; no part is touched that stays as it is."""
        fixed = sum(item.sizeHint().width() for item in (self.pick, self.before, self.today, self.after))
        fixed += self._gaps()
        views, room = self.views.sizeHint().width(), self.width()

        def fits(title: int, level: int) -> bool:
            wanted = fixed + self.title.room_for(self._titles[title]).width()
            wanted += views if level < 5 else self.view.sizeHint().width()
            return (
                wanted + sum(part.room_for(text).width() for part, text in self._words(level).items()) <= room
            )

        self._say(*next((found for found in _LEVELS if fits(*found)), _LEVELS[-1]))

    def _words(self, level: int) -> dict[Button, str]:
        """Return what the buttons at the right say where there is less and less room."""
        short = level >= 2
        words = {
            self.filter: "" if short else self._filter_words,
            self.layers: "" if short else tr("Ebenen"),
            self.new: tr("Neuer Beitrag") if level < 3 else tr("Neu") if level == 3 else "",
        }
        if level < 4:  # the menu Ansicht has it too
            words[self.pictures] = "" if level >= 1 else tr("Bilder")
        return words

    def _say(self, title: int, level: int) -> None:
        if self.title.text() != self._titles[title]:
            self.title.setText(self._titles[title])
        for button, text in self._words(level).items():
            if button.text() != text:
                button.setText(text)
                button.updateGeometry()
        self.pictures.setVisible(level < 4)
        self.views.setVisible(level < 5)
        self.view.setVisible(level >= 5)

    def _gaps(self) -> int:
        margins = self.row.contentsMargins()
        return margins.left() + margins.right() + self._room.px(16) + self.row.spacing() * 11
