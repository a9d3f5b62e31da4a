# SPDX-License-Identifier: EUPL-1.2
"""A dialog, and a popover, to choose one of many with its preview."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtWidgets import QHBoxLayout, QWidget

from kalender.ui.theme.theme import Theme
from kalender.ui.widgets.blocks.text import Text
from kalender.ui.widgets.controls.button import Button, Kind, Size
from kalender.ui.widgets.feedback.dialog import Sheet
from kalender.ui.widgets.feedback.popover import Popover
from kalender.ui.widgets.picking.picker import Pick, Picker
from kalender.wording.tr import tr


class PickSheet(Sheet):
    """done(key): hears what was chosen, after the dialog has closed."""

    def __init__(
        self,
        theme: Theme,
        parent: QWidget | None,
        *,
        title: str,
        note: str,
        items: Sequence[Pick],
        search: str,
        empty: str,
        verb: str,
        done: Callable[[str], object],
    ) -> None:
        super().__init__(theme, parent, title=title, width=680)
        self._done = done
        self.body.addWidget(Text(theme, title, "title-2"))
        self.body.addWidget(Text(theme, note, "body", ink="text-2", wrap=True))
        self.picker = Picker(theme, search=search, empty=empty)
        self.picker.show_items(items)
        self.picker.picked.connect(self._take)
        self.body.addWidget(self.picker, 1)
        self.add_button(tr("Abbrechen"))
        self.go = self.add_button(verb, self.picker.take, kind=Kind.PRIMARY, closes=False)
        self.picker.changed.connect(lambda key: self.go.setEnabled(bool(key)))
        self.go.setEnabled(bool(self.picker.key))
        self.picker.search.setFocus()

    def _take(self, key: str) -> None:
        self.close()
        self._done(key)


class PickPopover(Popover):
    """The same under a button. more: words and what to do, at the foot."""

    def __init__(
        self,
        theme: Theme,
        owner: QWidget,
        *,
        name: str,
        items: Sequence[Pick],
        search: str,
        empty: str,
        verb: str,
        done: Callable[[str], object],
        more: Sequence[tuple[str, Callable[[], object]]] = (),
    ) -> None:
        super().__init__(theme, owner, name=name, padding=12)
        self._done = done
        self.picker = Picker(theme, search=search, empty=empty, ground="bg-raised")
        self.picker.show_items(items)
        self.picker.picked.connect(self._take)
        self.body.addWidget(self.picker, 1)
        foot = QHBoxLayout()
        self.buttons = [
            Button(theme, words, kind=Kind.QUIET, size=Size.DENSE, clicked=partial(self._leave, action))
            for words, action in more
        ]
        for button in self.buttons:
            foot.addWidget(button)
        foot.addStretch(1)
        self.go = Button(theme, verb, kind=Kind.PRIMARY, size=Size.DENSE, clicked=self.picker.take)
        self.picker.changed.connect(lambda key: self.go.setEnabled(bool(key)))
        foot.addWidget(self.go)
        self.body.addLayout(foot)

    def _leave(self, action: Callable[[], object]) -> None:
        self.close()
        action()

    def _take(self, key: str) -> None:
        self.close()
        self._done(key)
