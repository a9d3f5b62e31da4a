# SPDX-License-Identifier: EUPL-1.2
"""From a file to pixels: looked over by its header first, read only as large as needed, damage refused."""

from __future__ import annotations

import re
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from PIL import (
    AvifImagePlugin,
    BmpImagePlugin,
    ExifTags,
    GifImagePlugin,
    Image,
    ImageFile,
    Jpeg2KImagePlugin,
    JpegImagePlugin,
    PngImagePlugin,
    PpmImagePlugin,
    TiffImagePlugin,
    WebPImagePlugin,
)

from kalender.media.colour import Colours, plain
from kalender.media.damage import without_broken_notes
from kalender.media.heic.boxes import grid_of
from kalender.media.heic.mosaic import Mosaic
from kalender.media.kinds import Kind, Unreadable, UnreadablePicture, kind_of
from kalender.media.orientation import SWAPPING, turned

MOST_PIXELS = {Kind.JPEG: 300_000_000, Kind.WEBP: 50_000_000}
"""Largest pictures taken, in pixels: JPEG is decoded reduced; the others whole, at four bytes a pixel, WebP at twelve."""

MOST_PIXELS_ELSE = 80_000_000
MOST_PIXELS_TILED = 300_000_000
"""Largest HEIC that is laid out of tiles, as those of phones are: one above the limit of others is read tile by tile."""

LONGEST_SIDE = 65_535
TURNED_BY_DECODER = {Kind.HEIC, Kind.TIFF}
"""Kinds whose decoder gives upright pixels and an upright size already."""

_XMP = {"xmp", "XML:com.adobe.xmp"}
_BOX_HEADER = 1 << 18
_ISPE = re.compile(rb"ispe\x00{4}(.{4})(.{4})", re.DOTALL)
_DNG_VERSION, _SUBFILE_TYPE, _SUB_IFDS = 50706, 254, 330

Image.MAX_IMAGE_PIXELS = None  # the limits above hold, by kind and before anything is decoded
ImageFile.LOAD_TRUNCATED_IMAGES = False

_PLUGINS: dict[Kind, type[ImageFile.ImageFile]] = {
    Kind.JPEG: JpegImagePlugin.JpegImageFile,  # not through the MPO plugin: the first picture is the picture
    Kind.PNG: PngImagePlugin.PngImageFile,
    Kind.WEBP: WebPImagePlugin.WebPImageFile,
    Kind.AVIF: AvifImagePlugin.AvifImageFile,
    Kind.TIFF: TiffImagePlugin.TiffImageFile,
    Kind.GIF: GifImagePlugin.GifImageFile,
    Kind.BMP: BmpImagePlugin.BmpImageFile,
    Kind.JPEG2000: Jpeg2KImagePlugin.Jpeg2KImageFile,
    Kind.PNM: PpmImagePlugin.PpmImageFile,
}


@dataclass(slots=True)
class Opened:
    """An open picture before its pixels are read. orientation: EXIF value still to be applied, 1 to 8."""

    image: ImageFile.ImageFile
    kind: Kind
    orientation: int
    colours: Colours
    size: tuple[int, int]
    """Width and height after turning it upright."""
    mosaic: Mosaic | None = None
    """What reads the tiles of a picture that is too large to be decoded whole."""


