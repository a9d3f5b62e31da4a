# SPDX-License-Identifier: EUPL-1.2
"""Asks how several posts are to be changed, and says beforehand which approvals lapse and which posts stay."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from kalender.services.several.changes import Change
from kalender.services.several.several import Prospect
from kalender.ui.theme.theme import Theme
from kalender.ui.widgets.blocks.signs import Symbol
from kalender.ui.widgets.blocks.text import Text
from kalender.ui.widgets.controls.button import Button, Kind
from kalender.ui.widgets.controls.choice import Choice
from kalender.ui.widgets.controls.field import Field
from kalender.ui.widgets.controls.stepper import Stepper
from kalender.ui.widgets.feedback.popover import Popover
from kalender.wording.several import lapsing, posts, staying, unasked
from kalender.wording.tr import tr

MOST = 60
WEEK = 7


class ChangePopover(Popover):
    """accepted: the change. judge: tells what a change would do; verb: of the button, e.g. "verschieben"."""

    accepted = Signal(object)

    def __init__(
        self, theme: Theme, owner: QWidget, *, title: str, verb: str, judge: Callable[[Change], Prospect]
    ) -> None:
        super().__init__(theme, owner, name=title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setFixedWidth(theme.px(380))
        self._themed, self._verb, self._judge = theme, verb, judge
        self._settling = QTimer(self, singleShot=True, interval=0)
        self._settling.timeout.connect(lambda: self.resize(self.sizeHint()))
        self.body.addWidget(Text(theme, title, "title-3"))
        self.fields = QHBoxLayout()
        self.fields.setSpacing(theme.px(8))
        self.body.addLayout(self.fields)
        self._notes = QVBoxLayout()
        self._notes.setSpacing(theme.px(6))
        self.body.addLayout(self._notes)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(Button(theme, tr("Abbrechen"), kind=Kind.QUIET, clicked=self.close))
        self.accept = Button(theme, "", kind=Kind.PRIMARY, clicked=self._accept)
        row.addWidget(self.accept)
        self.body.addLayout(row)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return the height that the sentences need at the width of the popover."""
        width = self.minimumWidth()
        self.body.activate()
        return QSize(width, self.body.totalHeightForWidth(width))

    def change(self) -> Change | None:
        """Return the change that is asked for now; None: something is missing."""
        return None

    def said(self) -> list[str]:
        """Return the sentences about what the change would do."""
        items = (self._notes.itemAt(at) for at in range(self._notes.count()))
        widgets = (item.widget() for item in items if item is not None)
        return [widget.accessibleName() for widget in widgets if widget is not None]

    def tell(self) -> None:
        """Say what the change would do."""
        while (item := self._notes.takeAt(0)) is not None:
            gone = item.widget()
            if gone is not None:
                gone.hide()
                gone.deleteLater()
        change = self.change()
        if change is None:
            self.accept.set_words(tr("Anwenden"))
            self.accept.refuse(tr("Es fehlt noch eine Angabe."))
            return
        prospect = self._judge(change)
        for warning in (lapsing(prospect.lapses), unasked(prospect.unasked)):
            if warning:
                self._note("ri.error-warning-fill", "warn", warning)
        for sentence in staying(prospect):
            self._note("ri.information-line", "text-3", sentence)
        count = len(prospect.changed)
        self.accept.set_words(tr("{posts} {verb}").format(posts=posts(count), verb=self._verb))
        if count:
            self.accept.allow()
        else:
            self.accept.refuse(tr("Bei keinem der ausgewählten Beiträge ändert sich etwas."))
        self._settling.start()

    def _note(self, icon: str, ink: str, words: str) -> None:
        line = QWidget()
        line.setAccessibleName(words)
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(self._themed.px(6))
        row.addWidget(Symbol(self._themed, icon, ink, size=14), 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(Text(self._themed, words, "small", ink="text-2", wrap=True), 1)
        self._notes.addWidget(line)

    def _accept(self) -> None:
        change = self.change()
        if change is not None and self.accept.isEnabled():
            self.close()
            self.accepted.emit(change)


class ShiftPopover(ChangePopover):
    """By how many days or weeks, later or sooner."""

    def __init__(
        self,
        theme: Theme,
        owner: QWidget,
        judge: Callable[[Change], Prospect],
        make: Callable[[int], Change],
    ) -> None:
        super().__init__(theme, owner, title=tr("Verschieben um"), verb=tr("verschieben"), judge=judge)
        self._make = make
        self.number = Stepper(theme, tr("Um wie viel"), 1, least=1, most=MOST)
        self.unit = Choice(theme, name=tr("Einheit"))
        for words, days in ((tr("Tage"), 1), (tr("Wochen"), WEEK)):
            self.unit.addItem(words, days)
        self.way = Choice(theme, name=tr("Richtung"))
        for words, sign in ((tr("später"), 1), (tr("früher"), -1)):
            self.way.addItem(words, sign)
        for widget in (self.number, self.unit, self.way):
            self.fields.addWidget(widget)
        self.number.changed.connect(lambda _value: self.tell())
        self.unit.currentIndexChanged.connect(lambda _row: self.tell())
        self.way.currentIndexChanged.connect(lambda _row: self.tell())
        self.tell()

    def change(self) -> Change | None:
        """Return the shift."""
        return self._make(self.number.value * int(self.unit.currentData()) * int(self.way.currentData()))


class PickPopover(ChangePopover):
    """One of a list: a channel, a topic, a person. make: makes the change of an id and a name."""

    def __init__(
        self,
        theme: Theme,
        owner: QWidget,
        judge: Callable[[Change], Prospect],
        *,
        title: str,
        verb: str,
        entries: Sequence[tuple[str, str]],
        makes: Sequence[tuple[str, Callable[[str, str], Change]]],
    ) -> None:
        super().__init__(theme, owner, title=title, verb=verb, judge=judge)
        self._makes = [make for _words, make in makes]
        self.pick = Choice(theme, name=title)
        for id_, words in entries:
            self.pick.addItem(words, id_)
        self.fields.addWidget(self.pick, 1)
        self.way = Choice(theme, name=tr("Was geschehen soll"))
        for words, _make in makes:
            self.way.addItem(words)
        self.fields.addWidget(self.way)
        if len(makes) < 2:
            self.way.hide()
        self.pick.currentIndexChanged.connect(lambda _row: self.tell())
        self.way.currentIndexChanged.connect(lambda _row: self.tell())
        self.tell()

    def change(self) -> Change | None:
        """Return the change with what is chosen."""
        if self.pick.currentIndex() < 0:
            return None
        make = self._makes[max(0, self.way.currentIndex())]
        return make(str(self.pick.currentData()), self.pick.currentText())


class LabelPopover(ChangePopover):
    """A label: one that posts have, or a new one that is written. makes: words, and what makes the change of a label."""

    def __init__(
        self,
        theme: Theme,
        owner: QWidget,
        judge: Callable[[Change], Prospect],
        *,
        known: Sequence[str],
        makes: Sequence[tuple[str, Callable[[str], Change]]],
    ) -> None:
        super().__init__(theme, owner, title=tr("Schlagwort"), verb=tr("ändern"), judge=judge)
        self._makes = [make for _words, make in makes]
        self.pick = Choice(theme, name=tr("Schlagwort"))
        for word in known:
            self.pick.addItem(word, word)
        self.pick.addItem(tr("neues Schlagwort …"), "")
        self.way = Choice(theme, name=tr("Was geschehen soll"))
        for words, _make in makes:
            self.way.addItem(words)
        self.fields.addWidget(self.pick, 1)
        self.fields.addWidget(self.way)
        self.line = QLineEdit()
        self.line.setFont(theme.font("body"))
        self._new = Field(theme, tr("Neues Schlagwort"), self.line)
        self.body.insertWidget(2, self._new)
        self.pick.currentIndexChanged.connect(lambda _row: self._picked())
        self.way.currentIndexChanged.connect(lambda _row: self.tell())
        self.line.textChanged.connect(lambda _text: self.tell())
        self.line.returnPressed.connect(self._accept)
        self._picked()

    def _picked(self) -> None:
        self._new.setVisible(not self.pick.currentData())
        if not self.pick.currentData():
            self.line.setFocus(Qt.FocusReason.OtherFocusReason)
        self.tell()

    def change(self) -> Change | None:
        """Return the change, once a word is there."""
        word = str(self.pick.currentData()) or self.line.text().strip().lstrip("#").strip()
        return self._makes[max(0, self.way.currentIndex())](word) if word else None


class ReasonChangePopover(ChangePopover):
    """Stopping posts, which needs a reason."""

    def __init__(
        self,
        theme: Theme,
        owner: QWidget,
        judge: Callable[[Change], Prospect],
        make: Callable[[str], Change],
    ) -> None:
        super().__init__(theme, owner, title=tr("Anhalten"), verb=tr("anhalten"), judge=judge)
        self._make = make
        self.reason = QLineEdit()
        self.reason.setFont(theme.font("body"))
        hint = tr("Der Grund steht auf jeder Karte, solange sie angehalten ist.")
        self.fields.addWidget(Field(theme, tr("Begründung"), self.reason, hint=hint))
        self.reason.textChanged.connect(lambda _text: self.tell())
        self.reason.returnPressed.connect(self._accept)
        self.tell()

    def change(self) -> Change | None:
        """Return the stop, once there is a reason."""
        return self._make(self.reason.text()) if self.reason.text().strip() else None
