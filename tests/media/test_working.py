# SPDX-License-Identifier: EUPL-1.2
"""What is done to a picture comes out the same everywhere, and a covered place never leaves the house."""

from pathlib import Path

import pytest
from PIL import ExifTags, Image, ImageChops, ImageStat

from kalender.domain.crop import CENTRE, FULL, PLAIN, Cover, Crop, Work, fit, inner, turned_box
from kalender.media.render import RenderOrder, render
from kalender.media.taking import make_small
from kalender.media.working import worked, worked_pixels
from tests.media.drawn import stored

FACE = Cover(id="c", box=Crop(x=400, y=300, w=200, h=200))


def photo(size: tuple[int, int] = (1600, 1200), *, other: bool = False) -> Image.Image:
    """Return a soft picture with a face of squares; the other one has black for white, which no average tells."""
    image = Image.linear_gradient("L").resize(size).convert("RGB")
    side = size[0] // 100
    for row in range(15):
        for column in range(20):
            at = (size[0] * 2 // 5 + column * side, size[1] * 3 // 10 + row * side)
            ink = "white" if (row + column) % 2 == other else "black"
            image.paste(ink, (*at, at[0] + side, at[1] + side))
    return image


def exported(original: Path, work: Work, size: tuple[int, int] = (600, 600)) -> Image.Image:
    """Return a PNG of the whole as it would leave the house."""
    with Image.open(original) as found:
        orientation = found.getexif().get(ExifTags.Base.Orientation, 1)
        upright = found.size if orientation < 5 else found.size[::-1]
    crop = fit(work.size(upright), size, CENTRE)
    path = original.with_name(f"out-{len(list(original.parent.iterdir()))}.png")
    order = RenderOrder(crop=crop, width=size[0], height=size[1], path=path, export_type="png", work=work)
    render(original, [order])
    with Image.open(path) as done:
        done.load()
        return done


def apart(one: Image.Image, two: Image.Image) -> float:
    """Return by how much two pictures differ in their middle, where the face is: 0 to 255."""
    middle = (
        round(0.42 * one.width),
        round(0.34 * one.height),
        round(0.58 * one.width),
        round(0.46 * one.height),
    )
    return float(ImageStat.Stat(ImageChops.difference(one, two).crop(middle).convert("L")).mean[0])


@pytest.mark.parametrize(
    ("suffix", "size"),
    [
        ("jpg", (1500, 1125)),
        ("jpg", (800, 600)),
        ("png", (800, 600)),
        ("webp", (600, 450)),
        ("tiff", (600, 450)),
    ],
)
@pytest.mark.parametrize("blurred", [False, True])
def test_nothing_tells_one_covered_face_from_another_in_an_export(
    tmp_path: Path, suffix: str, size: tuple[int, int], blurred: bool
) -> None:
    work = Work(covers=(Cover(id="c", box=FACE.box, blurred=blurred),))
    originals = [tmp_path / f"one.{suffix}", tmp_path / f"two.{suffix}"]
    for path, other in zip(originals, (False, True), strict=True):
        photo(other=other).save(path, quality=95)
    assert apart(*(exported(path, PLAIN, size) for path in originals)) > 100
    assert apart(*(exported(path, work, size) for path in originals)) < 20


@pytest.mark.parametrize("orientation", [1, 2, 5, 6, 8])
@pytest.mark.parametrize("turn", [0, 1, 3])
def test_a_cover_lies_where_it_was_put_however_the_file_and_the_hand_turn_it(
    tmp_path: Path, orientation: int, turn: int
) -> None:
    image, exif = photo((800, 600)), Image.Exif()
    exif[ExifTags.Base.Orientation] = orientation
    original = tmp_path / "a.jpg"
    stored(image, orientation).save(original, quality=98, exif=exif)
    work = Work(turn=turn, covers=(FACE,))
    done = exported(original, work, work.size((800, 600)))
    assert ImageStat.Stat(ImageChops.difference(done, worked(image, work)).convert("L")).mean[0] < 2
    assert (
        ImageStat.Stat(ImageChops.difference(done, worked(image, Work(turn=turn))).convert("L")).mean[0] > 4
    )


def test_straightening_shows_the_same_whether_done_small_or_in_an_export(tmp_path: Path) -> None:
    image = Image.linear_gradient("L").resize((1200, 900)).convert("RGB")
    image.paste((200, 40, 40), (300, 200, 700, 500))
    original = tmp_path / "a.png"
    image.save(original)
    for tilt in (-150, -37, 4, 90):
        work = Work(tilt=tilt, light=20, contrast=-30)
        size = work.size((1200, 900))
        done = exported(original, work, size)
        assert ImageStat.Stat(ImageChops.difference(done, worked(image, work))).mean[0] < 1.5


def test_a_straightened_picture_has_no_empty_corner(tmp_path: Path) -> None:
    original = tmp_path / "a.png"
    Image.new("RGB", (900, 600), "white").save(original)
    for tilt in (-150, -60, -3, 5, 77, 150):
        work = Work(tilt=tilt)
        assert (
            exported(original, work, work.size((900, 600)))
            .convert("L")
            .point(lambda value: 255 * (value < 250))
            .getbbox()
            is None
        )


def test_the_largest_rectangle_shrinks_with_the_angle_and_stays_inside() -> None:
    last: tuple[int, int] = (900, 600)
    for tilt in range(0, 151, 5):
        found = inner((900, 600), tilt)
        assert found == inner((900, 600), -tilt)
        assert found[0] * found[1] <= last[0] * last[1]
        last = found
    assert min(inner((4000, 10), 150)) >= 1


def test_a_small_copy_hides_what_is_covered_too(tmp_path: Path) -> None:
    small = []
    for other in (False, True):
        original = tmp_path / f"{other}.jpg"
        photo(other=other).save(original, quality=95)
        with Image.open(
            make_small(original, tmp_path / f"{other}-small.jpg", 512, Work(covers=(FACE,)))
        ) as image:
            small.append(image.copy())
    assert apart(*small) < 20


def test_many_small_covers_leave_little_more_than_one() -> None:
    size = 40
    covers = tuple(
        Cover(id=f"{x}-{y}", box=Crop(x=400 + size * x, y=300 + size * y, w=size, h=size))
        for x in range(5)
        for y in range(5)
    )
    cells = worked(photo(), Work(covers=covers)).crop((640, 360, 960, 600)).getcolors(1 << 20)
    assert cells is not None
    assert len(cells) <= 25 * 16


def test_light_and_contrast_do_nothing_at_zero_and_go_both_ways() -> None:
    grey = Image.new("RGB", (4, 4), (100, 100, 100))
    assert worked(grey, Work()).getpixel((0, 0)) == (100, 100, 100)
    tones = [worked(grey, Work(light=step)).getpixel((0, 0))[0] for step in (-50, 0, 50)]  # type: ignore[index]  # RGB
    assert tones == sorted(set(tones))
    harder = worked(grey, Work(contrast=50)).getpixel((0, 0))
    assert isinstance(harder, tuple)
    assert harder[0] < 100
    through = worked(Image.new("RGBA", (4, 4), (100, 100, 100, 7)), Work(light=50)).getpixel((0, 0))
    assert isinstance(through, tuple)
    assert through[3] == 7


def test_bytes_for_the_screen_are_what_the_export_shows() -> None:
    image = photo((80, 60))
    work = Work(turn=1, light=30, covers=(FACE,))
    data, size = worked_pixels(image.tobytes("raw", "BGRX"), image.size, work)
    assert size == (60, 80)
    assert Image.frombytes("RGB", size, data, "raw", "BGRX").tobytes() == worked(image, work).tobytes()


def test_four_quarter_turns_lead_back() -> None:
    assert FACE.box is not None
    assert turned_box(FACE.box, 4) == FACE.box == turned_box(turned_box(FACE.box, 1), -1)
    assert turned_box(Crop(x=0, y=0, w=100, h=FULL), 1) == Crop(x=0, y=0, w=FULL, h=100)
