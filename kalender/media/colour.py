# SPDX-License-Identifier: EUPL-1.2
"""Colours: from whatever a file uses to eight bits in sRGB."""

from __future__ import annotations

import io
import threading

from PIL import Image, ImageCms

_SRGB_GAMMA = 1 / 2.2
_TIFF_BITS = 258
_GREY_16 = {"I;16", "I;16L", "I;16B", "I;16N"}


def plain(image: Image.Image) -> Image.Image:
    """Return pixels in a mode that can be scaled: L, RGB, RGBA, CMYK or LAB; 16 bits and floats become 8."""
    mode = image.mode
    if mode in {"RGB", "RGBA", "L", "CMYK", "LAB"}:
        keyed = mode in {"RGB", "L"} and "transparency" in image.info
        return image.convert("RGBA") if keyed else image
    if mode in _GREY_16 or mode in {"I", "F"}:
        return _eight_bits(image)
    if mode in {"P", "PA"}:
        return image.convert("RGBA" if "transparency" in image.info or mode == "PA" else "RGB")
    if mode in {"LA", "La", "RGBa"}:
        return image.convert("RGBA")
    if mode == "1":
        return image.convert("L")
    return image.convert("RGB")


def _eight_bits(image: Image.Image) -> Image.Image:
    wide = image.convert("F")
    if image.mode in _GREY_16:
        white = float((1 << _bits(image)) - 1)
    else:
        high = wide.getextrema()[1]
        assert isinstance(high, float)
        steps = (1.0, 255.0, 65535.0) if image.mode == "F" else (255.0, 65535.0)
        white = next((step for step in steps if high <= step), max(high, 1.0))
    scale = 255.0 / white
    return wide.point(lambda value: value * scale + 0.5).convert("L")


def _bits(image: Image.Image) -> int:
    """Return how many of 16 bits are used: some scanners and cameras write 10, 12 or 14."""
    tags = getattr(image, "tag_v2", None)
    found = tags.get(_TIFF_BITS, (16,)) if tags is not None else (16,)
    bits = found[0] if isinstance(found, tuple) and found else 16
    return bits if isinstance(bits, int) and 8 < bits < 16 else 16


class Colours:
    """How the colours of one file become sRGB. Used by several threads, on scaled pictures: that costs a tenth.

    profile: ICC profile, may be empty or broken. gamma: the PNG chunk of that name, 0 where there is none.
    """

    def __init__(self, profile: bytes = b"", gamma: float = 0.0) -> None:
        self._profile = profile
        self._gamma = gamma
        self._lock = threading.Lock()
        self._transforms: dict[str, ImageCms.ImageCmsTransform | None] = {}
        self.ignored = False
        """True after a profile turned out to be broken, or of other colours than the pixels."""

    def to_srgb(self, image: Image.Image) -> Image.Image:
        """Return an RGB or RGBA picture in sRGB without any metadata. image: a mode that plain() returns."""
        alpha = image.getchannel("A") if image.mode == "RGBA" else None
        bare = image.convert("RGB") if alpha is not None else image
        done = self._converted(bare)
        if alpha is not None:
            done.putalpha(alpha)
        done.info = {}
        return done

    def _converted(self, image: Image.Image) -> Image.Image:
        if image.mode == "LAB":
            lab, srgb = ImageCms.createProfile("LAB"), ImageCms.createProfile("sRGB")
            done = ImageCms.applyTransform(image, ImageCms.buildTransform(lab, srgb, "LAB", "RGB"))
            assert done is not None
            return done
        if self._profile:
            fitting, transform = self._transform(image)
            if transform is not None:
                done = ImageCms.applyTransform(fitting, transform)
                assert done is not None
                return done
        rgb = image.convert("RGB") if image.mode != "RGB" else image.copy()
        if self._gamma and not self._profile and abs(self._gamma - _SRGB_GAMMA) > 0.02:
            exponent = _SRGB_GAMMA / self._gamma
            rgb = rgb.point([round(255 * (value / 255) ** exponent) for value in range(256)] * 3)
        return rgb

    def _transform(self, image: Image.Image) -> tuple[Image.Image, ImageCms.ImageCmsTransform | None]:
        with self._lock:
            try:
                source = ImageCms.ImageCmsProfile(io.BytesIO(self._profile))
                fitting = _fitting(image, source.profile.xcolor_space.strip())
                if fitting.mode not in self._transforms:
                    self._transforms[fitting.mode] = _built(source, fitting.mode)
                return fitting, self._transforms[fitting.mode]
            except Exception:  # noqa: BLE001 - a broken profile is ignored with a note
                self.ignored = True
                return image, None


def _fitting(image: Image.Image, space: str) -> Image.Image:
    """Return the pixels in the colours a profile speaks of; raises ValueError where they are others."""
    if space == "RGB" and image.mode in {"RGB", "L"}:
        return image if image.mode == "RGB" else image.convert("RGB")
    if space == "GRAY" and (image.mode == "L" or (image.mode == "RGB" and _is_grey(image))):
        return image if image.mode == "L" else image.getchannel(0)
    if space == "CMYK" and image.mode == "CMYK":
        return image
    raise ValueError(f"a {space} profile on {image.mode} pixels")


def _is_grey(image: Image.Image) -> bool:
    red, green, blue = (band.tobytes() for band in image.split())
    return red == green == blue


def _built(source: ImageCms.ImageCmsProfile, mode: str) -> ImageCms.ImageCmsTransform | None:
    if mode == "RGB" and ImageCms.getProfileDescription(source).strip().startswith("sRGB"):
        return None
    return ImageCms.buildTransform(
        source,
        ImageCms.createProfile("sRGB"),
        mode,
        "RGB",
        renderingIntent=ImageCms.Intent.RELATIVE_COLORIMETRIC,
        flags=ImageCms.Flags.BLACKPOINTCOMPENSATION,
    )


def on_white(image: Image.Image) -> Image.Image:
    """Return an opaque RGB picture; what was transparent is white."""
    if image.mode != "RGBA":
        return image
    ground = Image.new("RGB", image.size, (255, 255, 255))
    ground.paste(image, mask=image.getchannel("A"))
    return ground
