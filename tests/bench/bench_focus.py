# SPDX-License-Identifier: EUPL-1.2
"""Prints how much of the subject of photos the crops keep around the middle, the proposed point, and the best one.

python -m tests.bench.bench_focus

The photos of the corpus with a subject at one place are few; windows of them, cut where the subject lies off the
middle as photographers like it, make them more. Figures: share of the subject kept, mean over the formats of all platforms.
"""

import random
import sys
from collections.abc import Iterator, Sequence

from PIL import Image, ImageOps
from pillow_heif import register_heif_opener

from kalender.domain.crop import CENTRE, Focus, fit
from kalender.formats.catalogue import load
from kalender.media.focus.salient import salient
from tests.places import CORPUS, NO_CORPUS, ROOT

Box = tuple[float, float, float, float]
"""left, top, right, bottom as shares of the upright picture, drawn by hand around what the picture is about."""

PHOTOS: dict[str, Box] = {
    "gps/pillow/exif_gps_typeerror.jpg": (0.03, 0.26, 0.89, 0.60),
    "phones/pillow_heif/heif_other__invalid_id.heic": (0.03, 0.33, 0.55, 0.75),
    "phones/pillow_heif/heif_special__xiaomi.heic": (0.25, 0.0, 0.60, 0.65),
    "formats/pillow/tiff_tiled_ycbcr_jpeg_2x2_sampling.tif": (0.37, 0.38, 0.65, 0.72),
    "orientation/recurser/Portrait_6.jpg": (0.38, 0.62, 0.52, 0.78),
    "gps/pillow/iptc.jpg": (0.10, 0.25, 0.95, 0.85),
    "orientation/recurser/Landscape_0.jpg": (0.63, 0.10, 0.85, 1.0),
    "colour/pillow/hopper_16bit_qtables.jpg": (0.28, 0.12, 0.68, 0.60),
}
DRAWINGS: dict[str, Box] = {
    "markt.jpg": (0.36, 0.55, 0.60, 0.85), "rathaus.jpg": (0.25, 0.15, 0.75, 0.85), "feuerwehr.jpg": (0.30, 0.45, 0.85, 0.90),
    "winter.jpg": (0.35, 0.30, 0.70, 0.90), "tonnen.jpg": (0.20, 0.35, 0.85, 0.90), "wahl.jpg": (0.35, 0.35, 0.70, 0.90),
}  # fmt: skip
WINDOWS = 8


def windows(image: Image.Image, box: Box, chance: random.Random) -> Iterator[tuple[Image.Image, Box]]:
    """Yield parts of a picture that hold the whole of its subject."""
    found = 0
    for _ in range(80):
        size = chance.uniform(0.6, 0.9)
        x, y = chance.uniform(0, 1 - size), chance.uniform(0, 1 - size)
        inside = ((box[0] - x) / size, (box[1] - y) / size, (box[2] - x) / size, (box[3] - y) / size)
        if min(inside) < 0 or max(inside) > 1:
            continue
        edges = (x * image.width, y * image.height, (x + size) * image.width, (y + size) * image.height)
        yield image.crop((int(edges[0]), int(edges[1]), int(edges[2]), int(edges[3]))), inside
        found += 1
        if found == WINDOWS:
            return


def kept(size: tuple[int, int], box: Box, focus: Focus, ratios: Sequence[tuple[int, int]]) -> float:
    """Return the share of a subject that crops around a point keep."""
    total = 0.0
    for ratio in ratios:
        crop = fit(size, ratio, focus)
        across = min((crop.x + crop.w) / 1000, box[2]) - max(crop.x / 1000, box[0])
        down = min((crop.y + crop.h) / 1000, box[3]) - max(crop.y / 1000, box[1])
        total += max(0.0, across) * max(0.0, down) / ((box[2] - box[0]) * (box[3] - box[1]))
    return total / len(ratios)


def tell(name: str, items: Sequence[tuple[Image.Image, Box]], ratios: Sequence[tuple[int, int]]) -> None:
    """Print one line."""
    middle: list[float] = []
    proposed: list[float] = []
    best: list[float] = []
    for image, box in items:
        ideal = Focus(x=round(500 * (box[0] + box[2])), y=round(500 * (box[1] + box[3])))
        points = (CENTRE, salient(image) or CENTRE, ideal)
        for figures, point in zip((middle, proposed, best), points, strict=True):
            figures.append(kept(image.size, box, point, ratios))
    gains = [new - old for new, old in zip(proposed, middle, strict=True)]
    count = len(items)
    sys.stdout.write(
        f"{name:18} {count:4}  middle {sum(middle) / count:.3f}  proposed {sum(proposed) / count:.3f}  "
        f"best {sum(best) / count:.3f}  better {sum(g > 0.01 for g in gains):3}  worse {sum(g < -0.01 for g in gains):3}  "
        f"most won {max(gains):.2f}  most lost {-min(gains):.2f}\n"
    )


def main() -> None:
    """Print all figures."""
    if not CORPUS.is_dir():
        sys.stdout.write(NO_CORPUS + "\n")
        return
    register_heif_opener()
    ratios = [item.ratio for item in load().formats.values()]
    places = {
        "photos": [(CORPUS / "images" / name, box) for name, box in PHOTOS.items()],
        "drawings": [
            (ROOT / "resources" / "sample" / "pictures" / name, box) for name, box in DRAWINGS.items()
        ],
    }
    sys.stdout.write(f"share of the subject kept, mean over {len(ratios)} formats\n")
    for name, found in places.items():
        whole = [(ImageOps.exif_transpose(Image.open(path)).convert("RGB"), box) for path, box in found]
        tell(name, whole, ratios)
        chance = random.Random(7)
        tell(
            f"{name}, windows", [part for image, box in whole for part in windows(image, box, chance)], ratios
        )


if __name__ == "__main__":
    main()
