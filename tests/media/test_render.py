# SPDX-License-Identifier: EUPL-1.2
"""One original becomes all formats: upright, exact, in sRGB, under the limit, and without a past."""

import io
import json
import shutil
import subprocess
import tempfile
from pathlib import Path
from typing import Any

import pillow_heif
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import ExifTags, Image, ImageCms, TiffImagePlugin

from kalender.domain.crop import CENTRE, Crop, Focus, exact_box, fit
from kalender.domain.picture import AiMark
from kalender.media.inspection import inspect
from kalender.media.kinds import Unreadable, UnreadablePicture
from kalender.media.orientation import stored as stored_box
from kalender.media.render import Rendered, RenderOrder, render
from kalender.media.taking import make_small
from tests.media.drawn import GREEN, is_upright, likeness, photo, quarters, stored, tile, written

WHOLE = Crop(x=0, y=0, w=1000, h=1000)


def made(original: Path, **order: object) -> tuple[Rendered, Image.Image]:
    values: dict[str, object] = {"crop": WHOLE, "width": 160, "height": 120, **order}
    target = (
        original.parent / f"out-{len(list(original.parent.iterdir()))}.{values.get('export_type', 'jpg')}"
    )
    (done,) = render(original, [RenderOrder(path=target, **values)])  # type: ignore[arg-type]  # built by name
    with Image.open(done.path) as image:
        image.load()
        return done, image


def saved(image: Image.Image, path: Path, **options: Any) -> Path:
    image.save(path, **options)
    return path


@pytest.mark.parametrize("orientation", range(1, 9))
@pytest.mark.parametrize("suffix", ["jpg", "png", "webp", "tif", "avif"])
def test_every_orientation_of_every_kind_is_turned_upright_once(
    orientation: int, suffix: str, tmp_path: Path
) -> None:
    exif = Image.Exif()
    exif[ExifTags.Base.Orientation] = orientation
    image = stored(quarters(1600, 1200), orientation)
    options: dict[str, object] = {"exif": exif}
    if suffix == "tif":
        tags = TiffImagePlugin.ImageFileDirectory_v2()
        tags[274] = orientation
        options = {"tiffinfo": tags}
    original = saved(image, tmp_path / f"a.{suffix}", **options)
    done, whole = made(original)
    assert is_upright(whole)
    assert (done.width, done.height) == (160, 120)
    _, corner = made(original, crop=Crop(x=500, y=0, w=500, h=500))
    assert corner.getpixel((80, 60)) == pytest.approx(GREEN, abs=12)
    with Image.open(make_small(original, tmp_path / "small.jpg", 100)) as small:
        assert small.size == (100, 75)
        assert is_upright(small)


def test_a_heic_that_the_decoder_turns_is_not_turned_again(tmp_path: Path) -> None:
    exif = Image.Exif()
    exif[ExifTags.Base.Orientation] = 6
    original = tmp_path / "a.heic"
    image = stored(quarters(), 6)
    pillow_heif.from_pillow(image).save(original, quality=95, exif=exif.tobytes())
    assert is_upright(made(original)[1])


@given(
    st.floats(0, 0.5),
    st.floats(0, 0.5),
    st.floats(0.5, 1),
    st.floats(0.5, 1),
    st.integers(min_value=1, max_value=8),
)
def test_a_box_is_turned_like_the_pixels_it_cuts(
    left: float, top: float, right: float, bottom: float, orientation: int
) -> None:
    size = 100
    mark = Image.new("L", (size, size), 0)
    mark.paste(255, (round(left * size), round(top * size), round(right * size), round(bottom * size)))
    found = stored(mark, orientation).getbbox()
    wanted = tuple(round(edge * size) for edge in stored_box((left, top, right, bottom), orientation))
    assert found is None or all(abs(a - b) <= 1 for a, b in zip(found, wanted, strict=True))


