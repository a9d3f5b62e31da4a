# SPDX-License-Identifier: EUPL-1.2
"""The register of consents: entered, changed, taken back, and where the pictures were and will be shown."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import replace
from datetime import date

from kalender.domain.crop import Focus
from kalender.domain.journal.record import restore
from kalender.domain.picture import Picture, Pin
from kalender.domain.refusal import RefusalKind, Refused
from kalender.domain.rights.consent import Consent
from kalender.services.acting.changes import Changes
from kalender.services.acting.desk import Desk
from kalender.services.clock import Clock
from kalender.services.consents.uses import Use, Uses
from kalender.services.plan_view import PlanView
from kalender.store.plan_file import PlanFile


class Consents:
    """Every verb is one action and undone like any other. No paper is taken in: the register says where it lies."""

    def __init__(
        self, store: PlanFile, desk: Desk, plan: PlanView, clock: Clock, new_id: Callable[[], str]
    ) -> None:
        self._store = store
        self._desk = desk
        self._plan = plan
        self._clock = clock
        self._new_id = new_id
        self._uses = Uses(store)
        desk.subscribe(self._forget)

    def _forget(self, changes: Changes) -> None:
        if changes.ids("post"):
            self._uses.forget()

    # Reading

    def today(self) -> date:
        """Return the day it is in the municipality."""
        return self._clock.local(self._plan.municipality.zone).date()

    def all(self, search: str = "") -> list[Consent]:
        """Return the consents by name; search: words that name, guardian, place or note contain."""
        words = search.casefold().split()
        found = [
            item
            for item in self._store.all(Consent)
            if all(
                word in f"{item.name} {item.guardian} {item.place} {item.note}".casefold() for word in words
            )
        ]
        return sorted(found, key=lambda item: (item.name.casefold(), item.given or date.min, item.id))

    def get(self, id_: str) -> Consent:
        """Return a consent; raises Refused NOT_FOUND."""
        found = self._store.get(Consent, id_)
        if found is None:
            raise Refused(RefusalKind.NOT_FOUND, post=id_)
        return found

    def pictures(self) -> Mapping[str, tuple[Picture, ...]]:
        """Return the pictures of the library by the ids of the consents noted with them."""
        found: dict[str, tuple[Picture, ...]] = {}
        for picture in self._store.all(Picture):
            for id_ in picture.consents:
                found[id_] = (*found.get(id_, ()), picture)
        return found

    def uses(self, id_: str) -> list[Use]:
        """Return every use of the pictures a consent is noted with, those in the trash too; what is out comes first."""
        pictures = [*self._store.all(Picture), *self._trashed()]
        return self._uses.of(item for item in pictures if id_ in item.consents)

    def posts(self, pictures: Sequence[str]) -> int:
        """Return how many posts show one of the pictures now."""
        return len({post for id_ in pictures for post in self._store.posts_using(f"picture/{id_}")})

    def _trashed(self) -> list[Picture]:
        found = self._store.past.trashed(("picture",))
        return [restore(Picture, item.ref.partition("/")[2], item.state) for item in found]

    # Writing

    def add(self, consent: Consent, pictures: Sequence[str] = ()) -> str:
        """Enter a consent, and note it with pictures; return its id.

        Raises Refused NAME_MISSING, UNKNOWN_CHANNEL, BAD_SPAN, NOT_FOUND.
        """
        made = replace(self._checked(consent), id=self._new_id())
        with self._desk.action("consent.added", title=made.name) as act:
            act.put(made)
            for id_ in pictures:
                picture = act.get(Picture, id_)
                act.put(replace(picture, consents=(*picture.consents, made.id)))
        return made.id

    def change(self, consent: Consent) -> None:
        """Write a consent anew; raises Refused NOT_FOUND, NAME_MISSING, UNKNOWN_CHANNEL, BAD_SPAN."""
        made = self._checked(consent, self.get(consent.id).channels)
        with self._desk.action("consent.changed", title=made.name) as act:
            act.get(Consent, made.id)
            act.put(made)

    def revoke(self, id_: str, day: date | None = None) -> None:
        """Enter that somebody took the consent back, today or on a day; from now on nothing leaves with it.

        Raises Refused NOT_FOUND, ALREADY.
        """
        with self._desk.action("consent.revoked") as act:
            old = act.get(Consent, id_)
            if old.revoked is not None:
                raise Refused(RefusalKind.ALREADY, title=old.name)
            act.put(replace(old, revoked=day or self.today()))
            act.describe(title=old.name)

    def delete(self, id_: str) -> None:
        """Put a consent into the trash; pictures it was noted with need another one. Raises Refused NOT_FOUND."""
        with self._desk.action("consent.deleted") as act:
            old = act.get(Consent, id_)
            act.delete(old)
            act.describe(title=old.name)

    def note_with(self, picture: str, consents: Sequence[str]) -> None:
        """Say which consents of the register belong to a picture; others are not touched. Raises Refused NOT_FOUND."""
        for id_ in consents:
            self.get(id_)
        with self._desk.action("picture.fields") as act:
            old = act.get(Picture, picture)
            kept = [item for item in old.consents if self._store.get(Consent, item) is None]
            noted = tuple(dict.fromkeys((*kept, *consents)))
            pins = tuple(item for item in old.pins if item.id in noted)
            act.put(replace(old, consents=noted, pins=pins))
            act.describe(title=old.name)

    def pin(self, picture: str, spots: Mapping[str, Focus]) -> None:
        """Say where the people of some consents stand in a picture; whoever is left out stands nowhere any more.

        The consents are noted with the picture where they were not. Raises Refused NOT_FOUND.
        """
        for id_ in spots:
            self.get(id_)
        with self._desk.action("picture.pinned") as act:
            old = act.get(Picture, picture)
            gone = [item for item in old.pins if self._store.get(Consent, item.id) is None]
            pins = (*gone, *(Pin(id=id_, spot=spot) for id_, spot in spots.items()))
            noted = tuple(dict.fromkeys((*old.consents, *spots)))
            act.put(replace(old, consents=noted, pins=pins))
            act.describe(title=old.name)

    def _checked(self, consent: Consent, named: Collection[str] = ()) -> Consent:
        """Return a consent as it can be kept. named: channels it names already; one of them may be gone since."""
        name = " ".join(consent.name.split())
        if not name:
            raise Refused(RefusalKind.NAME_MISSING)
        for channel in consent.channels:
            if channel not in named:
                self._plan.channel(channel)
        if consent.given is not None and consent.expires is not None and consent.expires < consent.given:
            raise Refused(RefusalKind.BAD_SPAN)
        return replace(
            consent,
            name=name,
            guardian=" ".join(consent.guardian.split()) if consent.child else "",
            teen=consent.teen and consent.child,
            agreed=consent.agreed and consent.child,
            place=consent.place.strip(),
            note=consent.note.strip(),
        )
