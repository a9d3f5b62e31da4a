# SPDX-License-Identifier: EUPL-1.2
"""Opens a plan and builds every service over it, once."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from kalender.app.paths import passing
from kalender.domain.frozen import frozen
from kalender.formats.catalogue import Catalogue, load
from kalender.media.shelf import Shelf
from kalender.services.acting.desk import Desk
from kalender.services.acting.history import History, who_acts
from kalender.services.checks import Checks
from kalender.services.clock import Clock, SystemClock
from kalender.services.cropping import Cropping
from kalender.services.editing import Editing
from kalender.services.pictures import Pictures
from kalender.services.plan_view import PlanView
from kalender.services.ports import PictureWorker
from kalender.services.posts import Posts
from kalender.services.publishing import Publishing
from kalender.services.reviews import Reviews
from kalender.store.plan_file import PlanFile

if TYPE_CHECKING:
    from kalender.services.backups.backups import Backups
    from kalender.services.backups.places import Places
    from kalender.services.calendars.intake import Calendars
    from kalender.services.calendars.own_days import OwnDays
    from kalender.services.calendars.own_layers import OwnLayers
    from kalender.services.chains.changing import SeriesDesk
    from kalender.services.chains.events import EventDesk
    from kalender.services.checking.desk import RuleDesk
    from kalender.services.consents.register import Consents
    from kalender.services.handing.calendars import CalendarExport
    from kalender.services.handing.sheets import Printing
    from kalender.services.intake.documents import Documents
    from kalender.services.intake.exchange import Exchange
    from kalender.services.language.spelling import Spelling
    from kalender.services.layers import Layers
    from kalender.services.pace.cadence import Cadence
    from kalender.services.pace.deadlines import Deadlines
    from kalender.services.pace.nearby import Surrounding
    from kalender.services.pace.overdue import Overdue
    from kalender.services.pace.slots import Slots
    from kalender.services.packing import Packing
    from kalender.services.past.ageing import Ageing
    from kalender.services.past.everything import Past
    from kalender.services.setup.setup import Setup
    from kalender.services.setup.views import Views
    from kalender.services.several.several import Several
    from kalender.services.siblings.siblings import Siblings
    from kalender.services.talk.conversations import Conversations
    from kalender.services.templates.cabinet import Cabinet
    from kalender.services.tiles.making import Tiles
    from kalender.services.verifying import Verifying

PICTURES = "pictures"

NewId = Callable[[], str]


def new_id() -> str:
    """Return a random id."""
    from uuid import uuid4

    return str(uuid4())


@frozen
class House:
    """An open plan and everything a person can do with it; what few visits need is built when it is asked for."""

    folder: Path
    store: PlanFile
    desk: Desk
    clock: Clock
    catalogue: Catalogue
    plan: PlanView
    posts: Posts
    editing: Editing
    cropping: Cropping
    pictures: Pictures
    reviews: Reviews
    publishing: Publishing
    checks: Checks
    history: History
    worker: PictureWorker
    make_id: NewId

    @cached_property
    def own_days(self) -> OwnDays:
        """Answers what the layers of the plan put on days."""
        from kalender.services.calendars.own_days import OwnDays

        return OwnDays(self.store, self.desk)

    @cached_property
    def layers(self) -> Layers:
        """Answers what applies to days beside posts."""
        from kalender.services.layers import Layers

        return Layers(self.store, self.plan, self.clock, own=self.own_days)

    @cached_property
    def past(self) -> Past:
        """Timeline, earlier states, trash and archive."""
        from kalender.app.stock import past_of

        return past_of(self)

    @cached_property
    def deadlines(self) -> Deadlines:
        """Tells by when text, picture and approval of posts are due."""
        from kalender.services.pace.deadlines import Deadlines
        from kalender.services.pace.office import Office

        return Deadlines(self.store, self.plan, self.clock, Office(self.plan, self.layers))

    @cached_property
    def overdue(self) -> Overdue:
        """Tells what is overdue."""
        from kalender.services.pace.overdue import Overdue

        return Overdue(self.store, self.plan, self.clock, self.deadlines)

    @cached_property
    def cadence(self) -> Cadence:
        """Tells how channels keep their promises."""
        from kalender.services.pace.cadence import Cadence

        return Cadence(self.store, self.desk, self.plan)

    @cached_property
    def slots(self) -> Slots:
        """Finds and takes free slots."""
        from kalender.services.pace.slots import Slots

        return Slots(self.store, self.desk, self.plan, self.clock, self.layers)

    @cached_property
    def exchange(self) -> Exchange:
        """Takes tables over."""
        from kalender.services.intake.exchange import Exchange

        return Exchange(self.store, self.desk, self.plan, self.worker, self.clock, self.make_id)

    @cached_property
    def documents(self) -> Documents:
        """Takes letters, mails and notes of others into posts."""
        from kalender.services.intake.documents import Documents

        return Documents(self.desk, self.plan, self.pictures, self.worker, self.make_id)

    @cached_property
    def calendars(self) -> Calendars:
        """Takes calendars of others into layers."""
        from kalender.services.calendars.intake import Calendars

        return Calendars(self.store, self.desk, self.plan, self.own_days, self.worker, self.clock)

    @cached_property
    def calendar_export(self) -> CalendarExport:
        """Writes the plan as a calendar for other programs."""
        from kalender.services.handing.calendars import CalendarExport
        from kalender.wording.handing.calendars import described

        return CalendarExport(self.store, self.plan, described)

    @cached_property
    def printing(self) -> Printing:
        """Puts the plan on paper."""
        from kalender.services.handing.sheets import Printing
        from kalender.wording.handing.sheets import sheets

        return Printing(self.store, self.plan, self.layers, self.clock, sheets)

    @cached_property
    def own_layers(self) -> OwnLayers:
        """Changes layers of one's own."""
        from kalender.services.calendars.own_layers import OwnLayers

        return OwnLayers(self.desk, self.own_days)

    @cached_property
    def setup(self) -> Setup:
        """Changes municipality, channels, people, topics and blackouts."""
        from kalender.services.setup.setup import Setup

        return Setup(self.store, self.desk, self.plan, self.make_id)

    @cached_property
    def several(self) -> Several:
        """Changes several posts at once."""
        from kalender.services.several.several import Several

        return Several(self.store, self.desk, self.plan, self.posts)

    @cached_property
    def ageing(self) -> Ageing:
        """Tells since when posts are in their stage."""
        from kalender.services.past.ageing import Ageing

        return Ageing(self.store, self.desk, self.plan)

    @cached_property
    def views(self) -> Views:
        """Keeps views under names."""
        from kalender.services.setup.views import Views

        return Views(self.store, self.desk, self.make_id)

    @cached_property
    def consents(self) -> Consents:
        """Keeps what people in pictures agreed to."""
        from kalender.services.consents.register import Consents

        return Consents(self.store, self.desk, self.plan, self.clock, self.make_id)

    @cached_property
    def stock(self) -> Cabinet:
        """Templates, text blocks, checklists and lists to choose from."""
        from kalender.app.stock import cabinet_of

        return cabinet_of(self)

    @cached_property
    def rules(self) -> RuleDesk:
        """Changes rules, and leaves findings as they are."""
        from kalender.services.checking.desk import RuleDesk

        return RuleDesk(self.store, self.desk, lambda: self.clock.local(self.plan.municipality.zone))

    @cached_property
    def spelling(self) -> Spelling:
        """Asks the dictionary, and keeps the words of the plan."""
        from kalender.services.language.spelling import Spelling
        from kalender.services.language.words import Words

        return Spelling(Words(self.store, self.desk, self.plan), self.worker)

    @cached_property
    def conversations(self) -> Conversations:
        """Answers, settles and finds comments."""
        return self.reviews.conversations

    @cached_property
    def tiles(self) -> Tiles:
        """Makes pictures from words."""
        from kalender.app.stock import tiles_of

        return tiles_of(self)

    @cached_property
    def series(self) -> SeriesDesk:
        """Lets posts recur and changes what recurs."""
        from kalender.services.chains.changing import SeriesDesk

        return SeriesDesk(self.store, self.desk, self.plan, self.layers, self.clock, self.make_id)

    @cached_property
    def events(self) -> EventDesk:
        """Events and campaigns with the posts around them."""
        from kalender.services.chains.events import EventDesk

        return EventDesk(self.store, self.desk, self.plan, self.posts, self.make_id)

    @cached_property
    def siblings(self) -> Siblings:
        """The same post in other languages."""
        from kalender.services.past.states import PastStates
        from kalender.services.siblings.siblings import Siblings

        def states() -> PastStates:
            return PastStates(self.store, self.desk, self.plan)

        return Siblings(self.store, self.desk, states, self.posts.now, self.make_id)

    @cached_property
    def verifying(self) -> Verifying:
        """Checks the plan and every picture."""
        from kalender.services.verifying import Verifying

        return Verifying(self.store, self.pictures.shelf)

    def backups_at(self, places: Callable[[], Places]) -> Backups:
        """Makes backups at the places named by whoever knows them, and goes back to one."""
        from kalender.services.backups.backups import Backups

        return Backups(self.store, self.desk, lambda: self.clock.local(self.plan.municipality.zone), places)

    def close(self) -> None:
        """Close the plan; the folder may be copied afterwards."""
        self.store.close()


