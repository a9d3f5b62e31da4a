# SPDX-License-Identifier: EUPL-1.2
"""One 12-megapixel photo into all formats of four channels, beside Pillow doing it plainly: times, ratio, likeness.

python -m tests.bench.bench_render [photo.jpg]
"""

import io
import statistics
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from PIL import Image

from kalender.domain.crop import CENTRE, exact_box, fit
from kalender.domain.format import Format
from kalender.formats.catalogue import load
from kalender.jobs.pool import PicturePool
from kalender.media.encode import START_QUALITY
from kalender.media.render import Rendered, RenderOrder, render
from kalender.media.taking import take
from tests.media.drawn import likeness, photo

CHANNELS = ("facebook", "instagram", "whatsapp", "mastodon")
ROUNDS = 5


def wanted() -> list[Format]:
    """Return all picture formats of the four channels."""
    formats = load(None).formats.values()
    return [item for item in formats if item.platform in CHANNELS and item.max_bytes]


def plainly(original: Path, formats: Sequence[Format]) -> list[tuple[Image.Image, bytes]]:
    """Decode once, resize each format with Lanczos, encode: what a good programmer writes first."""
    with Image.open(original) as image:
        whole = image.convert("RGB")
    made = []
    for item in formats:
        box = exact_box(fit(whole.size, item.ratio, CENTRE), whole.size, item.ratio)
        edges = (box.left, box.top, box.right, box.bottom)
        cut = whole.resize(item.ratio, Image.Resampling.LANCZOS, box=edges)
        out = io.BytesIO()
        cut.save(out, "JPEG", quality=START_QUALITY)
        made.append((cut, out.getvalue()))
    return made


def ours(original: Path, formats: Sequence[Format], out: Path, *, kind: str = "jpg") -> list[Rendered]:
    """Render all formats into a fresh folder."""
    folder = Path(tempfile.mkdtemp(dir=out))
    with Image.open(original) as image:
        size = image.size
    orders = [
        RenderOrder(
            crop=fit(size, item.ratio, CENTRE),
            width=item.width,
            height=item.height,
            path=folder / f"{item.id}.{kind}",
            export_type=kind,
            max_bytes=item.max_bytes if kind == "jpg" else 0,
        )
        for item in formats
    ]
    return render(original, orders)


def alike(found: Sequence[Image.Image], done: Sequence[Rendered]) -> str:
    """Return the mean and the least likeness of files to pictures."""
    scores = []
    for want, have in zip(found, done, strict=True):
        with Image.open(have.path) as image:
            scores.append(likeness(want, image))
    return f"mean {statistics.mean(scores):.4f}, least {min(scores):.4f}"


def main() -> None:
    """Print figures."""
    formats = wanted()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        if len(sys.argv) > 1:
            original = Path(sys.argv[1])
        else:
            original = folder / "photo.jpg"
            photo(4000, 3000).save(original, quality=92)
        plain, own = [], []
        made: list[tuple[Image.Image, bytes]] = []
        done: list[Rendered] = []
        for _ in range(ROUNDS):
            started = time.perf_counter()
            made = plainly(original, formats)
            plain.append(time.perf_counter() - started)
            started = time.perf_counter()
            done = ours(original, formats, folder)
            own.append(time.perf_counter() - started)
        pool = PicturePool(1)
        pool.call(len, "")
        started = time.perf_counter()
        pool.call(take, original, folder / "pictures", timeout=60.0)
        taking = time.perf_counter() - started
        pool.close()
        pixels = ours(original, formats, folder, kind="png")
        encoded = [Image.open(io.BytesIO(data)) for _, data in made]
        report(len(formats), plain, own, taking)
        sys.stdout.write(
            f"likeness (SSIM) of the pixels before encoding: {alike([item for item, _ in made], pixels)}\n"
            f"likeness of the JPEG files to those of Pillow at the same quality: {alike(encoded, done)}\n"
            f"likeness of the JPEG files of Pillow to its own pixels: {self_likeness(made):.4f} (the price of JPEG)\n"
        )


def self_likeness(made: Sequence[tuple[Image.Image, bytes]]) -> float:
    """Return what encoding alone costs: the mean likeness of Pillow's files to the pixels they were made from."""
    return statistics.mean(likeness(pixels, Image.open(io.BytesIO(data))) for pixels, data in made)


def report(count: int, plain: Sequence[float], own: Sequence[float], taking: float) -> None:
    """Print times: medians, least, and their ratios."""
    sys.stdout.write(
        f"12 megapixels into {count} formats of {', '.join(CHANNELS)}; {ROUNDS} rounds in turn\n"
        f"Pillow, decoded once, Lanczos each: median {statistics.median(plain):.3f} s, least {min(plain):.3f} s\n"
        f"Kalender: median {statistics.median(own):.3f} s, least {min(own):.3f} s\n"
        f"ratio: median {statistics.median(own) / statistics.median(plain):.2f}, least {min(own) / min(plain):.2f}\n"
        f"taking the photo in (looked over, copied, synced), warm child: {taking:.3f} s\n"
    )


if __name__ == "__main__":
    main()
