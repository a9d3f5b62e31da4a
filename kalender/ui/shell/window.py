# SPDX-License-Identifier: EUPL-1.2
"""The main window: puts menus, navigation, pages and status row together and speaks in domain words."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QAction, QCloseEvent, QResizeEvent, QStatusTipEvent
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QVBoxLayout, QWidget

from kalender.domain.card import Hit
from kalender.domain.plan import Person
from kalender.ui.shell.commands.actions import WindowActions, plain, shown_keys
from kalender.ui.shell.commands.menus import Menus
from kalender.ui.shell.frame import place
from kalender.ui.shell.frame.navigation import Navigation
from kalender.ui.shell.frame.regions import focus_first, parts_of, step_to, tab_on
from kalender.ui.shell.frame.status import StatusRow
from kalender.ui.shell.frame.topbar import Saving, TopBar
from kalender.ui.shell.pages import (
    PageSpec,
    PageStack,
    Performs,
    performer,
    with_filter,
)
from kalender.ui.shell.search.field import SearchField
from kalender.ui.theme.theme import Theme
from kalender.ui.widgets.blocks.text import Ground
from kalender.ui.widgets.controls.button import literal
from kalender.ui.widgets.controls.focus import FocusRing
from kalender.ui.widgets.feedback.jobstrip import JobStrip
from kalender.ui.widgets.paint.values import ChannelMark
from kalender.wording.tr import tr

if TYPE_CHECKING:
    from kalender.ui.shell.frame.notices import Notices
    from kalender.ui.shell.search.offers import Finds
    from kalender.ui.shell.search.results import Search
    from kalender.ui.widgets.feedback.toast import Toast

WIDE = 1400
"""From this width on, in px at 100 %, the full navigation is shown."""

_HIDDEN = 640


class MainWindow(QMainWindow):
    """The frame. Pages are built at the first visit; everything else is wired from outside through the signals."""

    page_shown = Signal(str)
    post_opened = Signal(str)
    undo_requested = Signal()
    redo_requested = Signal()
    action_requested = Signal(str)
    stage_wanted = Signal(str)
    channel_wanted = Signal(str)
    person_chosen = Signal(str)
    job_cancelled = Signal(object)
    narrow_changed = Signal(bool)
    look_chosen = Signal(str)
    scale_chosen = Signal(int)
    closing = Signal()

    def __init__(
        self,
        theme: Theme,
        pages: Sequence[PageSpec],
        *,
        town: str,
        land: str,
        people: Sequence[Person] = (),
        person: str = "",
        find: Callable[[str], Sequence[Hit]] = lambda _text: (),
        available: Collection[str] = (),
        memory: place.Memory | None = None,
        channels: Sequence[ChannelMark] = (),
    ) -> None:
        super().__init__()
        self._theme = theme
        self._memory = memory
        self._town = town
        self._subject = ""
        self._listening: Performs | None = None
        self.may_close: Callable[[], bool] = lambda: True
        self.finds: Callable[[], Finds | None] = lambda: None
        self.setObjectName("window")
        self.ring = FocusRing(self, theme)
        self.actions_ = WindowActions(self, available)
        self.menus = Menus(theme, self.actions_, pages, self)
        self.menus.set_channels(channels)
        self.field = SearchField(theme)
        self.topbar = TopBar(theme, self.menus, self.field, people, person)
        self.setMenuWidget(self.topbar)
        listed, foot = [spec for spec in pages if spec.listed], [spec for spec in pages if spec.foot]
        self.navigation = Navigation(theme, listed, town=town, land=land, foot=foot)
        self.pages = PageStack(theme, pages)
        self.pages.setObjectName("pages")
        self.jobs = JobStrip(theme)
        self.status = StatusRow(theme)
        self._lay_out()
        self._find = find
        self._connect()
        self._restyle()
        self._retitle()
        place.put(self, self._memory, self.screen().availableSize())

    # What the application tells the window

    def show_page(self, key: str) -> QWidget:
        """Show a page, built if need be, and return it. Raises KeyError for an unknown key."""
        changed = self.pages.show_page(key)
        if changed:
            self._entered()
        return self.pages.page(key)

    def go_back(self) -> None:
        """Leave a full page for the one it was opened from."""
        if self.pages.go_back():
            last = self._last_focus()
            self._entered()
            self._return_focus(last)

    def set_subject(self, title: str) -> None:
        """Name the post that is open in the title of the window; "" for none."""
        self._subject = title
        self._retitle()

    def set_town(self, town: str, land: str) -> None:
        """Show the names of the municipality and its Land."""
        self._town = town
        self.navigation.set_names(town, land)
        self._retitle()

    def set_undo(self, undo: str | None, redo: str | None) -> None:
        """Name what would be undone and redone; None where there is nothing."""
        for key, word, label in (("undo", tr("Rückgängig"), undo), ("redo", tr("Wiederholen"), redo)):
            self.actions_[key].setText(f"{word}: {literal(label)}" if label else word)
            self.actions_.refuse(key, "" if label is not None else tr("Es gibt nichts zurückzunehmen."))
        self.actions_.refuse("redo", "" if redo is not None else tr("Es gibt nichts zu wiederholen."))

    def set_saving(self, state: Saving, words: str = "") -> None:
        """Show whether all is saved."""
        self.topbar.saving.set_state(state, words)

    def set_count(self, page: str, count: int, words: str = "") -> None:
        """Show a number at a page of the navigation."""
        self.navigation.pages.set_count(page, count, words)

    def show_only(self, keys: Collection[str] | None) -> None:
        """Offer only these pages in navigation and menu, as for a person who just approves; None offers all."""
        self.navigation.pages.show_only(keys)
        self.menus.show_only(keys)

    def say(self, text: str, *, undo: bool = False) -> None:
        """Show a sentence as toast, with the way back where there is one."""
        self.toast.say(text, undo=undo)

    def warn(self, text: str) -> None:
        """Show as toast why something was not done."""
        self.toast.say(text, undo=False, icon="ri.error-warning-fill", ink="#F2BE6A")

    @cached_property
    def notices(self) -> Notices:
        """The lines above the pages; most windows never have one."""
        from kalender.ui.shell.frame.notices import Notices

        lines = Notices(self._theme)
        self._main.insertWidget(0, lines)
        return lines

    @cached_property
    def toast(self) -> Toast:
        """The sentence after an action; made for the first."""
        from kalender.ui.widgets.feedback.toast import Toast

        toast = Toast(self._theme, self._stage)
        toast.undone.connect(self.undo_requested)
        return toast

    @cached_property
    def search(self) -> Search:
        """The results below the field; made for the first letter."""
        from kalender.ui.shell.search.making import search_for

        search = search_for(self._theme, self, self.field, self._find, self._commands, self.finds())
        search.refused.connect(self.warn)
        search.opened.connect(self.post_opened)
        search.left.connect(lambda: self._return_focus(self._last_focus()))
        return search

    # Keys

    def focusNextPrevChild(self, forward: bool) -> bool:  # noqa: N802 - Qt's name
        """Show the ring from the first Tab on."""
        self.ring.by_keyboard()
        return tab_on(self) if forward else super().focusNextPrevChild(forward)

    def regions(self) -> list[QWidget]:
        """Return where F6 stops: search, navigation, the parts of the page, status row."""
        parts: list[QWidget] = [self.field]
        if self.navigation.isVisible():
            parts.append(self.navigation.pages)
        legend = self.status.first()
        return [*parts, *parts_of(self.pages.current), *([legend] if legend is not None else [])]

    def cycle(self, step: int) -> None:
        """Put the focus into the next region, or with -1 into the one before."""
        self.ring.by_keyboard()
        step_to(self.regions(), self.focusWidget(), step)

    # Qt

    def event(self, event: QEvent) -> bool:
        """Show the reason of a switched off action in the status row."""
        if isinstance(event, QStatusTipEvent):
            self.status.set_hint(event.tip())
            return True
        return super().event(event)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Take the rail where the window is narrow."""
        super().resizeEvent(event)
        self._fit()

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802 - Qt's name
        """Remember place and page; stay where something would be lost."""
        if not self.may_close():
            event.ignore()
            return
        if self._memory is not None:
            self._memory.change(geometry=place.kept(self), last_page=self.pages.origin)
        self.closing.emit()
        super().closeEvent(event)

    # Within

    def _lay_out(self) -> None:
        whole = Ground(self._theme, "bg-window")
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        row = QHBoxLayout()
        row.setSpacing(0)
        row.addWidget(self.navigation)
        right = Ground(self._theme, "bg-surface")
        main = QVBoxLayout(right)
        main.setContentsMargins(0, 0, 0, 0)
        main.setSpacing(0)
        self._stage = QWidget()
        stage = QVBoxLayout(self._stage)
        stage.setContentsMargins(0, 0, 0, 0)
        stage.addWidget(self.pages)
        main.addWidget(self._stage, 1)
        main.addWidget(self.jobs)
        self._main = main
        row.addWidget(right, 1)
        column.addLayout(row, 1)
        column.addWidget(self.status)
        self.setCentralWidget(whole)

    def _connect(self) -> None:
        self.navigation.chosen.connect(self.show_page)
        self.menus.page_wanted.connect(self.show_page)
        self.menus.channel_wanted.connect(self.channel_wanted)
        self.menus.choice_made.connect(self.choose_look)
        self.menus.scale_made.connect(self.choose_scale)
        self.actions_.requested.connect(self._requested)
        self.status.stage_wanted.connect(self.stage_wanted)
        self.topbar.person.chosen.connect(self.person_chosen)
        self.jobs.cancelled.connect(self.job_cancelled)
        self.field.typed.connect(lambda text: self.search.look_for(text))  # noqa: PLW0108 - built late
        self.field.stepped.connect(lambda step: self.search.step(step))  # noqa: PLW0108 - built late
        self.field.accepted.connect(lambda: self.search.accept())  # noqa: PLW0108 - built late
        self.field.left.connect(lambda: self.search.leave())  # noqa: PLW0108 - built late
        self._theme.changed.connect(self._restyle)
        for keys, step in ((Qt.Key.Key_F6, 1), (Qt.Modifier.SHIFT | Qt.Key.Key_F6, -1)):
            action = QAction(tr("Nächster Bereich") if step > 0 else tr("Voriger Bereich"), self)
            action.setShortcut(keys)
            action.triggered.connect(lambda _checked=False, by=step: self.cycle(by))
            self.addAction(action)
        self.set_undo(None, None)

    def _requested(self, key: str) -> None:
        match key:
            case "undo":
                self.undo_requested.emit()
            case "redo":
                self.redo_requested.emit()
            case "find":
                self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
                self.field.selectAll()
                self.search.begin()
            case "filter":
                filtered = with_filter(self.pages.current)
                if filtered is not None:
                    filtered.focus_filter()
            case "help.keys":
                self._show_keys()
            case "app.quit":
                self.close()
            case _:
                if self._listening is not None and key in self._listening.offers():
                    self._listening.perform(key)
                else:
                    self.action_requested.emit(key)

    def _entered(self) -> None:
        key = self.pages.key
        page = self.pages.current
        if self._listening is not None:
            self._listening.offered.disconnect(self._offered)
        self._listening = performer(page)
        if self._listening is not None:
            self._listening.offered.connect(self._offered)
        self.actions_.offer(self._listening.offers() if self._listening is not None else None)
        reason = "" if with_filter(page) is not None else tr("Diese Ansicht hat keinen Filter.")
        self.actions_.refuse("filter", reason)
        self.navigation.set_current(key, self.pages.origin)
        self.menus.mark_page(self.pages.origin)
        self._fit()
        self._focus_page()
        self.page_shown.emit(key)

    def _focus_page(self) -> None:
        page = self.pages.current
        if page is not None and not focus_first(page, Qt.FocusReason.OtherFocusReason):
            self.navigation.pages.setFocus()

    def _last_focus(self) -> QWidget | None:
        """Return what had the keyboard last in the page, if anything had."""
        page = self.pages.current
        return page.focusWidget() if page is not None else None

    def _return_focus(self, last: QWidget | None) -> None:
        """Put the keyboard back to where it was in the page, else to the first control of it."""
        if last is not None and last.isVisible() and last.isEnabled():
            last.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self._focus_page()

    def _offered(self, offers: Mapping[str, str]) -> None:
        self.actions_.offer(offers)

    def _fit(self) -> None:
        spec = self.pages.specs.get(self.pages.key)
        narrow = self.width() < self._theme.px(WIDE) or (spec is not None and spec.rail)
        self.navigation.setVisible(self.width() >= self._theme.px(_HIDDEN))
        if narrow != self.navigation.narrow:
            self.navigation.set_narrow(narrow=narrow)
            self.narrow_changed.emit(narrow)
        self.topbar.saving.setVisible(self.width() >= self._theme.px(860))

    def _retitle(self) -> None:
        parts = (self._subject, "Kalender", self._town)
        self.setWindowTitle(" – ".join(part for part in parts if part))

    def _restyle(self) -> None:
        self.setMinimumSize(place.LEAST)
        self._fit()

    def choose_look(self, choice: str) -> None:
        """Take other colours and tell it, as the menu does."""
        self._theme.choose(choice)
        self.look_chosen.emit(choice)

    def choose_scale(self, percent: int) -> None:
        """Take another text size and tell it, as the menu does."""
        self._theme.set_scale(percent)
        self.scale_chosen.emit(self._theme.scale)

    def _commands(self) -> list[QAction]:
        view = self.menus.menu("view").actions()
        pages = [action for action in view if action.text() and action.menu() is None]
        return list(dict.fromkeys([*self.actions_.all().values(), *pages]))

    def _show_keys(self) -> None:
        from kalender.ui.shell.commands.keysheet import KeySheet

        KeySheet(
            self._theme, self, [(shown_keys(action), plain(action)) for action in self._commands()]
        ).open()
