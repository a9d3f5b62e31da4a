# SPDX-License-Identifier: EUPL-1.2
"""The menus, put together from the list of actions, pages, channels and looks."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar, QToolButton, QWidget

from kalender.ui.shell.commands.actions import ENTRIES, WindowActions
from kalender.ui.shell.pages import PageSpec
from kalender.ui.theme.theme import CHOICES, Theme
from kalender.ui.widgets.controls.button import literal
from kalender.ui.widgets.paint.values import ChannelMark
from kalender.wording.terms import LOOKS
from kalender.wording.tr import tr

_TITLES = (
    ("file", "&Datei"),
    ("edit", "&Bearbeiten"),
    ("post", "B&eitrag"),
    ("view", "&Ansicht"),
    ("channels", "&Kanäle"),
    ("tools", "&Werkzeuge"),
    ("help", "&Hilfe"),
)
_SCALES = (100, 125, 150, 175, 200)


class Menus(QMenuBar):
    """The menu bar. page_wanted: key of a page; channel_wanted: id of a channel to look at alone, "" for all."""

    page_wanted = Signal(str)
    channel_wanted = Signal(str)
    choice_made = Signal(str)
    scale_made = Signal(int)

    def __init__(
        self, theme: Theme, actions: WindowActions, pages: Sequence[PageSpec], owner: QWidget
    ) -> None:
        super().__init__()
        self._theme = theme
        self._actions = actions
        self._owner = owner
        self._icons = {entry.key: entry.icon for entry in ENTRIES if entry.icon}
        self._menus = {key: self.addMenu(tr(title)) for key, title in _TITLES}
        for menu in self._menus.values():
            menu.setToolTipsVisible(True)
            menu.aboutToShow.connect(lambda shown=menu: self._dress(shown))
        self._pages: dict[str, QAction] = {}
        self._list_pages(pages)
        self._list_actions()
        self._list_looks()
        self.set_channels(())
        self.setAccessibleName(tr("Menüleiste"))
        theme.changed.connect(self._mark_looks)
        theme.changed.connect(self._dress_rest)
        self._dress_rest()

    def _dress_rest(self) -> None:
        """Draw the button behind which menus without room stand in our ink: Qt's own cannot be seen on dark ground."""
        rest = self.findChild(QToolButton, "qt_menubar_ext_button")
        if rest is not None:
            size = self._theme.px(14)
            rest.setIcon(self._theme.icon("ri.more-fill", "text", size))
            rest.setIconSize(QSize(size, size))
            rest.setAccessibleName(tr("Weitere Menüs"))
            rest.setToolTip(tr("Weitere Menüs"))

    def set_channels(self, marks: Sequence[ChannelMark]) -> None:
        """List the channels of the plan."""
        menu = self._menus["channels"]
        menu.clear()
        group = QActionGroup(menu)
        for mark in (None, *marks):
            words = (
                tr("Alle Kanäle") if mark is None else tr("Nur {channel}").format(channel=literal(mark.label))
            )
            action = menu.addAction(words)
            action.setCheckable(True)
            action.setChecked(mark is None)
            if mark is not None:
                action.setData((mark.icon, mark.ink))
            key = "" if mark is None else mark.id
            action.triggered.connect(lambda _checked=False, wanted=key: self.channel_wanted.emit(wanted))
            group.addAction(action)
            if mark is None:
                menu.addSeparator()
        menu.menuAction().setEnabled(bool(marks))

    def mark_page(self, key: str) -> None:
        """Tick the page that is shown."""
        if key in self._pages:
            self._pages[key].setChecked(True)

    def show_only(self, keys: Collection[str] | None) -> None:
        """List only these pages; None lists all."""
        for key, action in self._pages.items():
            action.setVisible(keys is None or key in keys)

    def menu(self, key: str) -> QMenu:
        """Return a menu: file, edit, post, view, channels, tools or help. Raises KeyError for another word."""
        return self._menus[key]

    def _list_pages(self, pages: Sequence[PageSpec]) -> None:
        group = QActionGroup(self)
        menu = self._menus["view"]
        for spec in pages:
            if not spec.listed:
                continue
            action = menu.addAction(tr(spec.label))
            action.setCheckable(True)
            action.setData((spec.icon, "text"))
            if spec.keys:
                action.setShortcut(QKeySequence(spec.keys))
            action.triggered.connect(lambda _checked=False, key=spec.key: self.page_wanted.emit(key))
            group.addAction(action)
            self._owner.addAction(action)
            self._pages[spec.key] = action
        menu.addSeparator()

    def _list_actions(self) -> None:
        line: dict[str, bool] = {}
        for entry in ENTRIES:
            menu = self._menus[entry.menu]
            if entry.key == "-":
                line[entry.menu] = any(not action.isSeparator() for action in menu.actions())
                continue
            action = self._actions.get(entry.key)
            if action is None:
                continue
            if line.pop(entry.menu, False):
                menu.addSeparator()
            menu.addAction(action)
        for menu in self._menus.values():
            menu.menuAction().setVisible(bool(menu.actions()) or menu is self._menus["channels"])

    def _list_looks(self) -> None:
        view = self._menus["view"]
        view.addSeparator()
        looks, sizes = view.addMenu(tr("Farben")), view.addMenu(tr("Schriftgröße"))
        self._looks, self._sizes = QActionGroup(self), QActionGroup(self)
        for choice in CHOICES:
            action = looks.addAction(tr(LOOKS[choice]))
            action.triggered.connect(lambda _checked=False, wanted=choice: self.choice_made.emit(wanted))
            self._add(self._looks, action, choice)
        for scale in _SCALES:
            action = sizes.addAction(f"{scale} %")
            action.triggered.connect(lambda _checked=False, wanted=scale: self.scale_made.emit(wanted))
            self._add(self._sizes, action, scale)
        sizes.addSeparator()
        for words, keys, step in ((tr("Größer"), "Ctrl++", 25), (tr("Kleiner"), "Ctrl+-", -25)):
            action = sizes.addAction(words)
            action.setShortcut(QKeySequence(keys))
            action.triggered.connect(
                lambda _checked=False, by=step: self.scale_made.emit(self._theme.scale + by)
            )
            self._owner.addAction(action)
        self._mark_looks()

    def _add(self, group: QActionGroup, action: QAction, data: object) -> None:
        action.setCheckable(True)
        action.setData(data)
        group.addAction(action)

    def _mark_looks(self) -> None:
        for action in self._looks.actions():
            action.setChecked(action.data() == self._theme.choice)
        for action in self._sizes.actions():
            action.setChecked(action.data() == self._theme.scale)

    def _dress(self, menu: QMenu) -> None:
        """Draw the symbols of a menu when it is opened: at start nobody sees them."""
        for action in menu.actions():
            data = action.data()
            if isinstance(data, tuple) and data[0]:
                action.setIcon(self._theme.icon(data[0], data[1]))
            elif action.objectName() in self._icons:
                action.setIcon(self._theme.icon(self._icons[action.objectName()], "text"))
