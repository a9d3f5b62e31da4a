# SPDX-License-Identifier: EUPL-1.2
"""The fields that are needed less often, in three groups: built when they are first unfolded."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from kalender.domain.plan import Meeting
from kalender.domain.post import Post
from kalender.ui.editor.fields.moments import MeetingChoice, OptionalMoment, meeting_words
from kalender.ui.editor.fields.past import of_post
from kalender.ui.theme.theme import Theme
from kalender.ui.widgets.blocks.spacing import spaced
from kalender.ui.widgets.blocks.text import Text
from kalender.ui.widgets.controls.field import Field
from kalender.ui.widgets.picking.offering import OfferLine, SeveralLine
from kalender.wording.dates import moment_short
from kalender.wording.tr import tr

GOAL, GROUPS, TASK, CAMPAIGN, LABELS = "goal", "groups", "task", "campaign", "labels"
SOURCE, CONTACT, ALTERNATIVE, EMBARGO, MEETING = "source", "contact", "alternative", "embargo", "not_before"

GROUPED = (
    (
        "Wozu und für wen",
        (
            (GOAL, "Ziel des Beitrags", ""),
            (GROUPS, "Zielgruppen", "mit Komma getrennt"),
            (TASK, "Bezug zur Aufgabe der Kommune", ""),
            (CAMPAIGN, "Kampagne oder Veranstaltung", ""),
            (LABELS, "Schlagworte", "mit Komma getrennt"),
        ),
    ),
    (
        "Woher und wohin",
        (
            (SOURCE, "Zulieferndes Amt", ""),
            (CONTACT, "Ansprechperson für Rückfragen", "Name, Telefon oder E-Mail"),
            (
                ALTERNATIVE,
                "Wo steht es außerhalb sozialer Medien?",
                "zum Beispiel Adresse der eigenen Website",
            ),
        ),
    ),
    ("Frühestens", ((EMBARGO, "Sperrfrist", ""), (MEETING, "Nicht vor der Sitzung", ""))),
)
"""Heading, and name, label and hint of its fields."""

LABEL = {name: label for _heading, fields in GROUPED for name, label, _hint in fields}
SEVERAL = frozenset({GROUPS, LABELS})
OFFERED = frozenset({TASK, CAMPAIGN, SOURCE, CONTACT, ALTERNATIVE, GOAL})

Offers = Callable[[str], Sequence[str]]


class MoreFields(QWidget):
    """typed(name, text), left: as a line is written; chosen(name, value): a list, a moment, a meeting."""

    typed = Signal(str, str)
    left = Signal()
    chosen = Signal(str, object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.lines: dict[str, OfferLine] = {}
        self.several: dict[str, SeveralLine] = {}
        self.embargo = OptionalMoment(
            theme, name=tr(LABEL[EMBARGO]), none=tr("Keine Sperrfrist"), accept=tr("Sperrfrist setzen")
        )
        self.embargo.chosen.connect(lambda moment: self.chosen.emit(EMBARGO, moment))
        self.meeting = MeetingChoice(theme, name=tr(LABEL[MEETING]))
        self.meeting.chosen.connect(lambda id_: self.chosen.emit(MEETING, id_))
        column = spaced(theme, QVBoxLayout(self), gap=10)
        for heading, fields in GROUPED:
            column.addWidget(Text(theme, tr(heading), "small", ink="text-3", weight=600))
            column.addLayout(grid(theme, [self._field(theme, *entry) for entry in fields]))

    def _field(self, theme: Theme, name: str, label: str, hint: str) -> Field:
        words = tr(label)
        if name == EMBARGO:
            return Field(theme, words, _at_left(self.embargo))
        if name == MEETING:
            return Field(theme, words, self.meeting)
        if name in SEVERAL:
            several = SeveralLine(theme, hint=tr(hint))
            several.said.connect(lambda found, field=name: self.chosen.emit(field, found))
            of_post(several, name)
            self.several[name] = several
            return Field(theme, words, several, hint=tr("Pfeil nach unten zeigt Vorschläge."))
        line = OfferLine(theme, hint=tr(hint))
        line.textEdited.connect(lambda text, field=name: self.typed.emit(field, text))
        line.chosen.connect(lambda text, field=name: self._take(field, text))
        line.editingFinished.connect(self.left)
        of_post(line, name)
        self.lines[name] = line
        return Field(theme, words, line)

    def _take(self, name: str, text: str) -> None:
        self.typed.emit(name, text)
        self.left.emit()

    def join(
        self,
        offers: Offers,
        meetings: Callable[[], Sequence[Meeting]],
        meeting: Callable[[str], Meeting | None],
    ) -> None:
        """Say where words and meetings come from."""
        for name, line in (*self.lines.items(), *self.several.items()):
            line.offers = partial(offers, name)
        self.meeting.meetings, self.meeting.meeting = meetings, meeting

    def show_post(self, post: Post, today: date) -> None:
        """Show the fields of a post; one that is being typed in keeps its cursor."""
        for name, line in self.lines.items():
            value = str(getattr(post, name))
            if line.text() != value:
                line.setText(value)
                line.setCursorPosition(0)
        for name, several in self.several.items():
            several.show_words(getattr(post, name))
        self.embargo.today, self.embargo.near = today, post.planned
        self.embargo.show_moment(post.embargo)
        self.meeting.show_meeting(post.not_before)


def filled_words(post: Post, meeting: Callable[[str], Meeting | None]) -> str:
    """Return what of these fields says something, the most pressing with what it says."""
    found = []
    if post.embargo is not None:
        found.append(tr("Sperrfrist bis {when}").format(when=moment_short(post.embargo)))
    if post.not_before:
        known = meeting(post.not_before)
        found.append(tr("Nicht vor: {what}").format(what=meeting_words(known) if known else tr("Sitzung")))
    if post.groups:
        found.append(tr("Für: {groups}").format(groups=", ".join(post.groups)))
    if post.labels:
        found.append(", ".join(post.labels))
    short = {GOAL: "Ziel", TASK: "Aufgabe", CAMPAIGN: "Kampagne", SOURCE: "Amt", CONTACT: "Kontakt"}
    short[ALTERNATIVE] = "Andere Fundstelle"
    found += [tr(words) for name, words in short.items() if getattr(post, name)]
    return " · ".join(found)


def grid(theme: Theme, fields: Sequence[QWidget]) -> QGridLayout:
    """Return fields in two columns."""
    found = QGridLayout()
    found.setContentsMargins(0, 0, 0, 0)
    found.setHorizontalSpacing(theme.px(14))
    found.setVerticalSpacing(theme.px(10))
    for place, field in enumerate(fields):
        found.addWidget(field, place // 2, place % 2)
    found.setColumnStretch(0, 1)
    found.setColumnStretch(1, 1)
    return found


def _at_left(widget: QWidget) -> QWidget:
    """Return a widget in a row of its own, no wider than it needs to be."""
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 0, 0, 0)
    row.addWidget(widget)
    row.addStretch(1)
    holder.setFocusProxy(widget)
    return holder
