# SPDX-License-Identifier: EUPL-1.2
"""A day that could be taken for one of this year is told with its own."""

from datetime import datetime

import pytest

from kalender.wording.dates import moment_near


@pytest.mark.parametrize(
    ("moment", "words"),
    [
        (datetime(2026, 12, 4, 17, 0), "Fr 4. Dez., 17:00"),
        (datetime(2027, 1, 15, 9, 0), "Fr 15. Jan., 09:00"),
        (datetime(2024, 1, 26, 13, 0), "26. Jan. 2024, 13:00"),
        (datetime(2027, 12, 3, 17, 0), "3. Dez. 2027, 17:00"),
    ],
)
def test_what_lies_more_than_half_a_year_away_has_its_year(moment: datetime, words: str) -> None:
    assert moment_near(moment, datetime(2026, 12, 3, 10, 42)) == words