@given(
    width=st.integers(1, 9000),
    height=st.integers(1, 9000),
    ratio=st.tuples(st.integers(100, 3000), st.integers(100, 3000)),
    focus=st.builds(Focus, x=st.integers(0, 1000), y=st.integers(0, 1000)),
)
def test_a_crop_lies_inside_the_picture_with_the_ratio_of_its_format(
    width: int, height: int, ratio: tuple[int, int], focus: Focus
) -> None:
    crop = fit((width, height), ratio, focus)
    box = exact_box(crop, (width, height), ratio)
    assert 0 <= box.left < box.right <= width
    assert 0 <= box.top < box.bottom <= height
    across, down = box.right - box.left, box.bottom - box.top
    exact = across * ratio[1] / ratio[0]
    step = ratio[1] / ratio[0]
    assert abs(down - exact) <= 1 + step or min(across, down) == 1


def test_files_have_exactly_the_size_of_their_format(tmp_path: Path) -> None:
    original = saved(photo(), tmp_path / "a.jpg", quality=92)
    sizes = [(1080, 1350), (1080, 1920), (1200, 630), (1640, 720), (1128, 191), (1, 1)]
    orders = [
        RenderOrder(
            crop=fit((1200, 900), size, CENTRE), width=size[0], height=size[1], path=tmp_path / f"{n}.jpg"
        )
        for n, size in enumerate(sizes)
    ]
    for order, done in zip(orders, render(original, orders), strict=True):
        with Image.open(done.path) as image:
            assert image.size == (order.width, order.height) == (done.width, done.height)
            assert done.bytes == done.path.stat().st_size
            assert done.path == order.path


