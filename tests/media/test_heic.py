# SPDX-License-Identifier: EUPL-1.2
"""Very large HEIC pictures are read tile by tile: the same pixels, turned the same way, in little memory."""

import io
import shutil
import sys
from collections.abc import Callable
from pathlib import Path

import pillow_heif
import pytest
from PIL import Image, ImageChops

from kalender.domain.crop import Crop
from kalender.jobs.pool import PicturePool
from kalender.media import decode
from kalender.media.heic.boxes import grid_of
from kalender.media.heic.mosaic import Mosaic
from kalender.media.inspection import inspect
from kalender.media.kinds import Kind, Unreadable, UnreadablePicture
from kalender.media.render import RenderOrder, render
from kalender.media.taking import make_small, take
from kalender.services.ports import WorkerDied
from tests.media.drawn import likeness, photo
from tests.media.tiled import box, mosaic

TURNS = {
    "as it is": b"",
    "a quarter": box(b"irot", b"\1"),
    "half": box(b"irot", b"\2"),
    "three quarters": box(b"irot", b"\3"),
    "top to bottom": box(b"imir", b"\0"),
    "left to right": box(b"imir", b"\1"),
}
GIBIBYTE = 1 << 30


def whole(path: Path) -> Image.Image:
    """Return the picture as its own library decodes it at once."""
    return pillow_heif.open_heif(path).to_pillow().convert("RGB")


@pytest.mark.parametrize("turn", TURNS.values(), ids=TURNS)
def test_tiles_give_the_same_pixels_as_the_whole(turn: bytes, tmp_path: Path) -> None:
    path = mosaic(tmp_path / "a.heic", photo(1024, 1024), 3, 2, turn=turn, less=100)
    with path.open("rb") as file:
        grid = grid_of(file)
        assert grid is not None
        at_once = whole(path)
        tiled = Mosaic(grid, file).pixels(1)
        assert tiled.size == at_once.size
        assert ImageChops.difference(tiled, at_once).getbbox() is None
        small = Mosaic(grid, file).pixels(4)
        assert small.size == (-(-at_once.width // 4), -(-at_once.height // 4))
        assert likeness(at_once.reduce(4), small) >= 0.99


def test_a_plain_heic_is_no_grid() -> None:
    out = io.BytesIO()
    pillow_heif.from_pillow(photo(200, 150)).save(out)
    assert grid_of(out) is None


@pytest.mark.parametrize("at", [16, 60, 200, 400, 900, 1500])
def test_broken_boxes_never_raise(at: int, tmp_path: Path) -> None:
    data = mosaic(tmp_path / "a.heic", photo(1024, 1024), 3, 2).read_bytes()
    for harm in (
        data[:at],
        data[:at] + b"\xff" * 40 + data[at + 40 :],
        data[:at] + bytes(40) + data[at + 40 :],
    ):
        grid_of(io.BytesIO(harm))


def test_damage_in_a_tile_refuses_the_picture(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(decode, "MOST_PIXELS_ELSE", 100_000)
    path = mosaic(tmp_path / "a.heic", photo(1024, 1024), 3, 2)
    inspect(path)
    path.write_bytes(path.read_bytes()[:-200_000])
    with pytest.raises(UnreadablePicture) as refusal:
        inspect(path)
    assert refusal.value.why is Unreadable.DAMAGED


def test_more_pixels_than_fit_are_refused_before_any_is_decoded(tmp_path: Path) -> None:
    path = mosaic(tmp_path / "a.heic", photo(1024, 1024), 40, 30)
    with pytest.raises(UnreadablePicture) as refusal:
        inspect(path)
    assert refusal.value.why is Unreadable.TOO_LARGE
    assert refusal.value.facts["width"] == 40 * 512


def peak(work: Callable[..., object], *args: object) -> int:
    """Do something and return the bytes of memory this process held at most: for a child that does nothing else.

    Linux hands on to a child what its parent held at most (ru_maxrss), but not in the status of the process.
    """
    import resource

    work(*args)
    status = Path("/proc/self/status")
    if status.exists():
        (most,) = (line for line in status.read_text().splitlines() if line.startswith("VmHWM:"))
        return int(most.split()[1]) * 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="the memory of a process is asked for in the way of Unix")
def test_two_hundred_megapixels_are_taken_and_exported_in_less_than_a_gibibyte(tmp_path: Path) -> None:
    path = mosaic(tmp_path / "phone.heic", photo(1024, 1024), 32, 24)
    shelf = tmp_path / "shelf"
    all_of_it = Crop(x=0, y=0, w=1000, h=1000)
    orders = [
        RenderOrder(crop=all_of_it, width=1080, height=810, path=tmp_path / "a.jpg"),
        RenderOrder(crop=Crop(x=0, y=0, w=100, h=100), width=1080, height=810, path=tmp_path / "b.jpg"),
    ]
    pool = PicturePool(1)
    try:
        taken = pool.call(take, path, shelf, timeout=120.0)
        original = shelf / taken.sha256[:2] / f"{taken.sha256}.{Kind.HEIC.value}"
        pool.call(make_small, original, tmp_path / "small.jpg", 512, timeout=120.0)
        most = pool.call(peak, render, original, orders, timeout=240.0)
    except WorkerDied:
        pytest.fail("more memory than a child may use")
    finally:
        pool.close()
        shutil.rmtree(shelf, ignore_errors=True)
    assert (taken.inspection.width, taken.inspection.height) == (16384, 12288)
    assert taken.inspection.frames == 1
    with Image.open(tmp_path / "small.jpg") as small:
        assert small.size == (512, 384)
    with Image.open(tmp_path / "b.jpg") as cut:
        assert cut.size == (1080, 810)
    sys.stdout.write(f"\n200 megapixels of HEIC: at most {most / (1 << 20):.0f} MiB\n")
    assert most < GIBIBYTE
