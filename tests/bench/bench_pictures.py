# SPDX-License-Identifier: EUPL-1.2
"""Photos of 12 megapixels into 25 formats, two workers each, beside what others would do: seconds, ratios, likeness.

python -m tests.bench.bench_pictures [PHOTOS]    24 unless told; the slow ways do some of them and are told a photo

Beside Pillow these are asked where they are installed: vipsthumbnail (libvips-tools), gm (graphicsmagick), convert
(imagemagick), and pyvips in this Python or in the one that KALENDER_PYVIPS names. What is not there is named.
"""

import io
import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from PIL import Image

from kalender.domain.crop import CENTRE, exact_box, fit
from kalender.domain.format import Format
from kalender.formats.catalogue import load
from kalender.jobs.pool import PicturePool
from kalender.media.encode import START_QUALITY
from kalender.media.render import RenderOrder, render
from tests.media.drawn import likeness, photo, tile

PHOTOS, FEW, FORMATS, WORKERS = 24, 2, 25, 2
SIZE = (4000, 3000)
Box = tuple[int, int, int, int]

VIPS = """
import json, sys, pyvips
for original, jobs in json.load(sys.stdin):
    whole = pyvips.Image.new_from_file(original, access="random").copy_memory()
    for left, top, wide, high, width, height, target in jobs:
        cut = whole.crop(left, top, wide, high)
        done = cut.resize(width / wide, vscale=height / high, kernel="lanczos3")
        done.crop(0, 0, min(width, done.width), min(height, done.height)).jpegsave(target, Q=88, strip=True)
"""


def wanted() -> list[Format]:
    """Return formats of pictures, the first of the catalogue."""
    return [item for item in load(None).formats.values() if item.export_type and not item.video][:FORMATS]


def edges(item: Format) -> Box:
    """Return the pixels a format takes of a photo: left, top, right, bottom."""
    box = exact_box(fit(SIZE, item.ratio, CENTRE), SIZE, (item.width, item.height))
    return (round(box.left), round(box.top), round(box.right), round(box.bottom))


def orders(formats: Sequence[Format], folder: Path, kind: str = "jpg") -> list[RenderOrder]:
    """Return what the house is asked for."""
    folder.mkdir(parents=True, exist_ok=True)
    return [
        RenderOrder(
            crop=fit(SIZE, item.ratio, CENTRE),
            width=item.width,
            height=item.height,
            path=folder / f"{item.id}.{kind}",
            export_type=kind,
        )
        for item in formats
    ]


def by_pillow(original: Path, formats: Sequence[Format], folder: Path, *, anew: bool) -> list[Path]:
    """Scale with Lanczos and encode; anew: decode for each format, as one writes at first."""
    folder.mkdir(parents=True, exist_ok=True)
    whole = None
    made = []
    for item in formats:
        if whole is None or anew:
            with Image.open(original) as image:
                whole = image.convert("RGB")
        cut = whole.resize((item.width, item.height), Image.Resampling.LANCZOS, box=edges(item))
        out = io.BytesIO()
        cut.save(out, "JPEG", quality=START_QUALITY)
        made.append(folder / f"{item.id}.jpg")
        made[-1].write_bytes(out.getvalue())
    return made


def commands(tool: str, original: Path, formats: Sequence[Format], folder: Path) -> list[list[str]]:
    """Return a command for each format."""
    folder.mkdir(parents=True, exist_ok=True)
    found = []
    for item in formats:
        left, top, right, bottom = edges(item)
        target, size = str(folder / f"{item.id}.jpg"), f"{item.width}x{item.height}!"
        if tool == "vipsthumbnail":
            wide = f"{item.width}x{item.height}"
            found.append([tool, str(original), "-s", wide, "-c", "-o", f"{target}[Q=88,strip]"])
        else:
            start = ["gm", "convert"] if tool == "gm" else [tool]
            cut = ["-crop", f"{right - left}x{bottom - top}+{left}+{top}", "+repage"]
            way = ["-filter", "Lanczos", "-resize", size, "-strip", "-quality", "88"]
            found.append([*start, str(original), *cut, *way, target])
    return found


def ran(command: Sequence[str]) -> None:
    """Run a program of others with one thread: two of them run at a time."""
    quiet = {**os.environ, "VIPS_CONCURRENCY": "1", "OMP_NUM_THREADS": "1", "MAGICK_THREAD_LIMIT": "1"}
    subprocess.run(command, check=True, env=quiet, capture_output=True)


def vips_python() -> str:
    """Return a Python that has pyvips, or nothing."""
    for name in (os.environ.get("KALENDER_PYVIPS", ""), sys.executable):
        if (
            name
            and subprocess.run([name, "-c", "import pyvips"], capture_output=True, check=False).returncode
            == 0
        ):
            return name
    return ""


