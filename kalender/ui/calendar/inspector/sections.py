# SPDX-License-Identifier: EUPL-1.2
"""The sections of the inspector, each a widget made from values."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent, QPainter
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from kalender.domain.card import Card
from kalender.domain.stage import Flag
from kalender.ui.calendar.inspector.changing import Changing, person_button, topic_sign, when_button
from kalender.ui.calendar.inspector.values import ChannelLine, DueLine, FindingLine, MonthSheet, PostSheet
from kalender.ui.calendar.strips import Strips
from kalender.ui.theme.theme import Theme
from kalender.ui.widgets.blocks.section import Facts, SectionHeader
from kalender.ui.widgets.blocks.signs import Avatar, Painted, StageChip, Symbol
from kalender.ui.widgets.blocks.text import Elided, Ground, Text
from kalender.ui.widgets.controls.button import Button, Size
from kalender.ui.widgets.controls.link import Link
from kalender.ui.widgets.paint.emblems import seal
from kalender.ui.widgets.paint.glyphs import SEVERITY, channel_glyph
from kalender.ui.widgets.paint.pictures import draw_rounded
from kalender.ui.widgets.paint.values import ChannelMark
from kalender.wording import cards as words
from kalender.wording.dates import WEEKDAYS, clock, day_month, moment_middle
from kalender.wording.terms import STAGES, look
from kalender.wording.tr import tr

PICTURE = 132
"""Height of the picture in px."""

VALUE = 182
"""Room beside the names of facts in px."""


def section(theme: Theme, *parts: QWidget | QHBoxLayout, line: bool = True) -> Ground:
    """Return parts below one another with the padding of a section."""
    ground = Ground(theme, "bg-surface", edges="b" if line else "")
    column = QVBoxLayout(ground)
    column.setContentsMargins(theme.px(16), theme.px(11), theme.px(16), theme.px(11))
    column.setSpacing(theme.px(8))
    for part in parts:
        if isinstance(part, QWidget):
            column.addWidget(part)
        else:
            column.addLayout(part)
    return ground


class TitleField(QLineEdit):
    """The title, to be changed in place: Enter or leaving says it, Esc takes it back."""

    titled = Signal(str)

    def __init__(self, theme: Theme, title: str) -> None:
        super().__init__(title)
        self._theme = theme
        self._title = title
        self.setProperty("bare", "true")
        self.setPlaceholderText(tr("Ohne Titel"))
        self.setAccessibleName(tr("Titel"))
        self.setToolTip(title)
        self.setFont(theme.font("title-3"))
        self.setTextMargins(-2, 0, 0, 0)
        self.setCursorPosition(0)
        self.editingFinished.connect(self._done)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Take the change back with Esc."""
        if event.key() == Qt.Key.Key_Escape and self.text() != self._title:
            self.setText(self._title)
            return
        super().keyPressEvent(event)

    def _done(self) -> None:
        title = self.text().strip()
        if not title:
            self.setText(self._title)
        elif title != self._title:
            self._title = title
            self.titled.emit(title)


def head(
    theme: Theme,
    sheet: PostSheet,
    strips: Strips,
    titled: Callable[[str], object],
    *,
    width: int,
    changing: Changing | None = None,
) -> Ground:
    """Return picture, title, state and topic, and the facts. width: room of the picture in px at 100 %.

    changing: how date, topic, person and labels are changed in their places; None: they are only shown.
    """
    card = sheet.card
    parts: list[QWidget | QHBoxLayout] = []
    if card.picture:

        def paint(painter: QPainter, rect: QRectF) -> None:
            ratio = painter.device().devicePixelRatioF()
            pixmap = strips.cover(card.picture, round(rect.width()), round(rect.height()), ratio)
            draw_rounded(painter, pixmap, rect, 6)

        parts.append(Painted(theme, QSize(width, PICTURE), paint))
    field = TitleField(theme, card.title)
    field.titled.connect(titled)
    chips = QHBoxLayout()
    chips.setSpacing(theme.px(8))
    chips.addWidget(StageChip(theme, look(card.stage, card.flags)))
    for sign in topic_sign(theme, sheet.topic, changing):
        chips.addWidget(sign)
    chips.addStretch(1)
    parts += [field, chips, _facts(theme, sheet, changing)]
    return section(theme, *parts)


