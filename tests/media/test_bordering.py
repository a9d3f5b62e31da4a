# SPDX-License-Identifier: EUPL-1.2
"""A whole picture lies within its border: nothing is cut off, nothing of the border is left open."""

from dataclasses import replace
from pathlib import Path

import pytest
from PIL import Image

from kalender.domain.crop import BLURRED, WHOLE, Border, Cover, Crop, Work
from kalender.media.bordering import DIM
from kalender.media.render import RenderOrder, render
from tests.media.drawn import is_upright, photo, quarters


def fitted(
    original: Path, size: tuple[int, int], border: Border, work: Work | None = None, suffix: str = "jpg"
) -> Image.Image:
    target = original.parent / f"{size[0]}x{size[1]}{border.told.strip('#')}.{suffix}"
    order = RenderOrder(
        crop=WHOLE, width=size[0], height=size[1], path=target, border=border, export_type=suffix
    )
    order = order if work is None else replace(order, work=work)
    (done,) = render(original, [order])
    assert (done.width, done.height) == size
    with Image.open(target) as image:
        return image.convert("RGB")


@pytest.fixture
def original(tmp_path: Path) -> Path:
    quarters(1600, 1200).save(tmp_path / "a.jpg", quality=95)
    return tmp_path / "a.jpg"


def test_a_wide_picture_lies_in_the_middle_of_a_tall_format_between_two_stripes(original: Path) -> None:
    image = fitted(original, (300, 500), Border(colour="#0a64c8"))
    for spot in ((5, 5), (295, 130), (150, 370), (295, 495)):
        assert image.getpixel(spot) == pytest.approx((10, 100, 200), abs=6)
    assert is_upright(image.crop((0, 138, 300, 362)))


def test_a_tall_picture_lies_between_stripes_at_the_sides(tmp_path: Path) -> None:
    quarters(600, 1200).save(tmp_path / "a.png")
    image = fitted(tmp_path / "a.png", (400, 400), Border(colour="#ffffff"), suffix="png")
    assert image.getpixel((20, 200)) == image.getpixel((380, 200)) == (255, 255, 255)
    assert is_upright(image.crop((100, 0, 300, 400)))


def test_a_blurred_border_has_the_colours_of_the_picture_and_none_of_its_edges(tmp_path: Path) -> None:
    photo(1600, 1200).save(tmp_path / "a.jpg", quality=92)
    image = fitted(tmp_path / "a.jpg", (1080, 1920), BLURRED)
    stripe = image.crop((0, 0, 1080, 540)).convert("L")
    data = stripe.tobytes()
    steps = [abs(data[at] - data[at + 1]) for at in range(len(data) - 1) if (at + 1) % 1080]
    assert max(steps) <= 12
    mean = sum(data) / len(data)
    inner = image.crop((0, 560, 1080, 1360)).convert("L").tobytes()
    assert 0.3 * DIM * sum(inner) / len(inner) < mean < sum(inner) / len(inner)


def test_a_picture_of_the_same_shape_has_no_border(original: Path) -> None:
    assert is_upright(fitted(original, (400, 300), Border(colour="#ff00ff")))
    assert is_upright(fitted(original, (401, 300), Border(colour="#ff00ff")))


def test_a_picture_is_turned_and_covered_before_it_is_fitted(original: Path) -> None:
    covers = (Cover(id="c", box=Crop(x=0, y=0, w=1000, h=1000)),)
    image = fitted(original, (300, 300), Border(colour="#000000"), Work(turn=1, covers=covers))
    assert image.getpixel((10, 150)) == pytest.approx((0, 0, 0), abs=6)
    middle = image.crop((40, 0, 260, 300)).getextrema()
    assert middle[0] != (0, 0)
