# SPDX-License-Identifier: EUPL-1.2
"""What is taken for a picture, and what is refused with which reason."""

import io
import pickle
import zipfile
import zlib
from pathlib import Path

import pillow_heif
import pytest
from PIL import Image, PngImagePlugin

from kalender.media.inspection import inspect
from kalender.media.kinds import Kind, Unreadable, UnreadablePicture
from tests.media.drawn import photo, quarters, written

KINDS = {
    Kind.JPEG: "JPEG",
    Kind.PNG: "PNG",
    Kind.WEBP: "WEBP",
    Kind.AVIF: "AVIF",
    Kind.TIFF: "TIFF",
    Kind.GIF: "GIF",
    Kind.BMP: "BMP",
    Kind.JPEG2000: "JPEG2000",
    Kind.PNM: "PPM",
    Kind.HEIC: "HEIC",
}


def as_bytes(image: Image.Image, kind: Kind, **options: object) -> bytes:
    out = io.BytesIO()
    if kind is Kind.HEIC:
        pillow_heif.from_pillow(image).save(out, quality=90)
    else:
        image.save(out, KINDS[kind], **options)
    return out.getvalue()


def refusal(path: Path) -> UnreadablePicture:
    with pytest.raises(UnreadablePicture) as caught:
        inspect(path)
    return caught.value


@pytest.mark.parametrize("kind", list(Kind))
def test_every_kind_is_known_by_its_content_under_a_foreign_suffix(kind: Kind, tmp_path: Path) -> None:
    found = inspect(written(tmp_path / "urlaub.docx", as_bytes(quarters(), kind)))
    assert (found.kind, found.width, found.height) == (kind, 320, 240)


@pytest.mark.parametrize("kind", list(Kind))
@pytest.mark.parametrize("share", [0.3, 0.7, 0.97])
def test_a_file_that_was_cut_off_is_refused_as_damaged(kind: Kind, share: float, tmp_path: Path) -> None:
    data = as_bytes(photo(400, 300), kind)
    cut = data[: int(len(data) * share)]
    assert refusal(written(tmp_path / "halb", cut)).why is Unreadable.DAMAGED


@pytest.mark.parametrize("progressive", [False, True])
@pytest.mark.parametrize("restarts", [0, 4])
def test_a_jpeg_with_a_grey_lower_half_behind_a_proper_end_is_refused(
    progressive: bool, restarts: int, tmp_path: Path
) -> None:
    data = as_bytes(photo(640, 480), Kind.JPEG, progressive=progressive, restart_marker_rows=restarts)
    first_scan = data.index(b"\xff\xda")
    cut = first_scan + (len(data) - first_scan) // (20 if progressive else 2)
    assert refusal(written(tmp_path / "grau.jpg", data[:cut] + b"\xff\xd9")).why is Unreadable.DAMAGED


@pytest.mark.parametrize("progressive", [False, True])
def test_a_whole_jpeg_with_a_plain_lower_half_is_taken(progressive: bool, tmp_path: Path) -> None:
    image = photo(640, 480)
    image.paste((128, 128, 128), (0, 200, 640, 480))
    data = as_bytes(image, Kind.JPEG, progressive=progressive)
    assert inspect(written(tmp_path / "plakat.jpg", data)).height == 480


def test_a_png_whose_pixels_were_changed_is_refused_and_one_with_odd_texts_is_not(tmp_path: Path) -> None:
    info = PngImagePlugin.PngInfo()
    info.add_text("Comment", "x" * 50)
    data = as_bytes(quarters(), Kind.PNG, pnginfo=info)
    text, pixels = data.index(b"tEXt"), data.index(b"IDAT")
    size = int.from_bytes(data[pixels - 4 : pixels], "big")
    end = pixels + 4 + size
    assert inspect(written(tmp_path / "a.png", data[: text + 20] + b"!" + data[text + 21 :])).width == 320
    wrong_sum = data[:end] + b"\x00\x00\x00\x00" + data[end + 4 :]
    assert refusal(written(tmp_path / "b.png", wrong_sum)).why is Unreadable.DAMAGED


@pytest.mark.parametrize(
    ("data", "why", "found"),
    [
        (b"", Unreadable.EMPTY, None),
        (b"%PDF-1.7\n", Unreadable.NOT_A_PICTURE, "pdf"),
        (b"PK\x03\x04docx", Unreadable.NOT_A_PICTURE, "zip"),
        (b"<!DOCTYPE html><img src=x>", Unreadable.NOT_A_PICTURE, "html"),
        (b'<?xml version="1.0"?>\n<svg xmlns="x"/>', Unreadable.UNSUPPORTED, "svg"),
        (b"8BPS\x00\x01", Unreadable.UNSUPPORTED, "psd"),
        (b"\x00\x00\x00\x20ftypqt  ", Unreadable.NOT_A_PICTURE, "video"),
        (b"II*\x00\x10\x00\x00\x00CR\x02\x00", Unreadable.UNSUPPORTED, "raw"),
        (b"push graphic-context\nfill 'url(https://x)'", Unreadable.NOT_A_PICTURE, ""),
        (b"P6 Haushaltsplan 2027 der Stadt", Unreadable.NOT_A_PICTURE, ""),
    ],
)
def test_what_is_no_picture_is_refused_by_name(
    data: bytes, why: Unreadable, found: str | None, tmp_path: Path
) -> None:
    answer = refusal(written(tmp_path / "bild.jpg", data))
    assert (answer.why, answer.facts.get("found")) == (why, found)


