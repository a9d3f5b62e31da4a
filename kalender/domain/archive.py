# SPDX-License-Identifier: EUPL-1.2
"""What is put into the archive: everything done up to a day, but for the posts taken out again."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import ClassVar

from kalender.domain.frozen import frozen


@frozen
class Archive:
    """Kept as the record setting/archive. until: the last day in the archive, None where it is empty.

    In it is what was planned up to that day and is published or dropped; kept: ids of posts taken out of it by hand.
    """

    KIND: ClassVar[str] = "setting"

    id: str = "archive"
    until: date | None = None
    kept: tuple[str, ...] = ()

    @property
    def year(self) -> int | None:
        """The last year in the archive, or None."""
        return self.until.year if self.until else None

    def closed(self, year: int) -> Archive:
        """Return the archive with a year and all before it."""
        return replace(self, until=date(year, 12, 31))

    def reopened(self, year: int) -> Archive:
        """Return the archive without a year and all after it."""
        return replace(self, until=date(year - 1, 12, 31) if year > 1 else None)

    def without(self, *posts: str) -> Archive:
        """Return the archive with posts taken out."""
        return replace(self, kept=tuple(sorted({*self.kept, *posts})))
