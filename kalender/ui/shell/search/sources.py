# SPDX-License-Identifier: EUPL-1.2
"""What the plan has to offer to the search: days, saved views, parts of the settings, posts opened last."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from kalender.domain.refusal import Refused
from kalender.domain.text.when import when
from kalender.ui.shell.search.offers import Group, Offer
from kalender.wording.cards import title
from kalender.wording.dates import day_long, moment_short, relative_day
from kalender.wording.tr import tr

if TYPE_CHECKING:
    from kalender.ui.shell.workplace import Workplace

RECENT = 12
"""Keys of what was used last that this computer remembers."""

_POST = "post:"


class PlanOffers:
    """Gathers them anew for each text: there are few, and they change."""

    def __init__(self, work: Workplace) -> None:
        self._work = work

    def __call__(self, text: str) -> list[Offer]:
        """Return all there is; the day a text means, and posts opened last where there is none yet."""
        if not text.strip():
            return [*self._posts(), *self._views(), *self._settings()]
        return [*self._days(text), *self._views(), *self._stock(), *self._settings()]

    def recent(self) -> tuple[str, ...]:
        """Return the keys of what was used last, the latest first."""
        return self._work.preferences.values.palette_recent

    def used(self, key: str) -> None:
        """Remember that something was used."""
        rest = tuple(item for item in self.recent() if item != key)
        self._work.preferences.change(palette_recent=(key, *rest)[:RECENT])

    def _days(self, text: str) -> Iterator[Offer]:
        today = self._work.house.posts.now().date()
        day = when(text, today)
        if day is not None:
            near = relative_day(day, today)
            week = tr("KW {number}").format(number=day.isocalendar().week)
            yield Offer(
                key="day",
                group=Group.DAY,
                words=tr("Gehe zu {day}").format(day=day_long(day)),
                hint=f"{near}, {week}" if near.islower() else week,
                icon="ri.calendar-event-line",
                run=partial(self._go_to, day),
            )

    def _go_to(self, day: date) -> None:
        work = self._work
        work.visits.flush()
        work.window.show_page("calendar")
        if work.visits.calendar is not None:
            work.visits.calendar.step_to(day)

    def _posts(self) -> Iterator[Offer]:
        for key in self.recent():
            if key.startswith(_POST):
                id_ = key.removeprefix(_POST)
                try:
                    card = self._work.house.posts.card(id_)
                except Refused:
                    continue  # it was deleted
                yield Offer(
                    key=key,
                    group=Group.POST,
                    words=title(card),
                    hint=moment_short(card.planned) if card.planned is not None else tr("Idee"),
                    icon="ri.edit-line",
                    run=partial(self._work.visits.open_post, id_),
                )

    def _views(self) -> Iterator[Offer]:
        for view in self._work.viewing.views:
            yield Offer(
                key=f"view:{view.id}",
                group=Group.VIEW,
                words=view.name,
                icon="ri.bookmark-line",
                run=partial(self._work.viewing.use, view.id),
            )

    def _stock(self) -> Iterator[Offer]:
        """Yield templates to begin a post from, and blocks where a post is being written."""
        from kalender.ui.shell.stock.offering import offers

        yield from offers(self._work)

    def _settings(self) -> Iterator[Offer]:
        from kalender.ui.shell.further.parts import PARTS, show_part

        for part in PARTS:
            yield Offer(
                key=f"setting:{part.key}",
                group=Group.SETTING,
                words=tr(part.words),
                icon=part.icon,
                also=tuple(tr(word) for word in part.also),
                run=partial(show_part, self._work, part.key),
            )
