# SPDX-License-Identifier: EUPL-1.2
"""Opens the dialogs of events, words what carrying a bar would do, and fills the inspector for one."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QCursor
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from kalender.domain.chains.events import Event, Step
from kalender.services.chains.members import Member
from kalender.ui.calendar.doing.carry import Verdict
from kalender.ui.calendar.grid.bars import ENTRY, EVENT, Held
from kalender.ui.chains.day_dialog import DayDialog
from kalender.ui.chains.event_dialog import DropDialog, EventDialog
from kalender.ui.widgets.blocks.section import Facts
from kalender.ui.widgets.blocks.text import Ground, Text
from kalender.ui.widgets.controls.link import Link
from kalender.wording.chains import events as words
from kalender.wording.chains.series import effects
from kalender.wording.dates import moment_short
from kalender.wording.tr import tr

if TYPE_CHECKING:
    from kalender.ui.shell.workplace import Workplace


class Events:
    """Asks about events, and does what was answered. chosen: id of the event whose bar was clicked, or empty."""

    def __init__(self, work: Workplace) -> None:
        self._work = work
        self._desk = work.house.events
        self.chosen = ""
        self._listening = False

    def verbs(self) -> dict[str, Callable[[str], object]]:
        """Return what can be wanted, by its key; names are those of ui/calendar/grid/bars.py."""
        return {
            "event": self.choose,
            "edit": self.edit,
            "menu": self.menu,
            "shift": self.shift,
            "moved": self.put_down,
            "chain": self.chain,
            "drop": self.drop,
            "only": self.only,
            "new_event": lambda _none: self.new(),
            "event_next": self.look,
            "event_release": self._desk.release,
            "show_event": self.show_of,
        }

    # Choosing and carrying

    def choose(self, name: str) -> None:
        """Show an event in the inspector, or none."""
        page = self._work.visits.calendar
        self.chosen = name.removeprefix(EVENT)
        if page is None:
            return
        if not self._listening:
            self._listening = True
            page.inspector.instead = self.sections
            page.choice.changed.connect(self._forget)
        page.choice.view.choose(())
        page.settle()

    def _forget(self) -> None:
        """Let go of the event where a post is chosen."""
        page = self._work.visits.calendar
        if page is not None and page.ids():
            self.chosen = ""

    def show_of(self, post: str) -> None:
        """Show the event of a post in the inspector."""
        self.choose(self._work.house.posts.get(post).event)

    def look(self, id_: str) -> None:
        """Show an event in the calendar."""
        event = self._desk.get(id_)
        self._work.window.show_page("calendar")
        if self._work.visits.calendar is not None and event.first is not None:
            self._work.visits.calendar.go_to(event.first)
            self.choose(id_)

    def only(self, id_: str) -> None:
        """Show only the posts around an event, in calendar and board."""
        self._work.visits.narrowing.change(events=frozenset({id_.removeprefix(EVENT)}))

    def verdict(self, name: str, day: date) -> Verdict:
        """Tell what putting an event down on a day would do; its bar is held at a day of its own."""
        held = Held.of(name)
        event = self._desk.find(held.event) if held is not None else None
        if held is None or event is None or event.first is None:
            return Verdict(when=tr("Hier nicht möglich"), kind="err")
        there = event.begun_on(_day(event.first.toordinal() + (day - held.day).days))
        effect = self._desk.effect_of_moving(event.id, there.first or day)
        if there.first == event.first:
            return Verdict(when=words.span(event), note=tr("Bleibt, wo sie ist"))
        kind = "warn" if effect.lapses else "ok"
        return Verdict(when=words.span(there), note=words.moving(effect), kind=kind)

    def put_down(self, said: str) -> None:
        """Move an event: its name in hand and the day it was put down on, divided by >."""
        name, _arrow, day = said.partition(">")
        held = Held.of(name)
        if held is None:
            return
        event = self._desk.get(held.event)
        if event.first is not None:
            days = (date.fromisoformat(day) - held.day).days
            if days:
                self._desk.move(event.id, _day(event.first.toordinal() + days))
                self.choose(event.id)

    # Asking

    def new(self, day: date | None = None) -> EventDialog:
        """Ask for a new event."""
        first = day or self._work.house.posts.now().date()
        return self._open(
            heading=tr("Veranstaltung anlegen"),
            event=Event(id="", first=first, last=first),
            verb=tr("Anlegen"),
            chain="event",
            done=self._add,
        )

    def edit(self, name: str) -> EventDialog:
        """Ask for other values of an event."""
        event = self._desk.get(name.removeprefix(EVENT))

        def told(now: Event) -> Sequence[str]:
            if now.first == event.first or now.first is None:
                return ()
            return words.moved(self._desk.effect_of_moving(event.id, now.first))

        return self._open(
            heading=tr("Veranstaltung bearbeiten"),
            event=event,
            verb=tr("Übernehmen"),
            told=told,
            done=lambda now, _steps: self._work.attempt(partial(self._change, now)),
        )

    def chain(self, name: str) -> EventDialog | None:
        """Ask which posts are wanted around an event, or around an entry of a layer, which becomes one."""
        if not name.startswith(ENTRY):
            event = self._desk.get(name.removeprefix(EVENT))
            return self._open(
                heading=tr("Kette anlegen"),
                event=event,
                verb=tr("Kette anlegen"),
                chain="campaign" if event.campaign else "event",
                done=self._chain,
            )
        source = name.removeprefix(ENTRY)
        known = self._desk.made_from(source)
        if known is not None:
            return self.chain(known.id)
        made = self._of_entry(source)
        if made is None:
            self._work.window.warn(tr("Diesen Eintrag gibt es nicht mehr."))
            return None
        return self._open(
            heading=tr("Kette anlegen"), event=made, verb=tr("Anlegen"), chain="event", done=self._add
        )

    def shift(self, name: str) -> DayDialog:
        """Ask for another first day."""
        event = self._desk.get(name.removeprefix(EVENT))
        dialog = DayDialog(
            self._work.theme,
            self._work.window,
            title=tr("Veranstaltung verschieben"),
            verb=tr("Verschieben"),
            label=tr("Neuer erster Tag"),
            about=f"„{event.title}“, {words.span(event)}",
            day=event.first or self._work.house.posts.now().date(),
            told=lambda day: words.moved(self._desk.effect_of_moving(event.id, day)),
            done=lambda day: self._work.attempt(lambda: self._desk.move(event.id, day)),
        )
        dialog.open()
        return dialog

    def drop(self, name: str) -> DropDialog:
        """Ask whether an event goes with its posts."""
        event = self._desk.get(name.removeprefix(EVENT))
        alone = tr("Die Beiträge bleiben einzeln stehen.") if self._desk.members(event.id) else ""

        def told(posts: bool) -> Sequence[str]:
            return effects(self._desk.effect_of_deleting(event.id, posts=True)) if posts else (alone,)

        dialog = DropDialog(
            self._work.theme,
            self._work.window,
            about=f"„{event.title}“, {words.span(event)}",
            told=told,
            done=lambda posts: self._work.attempt(lambda: self._desk.delete(event.id, posts=posts)),
        )
        dialog.open()
        return dialog

    def menu(self, name: str) -> QMenu:
        """Open the menu of an event, or of an entry of a layer, under the pointer."""
        menu = QMenu(self._work.window)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        offered = (
            (("chain", tr("Kette anlegen …")),)
            if name.startswith(ENTRY)
            else (
                ("edit", tr("Bearbeiten …")),
                ("shift", tr("Verschieben nach …")),
                ("chain", tr("Kette anlegen …")),
                ("drop", tr("Löschen …")),
            )
        )
        for verb, said in offered:
            menu.addAction(said).triggered.connect(partial(self._work.visits.chains.perform, verb, name))
        menu.popup(QCursor.pos())
        return menu

    def _open(
        self,
        *,
        heading: str,
        event: Event,
        verb: str,
        done: Callable[[Event, tuple[Step, ...]], object],
        chain: str = "",
        told: Callable[[Event], Sequence[str]] = lambda _event: (),
    ) -> EventDialog:
        topics = [(item.id, item.name) for item in self._work.house.plan.topics]
        dialog = EventDialog(
            self._work.theme,
            self._work.window,
            heading=heading,
            event=event,
            topics=topics,
            verb=verb,
            today=self._work.house.posts.now().date(),
            done=done,
            chain=chain,
            told=told,
        )
        dialog.open()
        dialog.title.setFocus()
        return dialog

    # Doing

    def _add(self, event: Event, steps: tuple[Step, ...]) -> None:
        made: list[str] = []
        first, last = event.first, event.last
        if first is None or last is None:
            return
        if self._work.attempt(
            lambda: made.append(
                self._desk.add(
                    event.title, first, last, place=event.place, topic=event.topic, note=event.note,
                    campaign=event.campaign, source=event.source, posts=words.wanted(event, steps),
                )
            )
        ):  # fmt: skip
            self.choose(made[0])

    def _chain(self, event: Event, steps: tuple[Step, ...]) -> None:
        self._work.attempt(partial(self._change, event))
        self._work.attempt(lambda: self._desk.add_posts(event.id, words.wanted(event, steps)))

    def _change(self, event: Event) -> None:
        self._desk.change(
            event.id,
            title=event.title, first=event.first, last=event.last, place=event.place, topic=event.topic,
            note=event.note, campaign=event.campaign,
        )  # fmt: skip

    def _of_entry(self, source: str) -> Event | None:
        """Return the event that an entry of a layer would become: <entry>@<day>."""
        id_, _at, day = source.partition("@")
        first = date.fromisoformat(day)
        zone = self._work.house.plan.municipality.zone
        found = next(
            (item for item in self._work.house.own_days.between(first, first, zone) if item.entry == id_),
            None,
        )
        if found is None:
            return None
        return Event(
            id="", title=found.title, first=found.first, last=found.last, place=found.place, source=source
        )

    # The inspector

    def sections(self) -> Sequence[QWidget]:
        """Return what the inspector shows of the event that is chosen, nothing where none is."""
        event = self._desk.find(self.chosen)
        if event is None:
            self.chosen = ""
            return ()
        return self._head(event), self._posts(event, self._desk.members(event.id))

    def _head(self, event: Event) -> Ground:
        theme = self._work.theme
        ground, column = _section(self._work)
        column.addWidget(Text(theme, event.title, "title-3", wrap=True))
        topic = next((item.name for item in self._work.house.plan.topics if item.id == event.topic), "")
        facts: list[tuple[str, str | QWidget]] = [
            (tr("Art"), words.kind(event)),
            (tr("Tage"), words.span(event)),
        ]
        facts += [(name, said) for name, said in ((tr("Ort"), event.place), (tr("Thema"), topic)) if said]
        column.addWidget(Facts(theme, facts))
        if event.note:
            column.addWidget(Text(theme, event.note, "small", ink="text-2", wrap=True))
        for pair in (
            (("edit", tr("Bearbeiten …")), ("shift", tr("Verschieben nach …"))),
            (("chain", tr("Kette anlegen …")), ("drop", tr("Löschen …"))),
            (("only", tr("Nur ihre Beiträge zeigen")),),
        ):
            row = QHBoxLayout()
            row.setSpacing(theme.px(16))
            for verb, said in pair:
                row.addWidget(Link(theme, said, clicked=partial(self._wanted, verb, event.id)))
            row.addStretch(1)
            column.addLayout(row)
        return ground

    def _posts(self, event: Event, members: Sequence[Member]) -> Ground:
        theme = self._work.theme
        ground, column = _section(self._work)
        column.addWidget(Text(theme, tr("Beiträge dazu"), "small", weight=600, ink="text-2"))
        if not members:
            column.addWidget(Text(theme, tr("Noch kein Beitrag."), "small", ink="text-2"))
        for member in members:
            post = member.post
            when = moment_short(post.planned) if post.planned else tr("ohne Termin")
            link = Link(theme, post.title or tr("Ohne Titel"), clicked=partial(self._show, post.id))
            column.addWidget(link, 0, Qt.AlignmentFlag.AlignLeft)
            said = when
            if (
                post.planned and event.first and not member.card.published
            ):  # one that has left did not move along
                said = f"{when}, {words.offset((post.planned.date() - event.first).days, event)}"
            column.addWidget(Text(theme, said, "small", ink="text-2"))
        return ground

    def _wanted(self, verb: str, id_: str) -> None:
        self._work.visits.chains.perform(verb, id_)

    def _show(self, post: str) -> None:
        if self._work.visits.calendar is not None:
            self._work.visits.calendar.show_post(post)


def _section(work: Workplace) -> tuple[Ground, QVBoxLayout]:
    theme = work.theme
    ground = Ground(theme, "bg-surface", edges="b")
    column = QVBoxLayout(ground)
    column.setContentsMargins(theme.px(16), theme.px(11), theme.px(16), theme.px(11))
    column.setSpacing(theme.px(6))
    return ground, column


def _day(number: int) -> date:
    return date.fromordinal(max(1, min(date.max.toordinal(), number)))
