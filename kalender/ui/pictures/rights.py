# SPDX-License-Identifier: EUPL-1.2
"""The panel beside the canvas: what comes out, the alt text, who made the picture and who can be seen in it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QScrollArea, QVBoxLayout, QWidget

from kalender.domain.picture import AiMark, Licence, People, Picture
from kalender.ui.theme.theme import Theme
from kalender.ui.widgets.blocks.section import SectionHeader
from kalender.ui.widgets.blocks.signs import Counter, Symbol, Tag
from kalender.ui.widgets.blocks.text import Ground, Text
from kalender.ui.widgets.controls.button import Button, Size
from kalender.ui.widgets.controls.choice import CheckBox, Choice
from kalender.ui.widgets.controls.field import Field, LineField
from kalender.ui.widgets.controls.link import Link
from kalender.ui.widgets.paint.glyphs import SEVERITY
from kalender.wording.pictures import AI_MARKS, LICENCES, PEOPLE
from kalender.wording.tr import tr

LITTLE = 50
"""Per cent of a picture: where a crop shows no more of it, the whole within a border is offered."""


class Output(Ground):
    """Size of the crop against that of the output; warns where it is enlarged."""

    enlarge_wanted = Signal()
    whole_wanted = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, "bg-surface", edges="b", parent=parent)
        column = QVBoxLayout(self)
        pad = theme.px(16)
        column.setContentsMargins(pad, theme.px(12), pad, theme.px(12))
        column.setSpacing(theme.px(8))
        self.head = SectionHeader(theme, tr("Ausgabe"))
        self.note = Text(theme, "", "small", ink="text-2")
        self.head.tail.addWidget(self.note)
        column.addWidget(self.head)
        row = QHBoxLayout()
        row.setSpacing(theme.px(10))
        self._from, self._to = Tag(theme, ""), Tag(theme, "")
        row.addWidget(self._from)
        row.addWidget(Symbol(theme, "ri.arrow-right-line", "text-3", size=14))
        row.addWidget(self._to)
        row.addStretch(1)
        column.addLayout(row)
        self.seen = QWidget()
        part = QHBoxLayout(self.seen)
        part.setContentsMargins(0, 0, 0, 0)
        self.share = Text(theme, "", "small", ink="text-2")
        self.whole = Link(theme, tr("Einpassen"), clicked=self.whole_wanted.emit)
        part.addWidget(self.share)
        part.addWidget(self.whole)
        part.addStretch(1)
        column.addWidget(self.seen)
        self.warning = Ground(theme, "warn-bg", edges="all", line="warn-ln", radius=6)
        box = QHBoxLayout(self.warning)
        box.setContentsMargins(theme.px(10), theme.px(10), theme.px(10), theme.px(10))
        box.setSpacing(theme.px(10))
        box.addWidget(Symbol(theme, SEVERITY["warn"], "warn", size=14), 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(theme.px(2))
        self.title = Text(theme, "", "small", weight=600, wrap=True)
        self.why = Text(theme, "", "small", wrap=True)
        self.enlarge = Button(
            theme, tr("Ausschnitt vergrößern"), size=Size.DENSE, clicked=self.enlarge_wanted.emit
        )
        words.addWidget(self.title)
        words.addWidget(self.why)
        words.addSpacing(theme.px(4))
        words.addWidget(self.enlarge, 0, Qt.AlignmentFlag.AlignLeft)
        box.addLayout(words, 1)
        column.addWidget(self.warning)

    def show_output(
        self,
        ratio: str,
        note: str,
        cropped: tuple[int, int],
        target: tuple[int, int],
        percent: int,
        *,
        can_grow: bool,
        share: int = 100,
    ) -> None:
        """Show the crop of a shape. percent over 100: it is enlarged; can_grow: a larger crop would do.

        share: how many per cent of the picture are seen; where it is little, the whole is offered.
        """
        self.seen.setVisible(share <= LITTLE)
        self.share.setText(tr("Zu sehen sind {n} % des Bildes.").format(n=share))
        self.head.title.setText(tr("Ausgabe {ratio}").format(ratio=ratio))
        self.note.setText(note)
        self._from.set_text(f"{cropped[0]} × {cropped[1]}")
        self._to.set_text(f"{target[0]} × {target[1]}")
        self.warning.setVisible(percent > 100)
        self.title.setText(tr("Wird auf {n} % vergrößert").format(n=percent))
        size = f"{target[0]} × {target[1]} px"
        self.why.setText(
            tr("Das Bild kann unscharf wirken. Ein Ausschnitt ab {size} bleibt scharf.").format(size=size)
            if can_grow
            else tr("Das Original ist kleiner als {size}. Ein größeres Bild wäre schärfer.").format(size=size)
        )
        self.enlarge.setVisible(can_grow)


class Rights(QScrollArea):
    """Signals: alt_set(text, decorative); field_set(name of the picture's field, value); shown_one(id of the picture)."""

    shown_one = Signal(str)
    alt_set = Signal(str, bool)
    field_set = Signal(str, object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._quiet = False
        self._limit = 0
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        ground = Ground(theme, "bg-surface", edges="l")
        self._column = QVBoxLayout(ground)
        self._column.setContentsMargins(1, 0, 0, 0)
        self._column.setSpacing(0)
        self.output = Output(theme)
        self._column.addWidget(self.output)
        self._describe()
        self._credit()
        self._people()
        self._column.addStretch(1)
        self.setWidget(ground)
        theme.changed.connect(self._restyle)
        self._restyle()

    def put_first(self, widget: QWidget) -> None:
        """Put something above the sections, and leave the output out."""
        self.output.hide()
        self.decorative.hide()
        self._column.insertWidget(0, widget)

    def put_last(self, widget: QWidget) -> None:
        """Put something below the sections."""
        self._column.insertWidget(self._column.count() - 1, widget)

    def _section(self, title: str) -> tuple[QVBoxLayout, SectionHeader]:
        box = Ground(self._theme, "bg-surface", edges="b")
        column = QVBoxLayout(box)
        pad = self._theme.px(16)
        column.setContentsMargins(pad, self._theme.px(12), pad, self._theme.px(12))
        column.setSpacing(self._theme.px(6))
        head = SectionHeader(self._theme, title)
        column.addWidget(head)
        self._column.addWidget(box)
        return column, head

    def _describe(self) -> None:
        theme = self._theme
        column, head = self._section(tr("Alternativtext"))
        self.counter = Counter(theme)
        self.counter.setMaximumWidth(theme.px(140))
        head.tail.addWidget(self.counter)
        self.alt = QPlainTextEdit()
        self.alt.setTabChangesFocus(True)
        self.alt.setAccessibleName(tr("Alternativtext"))
        self.alt.setPlaceholderText(tr("Was ist zu sehen? Ein bis zwei Sätze genügen."))
        self.alt.textChanged.connect(self._say_alt)
        column.addWidget(self.alt)
        self.decorative = CheckBox(theme, tr("Schmuckbild, kein Alternativtext nötig"), role="small")
        self.decorative.toggled.connect(lambda _on: self._say_alt())
        column.addWidget(self.decorative)

    def _credit(self) -> None:
        theme = self._theme
        column, _head = self._section(tr("Bildnachweis und Lizenz"))
        self.credit = LineField(theme)
        self.credit.editingFinished.connect(lambda: self._say("credit", self.credit.text().strip()))
        column.addWidget(Field(theme, tr("Urheberin oder Urheber"), self.credit))
        self.licence = Choice(theme)
        for licence, words in LICENCES.items():
            self.licence.addItem(theme.icon("ri.copyright-line", "text-2"), tr(words), licence)
        self.licence.activated.connect(lambda row: self._say("licence", Licence(self.licence.itemData(row))))
        column.addWidget(Field(theme, tr("Lizenz"), self.licence))
        self.shown = CheckBox(theme, tr("Nachweis im Beitrag anzeigen"), role="small")
        self.shown.clicked.connect(lambda on: self._say("credit_shown", on))
        column.addWidget(self.shown)
        self.ai = Choice(theme)
        for mark, words in AI_MARKS.items():
            self.ai.addItem(tr(words), mark)
        self.ai.activated.connect(lambda row: self._say("ai", AiMark(self.ai.itemData(row))))
        column.addWidget(Field(theme, tr("Künstliche Intelligenz (KI)"), self.ai))

    def _people(self) -> None:
        theme = self._theme
        column, _head = self._section(tr("Erkennbare Personen"))
        self.people = Choice(theme, name=tr("Erkennbare Personen"))
        for people, words in PEOPLE.items():
            self.people.addItem(tr(words), people)
        self.people.activated.connect(self._say_people)
        column.addWidget(self.people)
        self.consent = Text(theme, "", "small", ink="text-2", wrap=True)
        column.addWidget(self.consent)

    def show_picture(self, picture: Picture, alt: str, limit: int, *, decorative: bool) -> None:
        """Show another picture; limit: longest alt text, 0 for none."""
        self._quiet = True
        self._limit = limit
        if self.alt.toPlainText() != alt:
            self.alt.setPlainText(alt)
        self.decorative.setChecked(decorative)
        self.alt.setEnabled(not decorative)
        self.counter.set_count(len(alt), limit)
        if self.credit.text() != picture.credit:
            self.credit.setText(picture.credit)
        self.licence.setCurrentIndex(max(0, list(LICENCES).index(Licence(picture.licence))))
        self.shown.setChecked(picture.credit_shown)
        self.ai.setCurrentIndex(list(AI_MARKS).index(picture.ai))
        self.people.setCurrentIndex(max(0, list(PEOPLE).index(People(picture.people))))
        self._show_consent(People(picture.people))
        self._quiet = False
        self.shown_one.emit(picture.id)

    def _say_alt(self) -> None:
        text, decorative = self.alt.toPlainText(), self.decorative.isChecked()
        self.alt.setEnabled(not decorative)
        self.counter.set_count(len(text), self._limit)
        if not self._quiet:
            self.alt_set.emit(text, decorative)

    def _say(self, name: str, value: object) -> None:
        if not self._quiet:
            self.field_set.emit(name, value)

    def _say_people(self, row: int) -> None:
        people = self.people.itemData(row)
        self._show_consent(People(people))
        self._say("people", People(people))

    def _show_consent(self, people: People) -> None:
        needed = people is People.INDIVIDUALS
        self.consent.setVisible(needed)
        self.consent.setText(
            tr(
                "Bitte holen Sie die Einwilligung ein, bei Kindern von den Sorgeberechtigten, etwa ab 14 auch vom Kind."
            )
            if needed
            else ""
        )

    def _restyle(self) -> None:
        self.alt.setFont(self._theme.font("body"))
        self.alt.setFixedHeight(5 * self._theme.line("body") + self._theme.px(14))
