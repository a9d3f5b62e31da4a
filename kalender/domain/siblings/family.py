# SPDX-License-Identifier: EUPL-1.2
"""What the checks know of the posts that belong to a post: its original, and what says the same in other languages."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum

from kalender.domain.frozen import frozen


class Where(StrEnum):
    """Where an original is: in the plan, discarded, in the trash, or unknown to it."""

    HERE = "here"
    DROPPED = "dropped"
    TRASH = "trash"
    GONE = "gone"


@frozen
class Original:
    """The post a sibling was made from. digest: of its words as they are now; first: when it appears first."""

    id: str
    title: str = ""
    digest: str = ""
    first: datetime | None = None
    where: Where = Where.HERE


@frozen
class Family:
    """The original of a post, if it has one, and the other siblings: (id, language), its own not among them."""

    original: Original | None = None
    siblings: tuple[tuple[str, str], ...] = ()

    @property
    def ids(self) -> frozenset[str]:
        """The posts that say the same: to appear beside each other is what they are made for."""
        first = {self.original.id} if self.original is not None else set()
        return frozenset(first | {id_ for id_, _language in self.siblings})


NONE = Family()
"""A post by itself."""
