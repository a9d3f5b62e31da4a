# SPDX-License-Identifier: EUPL-1.2
"""Every picture of the corpus goes through import and export: no crash, no hang, upright, in its colours, without a place."""

import re
import sys
from collections import Counter

import pytest
from PIL import Image

from kalender.domain.crop import CENTRE, fit
from tests.corpus.passage import SIZE, Outcome
from tests.media.drawn import likeness
from tests.places import CORPUS, NO_CORPUS

pytestmark = [
    pytest.mark.skipif(not (CORPUS / "images").is_dir(), reason=NO_CORPUS),
    pytest.mark.xdist_group("corpus-images"),
]

GOOD = ("orientation", "phones", "gps", "formats", "colour", "pngsuite", "animation")
"""Folders of sound pictures; what is refused there must be named below."""

UNSOUND = {
    "apng__syntax_num_frames_zero.png": "its header alone, no pixels",
    "pngsuite__xhdn0g08.png": "made to be refused: wrong sum of the header",
    "pngsuite__xlfn0g04.png": "made to be refused: line ends were converted",
    "pngsuite__xs1n0g01.png": "made to be refused: wrong signature",
    "pngsuite__xs2n0g01.png": "made to be refused: wrong signature",
}


@pytest.fixture(autouse=True, scope="module")
def kept(outcomes: list[Outcome]) -> None:
    """Start the children before the first test looks what it leaves behind."""


def test_nothing_crashes_and_nothing_hangs(
    outcomes: list[Outcome], capsys: pytest.CaptureFixture[str]
) -> None:
    with capsys.disabled():
        sys.stdout.write(table(outcomes))
    assert [item.path.name for item in outcomes if item.verdict in {"crashed", "hung"}] == []


def test_no_child_takes_a_gibibyte(outcomes: list[Outcome]) -> None:
    assert max(item.memory for item in outcomes) < 1 << 30


def table(outcomes: list[Outcome]) -> str:
    """Return what became of the files of each folder, and why others were refused."""
    lines = [
        f"\n{'images':<14}{'tried':>7}{'taken':>7}{'refused':>9}{'crashed':>9}{'hung':>6}  refused for\n"
    ]
    folders: dict[str, list[Outcome]] = {"all": outcomes}
    for item in outcomes:
        folders.setdefault(item.path.relative_to(CORPUS / "images").parts[0], []).append(item)
    for name, some in folders.items():
        count = Counter(item.verdict for item in some)
        why = ", ".join(
            f"{n} {why}" for why, n in sorted(Counter(item.why for item in some if item.why).items())
        )
        lines.append(
            f"{name:<14}{len(some):>7}{count['accepted']:>7}{count['refused']:>9}{count['crashed']:>9}{count['hung']:>6}"
            f"  {why}\n"
        )
    most = max(item.memory for item in outcomes)
    return "".join([*lines, f"most memory of a child: {most / (1 << 20):.0f} MiB\n"])


def test_sound_pictures_are_taken(outcomes: list[Outcome]) -> None:
    refused = [
        item.path.name
        for item in outcomes
        if item.path.relative_to(CORPUS / "images").parts[0] in GOOD and item.verdict != "accepted"
    ]
    assert set(refused) <= set(UNSOUND)


def test_the_shelf_holds_what_was_taken_and_nothing_half(outcomes: list[Outcome]) -> None:
    taken = {item.original for item in outcomes if item.original is not None}
    assert taken
    folder = next(iter(taken)).parents[1]
    assert {path for path in folder.rglob("*") if path.is_file()} == taken
    for item in outcomes:
        if item.original is not None:
            assert item.original.read_bytes() == item.path.read_bytes()


def test_exports_have_their_size(outcomes: list[Outcome]) -> None:
    for item in outcomes:
        if item.export is not None:
            with Image.open(item.export) as image:
                assert (image.size, image.mode, image.format) == (SIZE, "RGB", "JPEG"), item.path.name


def series(outcomes: list[Outcome], name: str, known: str) -> tuple[Outcome, list[Outcome]]:
    """Return the upright one of files that show the same, and the others. known: pattern of the upright one's name."""
    found = [item for item in outcomes if item.export and re.search(name, item.path.name)]
    first = next(item for item in found if re.search(known, item.path.name))
    return first, [item for item in found if item is not first]


@pytest.mark.parametrize(
    ("name", "known", "least"),
    [
        (r"^Landscape_\d", r"_1\.", 0.85),
        (r"g4_orientation_\d\.tif", r"_1\.", 0.97),
        (r"hopper_orientation_\d\.(jpg|webp)", r"_2\.jpg", 0.85),
    ],
)
def test_pictures_stored_in_every_orientation_come_out_the_same(
    outcomes: list[Outcome], name: str, known: str, least: float
) -> None:
    first, others = series(outcomes, name, known)
    assert len(others) >= 5
    assert first.export
    for item in others:
        assert item.export
        assert item.taken
        assert first.taken
        one, other = item.taken.inspection, first.taken.inspection
        assert (one.width, one.height) == (other.width, other.height), item.path.name
        with Image.open(first.export) as want, Image.open(item.export) as have:
            like = likeness(want.reduce(4), have.reduce(4))
            assert like >= least, f"{item.path.name}: {like:.3f}"
            turned = max(
                likeness(want.reduce(4).resize((100, 100)), have.reduce(4).resize((100, 100)).transpose(turn))
                for turn in Image.Transpose
            )
            assert turned < likeness(want.reduce(4).resize((100, 100)), have.reduce(4).resize((100, 100)))


def test_no_place_and_no_device_leaves_the_house(outcomes: list[Outcome]) -> None:
    for item in outcomes:
        if item.export is None:
            continue
        data = item.export.read_bytes()
        for secret in (
            b"Exif",
            b"GPS",
            b"Photoshop",
            b"http://ns.adobe.com",
            b"ICC_PROFILE",
            b"<?php",
            b"<script",
        ):
            assert secret not in data, f"{item.path.name}: {secret!r}"


def test_wide_colours_are_converted_and_plain_ones_kept(outcomes: list[Outcome]) -> None:
    by_name = {item.path.name: item for item in outcomes if item.export}
    plain = by_name["pil_sample_rgb.jpg"]
    assert plain.export
    with Image.open(plain.path) as source, Image.open(plain.export) as have:
        found = plain.taken.inspection if plain.taken else None
        assert found
        crop = fit((found.width, found.height), SIZE, CENTRE)
        left, top = crop.x * found.width // 1000, crop.y * found.height // 1000
        cut = (left, top, left + crop.w * found.width // 1000, top + crop.h * found.height // 1000)
        want = source.convert("RGB").crop(cut).resize(SIZE, Image.Resampling.LANCZOS)
        assert _mean_distance(want, have) < 4
    red = by_name["P3-sRGB-red.jpg"]
    assert red.export
    with Image.open(red.path) as source, Image.open(red.export) as have:
        assert have.resize((1, 1)).getpixel((0, 0)) != source.convert("RGB").resize((1, 1)).getpixel((0, 0))


def _mean_distance(one: Image.Image, other: Image.Image) -> float:
    pairs = zip(one.convert("RGB").tobytes(), other.convert("RGB").tobytes(), strict=True)
    return sum(abs(a - b) for a, b in pairs) / (3 * one.width * one.height)