def open_house(
    folder: Path,
    *,
    worker: PictureWorker,
    clock: Clock | None = None,
    person: str | None = None,
    read_only: bool = False,
    newer: bool = False,
    cache: Path | None = None,
    user_formats: Path | None = None,
    format_copy: Path | None = None,
    allow_synced: bool = False,
    make_id: NewId = new_id,
) -> House:
    """Open a plan. person: id or name of who acts; by default the first who edits.

    Raises Refused PLAN_MISSING, PLAN_FOREIGN, PLAN_DAMAGED, PLAN_NEWER, PLAN_IN_USE, PLAN_IN_SYNCED_FOLDER, UNKNOWN_PERSON.
    """
    catalogue = load(user_formats, format_copy)
    store = PlanFile.open(
        folder,
        formats=catalogue.formats,
        platforms=catalogue.platforms_by_id,
        read_only=read_only,
        newer=newer,
        allow_synced=allow_synced,
        beside=_beside,
    )
    try:
        the_clock = clock or SystemClock()
        return furnish(
            store, folder, catalogue, the_clock, worker=worker, person=person, cache=cache, make_id=make_id
        )
    except BaseException:
        store.close()
        raise


def _beside(work: Callable[[], object]) -> Callable[[], object]:
    from kalender.jobs.beside import beside

    return beside(work)