def _facts(theme: Theme, sheet: PostSheet, changing: Changing | None) -> Facts:
    card = sheet.card
    when = _when(theme, card.planned) if card.planned else tr("ohne Termin")
    facts: list[tuple[str, str | QWidget]] = [
        (tr("Termin"), when_button(theme, when, changing) if changing is not None else when)
    ]
    if changing is not None:
        facts.append((tr("Zuständig"), person_button(theme, card.responsible, changing)))
    elif sheet.responsible:
        person = QWidget()
        row = QHBoxLayout(person)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(8))
        row.addWidget(Avatar(theme, sheet.initials, sheet.ink, size=20))
        row.addWidget(Elided(theme, sheet.responsible), 1)
        facts.append((tr("Zuständig"), person))
    if changing is not None:
        from kalender.ui.calendar.inspector.labelling import LabelsLine  # with the first post that is chosen

        facts.append((tr("Schlagworte"), LabelsLine(theme, sheet.labels, changing)))
    elif sheet.labels:
        facts.append((tr("Schlagworte"), ", ".join(sheet.labels)))
    if card.approved_at is not None and sheet.approved_by:
        at = f"{day_month(card.approved_at.date())}, {clock(card.approved_at)}"
        given = QWidget()
        column = QVBoxLayout(given)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(Text(theme, f"{sheet.approved_by}, {at}", "body", wrap=True))
        if sheet.edition:
            holds = tr("gilt für Fassung {number}").format(number=sheet.edition)
            column.addWidget(Text(theme, holds, "small", ink="text-2"))
        facts.append((tr("Freigabe"), given))
    if sheet.deadlines:
        facts.append((tr("Fristen"), _deadlines(theme, sheet.deadlines)))
    return Facts(theme, facts)


def _deadlines(theme: Theme, lines: Sequence[DueLine]) -> QWidget:
    """Return the deadlines below one another, pressing ones in the colour of a warning."""
    whole = QWidget()
    column = QVBoxLayout(whole)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    for line in lines:
        ink, weight = ("warn", 600) if line.pressing else ("text", None)
        column.addWidget(Text(theme, line.text, "body", ink=ink, weight=weight, wrap=True))
    return whole


def _when(theme: Theme, moment: datetime) -> str:
    """Return the date with the name of the weekday, shortened where it would need a second line."""
    words = moment_middle(moment)
    if theme.metrics("body").horizontalAdvance(words) <= theme.px(VALUE):
        return words
    return f"{WEEKDAYS[moment.weekday()][:2]}, {words.split(', ', 1)[1]}"


def void_note(theme: Theme, card: Card, compare: Callable[[], object]) -> QWidget | None:
    """Return why an earlier approval holds no longer, with the way to the difference, or None."""
    if Flag.APPROVAL_VOID not in card.flags:
        return None
    box = Ground(theme, "st-pruefung-bg", edges="all", line="st-pruefung-ln", radius=6, dashed=True)
    row = QHBoxLayout(box)
    row.setContentsMargins(theme.px(10), theme.px(8), theme.px(10), theme.px(8))
    row.setSpacing(theme.px(10))

    def paint(painter: QPainter, rect: QRectF) -> None:
        seal(painter, theme, 0, 0, rect.width(), valid=False)

    row.addWidget(
        Painted(theme, QSize(28, 28), paint, name=tr("Freigabe erloschen")), 0, Qt.AlignmentFlag.AlignTop
    )
    column = QVBoxLayout()
    column.setSpacing(0)
    column.addWidget(Text(theme, tr("Freigabe erloschen"), "small", weight=600))
    if card.reason is not None:
        column.addWidget(Text(theme, tr(words.VOID_REASONS[card.reason]), "small", ink="text-2", wrap=True))
    column.addWidget(Link(theme, tr("Unterschied zeigen"), clicked=compare), 0, Qt.AlignmentFlag.AlignLeft)
    row.addLayout(column, 1)
    return section(theme, box)


def channels(theme: Theme, lines: Sequence[ChannelLine]) -> Ground:
    """Return the channels with what their versions are."""
    parts: list[QWidget | QHBoxLayout] = [_small_head(theme, tr("Kanäle und Fassungen"))]
    for line in lines:
        row = QHBoxLayout()
        row.setSpacing(theme.px(8))
        row.addWidget(_glyph(theme, line.mark))
        row.addWidget(Elided(theme, line.mark.label), 1)
        state = tr("angepasst") if line.own else tr("wie Basistext")
        row.addWidget(Text(theme, state, "small", ink="text-2"))
        severity = line.worst or "ok"
        spoken = {"err": tr("muss behoben werden"), "warn": tr("bitte prüfen"), "info": tr("Tipp")}
        name = spoken.get(severity, tr("ohne Befund"))
        symbol = Symbol(theme, SEVERITY[severity], severity, size=14, name=name)
        symbol.setToolTip(name)
        row.addWidget(symbol)
        parts.append(row)
    if not lines:
        parts.append(Text(theme, tr("Noch kein Kanal gewählt."), "small", ink="text-2"))
    return section(theme, *parts)


