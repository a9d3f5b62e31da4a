# SPDX-License-Identifier: EUPL-1.2
"""kalender consent: the register, where somebody is shown, and a consent taken back."""

from contextlib import closing
from datetime import date
from pathlib import Path

import pytest

from kalender.app.console import Console
from kalender.domain.rights.consent import Consent
from kalender.jobs.pool import InlineWorker
from tests.cli.conftest import NOW, Kalender


@pytest.fixture
def lea(sample: Path) -> str:
    """A consent noted with the picture of the market."""
    with closing(Console(None, InlineWorker()).open(sample)) as house:
        picture = next(item for item in house.pictures.all() if item.name == "markt.jpg")
        house.consents.add(Consent(id="", name="Jo Kern", expires=date(2026, 12, 20)))
        return house.consents.add(
            Consent(id="", name="Lea Brandt", child=True, guardian="Tom Brandt", expires=date(2027, 8, 31)),
            [picture.id],
        )


def test_the_register_is_listed_and_what_ends_soon_too(kalender: Kalender, sample: Path, lea: str) -> None:
    told = kalender("--json", "consent", sample)
    assert [(item["name"], item["state"]) for item in told.facts["consents"]] == [
        ("Jo Kern", "soon"),
        ("Lea Brandt", "valid"),
    ]
    assert told.facts["consents"][1]["pictures"] == 1
    assert [item["name"] for item in kalender("--json", "consent", sample, "--ending").facts["consents"]] == [
        "Jo Kern"
    ]
    text = kalender("consent", sample).out
    assert f"{lea[:8]}  Lea Brandt (Kind; Tom Brandt): Gilt bis 31. Aug. 2027, für alle Kanäle" in text


def test_a_person_is_told_with_every_use(kalender: Kalender, sample: Path, lea: str) -> None:
    told = kalender("--json", "consent", sample, "lea brandt")
    assert told.facts["id"] == lea
    assert {use["how"] for use in told.facts["uses"]} <= {"planned", "delivered", "published"}
    assert told.facts["uses"]
    assert kalender("consent", sample, lea[:8]).out.startswith("Lea Brandt (Kind; Tom Brandt)")


def test_a_revocation_is_entered_once_and_taken_back(kalender: Kalender, sample: Path, lea: str) -> None:
    told = kalender("consent", sample, "Lea Brandt", "--revoke", "02.12.2026")
    assert told.code == 0
    assert told.out.startswith("Widerruf von Lea Brandt (Kind; Tom Brandt) eingetragen.")
    facts = kalender("--json", "consent", sample, lea).facts
    assert (facts["state"], facts["revoked"]) == ("revoked", "2026-12-02")
    again = kalender("consent", sample, "Lea Brandt", "--revoke")
    assert again.code == 1
    kalender("undo", sample)
    kalender("consent", sample, "Lea Brandt", "--revoke")
    assert kalender("--json", "consent", sample, lea).facts["revoked"] == NOW[:10]


def test_nobody_and_several_of_a_name_are_said(kalender: Kalender, sample: Path, lea: str) -> None:
    nobody = kalender("consent", sample, "Niemand")
    assert nobody.code == 1
    assert "„Niemand“" in nobody.err
    with closing(Console(None, InlineWorker()).open(sample)) as house:
        house.consents.add(Consent(id="", name="Lea Brandt"))
    several = kalender("--json", "consent", sample, "Lea Brandt")
    assert several.code == 1
    assert lea in [item["id"] for item in several.facts["known"]]


def test_an_empty_register_says_so(kalender: Kalender, sample: Path) -> None:
    assert kalender("consent", sample).out == "Im Register steht keine Einwilligung, auf die das passt.\n"
