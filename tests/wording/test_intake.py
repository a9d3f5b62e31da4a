# SPDX-License-Identifier: EUPL-1.2
"""Every refused picture gets a sentence that says what to do."""

from pathlib import Path

import pytest

from kalender.media.kinds import Unreadable
from kalender.services.pictures import PictureReport, RefusedPicture
from kalender.wording.intake import picture_report, why


def refused(reason: Unreadable, **facts: object) -> RefusedPicture:
    return RefusedPicture(path=Path("IMG_0815.jpg"), why=reason, facts=facts)


@pytest.mark.parametrize("reason", list(Unreadable))
def test_every_reason_has_a_sentence_without_gaps(reason: Unreadable) -> None:
    words = why(refused(reason, width=20000, height=20000, megapixels=80))
    assert words.endswith(".")
    assert "{" not in words


def test_a_file_that_is_something_else_is_called_by_its_name() -> None:
    assert why(refused(Unreadable.NOT_A_PICTURE, found="pdf")).startswith("Das ist ein PDF.")


def test_the_report_counts_and_names() -> None:
    report = PictureReport(added=("a", "b"), duplicates=("c",), refused=(refused(Unreadable.EMPTY),))
    words = picture_report(report)
    assert words.startswith("2 Bilder übernommen, 1 war schon da, „IMG_0815.jpg“ nicht übernommen.")
    assert picture_report(PictureReport(added=(), duplicates=(), refused=())) == "Kein Bild gefunden"
