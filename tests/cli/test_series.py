# SPDX-License-Identifier: EUPL-1.2
"""series: what recurs is listed, a post is let recur, and a rule that cannot be read is refused."""

from pathlib import Path

from tests.cli.conftest import Kalender

POST = "Vorlesen in der Bücherei"


def test_a_post_recurs_by_a_rule_and_is_listed(kalender: Kalender, sample: Path) -> None:
    assert "wiederholt sich nichts" in kalender("series", sample).out
    told = kalender("series", sample, POST, "--rule", "FREQ=WEEKLY;COUNT=4", "--skip", "18.12.2026", "--json")
    assert told.code == 0
    assert [item["planned"][:10] for item in told.facts["posts"]] == [
        "2026-12-11",
        "2026-12-25",
        "2027-01-01",
    ]
    listed = kalender("series", sample)
    assert f"{POST}: Jeden Freitag um 15:00 (3 Beiträge angelegt)" in listed.out
    assert "Es fehlt kein Termin." in kalender("series", sample, "--top-up").out
    assert kalender("undo", sample).code == 0
    assert kalender("series", sample, "--json").facts["series"] == []


def test_a_rule_that_cannot_be_read_is_refused_in_german(kalender: Kalender, sample: Path) -> None:
    told = kalender("series", sample, POST, "--rule", "jeden Freitag")
    assert told.code != 0
    assert "lässt sich nicht lesen" in told.err