def findings(theme: Theme, lines: Sequence[FindingLine]) -> Ground:
    """Return the findings, the gravest first, at most four in words."""
    header = _small_head(theme, tr("Prüfungen"))
    grave = [line for line in lines if line.severity != "info"]
    told = tr("ohne Befund") if not grave else tr("{count} offen").format(count=len(grave))
    severity = "ok" if not grave else grave[0].severity
    header.tail.addWidget(Symbol(theme, SEVERITY[severity], severity, size=14))
    header.tail.addWidget(Text(theme, told, "small", weight=600, ink=severity))
    parts: list[QWidget | QHBoxLayout] = [header]
    for line in lines[:4]:
        row = QHBoxLayout()
        row.setSpacing(theme.px(8))
        row.addWidget(
            Symbol(theme, SEVERITY[line.severity], line.severity, size=15), 0, Qt.AlignmentFlag.AlignTop
        )
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addWidget(Text(theme, line.title, "small", weight=600, wrap=True))
        if line.why:
            column.addWidget(Text(theme, line.why, "small", ink="text-2", wrap=True))
        row.addLayout(column, 1)
        parts.append(row)
    if len(lines) > 4:
        parts.append(
            Text(theme, tr("und {count} weitere").format(count=len(lines) - 4), "small", ink="text-2")
        )
    return section(theme, *parts, line=False)


class MonthSummary:
    """The month in numbers and what applies to its days: made once, and told other numbers when the month turns."""

    def __init__(self, theme: Theme, sheet: MonthSheet) -> None:
        self._theme = theme
        self._title, self._total = Text(theme, "", "title-3"), Text(theme, "", ink="text-2")
        self._counts = {stage: Text(theme, "", "body", weight=600) for stage in STAGES}
        rows: list[QWidget | QHBoxLayout] = [self._title, self._total]
        for stage, term in STAGES.items():
            row = QHBoxLayout()
            row.addWidget(StageChip(theme, term))
            row.addStretch(1)
            row.addWidget(self._counts[stage])
            rows.append(row)
        self._head = _small_head(theme, "")
        self._notes = section(theme, self._head)
        self._lines: list[Text] = []
        self._noted = True
        hint = Text(
            theme, tr("Wählen Sie einen Beitrag, um ihn hier zu sehen."), "small", ink="text-3", wrap=True
        )
        self.parts = [section(theme, *rows), self._notes, section(theme, hint, line=False)]
        self.tell(sheet)

    def tell(self, sheet: MonthSheet) -> None:
        """Show another month, or other numbers."""
        total = sum(sheet.counts.values())
        self._title.setText(sheet.title)
        self._total.setText(tr("ein Beitrag") if total == 1 else tr("{count} Beiträge").format(count=total))
        for stage, count in self._counts.items():
            count.setText(str(sheet.counts.get(stage, 0)))
        self._head.title.setText(sheet.head or tr("In diesem Monat"))
        for _missing in sheet.notes[len(self._lines) :]:
            self._lines.append(Text(self._theme, "", "small", ink="text-2", wrap=True))
            column = self._notes.layout()
            assert column is not None
            column.addWidget(self._lines[-1])
        for at, line in enumerate(self._lines):
            line.setText(sheet.notes[at] if at < len(sheet.notes) else "")
            line.setVisible(at < len(sheet.notes))
        if bool(sheet.notes) != self._noted:  # only then: what has no parent yet would open as a window
            self._noted = bool(sheet.notes)
            self._notes.setVisible(self._noted)


def several(theme: Theme, cards: Sequence[Card], actions: Sequence[QAction]) -> list[Ground]:
    """Return how many are chosen, their titles, and what can be done with all of them."""
    count = tr("{count} Beiträge ausgewählt").format(count=len(cards))
    titles: list[QWidget | QHBoxLayout] = [Text(theme, count, "title-3")]
    titles += [Elided(theme, words.title(card), "small", ink="text-2") for card in cards[:8]]
    if len(cards) > 8:
        titles.append(
            Text(theme, tr("und {count} weitere").format(count=len(cards) - 8), "small", ink="text-3")
        )
    buttons: list[QWidget | QHBoxLayout] = []
    for action in actions:
        button = Button(theme, action.text().split("\t")[0].replace("&", ""), size=Size.NORMAL)
        button.follow(action)
        buttons.append(button)
    return [section(theme, *titles), section(theme, *buttons, line=False)]


def _glyph(theme: Theme, mark: ChannelMark) -> Painted:
    def paint(painter: QPainter, _rect: QRectF) -> None:
        channel_glyph(painter, theme, mark, 0, 0, theme.px(15))

    return Painted(theme, QSize(15, 15), paint)


def _small_head(theme: Theme, title: str) -> SectionHeader:
    found = SectionHeader(theme, title, role="small")
    found.title.set_weight(600)
    found.title.set_ink("text-2")
    return found