def test_a_picture_that_is_an_archive_too_is_refused(tmp_path: Path) -> None:
    archive = io.BytesIO()
    with zipfile.ZipFile(archive, "w") as packed:
        packed.writestr("payload.js", "alert(1)")
    both = as_bytes(quarters(), Kind.JPEG) + archive.getvalue()
    assert refusal(written(tmp_path / "bild.jpg", both)).facts["found"] == "zip"


def test_a_film_behind_a_photo_of_a_phone_does_no_harm(tmp_path: Path) -> None:
    data = as_bytes(quarters(), Kind.JPEG) + b"\x00\x00\x00\x18ftypmp42" + b"\x11" * 5000
    assert inspect(written(tmp_path / "motion.jpg", data)).kind is Kind.JPEG


def test_a_file_that_is_not_there_is_missing(tmp_path: Path) -> None:
    assert refusal(tmp_path / "fort.jpg").why is Unreadable.MISSING


def huge_png(side: int) -> bytes:
    data = bytearray(as_bytes(Image.new("1", (8, 8)), Kind.PNG))
    data[16:24] = side.to_bytes(4, "big") * 2
    data[29:33] = zlib.crc32(data[12:29]).to_bytes(4, "big")
    return bytes(data)


def huge_jpeg(side: int) -> bytes:
    data = bytearray(as_bytes(quarters(), Kind.JPEG))
    at = data.index(b"\xff\xc0")
    data[at + 5 : at + 9] = side.to_bytes(2, "big") * 2
    return bytes(data)


def huge_webp(side: int) -> bytes:
    data = bytearray(as_bytes(quarters(), Kind.WEBP, exif=b"Exif\x00\x00MM\x00*\x00\x00\x00\x08\x00\x00"))
    assert data[12:16] == b"VP8X"
    data[24:30] = (side - 1).to_bytes(3, "little") * 2
    return bytes(data)


def huge_avif(side: int) -> bytes:
    data = bytearray(as_bytes(quarters(), Kind.AVIF))
    at = data.index(b"ispe")
    data[at + 8 : at + 16] = side.to_bytes(4, "big") * 2
    return bytes(data)


@pytest.mark.parametrize(
    "data",
    [huge_png(65536), huge_jpeg(64250), huge_webp(16383), huge_avif(17000)],
    ids=["png", "jpeg", "webp", "avif"],
)
def test_a_bomb_is_refused_by_its_header_naming_size_and_limit(data: bytes, tmp_path: Path) -> None:
    answer = refusal(written(tmp_path / "bombe", data))
    assert answer.why is Unreadable.TOO_LARGE
    assert isinstance(answer.facts["width"], int)
    assert answer.facts["width"] > 16000
    assert answer.facts["megapixels"] in {50, 80, 300}


def test_further_pictures_of_a_film_are_counted_and_left(tmp_path: Path) -> None:
    data = as_bytes(quarters(), Kind.GIF, save_all=True, append_images=[photo(320, 240), photo(320, 240, 2)])
    assert inspect(written(tmp_path / "a.gif", data)).frames == 3


def test_a_broken_profile_is_ignored_and_told(tmp_path: Path) -> None:
    data = as_bytes(quarters(), Kind.JPEG, icc_profile=b"not a profile at all" * 20)
    assert inspect(written(tmp_path / "a.jpg", data)).broken_profile


def test_broken_metadata_never_refuses_a_good_picture(tmp_path: Path) -> None:
    info = PngImagePlugin.PngInfo()
    info.add_text("Raw profile type exif", "\nexif\n  20\nnot hex at all zz\n")
    info.add_itxt("XML:com.adobe.xmp", '<x:xmpmeta tiff:Orientation="9"><not closed')
    assert inspect(written(tmp_path / "a.png", as_bytes(quarters(), Kind.PNG, pnginfo=info))).orientation == 1
    exif = b"Exif\x00\x00II*\x00\x08\x00\x00\x00\xff\xff" + b"\xee" * 40
    assert inspect(written(tmp_path / "a.jpg", as_bytes(quarters(), Kind.JPEG, exif=exif))).width == 320


def test_refusals_travel_between_processes() -> None:
    answer = pickle.loads(pickle.dumps(UnreadablePicture(Unreadable.TOO_LARGE, width=5)))
    assert (answer.why, answer.facts) == (Unreadable.TOO_LARGE, {"width": 5})


def test_an_orientation_that_only_xmp_names_turns_nothing(tmp_path: Path) -> None:
    said = '<x:xmpmeta xmlns:x="adobe:ns:meta/"><tiff:Orientation>6</tiff:Orientation></x:xmpmeta>'
    info = PngImagePlugin.PngInfo()
    info.add_itxt("XML:com.adobe.xmp", said)
    quarters().save(tmp_path / "a.png", pnginfo=info)
    quarters().save(tmp_path / "a.jpg", xmp=said.encode())
    for name in ("a.png", "a.jpg"):
        found = inspect(tmp_path / name)
        assert (found.orientation, found.width, found.height) == (1, 320, 240), name
