# SPDX-License-Identifier: EUPL-1.2
"""What the rules on alt texts share: the pictures that need one, and the facts of a finding."""

from __future__ import annotations

from collections.abc import Iterator

from kalender.domain.rules.case import Case, Shown


def described(case: Case) -> Iterator[Shown]:
    """Yield the pictures that need an alt text."""
    return (shown for shown in case.pictures if not shown.attachment.decorative)


def facts_of(shown: Shown, **more: object) -> dict[str, object]:
    """Return the facts of a finding on a picture."""
    return {"number": shown.number, "picture": shown.name, **more}
