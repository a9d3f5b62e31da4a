# SPDX-License-Identifier: EUPL-1.2
"""From one original to all formats: decoded once per level, cut, scaled, in sRGB, under the byte limit, without a past."""

from __future__ import annotations

import os
from collections.abc import Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path
from typing import NamedTuple

from PIL import Image, ImageChops

from kalender.domain.crop import PLAIN, Border, Crop, PixelBox, Work, exact_box, inside
from kalender.domain.frozen import frozen
from kalender.domain.picture import AiMark
from kalender.media.bordering import within
from kalender.media.colour import Colours, on_white
from kalender.media.decode import answering, opened, pixels, quietly
from kalender.media.encode import DoesNotFit, Encoder
from kalender.media.kinds import Kind, Unreadable, UnreadablePicture
from kalender.media.orientation import SWAPPING, stored, turned
from kalender.media.working import cover, straightened, toned, turned_on

THREADS = 2
_LEVELS = {8: 11.0, 4: 5.5, 2: 2.0}
"""Level -> how many pixels of the original there must be to one of the format: smaller ones need more to spare."""

_DRAWN, _FROM_ALL, _FROM_LEVEL = Image.Resampling.LANCZOS, Image.Resampling.HAMMING, Image.Resampling.BICUBIC
"""How drawings are made smaller, photos from all their pixels, and photos from a level: what was measured as enough."""

_PATCH = 96
_FLAT = 0.5
"""Share of neighbouring pixels that are exactly equal, above which a picture counts as drawn: photos have noise."""


@frozen
class RenderOrder:
    """One file to make. width, height: pixels; max_bytes: hard limit, 0 is none; target_bytes: a wish, 0 is none.

    export_type: jpg, png or webp. credit, ai: written as XMP, the only metadata of the file. work: what is done to the
    original before it is cut, the same in all orders for one original; crop is per mille of what comes out of that.
    border: the whole picture lies within it, and crop is all of the picture.
    """

    crop: Crop
    width: int
    height: int
    path: Path
    export_type: str = "jpg"
    max_bytes: int = 0
    target_bytes: int = 0
    credit: str = ""
    ai: AiMark = AiMark.NONE
    work: Work = PLAIN
    border: Border | None = None


@frozen
class Rendered:
    """A file that was made. enlarged: per cent of the original's pixels, 100 or less is sharp."""

    path: Path
    width: int
    height: int
    bytes: int
    quality: int
    enlarged: int


@frozen
class _Original:
    """What all orders share. size: pixels as they are cut; turned: before straightening; orientation: with own turns.

    lies: the orientation of the file alone. tiled: too large to be read at once unless reduced.
    """

    path: Path
    kind: Kind
    size: tuple[int, int]
    turned: tuple[int, int]
    orientation: int
    lies: int
    colours: Colours
    work: Work
    tiled: bool = False


class _Look(NamedTuple):
    """What decides on the pixels and the metadata of a file. width, height: of the cut; room: of the file, in px."""

    crop: Crop
    width: int
    height: int
    export_type: str
    credit: str
    ai: AiMark
    border: Border | None
    room: tuple[int, int]


def render(original: Path, orders: Sequence[RenderOrder]) -> list[Rendered]:
    """Make all files of one picture, each written new and synced to the disk.

    Photos are read at the nearest level that is not smaller than what is needed (JPEG by its own reduced decoding,
    others by halving once for all formats); drawings and screenshots are scaled from full size. Orders that look the
    same are scaled and encoded once. Places to be covered are covered in what was read, before anything else is done.
    Raises UnreadablePicture, TOO_LARGE also where a byte limit cannot be met; FileExistsError and other OSError.
    """
    work = orders[0].work if orders else PLAIN
    if any(order.work != work for order in orders):
        raise ValueError("one original, one way to work on it")
    with quietly():
        with opened(original) as source:
            shared = _Original(
                path=original,
                kind=source.kind,
                size=work.size(source.size),
                turned=work.turned(source.size),
                orientation=turned_on(source.orientation, work.turn),
                lies=source.orientation,
                colours=source.colours,
                work=work,
                tiled=source.mosaic is not None,
            )
        return _rendered(shared, orders)


def _rendered(original: _Original, orders: Sequence[RenderOrder]) -> list[Rendered]:
    groups: dict[_Look, list[RenderOrder]] = {}
    for order in orders:
        look = _look(order, original.size)
        groups.setdefault(look, []).append(order)
    if not groups:
        return []
    wanted = {look: _level(look, original.size) for look in groups}
    with ThreadPoolExecutor(THREADS) as threads:
        levels, drawn = _levels(original, sorted(set(wanted.values())), threads)
        made = [
            threads.submit(
                _group,
                original,
                look,
                groups[look],
                levels[level],
                _DRAWN if drawn else _FROM_ALL if level == 1 else _FROM_LEVEL,
            )
            for look, level in sorted(wanted.items(), key=lambda pair: -pair[1])
        ]
        by_path = {done.path: done for future in made for done in future.result()}
    return [by_path[order.path] for order in orders]


