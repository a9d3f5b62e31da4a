# SPDX-License-Identifier: EUPL-1.2
"""The part Prüfregeln: what every rule does in this plan, and the choices of the house that some ask for."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from kalender.domain.rules.book import Gender, Level
from kalender.domain.rules.checks import rules
from kalender.services.checking.rulings import Rulings
from kalender.services.plan_view import PlanView
from kalender.ui.preferences.rows import Rows
from kalender.ui.preferences.rules.dialog import ReasonDialog
from kalender.ui.preferences.rules.row import RuleRow, RuleShown
from kalender.ui.preferences.sections import Part
from kalender.ui.theme.theme import Theme
from kalender.ui.widgets.blocks.text import Text
from kalender.ui.widgets.controls.choice import Choice
from kalender.ui.widgets.controls.field import Field
from kalender.ui.widgets.controls.saved import EntryLine, SavedLine
from kalender.wording.findings import LEVELS, WORDS, name
from kalender.wording.tr import tr

GENDERS = {
    Gender.OFF: "Keine Vorgabe",
    Gender.NEUTRAL: "Neutrale Wörter (das Team)",
    Gender.PAIR: "Beide Formen (Bürgerinnen und Bürger)",
    Gender.STAR: "Mit Stern (Bürger*innen)",
    Gender.COLON: "Mit Doppelpunkt (Bürger:innen)",
    Gender.FORBIDDEN: "Sonderzeichen sind verboten",
}
"""How the house writes, in words."""


class RulesPart(Part):
    """Search, change with a reason, and back to the default."""

    kinds = frozenset({"setting", "person"})

    def __init__(self, theme: Theme, rulings: Rulings, plan: PlanView) -> None:
        super().__init__(
            theme,
            tr("Prüfregeln"),
            tr(
                "Was sperrt, hält die Freigabe und den Export auf. Was warnt oder ein Tipp ist, kann bei jedem Beitrag "
                "so bleiben. Jede Änderung braucht einen Grund."
            ),
        )
        self._rulings, self._plan = rulings, plan
        self.body.addWidget(Text(theme, tr("Schreibweise des Hauses"), "title-3"))
        self.gender = Choice(theme)
        for gender, words in GENDERS.items():
            self.gender.addItem(tr(words), gender.value)
        self.body.addWidget(Field(theme, tr("Frauen und Männer"), self.gender))
        self.holders = SavedLine(
            theme, name=tr("Namen"), hint=tr("zum Beispiel Eva Klein, Jonas Weber, mit Komma getrennt")
        )
        self.body.addWidget(
            Field(theme, tr("Amtsinhaber und Kandidierende, die vor Wahlen auffallen"), self.holders)
        )
        self.keywords = SavedLine(theme, name=tr("Wörter"), hint=tr("mit Komma getrennt"))
        self.body.addWidget(Field(theme, tr("Weitere Wörter, die vor Wahlen auffallen"), self.keywords))
        self.body.addSpacing(theme.px(10))
        self.body.addWidget(Text(theme, tr("Regeln"), "title-3"))
        self.search = EntryLine(theme, hint=tr("Regel suchen"), name=tr("Regel suchen"))
        self.body.addWidget(self.search)
        self.count = Text(theme, "", "small", ink="text-2")
        self.body.addWidget(self.count)
        self.rows: Rows[RuleShown] = Rows(theme, self._make, self._show, after=self.search)
        self.body.addWidget(self.rows.frame)
        self.body.addStretch(1)
        self.gender.activated.connect(
            lambda _row: self.attempt(lambda: rulings.gender(Gender(str(self.gender.currentData()))))
        )
        self.holders.saved.connect(lambda text: self.attempt(lambda: rulings.holders(text.split(","))))
        self.keywords.saved.connect(lambda text: self.attempt(lambda: rulings.keywords(text.split(","))))
        self.search.textChanged.connect(lambda _text: self._narrow())
        self.refresh()

    def _make(self, shown: RuleShown) -> QWidget:
        row, id_ = RuleRow(self.theme, shown.id), shown.id
        row.level.activated.connect(lambda _place: self._choose(id_, Level(str(row.level.currentData()))))
        row.leavable.clicked.connect(lambda on: self._allow(id_, on=on))
        return row

    def _show(self, row: QWidget, shown: RuleShown, _place: int, _count: int) -> None:
        assert isinstance(row, RuleRow)
        person = self._plan.person(shown.ruling.by) if shown.ruling is not None else None
        row.show_rule(shown, person.name if person is not None else tr("Jemand"))

    def _shown(self, id_: str) -> RuleShown:
        return RuleShown(id=id_, rule=rules()[id_], ruling=self._rulings.book().ruling(id_))

    def _choose(self, id_: str, level: Level) -> None:
        shown = self._shown(id_)
        if level is shown.level:
            return
        if level is shown.default:
            self.attempt(lambda: self._rulings.reset(id_))
            return
        now, then = tr(LEVELS[shown.level.value]), tr(LEVELS[level.value])
        what = tr("Bisher: {now}. Von jetzt an: {then}.").format(now=now, then=then)
        self._ask(id_, what, lambda reason: self._rulings.change(id_, level, reason))

    def _allow(self, id_: str, *, on: bool) -> None:
        shown = self._shown(id_)
        if not on and shown.default is Level.ERROR:
            self.attempt(lambda: self._rulings.reset(id_))
            return
        what = (
            tr("Sie sperrt weiter, darf aber bei einem Beitrag mit Grund so bleiben.")
            if on
            else tr("Sie sperrt ohne Ausnahme.")
        )
        self._ask(id_, what, lambda reason: self._rulings.change(id_, Level.ERROR, reason, leavable=on))

    def _ask(self, id_: str, what: str, done: Callable[[str], object]) -> None:
        dialog = ReasonDialog(
            self.theme, self.window(), name(id_), what, lambda reason: self.attempt(lambda: done(reason))
        )
        dialog.finished.connect(lambda _code: self.refresh())
        dialog.open()

    def _narrow(self) -> None:
        """Show the rules whose name, sentence or id holds every word of the search."""
        wanted = self.search.text().casefold().split()
        shown = 0
        for id_, row in self.rows.by_id.items():
            said = " ".join((id_, *WORDS.get(id_, ()))).casefold()
            fits = all(word in said for word in wanted)
            row.setVisible(fits)
            shown += fits
        one = tr("1 Regel")
        self.count.setText(one if shown == 1 else tr("{n} Regeln").format(n=shown))

    def refresh(self) -> None:
        """Show what holds now: changed rules first, then in the order of the checks."""
        book = self._rulings.book()
        self.gender.setCurrentIndex(self.gender.findData(book.gender.value))
        self.holders.show_text(", ".join(book.holders))
        self.keywords.show_text(", ".join(book.keywords))
        found = [RuleShown(id=id_, rule=rule, ruling=book.ruling(id_)) for id_, rule in rules().items()]
        self.rows.show(sorted(found, key=lambda item: item.ruling is None))
        self._narrow()
