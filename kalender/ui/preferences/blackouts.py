# SPDX-License-Identifier: EUPL-1.2
"""Days on which nothing is to appear: from, to, why, on which channels."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kalender.domain.plan import Blackout
from kalender.services.plan_view import PlanView
from kalender.services.setup.blackouts import Blackouts
from kalender.ui.preferences.days import ChannelsButton
from kalender.ui.preferences.rows import Rows
from kalender.ui.preferences.sections import Part
from kalender.ui.theme.theme import Theme
from kalender.ui.widgets.blocks.folding import FoldingBar
from kalender.ui.widgets.blocks.leaf import note
from kalender.ui.widgets.blocks.spacing import at_least, spaced
from kalender.ui.widgets.blocks.text import Ground, Text
from kalender.ui.widgets.controls.button import Button, Kind
from kalender.ui.widgets.controls.day import DayButton
from kalender.ui.widgets.controls.saved import EntryLine, SavedLine
from kalender.wording.tr import tr


class BlackoutRow(Ground):
    """One blackout."""

    def __init__(self, theme: Theme, day: date) -> None:
        super().__init__(theme, "bg-surface", edges="b")
        column = spaced(theme, QVBoxLayout(self), (0, 8, 0, 8), 6)
        self.names, self.days = (
            FoldingBar(theme, edges="", pad=(12, 0)),
            FoldingBar(theme, edges="", pad=(12, 0)),
        )
        for bar in (self.names, self.days):
            bar.set_ground("bg-surface")
            column.addWidget(bar)
        self.title = SavedLine(theme, name=tr("Bezeichnung"))
        self.reason = SavedLine(theme, name=tr("Grund"), hint=tr("Grund, freiwillig"))
        at_least(theme, self.title, 150)
        at_least(theme, self.reason, 150)
        self.names.first.addWidget(self.title, 1)
        self.names.first.addWidget(self.reason, 1)
        self.first_day = DayButton(theme, tr("Von"), day)
        self.last_day = DayButton(theme, tr("Bis"), day)
        self.channels = ChannelsButton(theme)
        self.remove = Button(theme, icon="ri.delete-bin-line", kind=Kind.QUIET, name=tr("Sperrzeit löschen"))
        self.posts = Text(theme, "", "small", ink="text-2", wrap=True)
        self.names.second.addWidget(self.channels)
        self.names.second.addWidget(self.remove)
        between = spaced(theme, QHBoxLayout(), gap=8)
        for part in (self.first_day, Text(theme, tr("bis"), "small", ink="text-2"), self.last_day):
            between.addWidget(part)
        self.days.first.addLayout(between)
        self.days.first.addWidget(self.posts, 1)

    def show_blackout(self, item: Blackout, posts: int, channels: list[tuple[str, str]]) -> None:
        """Show the blackout as it is now."""
        self.title.show_text(item.title)
        self.reason.show_text(item.reason)
        self.title.setAccessibleName(tr("Bezeichnung der Sperrzeit {title}").format(title=item.title))
        self.reason.setAccessibleName(tr("Grund der Sperrzeit {title}").format(title=item.title))
        self.remove.setAccessibleName(tr("Sperrzeit {title} löschen").format(title=item.title))
        self.first_day.set_label(tr("{title}, von").format(title=item.title))
        self.last_day.set_label(tr("{title}, bis").format(title=item.title))
        if item.first is not None and item.last is not None:
            self.first_day.set_day(item.first)
            self.last_day.set_day(item.last)
        self.channels.set_channels(
            channels, item.channels, tr("Kanäle der Sperrzeit {title}").format(title=item.title)
        )
        one = tr("1 Beitrag liegt darin. Er bleibt, wo er ist, und zeigt einen Hinweis.")
        many = tr("{n} Beiträge liegen darin. Sie bleiben, wo sie sind, und zeigen einen Hinweis.")
        self.posts.setText("" if not posts else one if posts == 1 else many.format(n=posts))
        self.names.refold()


class BlackoutsPart(Part):
    """Add, change and delete blackouts."""

    kinds = frozenset({"blackout", "channel", "post"})

    def __init__(self, theme: Theme, blackouts: Blackouts, plan: PlanView, today: Callable[[], date]) -> None:
        super().__init__(
            theme,
            tr("Sperrzeiten"),
            tr(
                "Tage, an denen nichts erscheinen soll, etwa vor einer Wahl. Wer einen Beitrag trotzdem hineinlegt, "
                "gibt einen Grund an."
            ),
        )
        self._blackouts, self._plan, self._today = blackouts, plan, today
        self.rows: Rows[Blackout] = Rows(theme, self._make, self._show, after=self)
        self.empty = note(theme, "ri.forbid-line", tr("Noch ist keine Sperrzeit eingetragen."))
        self.body.addWidget(self.empty)
        self.body.addWidget(self.rows.frame)
        bar = FoldingBar(theme, edges="", pad=(12, 8))
        self.new_title = EntryLine(theme, hint=tr("Bezeichnung"), name=tr("Bezeichnung der neuen Sperrzeit"))
        at_least(theme, self.new_title, 150)
        self.new_first = DayButton(theme, tr("Neue Sperrzeit, von"), today())
        self.new_last = DayButton(theme, tr("Neue Sperrzeit, bis"), today())
        self.add = Button(theme, tr("Sperrzeit anlegen"), icon="ri.add-line")
        bar.first.addWidget(self.new_title, 1)
        for part in (self.new_first, Text(theme, tr("bis"), "small", ink="text-2"), self.new_last, self.add):
            bar.second.addWidget(part)
        self.rows.foot(bar)
        self.body.addWidget(
            note(
                theme,
                "ri.information-line",
                tr(
                    "Eine Sperrzeit verschiebt nichts und lässt Freigaben gültig. Sie zeigt sich im Kalender."
                ),
            )
        )
        self.body.addStretch(1)
        self.new_first.chosen.connect(self._follow)
        self.add.clicked.connect(lambda _checked=False: self._add())
        self.new_title.returnPressed.connect(self._add)
        self.refresh()

    def _follow(self, day: date) -> None:
        if self.new_last.day < day:
            self.new_last.set_day(day)

    def _add(self) -> None:
        if self.attempt(
            lambda: self._blackouts.add(self.new_title.text(), self.new_first.day, self.new_last.day)
        ):
            self.new_title.clear()
        self.new_title.setFocus(Qt.FocusReason.OtherFocusReason)

    def _make(self, item: Blackout) -> QWidget:
        row, id_ = BlackoutRow(self.theme, item.first or self._today()), item.id
        row.title.saved.connect(lambda text: self._change(id_, title=text))
        row.reason.saved.connect(lambda text: self._change(id_, reason=text))
        row.first_day.chosen.connect(lambda day: self._begin(id_, day))
        row.last_day.chosen.connect(lambda day: self._change(id_, last=day))
        row.channels.chosen.connect(lambda ids: self._change(id_, channels=tuple(ids)))
        row.remove.clicked.connect(lambda _checked=False: self._remove(id_))
        return row

    def _remove(self, id_: str) -> None:
        beside = self.rows.neighbour(id_)
        if self.attempt(lambda: self._blackouts.delete(id_)):
            focus = beside.remove if isinstance(beside, BlackoutRow) else self.new_title
            focus.setFocus(Qt.FocusReason.OtherFocusReason)

    def _begin(self, id_: str, day: date) -> None:
        """Let a blackout begin on a day; one that would end before it keeps its length."""
        item = next((item for item in self._plan.blackouts if item.id == id_), None)
        if item is None or item.first is None or item.last is None:
            return
        last = item.last if item.last >= day else day + (item.last - item.first)
        self._change(id_, first=day, last=last)

    def _change(self, id_: str, **values: object) -> None:
        self.attempt(lambda: self._blackouts.change(id_, **values))

    def _show(self, row: QWidget, item: Blackout, _place: int, _count: int) -> None:
        assert isinstance(row, BlackoutRow)
        names = [(one.id, one.name) for one in self._plan.channels if one.active or one.id in item.channels]
        row.show_blackout(item, self._blackouts.posts(item), names)

    def refresh(self) -> None:
        """Show the blackouts by their first day."""
        found = self._plan.blackouts
        self.empty.setVisible(not found)
        self.rows.show(found)