def _look(order: RenderOrder, size: tuple[int, int]) -> _Look:
    room = order.width, order.height
    cut = room if order.border is None else inside(size, room)
    border = order.border if cut != room else None
    return _Look(order.crop, *cut, order.export_type, order.credit, order.ai, border, room)


def _level(look: _Look, size: tuple[int, int]) -> int:
    box = exact_box(look.crop, size, (look.width, look.height))
    ratio = min((box.right - box.left) / look.width, (box.bottom - box.top) / look.height)
    return next((level for level, least in _LEVELS.items() if ratio >= least), 1)


def _levels(
    original: _Original, wanted: Sequence[int], threads: ThreadPoolExecutor
) -> tuple[dict[int, Future[Image.Image]], bool]:
    """Return the pixels as stored at each level, read as few times as possible; and whether they were drawn."""
    if original.kind is Kind.JPEG:
        small = threads.submit(_read, original, wanted[-1])
        found = {level: threads.submit(_read, original, level) for level in wanted[:-1]}
        found[wanted[-1]] = small
        if not is_drawn(small.result()):
            return found, False
        return dict.fromkeys(wanted, found.get(1) or threads.submit(_read, original, 1)), True
    finest = wanted[0] if original.tiled else 1
    whole = threads.submit(_read, original, finest)
    if is_drawn(whole.result()):
        return dict.fromkeys(wanted, whole), True
    halved = {
        level: threads.submit(whole.result().reduce, level // finest) for level in wanted if level > finest
    }
    return {finest: whole, **halved}, False


def _read(original: _Original, level: int) -> Image.Image:
    with opened(original.path) as source:
        least = (max(1, source.size[0] // level), max(1, source.size[1] // level))
        image = pixels(source, least if level > 1 else None)
        if source.kind is Kind.WEBP:
            image = image.copy()  # its decoder holds on to two canvases
        cover(image, original.work.covers, original.lies)
        return image


def is_drawn(image: Image.Image) -> bool:
    """Tell drawings, screenshots and tiles of text, where reduced decoding blurs edges, from photos."""
    equal = total = 0
    for row in range(3):
        for column in range(3):
            left = (image.width - _PATCH) * column // 2
            top = (image.height - _PATCH) * row // 2
            patch = image.crop((max(0, left), max(0, top), max(0, left) + _PATCH, max(0, top) + _PATCH))
            grey = patch.convert("L") if patch.mode != "LAB" else patch.getchannel("L")
            shifted = ImageChops.offset(grey, 1, 1)
            equal += ImageChops.difference(grey, shifted).histogram()[0]
            total += grey.width * grey.height
    return equal > _FLAT * total


def _group(
    original: _Original,
    look: _Look,
    orders: Sequence[RenderOrder],
    level: Future[Image.Image],
    way: Image.Resampling,
) -> list[Rendered]:
    """Make the files of orders that look the same; several platforms want the same picture."""
    box = exact_box(look.crop, original.size, (look.width, look.height))
    with answering(width=original.size[0], height=original.size[1]):
        done = _scaled(original, look, box, level.result(), way)
    encoder = Encoder(done, look.export_type, credit=look.credit, ai=look.ai)
    rendered = []
    for order in orders:
        try:
            data, quality = encoder.fit(order.max_bytes, order.target_bytes)
        except DoesNotFit as error:
            raise UnreadablePicture(
                Unreadable.TOO_LARGE, width=order.width, height=order.height, bytes=order.max_bytes
            ) from error
        _write(order.path, data)
        rendered.append(
            Rendered(
                path=order.path,
                width=done.width,
                height=done.height,
                bytes=len(data),
                quality=quality,
                enlarged=round(100 * look.width / max(1, box.right - box.left)),
            )
        )
    return rendered


def _scaled(
    original: _Original, look: _Look, box: PixelBox, image: Image.Image, way: Image.Resampling
) -> Image.Image:
    """Return the cut in its size, upright and in sRGB. image: the pixels as stored, at some level.

    way: how it is made smaller; what is enlarged always takes Lanczos.
    """
    if original.work.tilt:
        edges = (float(box.left), float(box.top), float(box.right), float(box.bottom))
        tilt, size = original.work.tilt, (look.width, look.height)
        cut = straightened(image, original.turned, original.orientation, tilt, edges, size)
        return _finished(original, look, cut)
    width, height = original.size
    left, top, right, bottom = stored(
        (box.left / width, box.top / height, box.right / width, box.bottom / height), original.orientation
    )
    target = (look.width, look.height)
    scaled = image.resize(
        target[::-1] if original.orientation in SWAPPING else target,
        way if box.right - box.left >= look.width else Image.Resampling.LANCZOS,
        box=(
            max(0.0, left * image.width),
            max(0.0, top * image.height),
            min(float(image.width), right * image.width),
            min(float(image.height), bottom * image.height),
        ),
    )
    return _finished(original, look, turned(scaled, original.orientation))


def _finished(original: _Original, look: _Look, cut: Image.Image) -> Image.Image:
    done = toned(original.colours.to_srgb(cut), original.work.light, original.work.contrast)
    if look.border is not None:
        return within(on_white(done), look.room, look.border)
    return on_white(done) if look.export_type == "jpg" else done


def _write(path: Path, data: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("xb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
