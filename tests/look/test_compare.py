# SPDX-License-Identifier: EUPL-1.2
"""The comparison itself: it sees a missing letter, another tint, a moved line."""

from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtGui import QColor, QFont, QImage, QPainter
from PySide6.QtWidgets import QApplication, QLabel

from tests.look.comparison import Comparison, as_webp, kept_pixels
from tests.look.difference import pixels_of

SENTENCE = "Grüße aus Lindenbrunn – 18:30 Uhr, 1.–24. Dezember „Adventsmarkt“ ✓ 🎄"


def drawn(text: str = SENTENCE, *, ground: str = "#ffffff", left: float = 8, top: float = 28) -> QImage:
    image = QImage(560, 40, QImage.Format.Format_RGB32)
    image.fill(QColor(ground))
    painter = QPainter(image)
    painter.setFont(QFont("sans-serif", 11))
    painter.translate(left, top)
    painter.drawText(0, 0, text)
    painter.end()
    return image


@pytest.fixture
def plain_font(qapp: QApplication) -> Iterator[None]:
    """Without the features of fonts that a theme has set for the whole application."""
    before = QApplication.font()
    QApplication.setFont(QFont("sans-serif", 11))
    yield
    QApplication.setFont(before)


@pytest.mark.usefixtures("plain_font")
def test_umlauts_dashes_emoji_and_figures_are_drawn_as_approved(compare: Comparison) -> None:
    shown = QLabel(SENTENCE)
    shown.setStyleSheet("background: white; color: #1c2733; font: 11pt 'sans-serif'; padding: 6px")
    shown.resize(560, 40)
    compare(shown, "probe/text")
    compare(shown, "probe/text-2x", scale=2)


def test_the_same_is_the_same_after_saving(compare: Comparison, tmp_path: Path) -> None:
    Comparison(tmp_path, approved=tmp_path, approve=True)(drawn(), "one")
    Comparison(tmp_path, approved=tmp_path, approve=False)(drawn(), "one")


@pytest.mark.parametrize(
    "other",
    [
        pytest.param(lambda: drawn(SENTENCE.replace("18:30", "18:00")), id="another time"),
        pytest.param(lambda: drawn(SENTENCE.replace("ü", "u")), id="a lost umlaut"),
        pytest.param(lambda: drawn(ground="#fdfdfd"), id="another tint"),
        pytest.param(lambda: drawn(top=29), id="a pixel lower"),
        pytest.param(lambda: drawn().copy(0, 0, 559, 40), id="narrower"),
    ],
)
def test_what_a_person_would_see_is_seen(
    compare: Comparison, tmp_path: Path, other: Callable[[], QImage]
) -> None:
    Comparison(tmp_path, approved=tmp_path, approve=True)(drawn(), "one")
    with pytest.raises(pytest.fail.Exception, match=r"one\.actual\.png"):
        Comparison(tmp_path, approved=tmp_path, approve=False)(other(), "one")
    assert (tmp_path / "one.actual.png").exists()


def test_a_picture_that_nobody_approved_fails(qapp: QApplication, tmp_path: Path) -> None:
    with pytest.raises(pytest.fail.Exception, match="no approved picture"):
        Comparison(tmp_path, approved=tmp_path, approve=False)(drawn(), "new")


def test_a_kept_picture_is_small_and_the_same_to_the_last_pixel(qapp: QApplication, tmp_path: Path) -> None:
    pixels = pixels_of(drawn())
    assert len(as_webp(pixels)) < 5_000
    many = np.random.default_rng(7).integers(0, 255, (60, 90, 3)).astype(np.int16)
    for one in (pixels, many):
        assert (kept_pixels(as_webp(one)) == one).all()
