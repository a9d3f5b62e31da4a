# SPDX-License-Identifier: EUPL-1.2
"""The small records of a plan (channels, people, topics, rules) and what a post refers to."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import TYPE_CHECKING, Any, TypeVar

from kalender.domain.content import Surroundings
from kalender.domain.format import Format, Platform
from kalender.domain.journal.record import Record
from kalender.domain.picture import Picture
from kalender.domain.plan import Blackout, Channel, Meeting, Municipality, Person, Topic
from kalender.domain.post import Post
from kalender.domain.refusal import RefusalKind, Refused
from kalender.services.acting.desk import Changes, Desk
from kalender.store.plan_file import PlanFile

if TYPE_CHECKING:
    from kalender.domain.chains.events import Event
    from kalender.domain.rights.consent import Consent

T = TypeVar("T", bound=Record)


class PlanView:
    """Reads the small records once and again after they change; they are few and every view needs them."""

    def __init__(
        self, store: PlanFile, desk: Desk, *, formats: Mapping[str, Format], platforms: Mapping[str, Platform]
    ) -> None:
        self._store = store
        self.formats = formats
        self.platforms = platforms
        self._kept: dict[str, tuple[Any, ...]] = {}
        desk.subscribe(self._forget)

    def _forget(self, changes: Changes) -> None:
        for name in changes.refs:
            self._kept.pop(name.split("/", 1)[0], None)

    def _all(self, cls: type[T]) -> tuple[T, ...]:
        if cls.KIND not in self._kept:
            self._kept[cls.KIND] = tuple(self._store.all(cls))
        return self._kept[cls.KIND]

    @property
    def municipality(self) -> Municipality:
        """Whose plan it is."""
        if "setting" not in self._kept:
            found = self._store.get(Municipality, "municipality")
            self._kept["setting"] = (found if found is not None else Municipality(),)
        first: Municipality = self._kept["setting"][0]
        return first

    @property
    def channels(self) -> tuple[Channel, ...]:
        """All channels in the order of the plan."""
        return tuple(sorted(self._all(Channel), key=lambda item: (item.position, item.id)))

    @property
    def people(self) -> tuple[Person, ...]:
        """All people by name."""
        return tuple(sorted(self._all(Person), key=lambda item: (item.name, item.id)))

    @property
    def topics(self) -> tuple[Topic, ...]:
        """All topics in the order of the plan."""
        return tuple(sorted(self._all(Topic), key=lambda item: (item.position, item.name)))

    @property
    def blackouts(self) -> tuple[Blackout, ...]:
        """All blackouts by first day."""
        return tuple(sorted(self._all(Blackout), key=lambda item: (item.first or date.min, item.id)))

    @property
    def meetings(self) -> tuple[Meeting, ...]:
        """All council meetings, undated ones first."""
        return tuple(sorted(self._all(Meeting), key=lambda item: (str(item.start or ""), item.id)))

    @property
    def events(self) -> tuple[Event, ...]:
        """All events and campaigns by first day."""
        from kalender.domain.chains.events import Event

        return tuple(sorted(self._all(Event), key=lambda item: (item.first or date.max, item.title, item.id)))

    def channel(self, id_: str) -> Channel:
        """Return a channel; raises Refused UNKNOWN_CHANNEL."""
        for item in self._all(Channel):
            if item.id == id_:
                return item
        raise Refused(RefusalKind.UNKNOWN_CHANNEL, channel=id_, known=[item.id for item in self.channels])

    def person(self, id_: str) -> Person | None:
        """Return a person by id, or None."""
        return next((item for item in self._all(Person) if item.id == id_), None)

    def person_named(self, name: str) -> Person:
        """Return a person by id or by name, whatever the case; raises Refused UNKNOWN_PERSON."""
        wanted = name.strip().casefold()
        for item in self._all(Person):
            if wanted in {item.id.casefold(), item.name.casefold()}:
                return item
        raise Refused(RefusalKind.UNKNOWN_PERSON, person=name, known=[item.name for item in self.people])

    def around(self, post: Post) -> Surroundings:
        """Return what a post refers to, with just the pictures it uses, and those behind the words of its tiles."""
        found = {item.picture: self._store.get(Picture, item.picture) for item in post.attachments}
        behind = {item.tile_back for item in found.values() if item is not None and item.tile_back}
        found |= {id_: self._store.get(Picture, id_) for id_ in behind - found.keys()}
        pictures = {id_: picture for id_, picture in found.items() if picture is not None}
        return Surroundings(
            pictures=pictures,
            consents=self._consents(pictures.values()),
            channels={item.id: item for item in self._all(Channel)},
            formats=self.formats,
            platforms=self.platforms,
            municipality=self.municipality,
            blackouts=self._all(Blackout),
        )

    def _consents(self, pictures: Iterable[Picture]) -> dict[str, Consent]:
        """Return the consents that pictures refer to, as far as the register has them."""
        wanted = {id_ for picture in pictures for id_ in picture.consents}
        if not wanted:
            return {}
        from kalender.domain.rights.consent import Consent

        found = {id_: self._store.get(Consent, id_) for id_ in wanted}
        return {id_: consent for id_, consent in found.items() if consent is not None}
