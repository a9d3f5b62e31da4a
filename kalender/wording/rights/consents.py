# SPDX-License-Identifier: EUPL-1.2
"""Consents in German: how they stand, what they cover, where the pictures were shown."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from kalender.domain.rights.consent import Consent, Form, State
from kalender.services.consents.uses import How, Use
from kalender.wording.dates import day_year, moment_short
from kalender.wording.tr import tr

FORMS = {
    Form.WRITTEN: "Schriftlich",
    Form.SPOKEN: "Mündlich, dokumentiert",
    Form.NOTICE: "Aushang bei der Veranstaltung",
    Form.CONTRACT: "Im Vertrag oder Anmeldebogen",
    Form.OTHER: "Anders",
}
"""How somebody agreed."""

Names = Callable[[str], str]
"""Gives the name of a channel by id."""


def state_words(consent: Consent, today: date) -> str:
    """Return how a consent stands: „Gilt bis 31. Aug. 2027“, „Widerrufen am 3. Dez. 2026“."""
    if consent.revoked is not None:
        return tr("Widerrufen am {day}").format(day=day_year(consent.revoked))
    said = _lasting(consent, today)
    return tr("{said}; das Kind selbst fehlt noch").format(said=said) if consent.asks_the_child else said


def _lasting(consent: Consent, today: date) -> str:
    if consent.expires is None:
        return tr("Gilt unbefristet")
    day = day_year(consent.expires)
    state = consent.state(today)
    if state is State.EXPIRED:
        return tr("Abgelaufen am {day}").format(day=day)
    return (tr("Läuft ab am {day}") if state is State.SOON else tr("Gilt bis {day}")).format(day=day)


def scope_words(consent: Consent, channel: Names) -> str:
    """Return for which channels it holds."""
    if not consent.channels:
        return tr("für alle Kanäle")
    return tr("nur für {channels}").format(channels=", ".join(channel(item) for item in consent.channels))


def person_words(consent: Consent) -> str:
    """Return the person, with who agreed for a child."""
    if not consent.child:
        return consent.name
    who = consent.guardian or tr("Sorgeberechtigte fehlen")
    if consent.agreed:
        who = tr("{who} und das Kind selbst").format(who=who) if consent.guardian else who
    return tr("{name} (Kind; {who})").format(name=consent.name, who=who)


def given_words(consent: Consent) -> str:
    """Return how and when it was given, and where the paper lies."""
    parts = [tr(FORMS[Form(consent.form)])]
    if consent.given is not None:
        parts.append(tr("erteilt am {day}").format(day=day_year(consent.given)))
    if consent.place:
        parts.append(tr("liegt: {place}").format(place=consent.place))
    return ", ".join(parts)


def used_words(pictures: int, posts: int) -> str:
    """Return how many pictures bear it, in how many posts."""
    if not pictures:
        return tr("Noch bei keinem Bild eingetragen")
    bild = tr("1 Bild") if pictures == 1 else tr("{n} Bilder").format(n=pictures)
    if not posts:
        return tr("{pictures}, in keinem Beitrag").format(pictures=bild)
    beitrag = tr("1 Beitrag") if posts == 1 else tr("{n} Beiträgen").format(n=posts)
    return tr("{pictures} in {posts}").format(pictures=bild, posts=beitrag)


_HOW = {How.PUBLISHED: "veröffentlicht", How.DELIVERED: "exportiert", How.PLANNED: "geplant"}


def use_words(use: Use, channel: Names) -> str:
    """Return what became of a picture on a channel: „Facebook, veröffentlicht Fr 11. Dez., 15:00“."""
    when = f" {moment_short(use.at)}" if use.at is not None else ""
    said = f"{channel(use.channel)}, {tr(_HOW[use.how])}{when}"
    return tr("{said}, Beitrag im Papierkorb").format(said=said) if use.trashed else said


def revoking_words(uses: Sequence[Use]) -> str:
    """Return what a revocation would mean."""
    out = sum(use.out for use in uses)
    coming = len({use.post for use in uses if not use.out})
    if not uses:
        return tr("Mit dieser Einwilligung ist kein Bild in einem Beitrag.")
    parts = []
    if coming:
        parts.append(
            tr("1 Beitrag mit diesen Bildern verlässt das Haus dann nicht mehr, bis Sie das Bild ersetzen.")
            if coming == 1
            else tr(
                "{n} Beiträge mit diesen Bildern verlassen das Haus dann nicht mehr, bis Sie die Bilder ersetzen."
            ).format(n=coming)
        )
    if out:
        parts.append(
            tr("An einer Stelle ist ein Bild schon draußen. Nehmen Sie es dort selbst heraus.")
            if out == 1
            else tr("An {n} Stellen sind Bilder schon draußen. Nehmen Sie sie dort selbst heraus.").format(
                n=out
            )
        )
    return " ".join(parts)


def uses_text(consent: Consent, uses: Sequence[Use], channel: Names) -> str:
    """Return the uses as a text to hand on, a line each."""
    lines = [tr("Verwendungen von Bildern mit {name}").format(name=consent.name)]
    for use in uses:
        place = use.address or use.folder
        lines.append(f"- {use.title}: {use_words(use, channel)}" + (f" ({place})" if place else ""))
    return "\n".join(lines) + "\n"


def nobody_words(name: str) -> str:
    """Say that nobody of a name is in the register; without one, that it is empty."""
    if not name:
        return tr("Im Register steht keine Einwilligung, auf die das passt.")
    return tr(
        "Im Register steht niemand mit Namen oder Nummer „{name}“. Ohne Namen nennt der Befehl alle Einwilligungen."
    ).format(name=name)


def several_words(name: str, ids: Sequence[str]) -> str:
    """Say that a name fits several entries."""
    known = ", ".join(item[:8] for item in ids)
    return tr("„{name}“ steht mehrmals im Register: {known}. Nennen Sie die Nummer.").format(
        name=name, known=known
    )


def revoked_words(consent: Consent) -> str:
    """Say that a revocation was entered."""
    return tr("Widerruf von {name} eingetragen. Nichts mit diesen Bildern verlässt mehr das Haus.").format(
        name=person_words(consent)
    )
