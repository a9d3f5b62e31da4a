# SPDX-License-Identifier: EUPL-1.2
"""The lists of a plan that fields of a post are chosen from; what is typed freely is as good."""

from __future__ import annotations

from typing import ClassVar

from kalender.domain.frozen import frozen


@frozen
class Choices:
    """Kept as the record setting/choices. groups: target groups; tasks: tasks of the municipality; contacts: who answers.

    Where a list is empty, the one that ships with the program is offered.
    """

    KIND: ClassVar[str] = "setting"

    id: str = "choices"
    groups: tuple[str, ...] = ()
    tasks: tuple[str, ...] = ()
    contacts: tuple[str, ...] = ()
