# SPDX-License-Identifier: EUPL-1.2
"""Closed days as people write them, and as they are shown again."""

import pytest

from kalender.app.house import House
from kalender.domain.refusal import RefusalKind, Refused
from kalender.services.setup.closing import closed_text
from kalender.wording.pace.closed import words


@pytest.mark.parametrize(
    ("typed", "stored", "shown"),
    [
        ("24.12.–31.12.", "12-24/12-31", "24.12.–31.12."),
        ("24.12. - 1.1.", "12-24/01-01", "24.12.–01.01."),
        ("24.12.-31.12.", "12-24/12-31", "24.12.–31.12."),
        ("24.12. bis 31.12.", "12-24/12-31", "24.12.–31.12."),
        ("24.12.", "12-24", "24.12."),
        ("15.5.2026", "2026-05-15", "15.05.2026"),
        ("15.5.–16.5.2026", "2026-05-15/2026-05-16", "15.05.2026–16.05.2026"),
        ("2026-05-15", "2026-05-15", "15.05.2026"),
        ("12-24/12-31", "12-24/12-31", "24.12.–31.12."),
    ],
)
def test_days_are_read_and_shown_again(typed: str, stored: str, shown: str) -> None:
    assert closed_text(typed) == stored
    assert words(stored) == shown
    assert closed_text(shown) == stored


@pytest.mark.parametrize(
    "typed", ["Heiligabend", "32.12.", "24.13.", "30.2.2026", "31.12.2026–24.12.2026", "1.1.–2.1.–3.1."]
)
def test_what_is_no_day_is_refused_and_nothing_changes(house: House, typed: str) -> None:
    house.setup.town.change(closed=["24.12."])
    with pytest.raises(Refused) as refused:
        house.setup.town.change(closed=[typed])
    assert refused.value.kind is RefusalKind.BAD_DATE
    assert house.plan.municipality.closed == ("12-24",)


def test_days_a_newer_version_wrote_stay_and_close_nothing() -> None:
    assert words("every/full-moon") == "every/full-moon"
