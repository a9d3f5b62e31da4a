# SPDX-License-Identifier: EUPL-1.2
"""The forms of a template and of a block, and of the lists that fields are chosen from."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QPlainTextEdit, QScrollArea, QVBoxLayout, QWidget

from kalender.domain.plan import Topic
from kalender.domain.refusal import Refused
from kalender.domain.siblings.tongues import EASY, OFFERED, PLAIN
from kalender.domain.templates.template import Block, BlockKind, Purpose, Template
from kalender.ui.theme.theme import Theme
from kalender.ui.widgets.blocks.spacing import spaced
from kalender.ui.widgets.blocks.text import Ground, Text
from kalender.ui.widgets.controls.button import Kind
from kalender.ui.widgets.controls.choice import CheckBox, Choice
from kalender.ui.widgets.controls.field import Field, LineField
from kalender.ui.widgets.controls.number import NumberField
from kalender.ui.widgets.feedback.dialog import Sheet
from kalender.ui.widgets.picking.offering import OfferLine, SeveralLine
from kalender.wording.language.tongues import tongue
from kalender.wording.refusals import sentence
from kalender.wording.templates.known import ALL
from kalender.wording.templates.purposes import FORMS, PURPOSES
from kalender.wording.tr import tr

LINES = (
    ("title", "Titel des Beitrags"),
    ("goal", "Ziel"),
    ("task", "Bezug zur Aufgabe der Kommune"),
    ("link", "Link"),
    ("contact", "Ansprechperson"),
    ("place", "Veranstaltungsort"),
    ("alternative", "Wo steht es außerhalb sozialer Medien?"),
    ("note", "Interne Notiz"),
)
LONGEST = 60
"""Days of preparation at most."""

Offers = Callable[[str], Sequence[str]]


class StockForm(Sheet):
    """A form with a name that has to be right. hand_over: keeps what is entered; raises Refused where the name is not."""

    def __init__(
        self,
        theme: Theme,
        parent: QWidget | None,
        *,
        title: str,
        name: str,
        hand_over: Callable[[], object],
        width: int = 700,
    ) -> None:
        super().__init__(theme, parent, title=title, width=width)
        self._hand_over = hand_over
        self.body.addWidget(Text(theme, title, "title-2"))
        self.name = LineField(theme, name)
        self.name_field = Field(theme, tr("Name"), self.name)
        self.add_button(tr("Abbrechen"))
        self.go = self.add_button(tr("Speichern"), self._go, kind=Kind.PRIMARY, closes=False)
        self.go.setDefault(True)

    def _go(self) -> None:
        try:
            self._hand_over()
        except Refused as refusal:
            self.name_field.set_error(sentence(refusal))
            self.name.setFocus()
            return
        self.close()


class TemplateForm(StockForm):
    """channels: platforms and channels by id and name. offers: words for task, groups and labels."""

    def __init__(
        self,
        theme: Theme,
        parent: QWidget | None,
        *,
        template: Template,
        topics: Sequence[Topic],
        channels: Sequence[tuple[str, str, str]],
        offers: Offers,
        save: Callable[[Template], object],
    ) -> None:
        title = tr("Vorlage bearbeiten") if template.id else tr("Neue Vorlage")
        super().__init__(theme, parent, title=title, name=template.name, hand_over=lambda: save(self.entered))
        self._template = template
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QScrollArea.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.viewport().setAutoFillBackground(False)
        inner = Ground(theme, "bg-surface")
        column = spaced(theme, QVBoxLayout(inner), (0, 0, 8, 0), 10)
        grid = _grid(theme)
        self.purpose = Choice(theme)
        for purpose in PURPOSES:
            self.purpose.addItem(tr(PURPOSES[purpose][0]), purpose)
        self.purpose.setCurrentIndex(list(PURPOSES).index(template.purpose))
        self.topic = _topic_choice(theme, topics, template.topic)
        self.lead = NumberField(theme, tr("Vorlauf"), template.lead, 0, LONGEST)
        grid.addWidget(self.name_field, 0, 0)
        grid.addWidget(Field(theme, tr("Zweck"), self.purpose), 0, 1)
        grid.addWidget(Field(theme, tr("Thema"), self.topic), 1, 0)
        grid.addWidget(Field(theme, tr("Vorlauf in Arbeitstagen"), self.lead), 1, 1)
        self.language = Choice(theme)
        for tag in dict.fromkeys(("", EASY, PLAIN, *OFFERED, template.language)):
            self.language.addItem(tongue(tag), tag)
        self.language.setCurrentIndex(self.language.findData(template.language))
        grid.addWidget(Field(theme, tr("Sprache der Texte"), self.language), 2, 0)
        column.addLayout(grid)
        self.text = _text(theme, template.text, 190)
        column.addWidget(Field(theme, tr("Text"), self.text))
        hint = tr("Lücken: {gaps}. Diese füllen sich selbst, andere werden erfragt, {choice} mit Auswahl.")
        known = ", ".join(f"{{{name}}}" for name in ALL)
        column.addWidget(
            Text(theme, hint.format(gaps=known, choice="{Art|a|b}"), "small", ink="text-2", wrap=True)
        )
        self.lines: dict[str, LineField] = {}
        self.several: dict[str, SeveralLine] = {}
        more = _grid(theme)
        for number, (name, label) in enumerate(LINES):
            line = OfferLine(theme)
            line.setText(str(getattr(template, name)))
            line.setCursorPosition(0)
            line.offers = partial(offers, name)
            self.lines[name] = line
            more.addWidget(Field(theme, tr(label), line), number // 2, number % 2)
        for number, (name, label) in enumerate((("groups", "Zielgruppen"), ("labels", "Schlagworte"))):
            several = SeveralLine(theme, hint=tr("mit Komma getrennt"))
            several.show_words(getattr(template, name))
            several.offers = partial(offers, name)
            self.several[name] = several
            more.addWidget(Field(theme, tr(label), several), len(LINES) // 2, number)
        column.addLayout(more)
        self._channels(theme, column, template, channels)
        self.checklist = _text(theme, "\n".join(template.checklist), 110)
        column.addWidget(Field(theme, tr("Checkliste, ein Punkt je Zeile"), self.checklist))
        area.setWidget(inner)
        area.setMinimumHeight(self.tall(460))
        self.body.addWidget(area, 1)

    def _channels(
        self,
        theme: Theme,
        column: QVBoxLayout,
        template: Template,
        channels: Sequence[tuple[str, str, str]],
    ) -> None:
        column.addWidget(Text(theme, tr("Kanäle (ohne Haken: alle)"), "small", ink="text-2", weight=600))
        grid = QGridLayout()
        grid.setSpacing(theme.px(4))
        self.channels: dict[str, CheckBox] = {}
        for number, (id_, name, platform) in enumerate(channels):
            box = CheckBox(theme, name)
            box.setAccessibleName(tr("Vorlage für {channel}").format(channel=name))
            box.setChecked(id_ in template.channels or platform in template.channels)
            self.channels[id_] = box
            grid.addWidget(box, number // 3, number % 3)
        column.addLayout(grid)
        self._chosen = tuple(id_ for id_, box in self.channels.items() if box.isChecked())

    @property
    def entered(self) -> Template:
        """The template as it is entered."""
        chosen = tuple(id_ for id_, box in self.channels.items() if box.isChecked())
        texts: dict[str, str] = {name: line.text().strip() for name, line in self.lines.items()}
        words: dict[str, tuple[str, ...]] = {name: line.words for name, line in self.several.items()}
        made = replace(
            self._template,
            name=self.name.text(),
            purpose=Purpose(self.purpose.currentData()),
            topic=str(self.topic.currentData()),
            lead=self.lead.value,
            language=str(self.language.currentData()),
            text=self.text.toPlainText().strip(),
            channels=self._template.channels if chosen == self._chosen else chosen,
            checklist=tuple(
                line.strip() for line in self.checklist.toPlainText().splitlines() if line.strip()
            ),
        )
        return replace(made, **texts, **words)  # type: ignore[arg-type]  # each value has its field's type


class BlockForm(StockForm):
    """A block or a set of hashtags."""

    def __init__(
        self,
        theme: Theme,
        parent: QWidget | None,
        *,
        block: Block,
        topics: Sequence[Topic],
        save: Callable[[Block], object],
    ) -> None:
        title = tr("Baustein bearbeiten") if block.id else tr("Neuer Baustein")
        super().__init__(
            theme, parent, title=title, name=block.name, hand_over=lambda: save(self.entered), width=560
        )
        self._block = block
        grid = _grid(theme)
        self.form = Choice(theme)
        for form, words in FORMS.items():
            self.form.addItem(tr(words), form)
        self.form.setCurrentIndex(list(FORMS).index(block.form))
        self.topic = _topic_choice(theme, topics, block.topic)
        self.abbreviation = LineField(theme, block.abbreviation, hint=tr("zum Beispiel mfg"))
        grid.addWidget(self.name_field, 0, 0)
        grid.addWidget(Field(theme, tr("Art"), self.form), 0, 1)
        grid.addWidget(Field(theme, tr("Kürzel, mit Tabulator wird es zum Text"), self.abbreviation), 1, 0)
        grid.addWidget(Field(theme, tr("Thema"), self.topic), 1, 1)
        self.body.addLayout(grid)
        self.text = _text(theme, block.text, 150)
        self.body.addWidget(Field(theme, tr("Text"), self.text), 1)

    @property
    def entered(self) -> Block:
        """The block as it is entered."""
        return replace(
            self._block,
            name=self.name.text(),
            form=BlockKind(self.form.currentData()),
            topic=str(self.topic.currentData()),
            abbreviation="".join(self.abbreviation.text().split()),
            text=self.text.toPlainText().strip(),
        )


class ListsForm(Sheet):
    """The lists of the plan, one entry a line. done(lists): hears those that are others now, by name."""

    def __init__(
        self,
        theme: Theme,
        parent: QWidget | None,
        *,
        lists: Mapping[str, Sequence[str]],
        done: Callable[[Mapping[str, Sequence[str]]], object],
    ) -> None:
        super().__init__(theme, parent, title=tr("Auswahllisten"), width=640)
        self._done, self._lists = done, {name: tuple(entries) for name, entries in lists.items()}
        self.body.addWidget(Text(theme, tr("Auswahllisten"), "title-2"))
        note = tr(
            "Diese Einträge bietet der Editor an, ein Eintrag je Zeile. Freier Text bleibt möglich. "
            "Eine leere Liste bringt die mitgelieferte zurück."
        )
        self.body.addWidget(Text(theme, note, "body", ink="text-2", wrap=True))
        labels = {
            "groups": tr("Zielgruppen"),
            "tasks": tr("Aufgaben der Kommune"),
            "contacts": tr("Ansprechpersonen, die immer angeboten werden"),
        }
        self.texts: dict[str, QPlainTextEdit] = {}
        for name, entries in self._lists.items():
            self.texts[name] = _text(theme, "\n".join(entries), 110)
            self.body.addWidget(Field(theme, labels[name], self.texts[name]), 1)
        self.add_button(tr("Abbrechen"))
        self.go = self.add_button(tr("Speichern"), self._go, kind=Kind.PRIMARY)
        self.setMinimumHeight(theme.px(600))

    def _go(self) -> None:
        entered = {
            name: tuple(line.strip() for line in text.toPlainText().splitlines() if line.strip())
            for name, text in self.texts.items()
        }
        self._done({name: found for name, found in entered.items() if found != self._lists[name]})


def _text(theme: Theme, text: str, height: int) -> QPlainTextEdit:
    found = QPlainTextEdit(text)
    found.setTabChangesFocus(True)
    found.setFont(theme.font("body"))
    found.setMinimumHeight(theme.px(height))
    return found


def _grid(theme: Theme) -> QGridLayout:
    grid = QGridLayout()
    grid.setHorizontalSpacing(theme.px(14))
    grid.setVerticalSpacing(theme.px(10))
    grid.setColumnStretch(0, 1)
    grid.setColumnStretch(1, 1)
    return grid


def _topic_choice(theme: Theme, topics: Sequence[Topic], chosen: str) -> Choice:
    """Return the topics to choose from; one that the plan does not have stays as it is said."""
    found = Choice(theme)
    found.addItem(tr("Ohne Thema"), "")
    for item in topics:
        found.addItem(item.name, item.id)
    row = found.findData(chosen)
    if row < 0:
        named = next((item.id for item in topics if item.name.casefold() == chosen.casefold()), "")
        row = found.findData(named) if named else -1
    if row < 0:
        found.addItem(chosen, chosen)
        row = found.count() - 1
    found.setCurrentIndex(row)
    return found
