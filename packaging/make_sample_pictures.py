# SPDX-License-Identifier: EUPL-1.2
"""Makes the pictures of the sample plan: the project's own drawings in print size, and more of their kind.

Usage: python packaging/make_sample_pictures.py FOLDER_WITH_DRAWINGS
"""

from __future__ import annotations

import random
import sys
from collections.abc import Callable
from pathlib import Path

from PIL import Image, ImageDraw, ImageFilter

SIZE = (2400, 1600)
TARGET = Path(__file__).resolve().parent.parent / "resources" / "sample" / "pictures"
QUALITY = 80

Draw = ImageDraw.ImageDraw


def enlarge(source: Path) -> None:
    """Bring a drawing of the project to print size; its edges stay clean."""
    image = Image.open(source).convert("RGB").resize(SIZE, Image.Resampling.LANCZOS)
    image = image.filter(ImageFilter.UnsharpMask(radius=3, percent=120, threshold=2))
    image.save(TARGET / source.name, "JPEG", quality=QUALITY, optimize=True)


def sky(draw: Draw, top: tuple[int, int, int], bottom: tuple[int, int, int], horizon: int) -> None:
    """Paint a sky in even steps down to the horizon."""
    steps = 24
    for step in range(steps):
        share = step / (steps - 1)
        colour = tuple(round(a + (b - a) * share) for a, b in zip(top, bottom, strict=True))
        draw.rectangle((0, horizon * step // steps, SIZE[0], horizon * (step + 1) // steps), fill=colour)


def house(draw: Draw, x: int, base: int, width: int, height: int, wall: str, roof: str) -> None:
    """Paint a house with a gable and lit windows."""
    draw.rectangle((x, base - height, x + width, base), fill=wall)
    draw.polygon(
        [
            (x - 24, base - height),
            (x + width + 24, base - height),
            (x + width // 2, base - height - width // 2),
        ],
        fill=roof,
    )
    for column in range(2):
        for row in range(max(1, height // 190)):
            left = x + width * (1 + 4 * column) // 8
            top = base - height + 50 + row * 180
            draw.rectangle((left, top, left + width // 4, top + 100), fill="#F5D48A")
            draw.line((left + width // 8, top, left + width // 8, top + 100), fill=wall, width=8)


def trench(draw: Draw) -> None:
    """Fibre optics come to the village: an excavator, a trench, orange conduits."""
    sky(draw, (168, 205, 224), (232, 240, 236), 900)
    for x, wall in ((80, "#E8D9BC"), (560, "#D9C3A5"), (1050, "#EAE0CC"), (1950, "#DCC9AA")):
        house(draw, x, 900, 380, 320, wall, "#9B4B34")
    draw.rectangle((0, 900, 2400, 1600), fill="#8FA86B")
    draw.rectangle((0, 1080, 2400, 1600), fill="#7D7F82")
    draw.polygon([(150, 1250), (2250, 1250), (2400, 1480), (0, 1480)], fill="#6B4A32")
    draw.polygon([(230, 1300), (2170, 1300), (2280, 1430), (120, 1430)], fill="#4A3323")
    for shift, colour in ((0, "#E8762C"), (34, "#F0A24B"), (68, "#E8762C")):
        draw.line([(160, 1390 - shift), (900, 1350 - shift), (2240, 1390 - shift)], fill=colour, width=20)
    draw.rounded_rectangle((1420, 780, 1900, 1060), 40, fill="#F2B632")
    draw.rounded_rectangle((1560, 620, 1800, 800), 24, fill="#F2B632")
    draw.rounded_rectangle((1590, 650, 1770, 780), 16, fill="#BFE0E8")
    draw.rounded_rectangle((1380, 1040, 1960, 1160), 60, fill="#3A3F42")
    for x in (1450, 1670, 1890):
        draw.ellipse((x - 44, 1056, x + 44, 1144), fill="#5B6266")
    draw.line([(1440, 840), (1130, 560), (900, 980)], fill="#D79A1E", width=56, joint="curve")
    draw.polygon([(820, 960), (980, 940), (1000, 1100), (850, 1140)], fill="#5B6266")
    for x in (300, 620, 2060):
        draw.polygon([(x, 1240), (x + 90, 1240), (x + 60, 1060), (x + 30, 1060)], fill="#E4572E")
        draw.rectangle((x + 20, 1130, x + 70, 1165), fill="#FFFFFF")


def ballot(draw: Draw) -> None:
    """A polling station: ballot box, booths, a pencil on a string."""
    draw.rectangle((0, 0, 2400, 1100), fill="#D9E4E4")
    draw.rectangle((0, 1100, 2400, 1600), fill="#B98F63")
    for x in (160, 700, 1800):
        draw.rectangle((x, 380, x + 420, 1120), fill="#EFF4F3")
        draw.rectangle((x + 24, 404, x + 396, 760), fill="#C3D2D2")
        draw.rectangle((x, 820, x + 420, 860), fill="#8A6A46")
    draw.polygon([(900, 980), (1560, 980), (1660, 1120), (800, 1120)], fill="#3F6E78")
    draw.rectangle((800, 1120, 1660, 1500), fill="#2F5A63")
    draw.rounded_rectangle((1040, 1020, 1420, 1066), 20, fill="#17343A")
    draw.polygon([(1100, 700), (1400, 640), (1460, 1010), (1150, 1046)], fill="#FFFFFF")
    for row in range(4):
        draw.line(
            (1160 + row * 12, 780 + row * 58, 1370 + row * 10, 740 + row * 58), fill="#B9C6C8", width=14
        )
        draw.ellipse(
            (1118 + row * 12, 772 + row * 58, 1148 + row * 12, 802 + row * 58), outline="#7C8B8E", width=5
        )
    draw.polygon([(2000, 700), (2030, 690), (2120, 960), (2084, 974)], fill="#E4A23C")
    draw.polygon([(2084, 974), (2120, 960), (2116, 1010)], fill="#3A2A1B")
    draw.line([(2010, 700), (1960, 560), (1980, 400)], fill="#6B7A7D", width=8)


def siren(draw: Draw) -> None:
    """The fire station with engine and siren."""
    sky(draw, (120, 165, 200), (214, 228, 232), 1000)
    draw.rectangle((0, 1000, 2400, 1600), fill="#9AA3A6")
    draw.rectangle((300, 420, 2100, 1180), fill="#E9DFD0")
    draw.polygon([(240, 420), (2160, 420), (1980, 260), (420, 260)], fill="#8C3B2E")
    for x in (420, 1240):
        draw.rectangle((x, 620, x + 720, 1180), fill="#C9CFD0")
        for row in range(6):
            draw.line((x, 700 + row * 86, x + 720, 700 + row * 86), fill="#AEB6B8", width=6)
    draw.rectangle((1180, 60, 1220, 260), fill="#5B6266")
    draw.ellipse((1110, 20, 1290, 110), fill="#C7352B")
    for reach in (150, 220, 290):
        draw.arc((1200 - reach, 65 - reach, 1200 + reach, 65 + reach), 150, 210, fill="#FFFFFF", width=12)
        draw.arc((1200 - reach, 65 - reach, 1200 + reach, 65 + reach), -30, 30, fill="#FFFFFF", width=12)
    draw.rounded_rectangle((560, 860, 1760, 1320), 36, fill="#C7352B")
    draw.rounded_rectangle((1480, 700, 1900, 1320), 50, fill="#C7352B")
    draw.rounded_rectangle((1560, 760, 1850, 980), 24, fill="#BFE0E8")
    draw.rectangle((560, 1080, 1900, 1130), fill="#F2E9DA")
    draw.rounded_rectangle((1600, 650, 1760, 706), 20, fill="#2C6FB3")
    for number in range(3):
        draw.rectangle((630 + number * 270, 900, 850 + number * 270, 1040), fill="#D9DEDF")
    for x in (760, 1080, 1700):
        draw.ellipse((x - 110, 1220, x + 110, 1440), fill="#23282A")
        draw.ellipse((x - 50, 1280, x + 50, 1380), fill="#8F979A")


def new_year(draw: Draw) -> None:
    """The old town in snow under a clear night sky."""
    stars = random.Random(2026)
    sky(draw, (16, 26, 58), (58, 70, 112), 1100)
    for _ in range(140):
        x, y, size = stars.randrange(2400), stars.randrange(800), stars.choice((3, 4, 6))
        draw.ellipse((x, y, x + size, y + size), fill="#F5EBC8")
    draw.ellipse((1900, 140, 2100, 340), fill="#F4EBD0")
    for x, width, height, wall in (
        (60, 420, 460, "#7A5A4A"), (520, 340, 620, "#8E6B52"), (900, 460, 500, "#6E5366"),
        (1400, 380, 680, "#84604B"), (1820, 480, 520, "#75584E"),
    ):  # fmt: skip
        house(draw, x, 1240, width, height, wall, "#E9EEF3")
    draw.rectangle((0, 1240, 2400, 1600), fill="#E9EEF3")
    draw.ellipse((-200, 1180, 1100, 1500), fill="#F5F8FA")
    draw.ellipse((1200, 1200, 2700, 1560), fill="#DFE7EE")
    for x, scale in ((300, 1.0), (1240, 0.8), (2180, 1.1)):
        for tier in range(3):
            half, top = int((150 - tier * 34) * scale), int(1260 - (tier + 1) * 110 * scale)
            draw.polygon(
                [(x - half, top + int(160 * scale)), (x + half, top + int(160 * scale)), (x, top)],
                fill="#2E5B4A",
            )
            draw.polygon(
                [(x - half // 2, top + int(74 * scale)), (x + half // 2, top + int(74 * scale)), (x, top)],
                fill="#F5F8FA",
            )


DRAWINGS: dict[str, Callable[[Draw], None]] = {
    "glasfaser": trench, "wahl": ballot, "feuerwehr": siren, "neujahr": new_year,
}  # fmt: skip


def main() -> int:
    """Write all pictures of the sample plan."""
    TARGET.mkdir(parents=True, exist_ok=True)
    for source in sorted(Path(sys.argv[1]).glob("*.jpg")):
        enlarge(source)
    for name, paint in DRAWINGS.items():
        image = Image.new("RGB", SIZE)
        paint(ImageDraw.Draw(image))
        image.save(TARGET / f"{name}.jpg", "JPEG", quality=QUALITY, optimize=True)
    for path in sorted(TARGET.glob("*.jpg")):
        print(f"{path.name}: {path.stat().st_size // 1024} KB")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
