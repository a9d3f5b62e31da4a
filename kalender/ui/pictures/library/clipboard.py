# SPDX-License-Identifier: EUPL-1.2
"""Pictures on the clipboard as files."""

from __future__ import annotations

import tempfile
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QImage

from kalender.wording.tr import tr


def pasted_files(mime: QMimeData, now: datetime) -> list[Path]:
    """Return the files on the clipboard, or a picture there written to a file of its own; nothing else."""
    files = [Path(url.toLocalFile()) for url in mime.urls() if url.isLocalFile()]
    if files or not mime.hasImage():
        return files
    image = mime.imageData()
    if not isinstance(image, QImage) or image.isNull():
        return []
    folder = Path(tempfile.mkdtemp(prefix="kalender-"))
    path = folder / f"{tr('Zwischenablage')} {now:%Y-%m-%d %H-%M-%S}.png"
    return [path] if image.save(str(path)) else []
