# SPDX-License-Identifier: EUPL-1.2
"""A consent (Einwilligung): who agreed to be shown, where, for how long, and where the paper lies."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from enum import StrEnum
from typing import ClassVar

from kalender.domain.frozen import frozen

SOON = timedelta(days=30)
"""How long before its last day a consent is told to run out."""


class Form(StrEnum):
    """How somebody agreed."""

    WRITTEN = "written"
    SPOKEN = "spoken"
    NOTICE = "notice"
    CONTRACT = "contract"
    OTHER = "other"


class State(StrEnum):
    """How a consent stands on a day."""

    VALID = "valid"
    SOON = "soon"
    EXPIRED = "expired"
    REVOKED = "revoked"


@frozen
class Consent:
    """One person's consent to be shown. The paper itself is never kept: place says where it lies.

    name: of the person. child, guardian: a child, and who has custody and agreed. teen, agreed: a child of fourteen or
    more, and whether the child itself agreed; no law names that age, practice asks from there on. channels: ids of those it names;
    empty for every use of the municipality. expires: the last day on which a picture may appear for the first time.
    revoked: the day on which it was taken back; nothing leaves the house with it from then on. Source: DSGVO Art. 6
    (1) a, 7 (3), 8; KUG §§ 22, 23.
    """

    KIND: ClassVar[str] = "consent"

    id: str
    name: str = ""
    child: bool = False
    guardian: str = ""
    given: date | None = None
    form: Form = Form.WRITTEN
    channels: tuple[str, ...] = ()
    expires: date | None = None
    revoked: date | None = None
    place: str = ""
    note: str = ""
    teen: bool = False
    agreed: bool = False

    def state(self, today: date) -> State:
        """Return how it stands on a day."""
        if self.revoked is not None:
            return State.REVOKED
        if self.expires is None:
            return State.VALID
        if self.expires < today:
            return State.EXPIRED
        return State.SOON if self.expires <= today + SOON else State.VALID

    @property
    def asks_the_child(self) -> bool:
        """Tell whether the child itself has still to agree."""
        return self.revoked is None and self.child and self.teen and not self.agreed

    def covers(self, channel: str) -> bool:
        """Tell whether it names a channel, or all of them."""
        return not self.channels or channel in self.channels

    def missing(self, channels: Iterable[str]) -> tuple[str, ...]:
        """Return the channels it does not name, in their order."""
        return tuple(item for item in channels if not self.covers(item))
