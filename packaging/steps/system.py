# SPDX-License-Identifier: EUPL-1.2
"""What Qt and the tests need of the system on Linux: found by loading it, installed where that is allowed."""

import contextlib
import ctypes
import importlib.util
import os
import shutil
import sys
from pathlib import Path

from steps.console import StepError, quietly, step

LIBRARIES = {
    # without these PySide6 cannot be imported or draws nothing
    "libGL.so.1": "libgl1",
    "libEGL.so.1": "libegl1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libfontconfig.so.1": "libfontconfig1",
    "libdbus-1.so.3": "libdbus-1-3",
    # and without these no window opens on an X display
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
}
"""The file the loader asks for, and the Debian package that brings it."""

FONTS = {
    "Inter-Regular.*": "fonts-inter",
    "NotoSans-Regular.*": "fonts-noto-core",
    "NotoColorEmoji.*": "fonts-noto-color-emoji",
}
"""A font file, and the Debian package that brings it. The pictures in tests/look are drawn with these."""

WITNESSES = {
    "khal": "khal",
    "calcurse": "calcurse",
    "pdfinfo": "poppler-utils",
    "qpdf": "qpdf",
    "exiftool": "libimage-exiftool-perl",
    "convert-im6.q16": "imagemagick",
}
"""Programs of others that tests ask what they read in our files; a test that lacks one says so."""

FONT_FOLDERS = ("/usr/share/fonts", "/usr/local/share/fonts", "~/.local/share/fonts", "~/.fonts")


def provide(*, fonts_required: bool) -> None:
    """Makes sure that Qt can start; raises StepError with the command to type where it may not install."""
    if sys.platform != "linux":
        return
    libraries = [package for file, package in LIBRARIES.items() if not _loads(file)]
    fonts = [package for pattern, package in FONTS.items() if not _has_font(pattern)]
    venv = [] if importlib.util.find_spec("ensurepip") else ["python3-venv"]
    tracer = ["strace"] if fonts_required and not shutil.which("strace") else []  # for tests/faults
    missing = [*venv, *libraries, *fonts, *tracer]
    if fonts_required:
        _call_witnesses()
    if not missing:
        return
    apt = shutil.which("apt-get")
    if apt and os.geteuid() == 0:
        quiet = {"DEBIAN_FRONTEND": "noninteractive"}
        with step(f"system packages ({len(missing)})"):
            quietly([apt, "update", "-qq"], quiet)
            quietly([apt, "install", "-y", "-qq", "--no-install-recommends", *missing], quiet)
        return
    command = f"sudo apt-get install --no-install-recommends {' '.join(missing)}"
    if libraries or venv or fonts_required:
        raise StepError(
            f"The system lacks what Qt and the tests need. On Debian or Ubuntu, type:\n\n    {command}\n"
        )
    print(f"Some fonts are missing, so text may look poor. On Debian or Ubuntu:\n    {command}")


def _call_witnesses() -> None:
    """Installs what only some tests ask, where that is allowed and goes quickly; nothing depends on it."""
    apt = shutil.which("apt-get")
    lacking = [package for program, package in WITNESSES.items() if not shutil.which(program)]
    if not lacking or not apt or os.geteuid() != 0:
        return
    brief = ("-oAcquire::Retries=0", "-oAcquire::http::Timeout=10", "-oAcquire::https::Timeout=10")
    quiet = {"DEBIAN_FRONTEND": "noninteractive"}
    with contextlib.suppress(StepError), step(f"programs that read our files ({len(lacking)})"):
        quietly([apt, *brief, "update", "-qq"], quiet)
        quietly([apt, *brief, "install", "-y", "-qq", "--no-install-recommends", *lacking], quiet)


def _loads(file: str) -> bool:
    try:
        ctypes.CDLL(file)
    except OSError:
        return False
    return True


def _has_font(pattern: str) -> bool:
    return any(next(Path(folder).expanduser().rglob(pattern), None) for folder in FONT_FOLDERS)
