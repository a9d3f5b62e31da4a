# SPDX-License-Identifier: EUPL-1.2
"""What programs of others see in our exports: nothing private, the same picture upright, the same colours."""

import json
import shutil
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
from PIL import Image, ImageCms

from tests.corpus.passage import CREDIT, Outcome
from tests.media.distance import colours_apart
from tests.media.drawn import likeness
from tests.places import CORPUS, NO_CORPUS

pytestmark = [
    pytest.mark.skipif(not (CORPUS / "images").is_dir(), reason=NO_CORPUS),
    pytest.mark.xdist_group("corpus-images"),
]

STRUCTURE = {"ExifTool", "System", "File", "Composite", "JFIF", "PNG", "RIFF"}
"""Groups of exiftool that tell of the file itself."""

MEANT = {
    "XMP-dc:Creator": CREDIT,
    "XMP-photoshop:Credit": CREDIT,
    "XMP-iptcExt:DigitalSourceType": "http://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia",
}
"""What is written on purpose, and nothing else: no place, no number of a camera, no small picture, no people."""

PLAIN = {
    "PNG": {
        "FileType",
        "ImageWidth",
        "ImageHeight",
        "BitDepth",
        "ColorType",
        "Compression",
        "Filter",
        "Interlace",
    }
}
"""A PNG may hold texts: only these facts are its structure; in files with a palette that too."""

LEAST_LIKE = 0.98
MOST_APART = 2.0
UNREAD = {
    "orientation_rectangle.jpg": "1 × 2 px, too small to compare by windows",
    "app13.jpg": "4 × 4 px, too small to compare by windows",
}


@pytest.fixture(autouse=True, scope="module")
def kept(outcomes: list[Outcome]) -> None:
    """Start the children before the first test looks what it leaves behind."""


def program(name: str, package: str) -> str:
    """Return a program of others, or skip aloud."""
    found = shutil.which(name)
    if found is None:
        pytest.skip(
            f"{name} is not installed, so nobody else has looked at our exports (Debian: apt-get install {package})"
        )
    return found


def said(tool: str, paths: list[Path]) -> list[dict[str, object]]:
    """Return everything exiftool finds, by group and name."""
    command = [tool, "-json", "-G1", "-a", "-u", "-n", "-charset", "utf8", *map(str, paths)]
    done = subprocess.run(command, capture_output=True, check=True, text=True, encoding="utf-8")
    found: list[dict[str, object]] = json.loads(done.stdout)
    return found


def test_exports_hold_nothing_of_the_original_but_its_pixels(
    outcomes: list[Outcome], capsys: pytest.CaptureFixture[str]
) -> None:
    tool = program("exiftool", "libimage-exiftool-perl")
    plain = [path for item in outcomes for path in (item.export, item.whole) if path is not None]
    marked = [path for item in outcomes for path in item.marked]
    assert len(plain) > 300
    foreign: dict[str, set[str]] = {}
    for path, found in zip([*plain, *marked], said(tool, [*plain, *marked]), strict=True):
        facts = {
            name: value
            for name, value in found.items()
            if ":" in name and name.split(":")[0] not in STRUCTURE
        }
        texts = {name.split(":")[1] for name in found if name.startswith("PNG:")} - PLAIN["PNG"]
        extra = set(facts) - {name for name in facts if name.startswith("XMP-x:") and path in marked}
        wanted = set(MEANT) if path in marked else set()
        if extra != wanted or texts - {"Palette", "Transparency"}:
            foreign[str(path)] = extra ^ wanted | texts
        if path in marked:
            assert {name: facts[name] for name in MEANT} == MEANT, path
    with capsys.disabled():
        sys.stdout.write(
            f"\nexiftool: {len(plain)} exports without and {len(marked)} with credit, {len(foreign)} with anything else\n"
        )
    assert foreign == {}


def reference(item: Outcome, folder: Path) -> Image.Image | None:
    """Return the picture as ImageMagick turns it upright and converts it to sRGB; None where it cannot.

    A profile in the file is followed with the black point kept, as we do.
    """
    assert item.whole is not None
    with Image.open(item.whole) as image:
        width, height = image.size
    with Image.open(item.path) as image:
        profile = bool(image.info.get("icc_profile"))
    target, srgb = folder / f"{item.path.name}.png", folder / "srgb.icc"
    srgb.write_bytes(ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes())
    command = [program("convert-im6.q16", "imagemagick"), f"{item.path}[0]", "-auto-orient"]
    if profile:
        command += ["-intent", "relative", "-black-point-compensation", "-profile", str(srgb)]
    command += [
        "-filter",
        "Lanczos",
        "-resize",
        f"{width}x{height}!",
        "-background",
        "white",
        "-alpha",
        "remove",
    ]
    subprocess.run([*command, "-depth", "8", str(target)], capture_output=True, check=False)
    if not target.exists():
        return None
    with Image.open(target) as image:
        return image.convert("RGB")


def ours(item: Outcome) -> Image.Image:
    """Return our export of the whole picture; what was transparent is white."""
    assert item.whole is not None
    with Image.open(item.whole) as image:
        solid = Image.new("RGB", image.size, "white")
        solid.paste(image, mask=image.getchannel("A") if image.mode == "RGBA" else None)
        return solid


def compared(
    outcomes: list[Outcome], folder: str, tmp_path: Path
) -> tuple[dict[str, tuple[float, float]], list[str]]:
    """Return likeness and distance of colours by name of file, and the files that nobody else could read."""
    found: dict[str, tuple[float, float]] = {}
    unread = []
    for item in outcomes:
        if item.path.relative_to(CORPUS / "images").parts[0] != folder or item.whole is None:
            continue
        if item.path.name in UNREAD:
            continue
        theirs = reference(item, tmp_path)
        if theirs is None:
            unread.append(item.path.name)
            continue
        mine = ours(item)
        assert theirs.size == mine.size, item.path.name
        small = (min(48, mine.width), min(48, mine.height))
        apart = colours_apart(*(one.resize(small, Image.Resampling.BOX) for one in (mine, theirs)))
        found[item.path.name] = (
            likeness(mine, theirs) if min(mine.size) >= 8 else 1.0,
            float(np.mean(apart)),
        )
    return found, unread


def test_every_orientation_is_upright_as_others_turn_it(
    outcomes: list[Outcome], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    found, unread = compared(outcomes, "orientation", tmp_path)
    with capsys.disabled():
        least = min(found, key=lambda name: found[name][0])
        sys.stdout.write(
            f"\norientation: {len(found)} files compared, least likeness {found[least][0]:.4f} ({least}); unread {unread}\n"
        )
    assert len(found) >= 40
    assert {name: like for name, (like, _) in found.items() if like < LEAST_LIKE} == {}


def test_colours_are_those_that_others_make_of_a_file(
    outcomes: list[Outcome], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    found, unread = compared(outcomes, "colour", tmp_path)
    with capsys.disabled():
        most = max(found, key=lambda name: found[name][1])
        sys.stdout.write(
            f"\ncolour: {len(found)} files compared, most apart {found[most][1]:.2f} ({most}); unread {unread}\n"
        )
    assert len(found) >= 15
    assert {name: apart for name, (_, apart) in found.items() if apart > MOST_APART} == {}
