# SPDX-License-Identifier: EUPL-1.2
"""Builds the page of consents, and opens its dialogs, from the library of pictures too."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from kalender.domain.rights.consent import Consent
from kalender.ui.consents.dialog import ConsentDialog
from kalender.ui.consents.page import ConsentsPage
from kalender.ui.consents.uses import UsesDialog
from kalender.ui.shell.further.listed import Built
from kalender.ui.shell.further.naming import names_of
from kalender.ui.widgets.feedback.dialog import Sheet

if TYPE_CHECKING:
    from kalender.ui.shell.workplace import Workplace


def build(work: Workplace) -> Built:
    """Return the page over the plan that is open."""
    page = ConsentsPage(work.theme, work.house.consents, partial(_channel, work))
    page.wanted.connect(partial(perform, work))
    return Built(page, page)


def _channel(work: Workplace, id_: str) -> str:
    return names_of(work.house).channel(id_) or id_


def perform(work: Workplace, verb: str, id_: str) -> None:
    """Do what is wanted of a consent: edit, uses, revoke, delete."""
    if verb == "delete":
        work.attempt(lambda: work.house.consents.delete(id_))
    elif verb == "edit":
        enter(work, id_).open()
    else:
        show_uses(work, id_, revoking=verb == "revoke").open()


def enter(work: Workplace, id_: str = "", pictures: Sequence[str] = ()) -> Sheet:
    """Return the form of a consent, of a new one to be noted with pictures where there is no id."""
    house = work.house
    old = house.consents.get(id_) if id_ else Consent(id="")

    def done(made: Consent) -> None:
        work.attempt(lambda: house.consents.change(made) if made.id else house.consents.add(made, pictures))

    return ConsentDialog(
        work.theme,
        work.window,
        consent=old,
        channels=[
            (item.id, item.name) for item in house.plan.channels if item.active or item.id in old.channels
        ],
        today=house.consents.today(),
        done=done,
    )


def show_uses(work: Workplace, id_: str, *, revoking: bool) -> Sheet:
    """Return where pictures with a consent are shown, with the revocation where that is wanted."""
    house = work.house

    def revoke(day: date) -> None:
        work.attempt(lambda: house.consents.revoke(id_, day))

    return UsesDialog(
        work.theme,
        work.window,
        consent=house.consents.get(id_),
        uses=house.consents.uses(id_),
        channel=partial(_channel, work),
        open_post=work.visits.open_post,
        today=house.consents.today(),
        revoke=revoke if revoking else None,
    )