def test_a_limit_is_met_at_the_best_quality_that_meets_it(tmp_path: Path) -> None:
    original = saved(photo(), tmp_path / "a.jpg", quality=95)
    free, _ = made(original, width=1080, height=810)
    tight, _ = made(original, width=1080, height=810, max_bytes=free.bytes // 3)
    assert tight.bytes <= free.bytes // 3
    assert tight.bytes > free.bytes // 4
    assert tight.quality < free.quality


def test_a_wish_costs_quality_down_to_70_and_no_further(tmp_path: Path) -> None:
    original = saved(photo(), tmp_path / "a.jpg", quality=95)
    free, _ = made(original, width=1080, height=810)
    near, _ = made(original, width=1080, height=810, target_bytes=free.bytes * 9 // 10)
    assert near.bytes <= free.bytes * 9 // 10
    far, _ = made(original, width=1080, height=810, target_bytes=5000)
    assert far.quality == 70


def test_a_limit_that_no_quality_meets_is_refused(tmp_path: Path) -> None:
    original = saved(photo(), tmp_path / "a.jpg", quality=95)
    with pytest.raises(UnreadablePicture) as caught:
        made(original, width=1080, height=810, max_bytes=900)
    assert caught.value.why is Unreadable.TOO_LARGE


def test_a_png_gives_up_colours_for_its_limit(tmp_path: Path) -> None:
    original = saved(photo(), tmp_path / "a.png")
    free, _ = made(original, width=400, height=300, export_type="png")
    tight, image = made(original, width=400, height=300, export_type="png", max_bytes=free.bytes // 2)
    assert tight.bytes <= free.bytes // 2
    assert image.mode == "P"


def test_an_existing_file_is_not_written_over(tmp_path: Path) -> None:
    original = saved(photo(200, 150), tmp_path / "a.jpg")
    (tmp_path / "b.jpg").write_bytes(b"mine")
    with pytest.raises(FileExistsError):
        render(original, [RenderOrder(crop=WHOLE, width=10, height=10, path=tmp_path / "b.jpg")])
    assert (tmp_path / "b.jpg").read_bytes() == b"mine"


@pytest.mark.parametrize("export_type", ["jpg", "png", "webp"])
def test_an_export_carries_nothing_of_the_original(export_type: str, tmp_path: Path) -> None:
    exif = Image.Exif()
    exif[ExifTags.Base.Make] = "CANARY-make"
    exif[ExifTags.Base.Artist] = "CANARY-artist"
    exif.get_ifd(ExifTags.IFD.GPSInfo)[ExifTags.GPS.GPSLatitude] = (47.0, 25.0, 12.0)
    exif.get_ifd(ExifTags.IFD.Exif)[ExifTags.Base.BodySerialNumber] = "CANARY-serial"
    srgb = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    original = saved(
        photo(800, 600),
        tmp_path / "a.jpg",
        exif=exif,
        xmp=b"<x:xmpmeta>CANARY-xmp</x:xmpmeta>",
        comment=b"CANARY-comment <?php system('id') ?>",
        icc_profile=srgb,
    )
    done, image = made(original, export_type=export_type)
    data = done.path.read_bytes()
    assert b"CANARY" not in data
    assert b"php" not in data
    assert not image.getexif()
    assert "icc_profile" not in image.info
    assert "xmp" not in image.info


SOURCES = {AiMark.MADE: "/trainedAlgorithmicMedia", AiMark.ALTERED: "/compositeWithTrainedAlgorithmicMedia"}


@pytest.mark.parametrize("mark", SOURCES)
@pytest.mark.parametrize("export_type", ["jpg", "png", "webp"])
def test_credit_and_what_a_machine_did_are_written_when_asked(
    export_type: str, mark: AiMark, tmp_path: Path
) -> None:
    original = saved(photo(200, 150), tmp_path / "a.jpg")
    done, _ = made(original, export_type=export_type, credit="Müller & Söhne <Foto>", ai=mark)
    text = done.path.read_bytes().decode("utf-8", "replace")
    assert "Müller &amp; Söhne &lt;Foto&gt;" in text
    assert [item for item in SOURCES.values() if f"{item}<" in text] == [SOURCES[mark]]


@pytest.mark.parametrize("export_type", ["jpg", "png", "webp"])
def test_what_a_machine_did_is_read_again_from_the_file_we_made(export_type: str, tmp_path: Path) -> None:
    original = saved(photo(200, 150), tmp_path / "a.jpg")
    for mark in AiMark:
        done, _ = made(original, export_type=export_type, ai=mark)
        assert inspect(done.path).ai is mark
        done.path.unlink()


def test_another_program_reads_the_same_of_what_a_machine_did(tmp_path: Path) -> None:
    tool = shutil.which("exiftool")
    if tool is None:
        pytest.skip(
            "exiftool is not installed, so nobody else has read the mark (Debian: libimage-exiftool-perl)"
        )
    original = saved(photo(200, 150), tmp_path / "a.jpg")
    for mark in AiMark:
        done, _ = made(original, ai=mark)
        read = subprocess.run([tool, "-json", "-n", done.path], capture_output=True, check=True)
        source = json.loads(read.stdout)[0].get("DigitalSourceType", "")
        assert source.endswith(SOURCES.get(mark, "")), mark
        assert bool(source) is bool(mark)
        done.path.unlink()


def test_transparency_becomes_white_in_a_jpeg_and_stays_in_a_png(tmp_path: Path) -> None:
    image = Image.new("RGBA", (200, 150), (0, 0, 0, 0))
    image.paste((200, 0, 0, 255), (0, 0, 100, 150))
    original = saved(image, tmp_path / "a.png")
    assert made(original)[1].getpixel((140, 60)) == (255, 255, 255)
    pixel = made(original, export_type="png")[1].getpixel((140, 60))
    assert isinstance(pixel, tuple)
    assert pixel[3] == 0


def p3() -> bytes:
    """Return a wide-gamut profile made here: sRGB's with the red and green columns of Display P3."""
    profile = bytearray(ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes())
    columns = {
        b"rXYZ": (0.5151, 0.2412, -0.0011),
        b"gXYZ": (0.2919, 0.6922, 0.0419),
        b"bXYZ": (0.1572, 0.0666, 0.7841),
    }
    for number in range(int.from_bytes(profile[128:132], "big")):
        entry = 132 + 12 * number
        name, at = bytes(profile[entry : entry + 4]), int.from_bytes(profile[entry + 4 : entry + 8], "big")
        for place, value in enumerate(columns.get(name, ())):
            profile[at + 8 + 4 * place : at + 12 + 4 * place] = round(value * 65536).to_bytes(
                4, "big", signed=True
            )
        if name == b"desc":
            profile[at + 28 : at + 36] = "Wide".encode("utf-16-be")
    return bytes(profile)


def test_wide_colours_become_the_same_colours_in_srgb(tmp_path: Path) -> None:
    image = Image.new("RGB", (200, 150), (180, 120, 100))
    wide = saved(image, tmp_path / "a.png", icc_profile=p3())
    pixel = made(wide)[1].getpixel((80, 60))
    assert isinstance(pixel, tuple)
    assert pixel[0] > 184, "the same numbers mean a stronger red in P3"
    assert pixel[1] < 120


def test_a_cmyk_photo_of_an_agency_is_not_inverted(tmp_path: Path) -> None:
    original = saved(quarters().convert("CMYK"), tmp_path / "a.jpg", quality=95)
    assert is_upright(made(original)[1])


@pytest.mark.parametrize("bits", ["I;16", "I", "F", "1", "L", "LA", "P", "PA", "CMYK", "YCbCr", "LAB"])
def test_every_mode_of_pixels_becomes_a_picture(bits: str, tmp_path: Path) -> None:
    grey = quarters().convert("L")
    if bits == "I;16":
        image = grey.convert("I").point(lambda value: value * 257).convert("I;16")
    elif bits == "F":
        image = grey.convert("F").point(lambda value: value * (1 / 255))
    elif bits == "LAB":
        lab = ImageCms.buildTransform(
            ImageCms.createProfile("sRGB"), ImageCms.createProfile("LAB"), "RGB", "LAB"
        )
        converted = ImageCms.applyTransform(quarters(), lab)
        assert converted is not None
        image = converted
    elif bits == "PA":
        image = quarters().convert("RGBA").quantize()
    else:
        image = quarters().convert(bits)
    done = made(
        saved(image, tmp_path / "a.tif" if bits in {"F", "LAB", "YCbCr", "I", "CMYK"} else tmp_path / "a.png")
    )[1]
    assert done.mode == "RGB"
    if bits != "1":
        wanted = quarters(160, 120).convert("L")
        for spot in ((40, 30), (120, 30), (40, 90), (120, 90)):
            have, want = done.convert("L").getpixel(spot), wanted.getpixel(spot)
            assert isinstance(have, (int, float))
            assert isinstance(want, (int, float))
            assert abs(have - want) <= (12 if bits == "P" else 6)


def test_enlargement_is_told(tmp_path: Path) -> None:
    original = saved(quarters(400, 300), tmp_path / "a.jpg")
    done, image = made(original, width=800, height=600)
    assert done.enlarged == 200
    assert is_upright(image)


@settings(max_examples=3)
@given(st.integers(min_value=1, max_value=50))
def test_a_photo_from_reduced_levels_looks_like_one_from_all_pixels(seed: int) -> None:
    image = photo(2000, 1500, seed)
    data = io.BytesIO()
    image.save(data, "JPEG", quality=93)
    with tempfile.TemporaryDirectory() as folder:
        original = written(Path(folder) / "a.jpg", data.getvalue())
        for size in [(900, 675), (480, 360), (240, 180)]:
            done, _ = made(original, width=size[0], height=size[1], export_type="png")
            with Image.open(original) as whole, Image.open(done.path) as have:
                want = whole.resize(size, Image.Resampling.LANCZOS)
                assert likeness(want, have) >= 0.99


@pytest.mark.parametrize("suffix", ["jpg", "png", "webp"])
def test_a_tile_of_text_is_scaled_from_all_its_pixels(suffix: str, tmp_path: Path) -> None:
    original = saved(tile(), tmp_path / f"a.{suffix}", quality=92)
    _, have = made(original, width=620, height=465, export_type="png")
    with Image.open(original) as whole:
        want = whole.convert("RGB").resize((620, 465), Image.Resampling.LANCZOS)
    assert likeness(want, have) >= 0.99
