# SPDX-License-Identifier: EUPL-1.2
"""Opens the dialogs of series for whoever asks: the calendar, its inspector, the list of series."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from kalender.domain.card import Card
from kalender.domain.chains.series import OnHoliday, Turn
from kalender.domain.days.month import BandKind
from kalender.domain.post import Post
from kalender.services.chains.changing import Scope
from kalender.ui.calendar.inspector.chains import Chain
from kalender.ui.chains.day_dialog import DayDialog
from kalender.ui.chains.scope_dialog import DeleteDialog, SpreadDialog
from kalender.ui.chains.series_dialog import SeriesDialog
from kalender.ui.shell.almanac import almanac_of
from kalender.ui.shell.chains.events import Events
from kalender.ui.shell.further.listed import CHAINS, PAGES
from kalender.wording.chains import events as event_words
from kalender.wording.chains.series import effects, place
from kalender.wording.dates import moment_middle
from kalender.wording.tr import tr

if TYPE_CHECKING:
    from kalender.ui.shell.workplace import Workplace


_AGAINST = frozenset({BandKind.SCHOOL, BandKind.OWN, BandKind.BLACKOUT})
"""Bands that speak against a day, or at least for thinking twice."""


@dataclass(frozen=True, slots=True)
class Brought:
    """What a rule would bring, as the dialog asks for it."""

    turns: Sequence[Turn]
    of: int | None
    told: Sequence[str] = ()


class Chains:
    """Asks, and does what was answered; each answer is one undo step."""

    def __init__(self, work: Workplace) -> None:
        self._work = work
        self._series = work.house.series
        self.events = Events(work)

    def perform(self, verb: str, id_: str) -> None:
        """Do what a page wants of a post or of its series: repeat, spread, delete, release, show."""
        verbs: dict[str, Callable[[str], object]] = {
            "repeat": self.repeat,
            "spread": self.spread,
            "delete": self.delete,
            "show": lambda _post: self._work.visits.perform_elsewhere(PAGES[CHAINS].action),
            "release": self._series.release,
            "rule": self.rule,
            "next": self._next,
            "pause": self._series.pause,
            "resume": lambda series: self._series.pause(series, paused=False),
            "end": self.end,
            "open": self._work.visits.open_post,
            "top_up": lambda _all: self._fill(),
            **self.events.verbs(),
        }
        self._work.attempt(lambda: verbs[verb](id_))

    def of(self, card: Card) -> Sequence[Chain]:
        """Return what a post belongs to, for the inspector."""
        return (*self._series_of(card), *self._event_of(card), *self._family_of(card))

    def _family_of(self, card: Card) -> Sequence[Chain]:
        """Return the original of a post and what says the same in other languages."""
        from kalender.ui.shell.chains.families import family_of

        return family_of(card, self._work.house.siblings)

    def _event_of(self, card: Card) -> Sequence[Chain]:
        event = self._work.house.events.find(card.event)
        if event is None:
            return ()
        return (
            Chain(
                id=card.id,
                icon="ri.flag-line",
                title=tr("Gehört zu „{title}“").format(title=event.title),
                words=event_words.span(event),
                links=(("show_event", tr("Zur Veranstaltung")), ("event_release", tr("Lösen"))),
            ),
        )

    def _series_of(self, card: Card) -> Sequence[Chain]:
        series = self._series.find(card.series)
        if series is None:
            return ()
        number = place(*self._series.place(self._work.house.posts.get(card.id)))
        return (
            Chain(
                id=card.id,
                icon="ri.repeat-line",
                title=tr("Teil der Serie „{title}“").format(title=series.title or tr("Ohne Titel")),
                words=number,
                links=(("show", tr("Zur Serie")), ("spread", tr("Übertragen …"))),
            ),
        )

    def _next(self, id_: str) -> None:
        """Show the next post of a series in the calendar, or its last one."""
        now = self._work.house.posts.now()
        dated = [item.card for item in self._series.members(id_) if item.card.planned is not None]
        if not dated:
            return
        coming = [card for card in dated if card.planned is not None and card.planned >= now]
        self._work.window.show_page("calendar")
        if self._work.visits.calendar is not None:
            self._work.visits.calendar.show_post((coming or dated[-1:])[0].id)

    def _fill(self) -> None:
        made = self._series.top_up(again=True)
        if not made:
            self._work.window.say(tr("Es fehlt kein Termin."))

    def end(self, id_: str) -> DayDialog:
        """Ask for the last day of a series."""
        series, desk = self._series.get(id_), self._series
        dialog = DayDialog(
            self._work.theme,
            self._work.window,
            title=tr("Serie beenden"),
            verb=tr("Serie beenden"),
            label=tr("Letzter Tag"),
            about=tr("Serie „{title}“").format(title=series.title or tr("Ohne Titel")),
            day=desk.today(),
            told=lambda day: effects(desk.effect_of_end(id_, day)),
            done=lambda day: self._work.attempt(lambda: desk.end(id_, day)),
        )
        dialog.open()
        return dialog

    def repeat(self, id_: str) -> SeriesDialog:
        """Ask how a post is to be repeated; raises Refused SERIES_UNDATED, IN_SERIES."""
        post, series = self._work.house.posts.get(id_), self._series
        series.may_begin(post)

        def ask(rule: str, how: OnHoliday, skips: Sequence[date]) -> Brought:
            return Brought(series.preview(id_, rule, how).turns, series.preview(id_, rule, how, skips).of)

        assert post.planned is not None
        dialog = SeriesDialog(
            self._work.theme,
            self._work.window,
            heading=tr("Als Serie wiederholen"),
            title=post.title,
            start=post.planned,
            ask=ask,
            notes=self.notes,
            done=lambda rule, how, skips: self._work.attempt(lambda: series.add(id_, rule, how, skips)),
        )
        dialog.open()
        return dialog

    def rule(self, id_: str) -> SeriesDialog:
        """Ask for another rule of a series."""
        series = self._series.get(id_)
        assert series.start is not None

        def ask(rule: str, how: OnHoliday, skips: Sequence[date]) -> Brought:
            effect, outlook = self._series.effect_of_rule(id_, rule, how, skips)
            whole = self._series.effect_of_rule(id_, rule, how, ())[1]
            return Brought(whole.turns, outlook.of, effects(effect))

        dialog = SeriesDialog(
            self._work.theme,
            self._work.window,
            heading=tr("Wiederholung ändern"),
            title=series.title,
            start=series.start,
            ask=ask,
            notes=self.notes,
            done=lambda rule, how, skips: self._work.attempt(
                lambda: self._series.change_rule(id_, rule, how, skips)
            ),
            rule=series.rule,
            on_holiday=series.on_holiday,
            skips=[date.fromisoformat(item.id) for item in series.skips],
            verb=tr("Wiederholung ändern"),
        )
        dialog.open()
        return dialog

    def spread(self, id_: str) -> SpreadDialog:
        """Ask what of a post goes over to others of its series."""
        post, series = self._work.house.posts.get(id_), self._series

        def told(scope: str, what: frozenset[str], spare: bool) -> Sequence[str]:
            return effects(series.effect_of_spreading(id_, Scope(scope), what, spare=spare))

        dialog = SpreadDialog(
            self._work.theme,
            self._work.window,
            about=self._about(post),
            differs=series.differs(id_),
            told=told,
            done=lambda scope, what, spare: self._work.attempt(
                lambda: series.spread_over(id_, Scope(scope), what, spare=spare)
            ),
        )
        dialog.open()
        return dialog

    def delete(self, id_: str) -> DeleteDialog | None:
        """Ask how much of a series is to be deleted; a post whose series is gone goes alone."""
        post, series = self._work.house.posts.get(id_), self._series
        if series.find(post.series) is None:
            self._work.house.posts.delete([id_])
            return None
        dialog = DeleteDialog(
            self._work.theme,
            self._work.window,
            about=self._about(post),
            told=lambda scope: effects(series.effect_of_deleting(id_, Scope(scope))),
            done=lambda scope: self._work.attempt(lambda: series.delete(id_, Scope(scope))),
        )
        dialog.open()
        return dialog

    def _about(self, post: Post) -> str:
        number = place(*self._series.place(post))
        when = moment_middle(post.planned) if post.planned else tr("ohne Termin")
        return tr("„{title}“, {when} ({place})").format(
            title=post.title or tr("Ohne Titel"), when=when, place=number
        )

    def notes(self, first: date, last: date) -> Mapping[date, str]:
        """Return what applies to days, as far as it speaks against a post: holidays, silent days, blackouts."""
        house = self._work.house
        plan = house.plan
        read = almanac_of(
            house.layers,
            lambda: plan.municipality.land,
            lambda: {item.id: item.name for item in plan.channels},
        )
        almanac = read(first, last)
        silent = {day: name for year in range(first.year, last.year + 1)
                  for day, name in house.layers.silent_days(year).items()}  # fmt: skip
        found: dict[date, str] = {}
        day = first
        while day <= last:
            words = [almanac.holidays[day]] if day in almanac.holidays else []
            if day in silent:
                words.append(tr("{name} (stiller Tag)").format(name=silent[day]))
            words += [band.short or band.label for band in almanac.over(day) if band.kind in _AGAINST]
            if words:
                found[day] = ", ".join(dict.fromkeys(words))
            day += timedelta(days=1)
        return found
