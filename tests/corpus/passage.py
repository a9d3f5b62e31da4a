# SPDX-License-Identifier: EUPL-1.2
"""The way of a foreign picture through the house: taken in, made small, exported in every type; and what became of it."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from kalender.domain.crop import CENTRE, Crop, fit
from kalender.domain.picture import AiMark
from kalender.jobs.pool import PicturePool
from kalender.media.kinds import UnreadablePicture
from kalender.media.render import RenderOrder, render
from kalender.media.shelf import Shelf
from kalender.media.taking import Taken, make_small, take
from kalender.services.ports import WorkerDied, WorkerTimeout
from tests.places import corpus_files

LIMIT = 10.0
"""Seconds for one file, import and export each."""

SIZE = (600, 500)
LONGEST = 600
"""Longest side in px of the export that shows the whole picture."""

WHOLE = Crop(x=0, y=0, w=1000, h=1000)
CREDIT = "Anna Muster / Stadt Lindenbrunn"


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What became of a file. verdict: accepted, refused, crashed, hung. why: of a refusal. memory: most bytes in a child.

    export: the cut as JPEG. whole: all of it as PNG. marked: files of each type with credit and the mark of a machine.
    """

    path: Path
    verdict: str
    why: str = ""
    memory: int = 0
    taken: Taken | None = None
    original: Path | None = None
    export: Path | None = None
    whole: Path | None = None
    marked: tuple[Path, ...] = ()


def memory() -> int:
    """Return the bytes of memory this process held at most; 0 where the system does not tell."""
    try:
        import resource
    except ImportError:
        return 0
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024


def through(pool: PicturePool, path: Path, shelf: Shelf, out: Path) -> Outcome:
    """Import a file, make its small picture, and render it."""
    try:
        taken = pool.call(take, path, shelf.folder, timeout=LIMIT)
        found = taken.inspection
        original = shelf.path(taken.sha256, found.kind.value)
        pool.call(make_small, original, shelf.small(taken.sha256, 256), 256, timeout=LIMIT)
        crop = fit((found.width, found.height), SIZE, CENTRE)
        scale = min(1.0, LONGEST / max(found.width, found.height))
        fitting = (max(1, round(found.width * scale)), max(1, round(found.height * scale)))
        cut, whole = out / "cut.jpg", out / "whole.png"
        orders = [
            RenderOrder(crop=crop, width=SIZE[0], height=SIZE[1], path=cut, max_bytes=2_000_000),
            RenderOrder(crop=WHOLE, width=fitting[0], height=fitting[1], path=whole, export_type="png"),
        ]
        marked = [out / f"marked.{kind}" for kind in ("jpg", "png", "webp")]
        for place in marked:
            kind = place.suffix[1:]
            orders.append(
                RenderOrder(
                    crop=crop,
                    width=SIZE[0],
                    height=SIZE[1],
                    path=place,
                    export_type=kind,
                    credit=CREDIT,
                    ai=AiMark.MADE,
                )
            )
        pool.call(render, original, orders, timeout=LIMIT)
        held = pool.call(memory)
    except UnreadablePicture as refusal:
        return Outcome(path=path, verdict="refused", why=refusal.why.value)
    except WorkerTimeout:
        return Outcome(path=path, verdict="hung")
    except WorkerDied:
        return Outcome(path=path, verdict="crashed")
    return Outcome(
        path=path,
        verdict="accepted",
        memory=held,
        taken=taken,
        original=original,
        export=cut,
        whole=whole,
        marked=tuple(marked),
    )


def all_through(folder: Path) -> list[Outcome]:
    """Send every picture of the corpus through the house, two at a time."""
    shelf, out = Shelf(folder / "pictures", folder / "cache"), folder / "out"
    pool = PicturePool(2)

    def one(numbered: tuple[int, Path]) -> Outcome:
        own = out / str(numbered[0])
        own.mkdir(parents=True)
        return through(pool, numbered[1], shelf, own)

    try:
        with ThreadPoolExecutor(2) as threads:
            return list(threads.map(one, enumerate(corpus_files("images"))))
    finally:
        pool.close()
