# SPDX-License-Identifier: EUPL-1.2
"""Which films go where."""

from __future__ import annotations

from collections.abc import Iterator

from kalender.domain.format import Format
from kalender.domain.picture import Picture
from kalender.domain.rules.case import Case, Outlet, Shown


def films(case: Case) -> Iterator[tuple[Outlet, Shown, Picture, tuple[Format, ...]]]:
    """Yield each film of a channel with the formats it is meant for."""
    for outlet in case.outlets:
        formats = tuple(item for item in outlet.formats if item.video)
        for shown in outlet.pictures:
            if shown.picture is not None and shown.picture.film:
                yield outlet, shown, shown.picture, formats
