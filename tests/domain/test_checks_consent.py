# SPDX-License-Identifier: EUPL-1.2
"""What the rules say about consents of people in pictures: when they must speak, and when they must not."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

import pytest

from kalender.domain.content import Surroundings
from kalender.domain.picture import People, Picture
from kalender.domain.plan import Channel
from kalender.domain.post import Attachment, Post, Version
from kalender.domain.rights.consent import Consent, State
from kalender.domain.rules.checks import Severity, check
from kalender.formats.catalogue import load

CATALOGUE = load()
NOW = datetime(2026, 11, 22, 9, 0)
PLANNED = datetime(2026, 12, 11, 15, 0)
EMRE = Consent(id="emre", name="Emre Yıldız", given=date(2026, 10, 1), place="Ordner Jugend 2026, Blatt 4")


def found(
    *consents: Consent, picture: Mapping[str, Any] = {}, hidden: tuple[str, ...] = (), **post: Any
) -> dict[str, tuple[Severity, Mapping[str, object]]]:
    """Return what the rules about consents find in a post on Facebook and Instagram with one picture."""
    values: dict[str, Any] = {
        "people": People.INDIVIDUALS,
        "consents": tuple(item.id for item in consents),
        **picture,
    }
    around = Surroundings(
        pictures={"bild": Picture(id="bild", name="fest.jpg", width=900, height=900, **values)},
        consents={item.id: item for item in consents},
        channels={id_: Channel(id=id_, platform=id_, name=id_.title()) for id_ in ("facebook", "instagram")},
        formats=CATALOGUE.formats,
        platforms=CATALOGUE.platforms_by_id,
    )
    fields: dict[str, Any] = {
        "title": "Jugendfeuerwehr beim Herbstfest",
        "planned": PLANNED,
        "attachments": (Attachment(id="a", picture="bild"),),
        "versions": (
            Version(id="facebook"),
            Version(id="instagram", hidden=hidden, planned=datetime(2026, 12, 20, 9, 0)),
        ),
        **post,
    }
    return {
        item.rule: (item.severity, item.facts)
        for item in check(Post(id="p", **fields), around, now=NOW)
        if "consent" in item.rule
    }


def changed(**values: Any) -> Consent:
    from dataclasses import replace

    return replace(EMRE, **values)


def test_people_who_can_be_recognised_need_a_consent() -> None:
    assert set(found()) == {"picture.consent_missing"}
    assert not found(EMRE)
    assert not found(picture={"people": People.CROWD})
    assert not found(picture={"note": "Einwilligung liegt im Ordner Feste"})


def test_a_consent_that_lies_in_the_trash_is_none() -> None:
    assert set(found(picture={"consents": ("gone",)})) == {"picture.consent_missing"}


def test_a_consent_that_was_taken_back_is_an_error_and_nothing_else_is_said_of_it() -> None:
    said = found(changed(revoked=date(2026, 11, 20), expires=date(2026, 1, 1), channels=("mastodon",)))
    assert set(said) == {"consent.revoked"}
    severity, facts = said["consent.revoked"]
    assert severity is Severity.ERROR
    assert facts["person"] == "Emre Yıldız"
    assert facts["revoked"] == date(2026, 11, 20)


def test_a_consent_taken_back_counts_even_where_nobody_is_said_to_be_recognisable() -> None:
    said = found(changed(revoked=date(2026, 11, 20)), picture={"people": People.NONE})
    assert set(said) == {"consent.revoked"}


@pytest.mark.parametrize(("last", "hidden", "fires"), [
    (date(2026, 12, 20), (), False),
    (date(2026, 12, 19), (), True),
    (date(2026, 12, 19), ("a",), False),
    (date(2026, 12, 10), ("a",), True),
    (None, (), False),
])  # fmt: skip
def test_a_consent_has_to_last_until_the_last_channel_that_shows_the_picture(
    last: date | None, hidden: tuple[str, ...], fires: bool
) -> None:
    said = found(changed(expires=last), hidden=hidden)
    assert ("consent.expires" in said) is fires
    assert not fires or said["consent.expires"][0] is Severity.ERROR


def test_a_consent_has_to_name_every_channel_that_shows_the_picture() -> None:
    said = found(changed(channels=("facebook",)))
    assert said["consent.channels"] == (
        Severity.ERROR,
        {"number": 1, "picture": "fest.jpg", "person": "Emre Yıldız", "channels": ("Instagram",)},
    )
    assert not found(changed(channels=("facebook",)), hidden=("a",))
    assert not found(changed(channels=("facebook", "instagram")))
    assert not found(changed(channels=()))


def test_for_a_child_somebody_with_custody_is_named() -> None:
    assert set(found(changed(child=True))) == {"consent.guardian"}
    assert set(found(changed(child=True, guardian="  "))) == {"consent.guardian"}
    assert not found(changed(child=True, guardian="Ayşe Yıldız"))


def test_each_person_in_a_picture_is_asked_for() -> None:
    lea = Consent(id="lea", name="Lea Brandt", revoked=date(2026, 11, 2))
    assert found(EMRE, lea)["consent.revoked"][1]["person"] == "Lea Brandt"


@pytest.mark.parametrize(("values", "state"), [
    ({}, State.VALID),
    ({"expires": date(2026, 12, 23)}, State.VALID),
    ({"expires": date(2026, 12, 22)}, State.SOON),
    ({"expires": date(2026, 11, 22)}, State.SOON),
    ({"expires": date(2026, 11, 21)}, State.EXPIRED),
    ({"expires": date(2030, 1, 1), "revoked": date(2026, 11, 1)}, State.REVOKED),
])  # fmt: skip
def test_the_state_of_a_consent_follows_the_day(values: dict[str, Any], state: State) -> None:
    assert changed(**values).state(NOW.date()) is state
