# SPDX-License-Identifier: EUPL-1.2
"""Consents: have the people in the pictures agreed, to these channels, for this day, and still."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING

from kalender.domain.picture import People
from kalender.domain.rules.case import Case, Outlet, Shown
from kalender.domain.rules.finding import Rule, Severity, Spot

if TYPE_CHECKING:
    from kalender.domain.rights.consent import Consent


def _of(case: Case, shown: Shown) -> list[Consent]:
    """Return the consents noted with a picture that are still in the register."""
    if shown.picture is None:
        return []
    known = case.around.consents
    return [known[id_] for id_ in shown.picture.consents if id_ in known]


def _noted(case: Case) -> Iterator[tuple[Shown, Consent]]:
    return ((shown, consent) for shown in case.pictures for consent in _of(case, shown))


def _spot(shown: Shown, at: str = "", /, **facts: object) -> Spot:
    return Spot({"number": shown.number, "picture": shown.name, **facts}, at, "picture", shown.attachment.id)


def _uses(case: Case, shown: Shown) -> list[Outlet]:
    """Return the channels that show a picture."""
    return [outlet for outlet in case.outlets if shown in outlet.pictures]


def _appears(case: Case, shown: Shown) -> date:
    """Return the last day on which a picture appears for the first time on a channel."""
    days = [outlet.planned or case.now for outlet in _uses(case, shown)]
    return max(days, default=case.post.planned or case.now).date()


def missing(case: Case) -> Iterator[Spot]:
    """Single people can be recognised, and neither the register nor the note of the picture knows a consent."""
    for shown in case.pictures:
        picture = shown.picture
        if picture is None or picture.people is not People.INDIVIDUALS:
            continue
        if not _of(case, shown) and "inwilligung" not in picture.note:
            yield _spot(shown)


def revoked(case: Case) -> Iterator[Spot]:
    """Somebody in a picture has taken the consent back."""
    for shown, consent in _noted(case):
        if consent.revoked is not None:
            yield _spot(shown, person=consent.name, revoked=consent.revoked)


def expires(case: Case) -> Iterator[Spot]:
    """A consent runs out before the picture appears."""
    for shown, consent in _noted(case):
        last = _appears(case, shown)
        if consent.revoked is None and consent.expires is not None and consent.expires < last:
            yield _spot(shown, person=consent.name, until=consent.expires, planned=last)


def channels(case: Case) -> Iterator[Spot]:
    """A picture goes to a channel that the consent does not name."""
    for shown, consent in _noted(case):
        beyond = [outlet.name for outlet in _uses(case, shown) if not consent.covers(outlet.id)]
        if consent.revoked is None and beyond:
            yield _spot(shown, person=consent.name, channels=tuple(beyond))


def guardian(case: Case) -> Iterator[Spot]:
    """A child is shown, and nobody who has custody is named."""
    for shown, consent in _noted(case):
        if consent.revoked is None and consent.child and not consent.guardian.strip():
            yield _spot(shown, person=consent.name)


RULES = (
    Rule("picture.consent_missing", Severity.WARNING, missing, "DSGVO Art. 6; KUG §§ 22, 23"),
    Rule("consent.revoked", Severity.ERROR, revoked, "DSGVO Art. 7 (3)"),
    Rule("consent.expires", Severity.ERROR, expires, "DSGVO Art. 6 (1) a; KUG § 22"),
    Rule("consent.channels", Severity.ERROR, channels, "DSGVO Art. 6 (1) a; KUG § 22"),
    Rule("consent.guardian", Severity.ERROR, guardian, "DSGVO Art. 8; BGB § 1626"),
)
