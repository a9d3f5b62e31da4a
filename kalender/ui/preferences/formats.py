# SPDX-License-Identifier: EUPL-1.2
"""What platforms demand, from where that is known, and what is wrong with the user's own files."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kalender.domain.format import Platform
from kalender.domain.plan import Channel
from kalender.formats.catalogue import Catalogue
from kalender.formats.places import line_of
from kalender.formats.schema import Problem
from kalender.ui.preferences.rows import Rows
from kalender.ui.preferences.sections import Part
from kalender.ui.theme.theme import Theme
from kalender.ui.widgets.blocks.folding import FoldingBar
from kalender.ui.widgets.blocks.leaf import note
from kalender.ui.widgets.blocks.signs import Painted, Symbol, Tag
from kalender.ui.widgets.blocks.spacing import spaced
from kalender.ui.widgets.blocks.text import Elided, Ground, Text
from kalender.ui.widgets.controls.button import Button
from kalender.ui.widgets.paint.glyphs import SEVERITY, channel_glyph
from kalender.ui.widgets.paint.values import channel_mark
from kalender.wording.formats import demands, evidence, trouble
from kalender.wording.tr import tr


class PlatformRow(QWidget):
    """One platform in a line; its formats with their sources unfold below."""

    def __init__(self, theme: Theme, platform: Platform) -> None:
        super().__init__()
        self._themed, self.platform = theme, platform
        self._below: QWidget | None = None
        column = spaced(theme, QVBoxLayout(self))
        head = FoldingBar(theme, pad=(14, 8))
        column.addWidget(head)
        mark = channel_mark(Channel(id=platform.id, platform=platform.id, name=platform.name), platform)

        def paint(painter: QPainter, rect: QRectF) -> None:
            channel_glyph(painter, theme, mark, 0, 0, round(rect.width()))

        head.first.addWidget(Painted(theme, QSize(20, 20), paint))
        head.first.addWidget(Text(theme, platform.name, "body", weight=600))
        self.own = Tag(theme, tr("eigene Datei"))
        head.first.addWidget(self.own)
        self.facts = Elided(theme, "", "small", ink="text-2")
        head.first.addWidget(self.facts, 1)
        self.more = Button(theme, tr("Formate zeigen"), checkable=True)
        self.more.setAccessibleName(tr("Formate von {platform} zeigen").format(platform=platform.name))
        head.second.addWidget(self.more)
        self.more.toggled.connect(self._unfold)

    def show_platform(self, platform: Platform, *, own: bool) -> None:
        """Show what is known of the platform now."""
        self.platform = platform
        self.own.setVisible(own)
        days = [item.checked for item in platform.formats if item.checked is not None]
        count = len(platform.formats)
        words = tr("1 Format") if count == 1 else tr("{n} Formate").format(n=count)
        if days:
            words += " · " + tr("geprüft am {day}").format(day=f"{min(days):%d.%m.%Y}")
        self.facts.setText(words)
        if self._below is not None:
            self._below.hide()
            self._below.deleteLater()
            self._below = None
            self._unfold(self.more.isChecked())

    def _unfold(self, on: bool) -> None:
        if on and self._below is None:
            self._below = self._formats()
            column = self.layout()
            assert column is not None
            column.addWidget(self._below)
        if self._below is not None:
            self._below.setVisible(on)

    def _formats(self) -> QWidget:
        theme = self._themed
        ground = Ground(theme, "bg-subtle", edges="b")
        column = spaced(theme, QVBoxLayout(ground), (48, 10, 16, 10), 8)
        for format_ in self.platform.formats:
            one = spaced(theme, QVBoxLayout(), gap=1)
            one.addWidget(Text(theme, format_.label, "body", weight=500, wrap=True))
            one.addWidget(Text(theme, demands(format_), "small", ink="text-2", wrap=True))
            one.addWidget(Text(theme, evidence(format_), "small", ink="text-2", wrap=True))
            for source in format_.sources:
                line = Elided(theme, tr("Quelle: {source}").format(source=source), "small", ink="text-3")
                one.addWidget(line)
            column.addLayout(one)
        return ground


class FormatsPart(Part):
    """folder: where the user's own files lie. reread: reads all files again. open_folder: shows it."""

    def __init__(
        self,
        theme: Theme,
        catalogue: Catalogue,
        *,
        folder: Path,
        reread: Callable[[], Catalogue],
        open_folder: Callable[[Path], object],
    ) -> None:
        super().__init__(
            theme,
            tr("Formate"),
            tr(
                "Was jede Plattform von Bildern und Texten verlangt, mit Quelle und Datum. Ändert eine Plattform ihre "
                "Regeln, passen Sie sie mit einer eigenen Datei an."
            ),
        )
        self._loaded, self._catalogue = catalogue, catalogue
        self._folder, self._reread, self._open = folder, reread, open_folder
        bar = spaced(theme, QHBoxLayout(), gap=8)
        self.open = Button(theme, tr("Ordner öffnen"), icon="ri.folder-open-line", clicked=self._show_folder)
        self.again = Button(theme, tr("Neu prüfen"), icon="ri.refresh-line", clicked=self.check)
        bar.addWidget(self.open)
        bar.addWidget(self.again)
        self.place = Elided(theme, str(folder), "small", ink="text-2")
        bar.addWidget(self.place, 1)
        self.body.addLayout(bar)
        self.verdict = Text(theme, "", "body", wrap=True)
        self.body.addWidget(self.verdict)
        self._problems = spaced(theme, QVBoxLayout(), gap=8)
        self.body.addLayout(self._problems)
        self.cards: list[ProblemCard] = []
        self.rows: Rows[Platform] = Rows(
            theme, lambda platform: PlatformRow(theme, platform), self._show, after=self.again
        )
        self.body.addWidget(self.rows.frame)
        self.body.addWidget(
            note(
                theme,
                "ri.information-line",
                tr(
                    "Wie eine eigene Datei aussieht, steht im Handbuch unter „Eigene Formate und Aktionstage“."
                ),
            )
        )
        self.body.addStretch(1)
        self.refresh()

    def _show_folder(self) -> None:
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
        except OSError:
            self.refused.emit(
                tr(
                    "Der Ordner „{folder}“ lässt sich nicht anlegen. Prüfen Sie, ob Sie dort schreiben dürfen."
                ).format(folder=self._folder)
            )
            return
        self._open(self._folder)

    def check(self) -> None:
        """Read the files again and say what is wrong with them now."""
        self._catalogue = self._reread()
        self.refresh()

    def refresh(self) -> None:
        """Show platforms and problems."""
        found = self._catalogue
        for card in self.cards:
            self._problems.removeWidget(card)
            card.hide()
            card.deleteLater()
        self.cards = [ProblemCard(self.theme, item, self._folder) for item in found.problems]
        for card in self.cards:
            self._problems.addWidget(card)
        self.verdict.setText(self._words())
        self.rows.show(found.platforms)

    def _words(self) -> str:
        found, bad, own = self._catalogue, len(self._catalogue.problems), len(self._catalogue.changed)
        parts = []
        if bad:
            parts.append(
                tr("1 eigene Datei gilt nicht, weil etwas darin nicht stimmt:")
                if bad == 1
                else tr("{n} eigene Dateien gelten nicht, weil etwas darin nicht stimmt:").format(n=bad)
            )
        elif own:
            parts.append(
                tr("1 eigene Datei gilt.") if own == 1 else tr("{n} eigene Dateien gelten.").format(n=own)
            )
        else:
            parts.append(tr("Es gibt keine eigenen Dateien. Alle Formate sind die mitgelieferten."))
        if found is not self._loaded and (
            found.platforms != self._loaded.platforms or found.problems != self._loaded.problems
        ):
            parts.append(tr("Die Änderungen gelten, sobald Sie den Plan das nächste Mal öffnen."))
        return " ".join(parts)

    def _show(self, row: QWidget, platform: Platform, _place: int, _count: int) -> None:
        assert isinstance(row, PlatformRow)
        row.show_platform(platform, own=platform.id in self._catalogue.changed)


class ProblemCard(Ground):
    """One problem: where, what, what it means, what to do."""

    def __init__(self, theme: Theme, problem: Problem, folder: Path) -> None:
        super().__init__(theme, "warn-bg", edges="all", line="warn-ln", radius=6)
        words = trouble(problem, line_of(problem, folder))
        row = spaced(theme, QHBoxLayout(self), (14, 10, 14, 10), 10)
        row.addWidget(Symbol(theme, SEVERITY["warn"], "warn", size=18), 0, Qt.AlignmentFlag.AlignTop)
        column = spaced(theme, QVBoxLayout(), gap=2)
        column.addWidget(Text(theme, words.where, "small", ink="text-2", weight=600, wrap=True))
        column.addWidget(Text(theme, words.what, "body", weight=600, wrap=True))
        column.addWidget(Text(theme, words.means, "small", wrap=True))
        column.addWidget(Text(theme, words.now, "small", wrap=True))
        row.addLayout(column, 1)
        self.setAccessibleName(f"{words.where}. {words.what} {words.means} {words.now}")
