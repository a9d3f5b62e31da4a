# SPDX-License-Identifier: EUPL-1.2
"""From a file to upright pixels in sRGB: orientation once, colours known, damage refused."""

from __future__ import annotations

import io
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from PIL import ExifTags, Image, ImageCms, ImageFile, ImageOps

from kalender.media.kinds import Kind, Unreadable, UnreadablePicture, kind_of

MOST_PIXELS = {Kind.JPEG: 300_000_000, Kind.HEIC: 250_000_000}
"""Largest pictures taken, in pixels: JPEG is decoded reduced, the others whole."""

MOST_PIXELS_ELSE = 120_000_000
LONGEST_SIDE = 40_000

_ORIENTATION = ExifTags.Base.Orientation
_TURNED_BY_DECODER = {Kind.HEIC}
_UPRIGHT = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}
_SWAPPED = {5, 6, 7, 8}

Image.MAX_IMAGE_PIXELS = None  # the limits above hold, by kind and before anything is decoded
ImageFile.LOAD_TRUNCATED_IMAGES = False


@dataclass(slots=True)
class Opened:
    """An open picture before its pixels are read. orientation: EXIF value still to be applied, 1 to 8."""

    image: Image.Image
    kind: Kind
    orientation: int
    profile: bytes
    frames: int

    @property
    def size(self) -> tuple[int, int]:
        """Width and height after turning it upright."""
        width, height = self.image.size
        return (height, width) if self.orientation in _SWAPPED else (width, height)


@contextmanager
def opened(path: Path) -> Iterator[Opened]:
    """Open a picture and read its header; raises UnreadablePicture before anything large is decoded."""
    kind = kind_of(path)
    if kind is Kind.HEIC:
        import pillow_heif

        pillow_heif.register_heif_opener(thumbnails=False)
    with warnings.catch_warnings(), path.open("rb") as file:
        warnings.simplefilter("ignore")  # metadata of phones is full of small errors; pixels are what counts
        try:
            image = Image.open(file, formats=_FORMATS[kind])
        except UnreadablePicture:
            raise
        except MemoryError:
            raise
        except Exception as error:
            raise UnreadablePicture(Unreadable.DAMAGED) from error
        with image:
            width, height = image.size
            _check_size(kind, width, height)
            yield Opened(
                image=image,
                kind=kind,
                orientation=_orientation(image, kind),
                profile=_profile(image),
                frames=_frames(image),
            )


_FORMATS = {
    Kind.JPEG: ["JPEG", "MPO"],
    Kind.PNG: ["PNG"],
    Kind.WEBP: ["WEBP"],
    Kind.HEIC: ["HEIF"],
    Kind.AVIF: ["AVIF"],
    Kind.TIFF: ["TIFF"],
    Kind.GIF: ["GIF"],
    Kind.BMP: ["BMP"],
}


def _check_size(kind: Kind, width: int, height: int) -> None:
    if width < 1 or height < 1:
        raise UnreadablePicture(Unreadable.DAMAGED)
    most = MOST_PIXELS.get(kind, MOST_PIXELS_ELSE)
    if width * height > most or max(width, height) > LONGEST_SIDE:
        raise UnreadablePicture(
            Unreadable.TOO_LARGE, width=width, height=height, megapixels=most // 1_000_000
        )


def _orientation(image: Image.Image, kind: Kind) -> int:
    if kind in _TURNED_BY_DECODER:
        return 1
    try:
        found = image.getexif().get(_ORIENTATION, 1)
    except Exception:  # noqa: BLE001 - broken metadata never refuses a good picture
        return 1
    return found if isinstance(found, int) and 1 <= found <= 8 else 1


def _profile(image: Image.Image) -> bytes:
    found = image.info.get("icc_profile")
    return found if isinstance(found, bytes) else b""


def _frames(image: Image.Image) -> int:
    try:
        return int(getattr(image, "n_frames", 1))
    except Exception:  # noqa: BLE001 - a broken index of frames leaves the first one
        return 1


