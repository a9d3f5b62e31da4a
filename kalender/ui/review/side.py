# SPDX-License-Identifier: EUPL-1.2
"""The right column of the review: earlier approval, checks, conversation."""

from __future__ import annotations

from collections.abc import Callable
from html import escape

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kalender.domain.content import check_mark
from kalender.domain.plan import Person
from kalender.domain.rules.checks import Severity
from kalender.services.reviews import ReviewSheet
from kalender.ui.review.talk import Talk
from kalender.ui.theme.theme import Theme
from kalender.ui.widgets.blocks.sealbox import SealBox
from kalender.ui.widgets.blocks.section import SectionHeader
from kalender.ui.widgets.blocks.signs import Symbol
from kalender.ui.widgets.blocks.spacing import spaced
from kalender.ui.widgets.blocks.text import Line, Text
from kalender.ui.widgets.paint.glyphs import SEVERITY
from kalender.ui.widgets.talk.acts import Acts
from kalender.ui.widgets.talk.word import Reader
from kalender.wording.cards import VOID_REASONS
from kalender.wording.dates import day_month
from kalender.wording.findings import left_by, why, words
from kalender.wording.tr import tr

KEYS = {Severity.ERROR: "err", Severity.WARNING: "warn", Severity.HINT: "info"}
MOST = 6
"""Findings listed; the editor has all of them."""


class SidePanel(QWidget):
    """What a reviewer weighs beside the content."""

    def __init__(
        self,
        theme: Theme,
        *,
        person: Callable[[str], Person | None],
        reader: Callable[[], Reader],
        acts: Acts,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme, self._person, self._reader = theme, person, reader
        self.talk = Talk(theme, acts)
        self._seal = QVBoxLayout()
        self._checks = spaced(theme, QVBoxLayout(), gap=8)
        column = spaced(theme, QVBoxLayout(self), (18, 14, 18, 14), 14)
        column.addLayout(self._seal)
        column.addLayout(self._checks)
        column.addWidget(Line(theme))
        column.addWidget(self.talk)
        column.addStretch(1)

    def show_sheet(self, sheet: ReviewSheet, lapsed_by: str) -> None:
        """Show a post. lapsed_by: name of the person whose approval does not hold any more."""
        _empty(self._seal)
        lapsed = sheet.standing.lapsed
        if lapsed is not None and sheet.standing.reason is not None:
            when = day_month(lapsed.at.date()) if lapsed.at else ""
            text = tr("Das Siegel von {who} ({when}) galt genau für Fassung {edition}. {reason}").format(
                who=escape(lapsed_by),
                when=when,
                edition=sheet.previous_edition,
                reason=tr(VOID_REASONS[sheet.standing.reason]),
            )
            self._seal.addWidget(
                SealBox(
                    self._theme,
                    valid=False,
                    title=tr("Frühere Freigabe gilt nicht mehr"),
                    text=text,
                    name=text,
                )
            )
        self._show_checks(sheet, check_mark(sheet.digest))
        self.talk.show_comments(sheet.post.comments, self._reader())

    def _show_checks(self, sheet: ReviewSheet, mark: str) -> None:
        theme, findings = self._theme, sheet.findings
        _empty(self._checks)
        grave = [item for item in findings if item.severity is not Severity.HINT]
        head = SectionHeader(theme, tr("Prüfungen"))
        sign = (
            ("ok", tr("nichts offen"))
            if not grave
            else ("warn", tr("{count} offen").format(count=len(grave)))
        )
        head.tail.addWidget(Symbol(theme, SEVERITY[sign[0]], sign[0]))
        head.tail.addWidget(Text(theme, sign[1], "small", ink=sign[0], weight=600))
        self._checks.addWidget(head)
        for finding in findings[:MOST]:
            line = QWidget()
            row = spaced(theme, QHBoxLayout(line), gap=8)
            key = KEYS[finding.severity]
            row.addWidget(Symbol(theme, SEVERITY[key], key), 0, Qt.AlignmentFlag.AlignTop)
            text = Text(theme, words(finding), "body", wrap=True)
            text.setToolTip(why(finding))
            row.addWidget(text, 1)
            self._checks.addWidget(line)
        if len(findings) > MOST:
            more = tr("und {count} weitere, alle stehen im Beitrag").format(count=len(findings) - MOST)
            self._checks.addWidget(Text(theme, more, "small", ink="text-2"))
        self._show_left(sheet)
        self._checks.addWidget(Text(theme, tr("Prüfzeichen {mark}").format(mark=mark), "small", ink="text-3"))

    def _show_left(self, sheet: ReviewSheet) -> None:
        """Say what somebody left as it is, with name and reason: whoever approves answers for that too."""
        if not sheet.left:
            return
        theme = self._theme
        self._checks.addWidget(Text(theme, tr("Bewusst so"), "small", weight=600))
        for finding, said in sheet.left:
            person = self._person(said.by)
            text = Text(theme, words(finding), "body", wrap=True)
            text.setToolTip(why(finding))
            self._checks.addWidget(text)
            by = left_by(said, person.name if person is not None else tr("Jemand"))
            self._checks.addWidget(Text(theme, by, "small", ink="text-2", wrap=True))


def _empty(layout: QVBoxLayout) -> None:
    while (item := layout.takeAt(0)) is not None:
        widget = item.widget()
        if widget is not None:
            widget.hide()
            widget.deleteLater()