def furnish(
    store: PlanFile,
    folder: Path,
    catalogue: Catalogue,
    clock: Clock,
    *,
    worker: PictureWorker,
    person: str | None,
    cache: Path | None,
    make_id: NewId,
) -> House:
    """Build every service over a store that is open. Raises Refused UNKNOWN_PERSON."""
    zone = "Europe/Berlin"
    desk = Desk(store, lambda: clock.local(zone))
    plan = PlanView(store, desk, formats=catalogue.formats, platforms=catalogue.platforms_by_id)
    zone = plan.municipality.zone
    history = History(store)
    desk.acting_as(plan.person_named(person).id if person else who_acts(plan.people, history))
    shelf = Shelf(folder / PICTURES, cache or passing())
    pictures = Pictures(store, desk, plan, shelf, worker, make_id)

    def surrounding() -> Surrounding:
        from kalender.services.pace.nearby import Surrounding

        return Surrounding(store, plan, house.layers, desk)

    checks = Checks(store, plan, clock, pictures.condition, surrounding)

    def packing() -> Packing:
        from kalender.services.packing import Packing
        from kalender.wording.packages import texts

        return Packing(plan, shelf, worker, clock, texts())

    house = House(
        folder=folder,
        store=store,
        desk=desk,
        clock=clock,
        catalogue=catalogue,
        plan=plan,
        posts=Posts(store, desk, plan, clock, make_id),
        editing=Editing(desk, plan, make_id),
        cropping=Cropping(desk),
        pictures=pictures,
        reviews=Reviews(store, desk, plan, checks, history, clock, make_id),
        publishing=Publishing(store, desk, plan, packing, clock, make_id, pictures.condition, checks.errors),
        checks=checks,
        history=history,
        worker=worker,
        make_id=make_id,
    )
    return house
