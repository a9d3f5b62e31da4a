# SPDX-License-Identifier: EUPL-1.2
"""Holds a window against its approved picture, and says with numbers and pictures how they differ."""

import io
from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from PySide6.QtCore import QPoint, QSize
from PySide6.QtGui import QImage, QPixmap
from PySide6.QtWidgets import QApplication, QWidget

from tests.look.difference import Pixels, difference, pixels_of

MEAN = 0.4
"""The mean difference that is forgiven, of 255: a tint over the whole picture is more."""
PIXELS = 5
"""The different pixels that are forgiven: a lost letter is more. Qt 6.11 and 6.12 draw alike to the last pixel."""


class Comparison:
    """Compares with the pictures in `approved`, or writes them; `folder` takes what failed."""

    def __init__(self, folder: Path, *, approved: Path, approve: bool) -> None:
        self._folder = folder
        self._approved = approved
        self._approve = approve

    def __call__(self, shown: QWidget | QImage | QPixmap, name: str, *, scale: int = 1) -> None:
        """Passes when `shown`, at 1× or 2×, is as approved; fails with the paths of both and their difference."""
        actual = pixels_of(_picture(shown, scale))
        approved = self._approved / f"{name}.webp"
        if self._approve:
            approved.parent.mkdir(parents=True, exist_ok=True)
            approved.write_bytes(as_webp(actual))
            return
        if not approved.exists():
            pytest.fail(
                f"{name} has no approved picture; look at {self._save(actual, name, 'actual')}", pytrace=False
            )
        expected = kept_pixels(approved.read_bytes())
        if expected.shape != actual.shape:
            kept = self._save(actual, name, "actual")
            sizes = " instead of ".join(f"{one.shape[1]}×{one.shape[0]}" for one in (actual, expected))
            pytest.fail(f"{name} is {sizes}; look at {kept}", pytrace=False)
        found = difference(actual, expected)
        if found.mean > MEAN or found.pixels > PIXELS:
            kept = self._save(actual, name, "actual")
            marked = np.where(found.mask[:, :, None], np.array([255, 0, 160]), 128 + actual // 2).astype(
                np.int16
            )
            pytest.fail(
                f"{name} looks different: mean {found.mean:.2f} (≤ {MEAN}), "
                f"{found.pixels} pixels (≤ {PIXELS}) within {found.box}\n  approved   {approved}\n"
                f"  actual     {kept}\n  difference {self._save(marked, name, 'difference')}",
                pytrace=False,
            )

    def _save(self, pixels: Pixels, name: str, kind: str) -> Path:
        path = self._folder / f"{name}.{kind}.png"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(as_png(pixels))
        return path


def as_png(pixels: Pixels) -> bytes:
    """The picture as PNG, which every program shows."""
    return _written(pixels, "PNG")


def as_webp(pixels: Pixels) -> bytes:
    """The picture as lossless WebP: less than half of a PNG, and it stays in the repository."""
    return _written(pixels, "WEBP", lossless=True, quality=100, method=6)


def kept_pixels(data: bytes) -> Pixels:
    """The pixels of an approved picture."""
    return np.asarray(Image.open(io.BytesIO(data)).convert("RGB"), np.int16)


def _written(pixels: Pixels, kind: str, **options: object) -> bytes:
    out = io.BytesIO()
    Image.fromarray(pixels.astype(np.uint8), "RGB").save(out, kind, **options)
    return out.getvalue()


def _picture(shown: QWidget | QImage | QPixmap, scale: int) -> QImage:
    if isinstance(shown, QPixmap):
        return shown.toImage()
    if isinstance(shown, QImage):
        return shown
    shown.ensurePolished()
    QApplication.processEvents()
    image = QImage(shown.size() * scale, QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(scale)
    image.fill(shown.palette().window().color())
    shown.render(image, QPoint())
    assert image.size() == QSize(shown.width() * scale, shown.height() * scale)
    return image
