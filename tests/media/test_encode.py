# SPDX-License-Identifier: EUPL-1.2
"""Under a limit of bytes the best quality is found: one more would break it."""

import io

import pytest
from PIL import Image

from kalender.domain.picture import AiMark
from kalender.media.encode import LOWEST_QUALITY, START_QUALITY, TARGET_FLOOR, DoesNotFit, Encoder, _best
from tests.media.drawn import photo


def size_at(image: Image.Image, kind: str, quality: int) -> int:
    """Return how many bytes the same encoder makes at one quality."""
    out = io.BytesIO()
    if kind == "webp":
        image.save(out, "WEBP", quality=quality)
    else:
        image.save(out, "JPEG", quality=quality, subsampling="4:2:0")
    return out.tell()


@pytest.mark.parametrize("kind", ["jpg", "webp"])
@pytest.mark.parametrize("share", [0.25, 0.35, 0.5, 0.7, 0.9, 0.99])
def test_one_quality_more_would_break_the_limit(kind: str, share: float) -> None:
    image = photo(640, 480)
    limit = round(size_at(image, kind, START_QUALITY) * share)
    data, quality = Encoder(image, kind, credit="", ai=AiMark.NONE).fit(limit, 0)
    assert len(data) <= limit
    assert LOWEST_QUALITY <= quality < START_QUALITY
    assert size_at(image, kind, quality) == len(data)
    assert size_at(image, kind, quality + 1) > limit


@pytest.mark.parametrize("kind", ["jpg", "webp"])
def test_a_limit_met_to_the_byte_is_met(kind: str) -> None:
    image = photo(640, 480)
    exact = size_at(image, kind, 60)
    data, quality = Encoder(image, kind, credit="", ai=AiMark.NONE).fit(exact, 0)
    assert (len(data), quality) == (exact, 60)


def test_sizes_that_do_not_grow_with_quality_still_give_the_best_at_their_place() -> None:
    sizes = {quality: 10 * quality for quality in range(101)} | {60: 615, 61: 580, 62: 590}
    data, quality = _best(lambda quality: bytes(sizes[quality]), 600, 0)
    assert len(data) <= 600
    assert sizes[quality + 1] > 600


def test_a_wish_never_costs_more_quality_than_its_floor() -> None:
    image = photo(640, 480)
    wish = size_at(image, "jpg", TARGET_FLOOR) // 2
    data, quality = Encoder(image, "jpg", credit="", ai=AiMark.NONE).fit(0, wish)
    assert quality == TARGET_FLOOR
    assert len(data) > wish


def test_what_fits_at_no_quality_is_told() -> None:
    with pytest.raises(DoesNotFit):
        Encoder(photo(640, 480), "jpg", credit="", ai=AiMark.NONE).fit(500, 0)