@contextmanager
def quietly() -> Iterator[None]:
    """Silence warnings: metadata of phones is full of small errors; pixels are what counts. Around threads, not in them."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        yield


@contextmanager
def answering(**facts: object) -> Iterator[None]:
    """Let nothing but UnreadablePicture out: on foreign bytes any exception of a decoder means that they are damaged.

    facts: added where memory did not suffice. Not around anything that writes.
    """
    try:
        yield
    except UnreadablePicture:
        raise
    except MemoryError as error:
        limit = MOST_PIXELS_ELSE // 1_000_000
        raise UnreadablePicture(Unreadable.TOO_LARGE, megapixels=limit, **facts) from error
    except Exception as error:
        raise UnreadablePicture(Unreadable.DAMAGED) from error


@contextmanager
def opened(path: Path) -> Iterator[Opened]:
    """Open a picture and read its header; raises UnreadablePicture before anything large is decoded."""
    kind = kind_of(path)
    with path.open("rb") as file:
        with answering():
            mosaic = _mosaic(kind, file)
            most = MOST_PIXELS_TILED if mosaic else MOST_PIXELS.get(kind, MOST_PIXELS_ELSE)
            _check_boxes(kind, file, most)
            image = _read_header(kind, file)
        with image:
            width, height = image.size
            check_size(kind, width, height, most)
            _refuse_raw(kind, image)
            orientation = _orientation(image, kind)
            yield Opened(
                image=image,
                kind=kind,
                orientation=orientation,
                colours=_colours(image),
                size=(height, width) if orientation in SWAPPING else (width, height),
                mosaic=mosaic if width * height > MOST_PIXELS_ELSE else None,
            )


def _read_header(kind: Kind, file: BinaryIO) -> ImageFile.ImageFile:
    try:
        return _plugin(kind)(file)
    except Exception:
        mended = without_broken_notes(file) if kind is Kind.PNG else None
        if mended is None:
            raise
        return _plugin(kind)(mended)


def _plugin(kind: Kind) -> type[ImageFile.ImageFile]:
    if kind is Kind.HEIC:
        from pillow_heif import HeifImageFile

        found: type[ImageFile.ImageFile] = HeifImageFile
        return found
    return _PLUGINS[kind]


def _mosaic(kind: Kind, file: BinaryIO) -> Mosaic | None:
    if kind is not Kind.HEIC:
        return None
    grid = grid_of(file)
    file.seek(0)
    return Mosaic(grid, file) if grid is not None else None


def check_size(kind: Kind, width: int, height: int, most: int = 0) -> None:
    """Refuse what has no size, or more than fits; most: pixels, 0 for what fits of a kind.

    Raises UnreadablePicture DAMAGED or TOO_LARGE.
    """
    if width < 1 or height < 1:
        raise UnreadablePicture(Unreadable.DAMAGED)
    most = most or MOST_PIXELS.get(kind, MOST_PIXELS_ELSE)
    if width * height > most or max(width, height) > LONGEST_SIDE:
        raise UnreadablePicture(
            Unreadable.TOO_LARGE, width=width, height=height, megapixels=most // 1_000_000, kind=kind.value
        )


def _check_boxes(kind: Kind, file: BinaryIO, most: int) -> None:
    """Check the size where opening alone would already reserve the whole canvas."""
    if kind is Kind.WEBP:
        head = file.read(30)
        if head[12:16] == b"VP8X" and len(head) == 30:
            check_size(
                kind, 1 + int.from_bytes(head[24:27], "little"), 1 + int.from_bytes(head[27:30], "little")
            )
        elif head[12:16] == b"VP8L" and len(head) >= 25:
            bits = int.from_bytes(head[21:25], "little")
            check_size(kind, 1 + (bits & 0x3FFF), 1 + (bits >> 14 & 0x3FFF))
    elif kind in {Kind.HEIC, Kind.AVIF}:
        for width, height in _ISPE.findall(file.read(_BOX_HEADER)):
            if width != bytes(4) and height != bytes(4):
                check_size(kind, int.from_bytes(width, "big"), int.from_bytes(height, "big"), most)
    file.seek(0)


def _refuse_raw(kind: Kind, image: ImageFile.ImageFile) -> None:
    """Refuse raw files of cameras: they are TIFF, but what opens is only their small preview."""
    if not isinstance(image, TiffImagePlugin.TiffImageFile) or kind is not Kind.TIFF:
        return
    try:
        tags = image.tag_v2
        preview = _SUB_IFDS in tags and tags.get(_SUBFILE_TYPE, 0) == 1
        raw = _DNG_VERSION in tags or preview
    except Exception:  # noqa: BLE001 - broken metadata never refuses a good picture
        return
    if raw:
        raise UnreadablePicture(Unreadable.UNSUPPORTED, found="raw")


def _orientation(image: Image.Image, kind: Kind) -> int:
    """Return what EXIF says; XMP says it too, but no viewer listens, and its pixels stand upright more often than not."""
    if kind in TURNED_BY_DECODER:
        return 1
    said = image.info
    image.info = {name: value for name, value in said.items() if name not in _XMP}
    try:
        found = image.getexif().get(ExifTags.Base.Orientation, 1)
    except Exception:  # noqa: BLE001 - broken metadata never refuses a good picture
        return 1
    finally:
        image.info = said
    return found if isinstance(found, int) and 1 <= found <= 8 else 1


def _colours(image: Image.Image) -> Colours:
    profile, gamma = image.info.get("icc_profile"), image.info.get("gamma")
    return Colours(
        profile if isinstance(profile, bytes) else b"",
        gamma if isinstance(gamma, float) and 0.1 < gamma < 10 and "srgb" not in image.info else 0.0,
    )


def frames(image: Image.Image) -> int:
    """Return how many pictures a file holds; only the first is taken."""
    try:
        return max(1, int(getattr(image, "n_frames", 1)))
    except Exception:  # noqa: BLE001 - a broken index of frames leaves the first one
        return 1


def pixels(source: Opened, least: tuple[int, int] | None = None) -> Image.Image:
    """Return the pixels as they lie in the file, in a mode that can be scaled; turned() makes them upright.

    least: smallest upright size that will do; JPEG and very large HEIC are then decoded at a half, quarter or eighth.
    Raises UnreadablePicture DAMAGED.
    """
    image = source.image
    with answering(width=source.size[0], height=source.size[1]):
        if source.mosaic is not None:
            return source.mosaic.pixels(_level(source.size, least or source.size))
        if least is not None and source.kind is Kind.JPEG:
            image.draft(None, (least[1], least[0]) if source.orientation in SWAPPING else least)
        image.load()
        return plain(image)


def _level(size: tuple[int, int], least: tuple[int, int]) -> int:
    fits = (level for level in (8, 4, 2) if size[0] // level >= least[0] and size[1] // level >= least[1])
    return next(fits, 1)


def upright(source: Opened, longest: int) -> Image.Image:
    """Return the whole picture upright, in sRGB, RGB or RGBA, at most longest px; never enlarged."""
    width, height = source.size
    scale = min(1.0, longest / max(width, height))
    twice = (max(1, round(width * scale * 2)), max(1, round(height * scale * 2)))
    image = pixels(source, twice if scale < 0.5 else None)
    across, down = max(1, round(width * scale)), max(1, round(height * scale))
    if source.orientation in SWAPPING:
        across, down = down, across
    with answering(width=width, height=height):
        if (across, down) != image.size:
            image = image.resize((across, down), Image.Resampling.LANCZOS, reducing_gap=2.0)
        return source.colours.to_srgb(turned(image, source.orientation))
