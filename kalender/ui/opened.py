# SPDX-License-Identifier: EUPL-1.2
"""The services of an open plan, as the window sees them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from kalender.formats.catalogue import Catalogue
    from kalender.services.acting.desk import Desk
    from kalender.services.backups.backups import Backups
    from kalender.services.backups.places import Places
    from kalender.services.calendars.intake import Calendars
    from kalender.services.calendars.own_days import OwnDays
    from kalender.services.calendars.own_layers import OwnLayers
    from kalender.services.chains.changing import SeriesDesk
    from kalender.services.chains.events import EventDesk
    from kalender.services.checking.desk import RuleDesk
    from kalender.services.checks import Checks
    from kalender.services.clock import Clock
    from kalender.services.consents.register import Consents
    from kalender.services.cropping import Cropping
    from kalender.services.editing import Editing
    from kalender.services.handing.calendars import CalendarExport
    from kalender.services.handing.sheets import Printing
    from kalender.services.intake.documents import Documents
    from kalender.services.language.spelling import Spelling
    from kalender.services.layers import Layers
    from kalender.services.pace.cadence import Cadence
    from kalender.services.pace.deadlines import Deadlines
    from kalender.services.pace.overdue import Overdue
    from kalender.services.pace.slots import Slots
    from kalender.services.past.ageing import Ageing
    from kalender.services.past.everything import Past
    from kalender.services.pictures import Pictures
    from kalender.services.plan_view import PlanView
    from kalender.services.posts import Posts
    from kalender.services.publishing import Publishing
    from kalender.services.reviews import Reviews
    from kalender.services.setup.setup import Setup
    from kalender.services.setup.views import Views
    from kalender.services.several.several import Several
    from kalender.services.siblings.siblings import Siblings
    from kalender.services.talk.conversations import Conversations
    from kalender.services.templates.cabinet import Cabinet
    from kalender.services.tiles.making import Tiles


class Open(Protocol):
    """The services of an open plan; app.house.House is one."""

    @property
    def folder(self) -> Path:
        """Folder of the plan."""

    @property
    def desk(self) -> Desk:
        """Where everything is written."""

    @property
    def documents(self) -> Documents:
        """Letters, mails and notes of others."""

    @property
    def clock(self) -> Clock:
        """The time."""

    @property
    def plan(self) -> PlanView:
        """The small records."""

    @property
    def posts(self) -> Posts:
        """Posts as a whole."""

    @property
    def editing(self) -> Editing:
        """Content of posts."""

    @property
    def cropping(self) -> Cropping:
        """Crops and focus points."""

    @property
    def pictures(self) -> Pictures:
        """The library."""

    @property
    def reviews(self) -> Reviews:
        """Approvals."""

    @property
    def publishing(self) -> Publishing:
        """What leaves the house."""

    @property
    def checks(self) -> Checks:
        """Findings."""

    @property
    def layers(self) -> Layers:
        """What applies to days."""

    @property
    def deadlines(self) -> Deadlines:
        """By when things are due."""

    @property
    def overdue(self) -> Overdue:
        """What is overdue."""

    @property
    def siblings(self) -> Siblings:
        """The same post in other languages."""

    @property
    def rules(self) -> RuleDesk:
        """Rules and findings left as they are."""

    @property
    def stock(self) -> Cabinet:
        """Templates, text blocks, checklists and lists to choose from."""

    @property
    def cadence(self) -> Cadence:
        """How channels keep their promises."""

    @property
    def slots(self) -> Slots:
        """Finds and takes free slots."""

    @property
    def calendars(self) -> Calendars:
        """Calendars of others."""

    @property
    def calendar_export(self) -> CalendarExport:
        """The plan as a calendar for other programs."""

    @property
    def printing(self) -> Printing:
        """The plan on paper."""

    @property
    def own_layers(self) -> OwnLayers:
        """Layers of one's own."""

    @property
    def setup(self) -> Setup:
        """What the plan is set up with."""

    @property
    def several(self) -> Several:
        """Several posts at once."""

    @property
    def ageing(self) -> Ageing:
        """Since when posts are in their stage."""

    @property
    def views(self) -> Views:
        """Views under names."""

    @property
    def consents(self) -> Consents:
        """What people in pictures agreed to."""

    @property
    def spelling(self) -> Spelling:
        """The dictionary and the words of the plan."""

    @property
    def catalogue(self) -> Catalogue:
        """Platforms and formats, and what is wrong with files about them."""

    def backups_at(self, places: Callable[[], Places]) -> Backups:
        """Makes backups and goes back to one."""

    @property
    def own_days(self) -> OwnDays:
        """Entries of own layers on their days."""

    @property
    def events(self) -> EventDesk:
        """Events with the posts around them."""

    @property
    def series(self) -> SeriesDesk:
        """Posts that recur."""

    @property
    def conversations(self) -> Conversations:
        """Comments answered, settled and found."""

    @property
    def tiles(self) -> Tiles:
        """Pictures made from words."""

    @property
    def past(self) -> Past:
        """Timeline, earlier states, trash and archive."""
