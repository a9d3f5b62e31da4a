# SPDX-License-Identifier: EUPL-1.2
"""The dialog in which a post becomes a series, or a series gets another rule: choices above, what comes of them below."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date, datetime
from typing import Protocol

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QAbstractItemView, QHBoxLayout, QListWidget, QListWidgetItem, QWidget

from kalender.domain.chains.series import OnHoliday, Turn
from kalender.domain.refusal import Refused
from kalender.ui.chains.rule import RuleForm
from kalender.ui.chains.ticks import TickRows
from kalender.ui.theme.theme import Theme
from kalender.ui.widgets.blocks.spacing import spaced
from kalender.ui.widgets.blocks.text import Text
from kalender.ui.widgets.controls.button import Kind
from kalender.ui.widgets.controls.choice import Choice
from kalender.ui.widgets.feedback.dialog import Sheet
from kalender.wording.chains.series import HOLIDAYS, count, sentence
from kalender.wording.dates import day_month, day_year, moment_middle
from kalender.wording.refusals import sentence as refusal_sentence
from kalender.wording.tr import tr

MOST_SHOWN = 60
"""Dates listed; a series may have more."""

_WEEKDAYS = ("Mo", "Di", "Mi", "Do", "Fr", "Sa", "So")


class Prospect(Protocol):
    """What a rule would bring: the turns without exceptions, how many posts there will be, and what else it does."""

    @property
    def turns(self) -> Sequence[Turn]:
        """The times for which posts are made now, days left out among them."""

    @property
    def of(self) -> int | None:
        """How many posts there will be, None where there is no end."""

    @property
    def told(self) -> Sequence[str]:
        """Sentences on what becomes of posts that are there."""


Ask = Callable[[str, OnHoliday, Sequence[date]], Prospect]
"""Tells what a rule with exceptions would bring; raises Refused."""

Notes = Callable[[date, date], Mapping[date, str]]
"""Gives words on what applies to days: holidays, school holidays, silent days, blackouts."""


class SeriesDialog(Sheet):
    """Choices, the sentence they make, and the dates, of which single ones can be left out.

    done: hears rule, what happens on holidays, and the days left out.
    """

    def __init__(
        self,
        theme: Theme,
        parent: QWidget | None,
        *,
        heading: str,
        title: str,
        start: datetime,
        ask: Ask,
        notes: Notes,
        done: Callable[[str, OnHoliday, list[date]], object],
        rule: str = "",
        on_holiday: OnHoliday = OnHoliday.KEEP,
        skips: Iterable[date] = (),
        verb: str = "",
    ) -> None:
        super().__init__(theme, parent, title=heading, width=620)
        self._start, self._ask, self._notes, self._done, self._verb = start, ask, notes, done, verb
        self._skips = set(skips)
        self._filling = False
        self.body.addWidget(Text(theme, heading, "title-2"))
        about = tr("„{title}“, zuerst am {when}").format(
            title=title or tr("Ohne Titel"), when=moment_middle(start)
        )
        self.body.addWidget(Text(theme, about, "body", ink="text-2", wrap=True))
        self.body.addSpacing(theme.px(4))
        self.form = RuleForm(theme, start, rule)
        self.body.addWidget(self.form)
        row = spaced(theme, QHBoxLayout(), gap=8)
        label = Text(theme, tr("An Feiertagen"), "body")
        self.holidays = Choice(theme, name=tr("An Feiertagen"))
        for how, words in HOLIDAYS.items():
            self.holidays.addItem(tr(words), how)
        self.holidays.setCurrentIndex(self.holidays.findData(on_holiday))
        row.addWidget(label)
        row.addWidget(self.holidays)
        row.addStretch(1)
        self.body.addLayout(row)
        self.body.addSpacing(theme.px(4))
        self.words = Text(theme, "", "title-3", wrap=True)
        self.body.addWidget(self.words)
        self.told = Text(theme, "", "body", ink="text-2", wrap=True)
        self.body.addWidget(self.told)
        self.dates = QListWidget()
        self.dates.setAccessibleName(tr("Termine der Serie; ein leeres Kästchen lässt den Tag aus"))
        self.dates.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.dates.setMinimumHeight(theme.px(168))
        self.dates.setFont(theme.font("body"))
        self.dates.setItemDelegate(TickRows(theme, self.dates))
        self.dates.setMouseTracking(True)
        self.body.addWidget(self.dates, 1)
        self.body.addWidget(
            Text(
                theme,
                tr(
                    "Es entstehen Entwürfe mit Text und Bildern dieses Beitrags. Jeder braucht seine eigene Freigabe, "
                    "und nichts erscheint von allein. Ein leeres Kästchen lässt den Tag aus."
                ),
                "small",
                ink="text-2",
                wrap=True,
            )
        )
        self.add_button(tr("Abbrechen"))
        self.go = self.add_button(verb, self._go, kind=Kind.PRIMARY, closes=False)
        self.form.changed.connect(self._refresh)
        self.holidays.currentIndexChanged.connect(lambda _row: self._refresh())
        self.dates.itemChanged.connect(self._ticked)
        self._refresh()

    @property
    def on_holiday(self) -> OnHoliday:
        """What happens on holidays."""
        return OnHoliday(self.holidays.currentData())

    @property
    def skips(self) -> list[date]:
        """The days left out, in order."""
        return sorted(self._skips)

    def _refresh(self) -> None:
        """Say what the choices would bring."""
        try:
            found = self._ask(self.form.text, self.on_holiday, self.skips)
        except Refused as refusal:
            self.words.setText(refusal_sentence(refusal))
            self.told.hide()
            self.dates.clear()
            self.go.refuse(refusal_sentence(refusal))
            return
        self.words.setText(sentence(self.form.text, self._start, on_holiday=self.on_holiday, posts=found.of))
        self.told.setText(" ".join(found.told))
        self.told.setVisible(bool(found.told))
        self._list(found.turns)
        self._grow()
        posts = sum(1 for turn in found.turns if turn.origin not in self._skips)
        self.go.set_words(self._verb or tr("Serie anlegen ({posts})").format(posts=count(posts)))
        if posts > 1 or self._verb:
            self.go.allow()
        else:
            self.go.refuse(tr("So fällt die Serie nur auf einen Tag. Wählen Sie ein späteres Ende."))

    def _grow(self) -> None:
        """Be as high as the words need, which may break into other lines now."""
        layout = self.layout()
        if layout is not None:
            layout.activate()
            needed = layout.totalHeightForWidth(self.width())
            if needed > self.height():
                self.resize(self.width(), needed)

    def _list(self, turns: Sequence[Turn]) -> None:
        shown = turns[:MOST_SHOWN]
        days = [turn.planned.date() for turn in shown]
        notes = self._notes(min(days), max(days)) if days else {}
        here = self.dates.currentRow()
        self._filling = True
        self.dates.clear()
        for number, turn in enumerate(shown):
            self.dates.addItem(self._item(turn, notes, first=number == 0))
        if len(turns) > MOST_SHOWN:
            rest = QListWidgetItem(tr("… und {n} weitere").format(n=len(turns) - MOST_SHOWN))
            rest.setFlags(Qt.ItemFlag.NoItemFlags)
            self.dates.addItem(rest)
        if here >= 0:
            self.dates.setCurrentRow(min(here, self.dates.count() - 1))
        self._filling = False

    def _item(self, turn: Turn, notes: Mapping[date, str], *, first: bool) -> QListWidgetItem:
        day = turn.planned.date()
        words = f"{_WEEKDAYS[day.weekday()]} {day_year(day)}, {turn.planned:%H:%M}"
        said = [tr("dieser Beitrag")] if first else []
        if day != turn.origin:
            why = notes.get(turn.origin, "").partition(",")[0]
            instead = tr("statt {day} ({why})") if why else tr("statt {day}")
            said.append(instead.format(day=day_month(turn.origin), why=why))
        said += [notes[day]] if notes.get(day) else []
        item = QListWidgetItem(f"{words}  –  {', '.join(said)}" if said else words)
        item.setData(Qt.ItemDataRole.UserRole, turn.origin)
        if notes.get(day) and not first:
            item.setForeground(self.theme.colour("warn"))
        item.setSizeHint(QSize(0, self.theme.px(24)))
        if first:
            item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable)
            item.setCheckState(Qt.CheckState.Checked)
        else:
            item.setFlags(
                Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsUserCheckable
            )
            out = turn.origin in self._skips
            item.setCheckState(Qt.CheckState.Unchecked if out else Qt.CheckState.Checked)
        return item

    def _ticked(self, item: QListWidgetItem) -> None:
        if self._filling:
            return
        day = item.data(Qt.ItemDataRole.UserRole)
        if item.checkState() is Qt.CheckState.Checked:
            self._skips.discard(day)
        else:
            self._skips.add(day)
        self._refresh()

    def _go(self) -> None:
        rule, how, skips = self.form.text, self.on_holiday, self.skips
        self.close()
        self._done(rule, how, skips)
