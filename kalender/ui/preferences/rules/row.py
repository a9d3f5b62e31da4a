# SPDX-License-Identifier: EUPL-1.2
"""One rule in the settings: its name, what it does by default, what it does here, and who changed that."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout

from kalender.domain.frozen import frozen
from kalender.domain.rules.book import Level, Ruling
from kalender.domain.rules.finding import Rule
from kalender.ui.theme.theme import Theme
from kalender.ui.widgets.blocks.folding import FoldingBar
from kalender.ui.widgets.blocks.spacing import at_least, spaced
from kalender.ui.widgets.blocks.text import Text
from kalender.ui.widgets.controls.choice import CheckBox, Choice
from kalender.wording.findings import LEVELS, left_by, name
from kalender.wording.tr import tr


@frozen
class RuleShown:
    """A rule as the list shows it. ruling: what the plan makes of it, None for the default."""

    id: str
    rule: Rule
    ruling: Ruling | None

    @property
    def default(self) -> Level:
        """What it does where nobody has changed it."""
        return Level(self.rule.severity.value) if self.rule.on else Level.OFF

    @property
    def level(self) -> Level:
        """What it does in this plan."""
        return self.ruling.level if self.ruling is not None else self.default


class RuleRow(FoldingBar):
    """One rule."""

    def __init__(self, theme: Theme, rule: str) -> None:
        super().__init__(theme, pad=(12, 8))
        words = name(rule)
        column = spaced(theme, QVBoxLayout(), gap=2)
        self.name = Text(theme, words, "body", weight=600, wrap=True)
        at_least(theme, self.name, 220)
        self.about = Text(theme, "", "small", ink="text-2", wrap=True)
        self.who = Text(theme, "", "small", wrap=True)
        self.leavable = CheckBox(
            theme,
            tr("Darf bei einem Beitrag mit Grund so bleiben"),
            name=tr("{rule}: darf bei einem Beitrag mit Grund so bleiben").format(rule=words),
            role="small",
        )
        for part in (self.name, self.about, self.who, self.leavable):
            column.addWidget(part)
        self.first.addLayout(column, 1)
        self.default = Text(theme, "", "small", ink="text-2")
        at_least(theme, self.default, 104)
        self.level = Choice(theme, name=tr("{rule}: Wirkung").format(rule=words))
        for level in Level:
            self.level.addItem(tr(LEVELS[level.value]), level.value)
        self.second.addWidget(self.default)
        self.second.addWidget(self.level)

    def show_rule(self, shown: RuleShown, by: str) -> None:
        """Show the rule as it is now; by: the name of whoever changed it."""
        source = tr("Grundlage: {source} (Stand {day})").format(
            source=shown.rule.source, day=shown.rule.seen.strftime("%d.%m.%Y")
        )
        unsure = "" if shown.rule.sure else " " + tr("Die Regel kann sich irren.")
        self.about.setText(source + unsure)
        self.default.setText(tr("Vorgabe: {level}").format(level=tr(LEVELS[shown.default.value])))
        self.level.setCurrentIndex(self.level.findData(shown.level.value))
        ruling = shown.ruling
        self.who.setVisible(ruling is not None)
        self.leavable.setVisible(shown.level is Level.ERROR)
        self.leavable.setChecked(ruling is not None and ruling.leavable)
        if ruling is not None:
            self.who.setText(tr("Geändert: {who}").format(who=left_by(ruling, by)))
        self.refold()