def pixels(source: Opened, least: tuple[int, int] | None = None) -> Image.Image:
    """Return the upright pixels, colours as they are in the file.

    least: smallest upright size that will do; JPEG is then decoded at a half, quarter or eighth. Raises UnreadablePicture.
    """
    image = source.image
    try:
        if least is not None and source.kind is Kind.JPEG:
            swapped = source.orientation in _SWAPPED
            image.draft(None, (least[1], least[0]) if swapped else least)
        image.load()
    except MemoryError:
        raise
    except Exception as error:
        raise UnreadablePicture(Unreadable.DAMAGED) from error
    method = _UPRIGHT.get(source.orientation)
    return image.transpose(method) if method is not None else image


def plain(image: Image.Image) -> Image.Image:
    """Return pixels in a mode that can be scaled: L, RGB, RGBA or CMYK; 16 bits and floats become 8."""
    mode = image.mode
    if mode in {"RGB", "RGBA", "L", "CMYK"}:
        return image
    if mode in {"I;16", "I;16L", "I;16B", "I;16N", "I", "F"}:
        wide = image.convert("F")
        low, high = wide.getextrema()
        top = 255.0 if isinstance(high, float) and high <= 255 else 65535.0
        del low
        return wide.point(lambda value: value * (255.0 / top)).convert("L")
    if mode in {"P", "PA"}:
        return image.convert("RGBA" if "transparency" in image.info or mode == "PA" else "RGB")
    if mode in {"LA", "La", "RGBa"}:
        return image.convert("RGBA")
    if mode == "1":
        return image.convert("L")
    return image.convert("RGB")


def to_srgb(image: Image.Image, profile: bytes) -> tuple[Image.Image, bool]:
    """Return an RGB or RGBA picture in sRGB, and whether an embedded profile had to be ignored as broken."""
    broken = False
    if profile:
        try:
            return _converted(image, profile), False
        except Exception:  # noqa: BLE001 - a broken profile is ignored with a note
            broken = True
    if image.mode == "RGBA":
        return image, broken
    return (image if image.mode == "RGB" else image.convert("RGB")), broken


def _converted(image: Image.Image, profile: bytes) -> Image.Image:
    source = ImageCms.ImageCmsProfile(io.BytesIO(profile))
    target = ImageCms.createProfile("sRGB")
    space = source.profile.xcolor_space.strip()
    wanted = {"GRAY": "L", "RGB": "RGB", "CMYK": "CMYK"}.get(space)
    if wanted is None or (image.mode not in {wanted, "RGBA"}) or (image.mode == "RGBA" and wanted != "RGB"):
        raise ValueError(f"a {space} profile on {image.mode} pixels")
    alpha = image.getchannel("A") if image.mode == "RGBA" else None
    bare = image.convert("RGB") if alpha is not None else image
    output = "RGB"
    converted = ImageCms.profileToProfile(
        bare,
        source,
        target,
        renderingIntent=ImageCms.Intent.RELATIVE_COLORIMETRIC,
        outputMode=output,
        flags=ImageCms.Flags.BLACKPOINTCOMPENSATION,
    )
    if converted is None:
        raise ValueError("nothing converted")
    if alpha is not None:
        converted.putalpha(alpha)
    return converted


def on_white(image: Image.Image) -> Image.Image:
    """Return an opaque picture; what was transparent is white."""
    if image.mode != "RGBA":
        return image
    ground = Image.new("RGB", image.size, (255, 255, 255))
    ground.paste(image, mask=image.getchannel("A"))
    return ground


def contained(image: Image.Image, longest: int) -> Image.Image:
    """Return a picture whose longer side is at most longest px; never enlarged."""
    if max(image.size) <= longest:
        return image
    return ImageOps.contain(image, (longest, longest), Image.Resampling.LANCZOS)
