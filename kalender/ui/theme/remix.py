# SPDX-License-Identifier: EUPL-1.2
"""The symbols: outlines of the Remix Icon font that qtawesome ships, read without importing qtawesome.

Importing qtawesome loads twelve fonts and qtpy: 230 ms and 57 ms for the first symbol, measured, where an empty
window with all its imports takes 140 ms. The one font and its list of names cost 8 ms.
"""

from __future__ import annotations

import json
from importlib.util import find_spec
from pathlib import Path

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPixmap, QRawFont

_EM = 64
_PREFIX = "ri."


class Remix:
    """Draws symbols by name ("ri.eye-line") at any size; outlines are kept once asked for."""

    def __init__(self, folder: Path | None = None) -> None:
        """Take the folder with the font and its list of names; by default that of the installed qtawesome.

        Raises RuntimeError when the font is not there or not readable.
        """
        folder = folder or _installed()
        try:
            names = json.loads(next(folder.glob("remixicon-charmap-*.json")).read_text(encoding="ascii"))
            self._font = QRawFont(str(next(folder.glob("remixicon-*.ttf"))), _EM)
        except (OSError, StopIteration) as error:
            raise RuntimeError(f"the symbol font is missing in {folder}") from error
        if not self._font.isValid():
            raise RuntimeError(f"the symbol font in {folder} is damaged")
        self._names: dict[str, str] = names
        self._paths: dict[str, QPainterPath] = {}

    def has(self, name: str) -> bool:
        """Tell whether there is a symbol of this name."""
        return name.removeprefix(_PREFIX) in self._names

    def path(self, name: str) -> QPainterPath:
        """Return the outline in a square of 64 x 64, top left at the origin. Raises KeyError for an unknown name."""
        found = self._paths.get(name)
        if found is None:
            code = self._names[name.removeprefix(_PREFIX)]
            glyph = self._font.glyphIndexesForString(chr(int(code, 16)))[0]
            found = self._font.pathForGlyph(glyph).translated(QPointF(0, _EM))
            found.setFillRule(Qt.FillRule.WindingFill)
            self._paths[name] = found
        return found

    def pixmap(self, name: str, colour: QColor, size: int, ratio: float) -> QPixmap:
        """Return the symbol in a square of size logical pixels, at ratio device pixels each."""
        outline = self.path(name)
        pixmap = QPixmap(round(size * ratio), round(size * ratio))
        pixmap.setDevicePixelRatio(ratio)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.scale(size / _EM, size / _EM)
        painter.fillPath(outline, colour)
        painter.end()
        return pixmap


def _installed() -> Path:
    spec = find_spec("qtawesome")
    if spec is None or not spec.submodule_search_locations:
        raise RuntimeError("qtawesome, which brings the symbol font, is not installed")
    return Path(spec.submodule_search_locations[0]) / "fonts"
