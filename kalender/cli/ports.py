# SPDX-License-Identifier: EUPL-1.2
"""What the command asks of the room above it: open plans with their services."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Callable

    from kalender.domain.plan import Channel, Municipality, Person
    from kalender.formats.catalogue import Catalogue
    from kalender.services.acting.desk import Desk
    from kalender.services.acting.history import History
    from kalender.services.backups.backups import Backups
    from kalender.services.backups.places import Places
    from kalender.services.calendars.intake import Calendars
    from kalender.services.chains.changing import SeriesDesk
    from kalender.services.chains.events import EventDesk
    from kalender.services.checks import Checks
    from kalender.services.consents.register import Consents
    from kalender.services.handing.calendars import CalendarExport
    from kalender.services.handing.sheets import Printing
    from kalender.services.intake.documents import Documents
    from kalender.services.intake.exchange import Exchange
    from kalender.services.pace.cadence import Cadence
    from kalender.services.pace.deadlines import Deadlines
    from kalender.services.pace.overdue import Overdue
    from kalender.services.pace.slots import Slots
    from kalender.services.past.everything import Past
    from kalender.services.pictures import Pictures
    from kalender.services.plan_view import PlanView
    from kalender.services.posts import Posts
    from kalender.services.publishing import Publishing
    from kalender.services.rescue.rescue import Rescue
    from kalender.services.reviews import Reviews
    from kalender.services.siblings.siblings import Siblings
    from kalender.services.verifying import Verifying
    from kalender.store.plan_file import PlanFile


class OpenPlan(Protocol):
    """An open plan and what a person can do with it."""

    @property
    def folder(self) -> Path:
        """Where the plan lies."""

    @property
    def store(self) -> PlanFile:
        """The plan file."""

    @property
    def desk(self) -> Desk:
        """The door of every change."""

    @property
    def plan(self) -> PlanView:
        """Channels, people, topics."""

    @property
    def posts(self) -> Posts:
        """Posts as a whole."""

    @property
    def pictures(self) -> Pictures:
        """The library."""

    @property
    def consents(self) -> Consents:
        """Who agreed to be shown."""

    @property
    def reviews(self) -> Reviews:
        """Asking for approval and giving it."""

    @property
    def publishing(self) -> Publishing:
        """What leaves the house."""

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
    def exchange(self) -> Exchange:
        """Tables of others."""

    @property
    def documents(self) -> Documents:
        """Letters, mails and notes of others."""

    @property
    def deadlines(self) -> Deadlines:
        """By when things are due."""

    @property
    def overdue(self) -> Overdue:
        """What is overdue."""

    @property
    def cadence(self) -> Cadence:
        """How channels keep their promises."""

    @property
    def slots(self) -> Slots:
        """Finds and takes free slots."""

    @property
    def events(self) -> EventDesk:
        """Events with the posts around them."""

    @property
    def siblings(self) -> Siblings:
        """The same post in other languages."""

    @property
    def series(self) -> SeriesDesk:
        """Posts that recur."""

    @property
    def checks(self) -> Checks:
        """What the rules find."""

    @property
    def history(self) -> History:
        """What happened."""

    @property
    def past(self) -> Past:
        """Earlier states, trash and archive."""

    @property
    def verifying(self) -> Verifying:
        """Whether the plan is whole."""

    def backups_at(self, places: Callable[[], Places]) -> Backups:
        """Makes backups and goes back to one."""

    def close(self) -> None:
        """Close the plan."""


class Plans(Protocol):
    """Opens plans and makes new ones. Each method raises Refused where there is none, or it cannot be opened."""

    def catalogue(self) -> Catalogue:
        """Return the platforms and formats of this computer."""

    def open(self, folder: Path, *, person: str | None = None, read_only: bool = False) -> OpenPlan:
        """Open a plan. person: id or name of who acts."""

    def create(
        self,
        folder: Path,
        municipality: Municipality,
        channels: Sequence[Channel],
        people: Sequence[Person],
    ) -> OpenPlan:
        """Make a plan in a folder that has none."""

    def backup_places(self, folder: Path) -> Places:
        """Return where the backups of the plan in a folder go."""

    def sample(self, folder: Path) -> OpenPlan:
        """Write the sample plan into a folder that has none."""

    def rescue(self) -> Rescue:
        """Return the ways out for plans that cannot be opened."""
