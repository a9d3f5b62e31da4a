# SPDX-License-Identifier: EUPL-1.2
"""Which posts of a series are meant: this one, those that follow, or all; and what it would do to them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from PySide6.QtWidgets import QHBoxLayout, QWidget

from kalender.ui.theme.theme import Theme
from kalender.ui.widgets.blocks.spacing import spaced
from kalender.ui.widgets.blocks.text import Text
from kalender.ui.widgets.controls.button import Kind
from kalender.ui.widgets.controls.choice import CheckBox
from kalender.ui.widgets.controls.segmented import Segmented
from kalender.ui.widgets.feedback.dialog import Sheet
from kalender.wording.tr import tr

SCOPES = (("this", "Nur diesen"), ("following", "Diesen und folgende"), ("all", "Alle"))
WHAT = (
    ("title", "Titel"),
    ("text", "Text und Link"),
    ("time", "Uhrzeit"),
    ("channels", "Kanäle"),
    ("pictures", "Bilder"),
)
"""What can be carried over, in the order of the boxes."""


class ScopeDialog(Sheet):
    """Asks for whom something holds. told: gives sentences on what a choice would do."""

    def __init__(
        self, theme: Theme, parent: QWidget | None, *, heading: str, about: str, scopes: Sequence[str]
    ) -> None:
        super().__init__(theme, parent, title=heading, width=520)
        self.body.addWidget(Text(theme, heading, "title-2"))
        self.body.addWidget(Text(theme, about, "body", ink="text-2", wrap=True))
        self.body.addSpacing(theme.px(4))
        options = [(key, tr(words)) for key, words in SCOPES if key in scopes]
        self.scope = Segmented(theme, options, name=tr("Für welche Beiträge der Serie"))
        self.scope.chosen.connect(lambda _key: self.refresh())
        self.words = Text(theme, "", "body", wrap=True)

    def refresh(self) -> None:
        """Say what the choice would do."""


class DeleteDialog(ScopeDialog):
    """Asks how much of a series is to be deleted. told, done: of a scope ("this", "following", "all")."""

    def __init__(
        self,
        theme: Theme,
        parent: QWidget | None,
        *,
        about: str,
        told: Callable[[str], Sequence[str]],
        done: Callable[[str], object],
    ) -> None:
        super().__init__(
            theme,
            parent,
            heading=tr("Aus der Serie löschen"),
            about=about,
            scopes=("this", "following", "all"),
        )
        self._told = told
        self.body.addWidget(self.scope)
        self.body.addWidget(self.words)
        self.body.addStretch(1)
        self.add_button(tr("Abbrechen"))
        self.go = self.add_button(
            tr("In den Papierkorb legen"), lambda: done(self.scope.current), kind=Kind.PRIMARY
        )
        self.refresh()

    def refresh(self) -> None:
        """Say what the choice would do."""
        self.words.setText("\n".join(self._told(self.scope.current)))


class SpreadDialog(ScopeDialog):
    """Asks what of a post goes over to others. differs: what is another in this post than in its series.

    told, done: of a scope, what is carried over, and whether approved posts are left alone.
    """

    def __init__(
        self,
        theme: Theme,
        parent: QWidget | None,
        *,
        about: str,
        differs: Iterable[str],
        told: Callable[[str, frozenset[str], bool], Sequence[str]],
        done: Callable[[str, frozenset[str], bool], object],
    ) -> None:
        super().__init__(
            theme,
            parent,
            heading=tr("Auf die Serie übertragen"),
            about=about,
            scopes=("following", "all"),
        )
        self._told = told
        row = spaced(theme, QHBoxLayout(), gap=16)
        ticked = set(differs)
        self.boxes: dict[str, CheckBox] = {}
        for key, words in WHAT:
            box = CheckBox(theme, tr(words))
            box.setChecked(key in ticked)
            box.toggled.connect(lambda _on: self.refresh())
            self.boxes[key] = box
            row.addWidget(box)
        row.addStretch(1)
        self.body.addLayout(row)
        self.body.addWidget(self.scope)
        self.spare = CheckBox(theme, tr("Beiträge mit gültiger Freigabe unverändert lassen"))
        self.spare.setChecked(True)
        self.spare.toggled.connect(lambda _on: self.refresh())
        self.body.addWidget(self.spare)
        self.body.addSpacing(theme.px(4))
        self.body.addWidget(self.words)
        self.body.addStretch(1)
        self.add_button(tr("Abbrechen"))
        self.go = self.add_button(
            tr("Übertragen"),
            lambda: done(self.scope.current, self.what, self.spare.isChecked()),
            kind=Kind.PRIMARY,
        )
        self.refresh()

    @property
    def what(self) -> frozenset[str]:
        """What is to be carried over."""
        return frozenset(key for key, box in self.boxes.items() if box.isChecked())

    def refresh(self) -> None:
        """Say what the choice would do."""
        if not self.what:
            self.words.setText(tr("Wählen Sie, was übertragen werden soll."))
            self.go.refuse(tr("Wählen Sie, was übertragen werden soll."))
            return
        self.go.allow()
        self.words.setText("\n".join(self._told(self.scope.current, self.what, self.spare.isChecked())))