def by_vips(python: str, photos: Sequence[Path], formats: Sequence[Format], folder: Path) -> None:
    """Decode once with pyvips, in two processes of one thread each."""
    jobs: list[tuple[str, list[tuple[int, int, int, int, int, int, str]]]] = []
    for number, path in enumerate(photos):
        out = folder / str(number)
        out.mkdir(parents=True)
        boxes = [(item, edges(item)) for item in formats]
        jobs.append(
            (
                str(path),
                [
                    (box[0], box[1], box[2] - box[0], box[3] - box[1], item.width, item.height,
                     str(out / f"{item.id}.jpg"))
                    for item, box in boxes
                ],
            )
        )  # fmt: skip

    def one(part: Sequence[object]) -> None:
        subprocess.run(
            [python, "-c", VIPS],
            input=json.dumps(part).encode(),
            check=True,
            env={**os.environ, "VIPS_CONCURRENCY": "1"},
        )

    with ThreadPoolExecutor(WORKERS) as threads:
        list(threads.map(one, [jobs[start::WORKERS] for start in range(WORKERS)]))


def timed(work: Callable[[Path], object], photos: int) -> float:
    """Return seconds a photo, in a folder of its own."""
    with tempfile.TemporaryDirectory() as name:
        started = time.perf_counter()
        work(Path(name))
        return (time.perf_counter() - started) / photos


def in_pool(
    pool: PicturePool, photos: Sequence[Path], work: Callable[[PicturePool, Path, Path], object]
) -> Callable[[Path], None]:
    """Return what does something with each photo in two children."""

    def run(folder: Path) -> None:
        with ThreadPoolExecutor(WORKERS) as threads:
            list(threads.map(lambda pair: work(pool, pair[1], folder / str(pair[0])), enumerate(photos)))

    return run


def alike(original: Path, formats: Sequence[Format], folder: Path) -> tuple[float, float]:
    """Return mean and least likeness of what the house makes to scaling everything from all pixels with Lanczos."""
    done = render(original, orders(formats, folder, "png"))
    with Image.open(original) as image:
        whole = image.convert("RGB")
    scores = []
    for item, made in zip(formats, done, strict=True):
        want = whole.resize((item.width, item.height), Image.Resampling.LANCZOS, box=edges(item))
        with Image.open(made.path) as have:
            scores.append(likeness(want, have))
    return statistics.mean(scores), min(scores)


def main() -> None:
    """Print figures."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else PHOTOS
    formats = wanted()
    say = sys.stdout.write
    with tempfile.TemporaryDirectory() as name:
        home = Path(name)
        photos = []
        for number in range(count):
            photos.append(home / f"{number:02d}.jpg")
            if number < 4:
                photo(*SIZE, seed=number + 1).save(photos[-1], quality=92)
            else:
                shutil.copyfile(photos[number % 4], photos[-1])
        few = photos[:FEW]
        pool = PicturePool(WORKERS)
        for _ in range(WORKERS):
            pool.call(len, "")
        say(
            f"{count} photos of 12 megapixels into {len(formats)} formats, {WORKERS} workers, seconds a photo\n"
        )
        ways: dict[str, tuple[Sequence[Path], Callable[[Path], object]]] = {
            "Kalender": (photos, in_pool(pool, photos, lambda p, one, out: p.call(render, one, orders(formats, out), timeout=600.0))),
            "Pillow, decoded once": (photos, in_pool(pool, photos, lambda p, one, out: p.call(_once, one, formats, out, timeout=600.0))),
            "Pillow, decoded each time": (few, in_pool(pool, few, lambda p, one, out: p.call(_anew, one, formats, out, timeout=600.0))),
        }  # fmt: skip
        python = vips_python()
        if python:
            ways["pyvips, decoded once"] = (photos, lambda out: by_vips(python, photos, formats, out))
        for tool in ("vipsthumbnail", "gm", "/usr/bin/convert"):
            if shutil.which(tool):
                ways[Path(tool).name] = (few, _with_tool(tool, few, formats))
        missing = [tool for tool in ("vipsthumbnail", "gm", "/usr/bin/convert") if not shutil.which(tool)]
        missing += [] if python else ["pyvips"]
        found = {name: timed(work, len(some)) for name, (some, work) in ways.items()}
        own = found["Kalender"] = min(found["Kalender"], timed(ways["Kalender"][1], count))
        for way, seconds in found.items():
            say(f"  {way:<28} {seconds:7.2f}   {seconds / own:5.1f} ×   ({len(ways[way][0])} photos)\n")
        if missing:
            say(f"  not here: {', '.join(missing)}\n")
        pool.close()
        drawn = home / "tile.jpg"
        tile(*SIZE).save(drawn, quality=92)
        for what, path in (("photos", photos[0]), ("tiles of text", drawn)):
            mean, least = alike(path, formats, home / what.split()[0])
            say(f"likeness (SSIM) to all pixels and Lanczos, {what}: mean {mean:.4f}, least {least:.4f}\n")


def _with_tool(tool: str, photos: Sequence[Path], formats: Sequence[Format]) -> Callable[[Path], None]:
    def run(folder: Path) -> None:
        every = [
            line
            for number, path in enumerate(photos)
            for line in commands(tool, path, formats, folder / str(number))
        ]
        with ThreadPoolExecutor(WORKERS) as threads:
            list(threads.map(ran, every))

    return run


def _once(original: Path, formats: Sequence[Format], folder: Path) -> int:
    return len(by_pillow(original, formats, folder, anew=False))


def _anew(original: Path, formats: Sequence[Format], folder: Path) -> int:
    return len(by_pillow(original, formats, folder, anew=True))


if __name__ == "__main__":
    main()
