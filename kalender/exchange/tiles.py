# SPDX-License-Identifier: EUPL-1.2
"""Tiles through typst: each shape is a page of its own, set as large as its words allow. Text comes as data, never as markup."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from kalender.domain.frozen import frozen
from kalender.domain.tiles.tile import Tile, TileField, TileShape, TileTemplate
from kalender.exchange.printed import FONTS, NEVER, SYMBOL_FONT, PrintFailed, fonts, foreign, letters
from kalender.formats.resources import folder

POINTS = 72.0
"""At so many pixels per inch a point of the page is a pixel of the picture."""

_LONGEST = 18
_PIECE = 9
_CHUNK = re.compile(r"[^\s\u00ad\u200b]{19,}")
_SEAM = re.compile(r"(?<=[/._@:*\-])(?=\w)")


@frozen
class TileOrder:
    """What to set. sender: the name at the foot; source: what stands beside it; arms, backs: files, backs by shape.

    sharpness: 1 is the size of the shapes.
    """

    tile: Tile
    template: TileTemplate
    shapes: tuple[TileShape, ...]
    sender: str = ""
    arms: Path | None = None
    backs: tuple[tuple[str, Path], ...] = ()
    sharpness: float = 1.0


@frozen
class TileFit:
    """How the words stand in a shape. size: per cent of the usual size; fits: all of it is there; out: fields left out."""

    shape: str
    fits: bool
    size: int
    out: tuple[str, ...] = ()


@frozen
class TileDrawing:
    """A tile in all its shapes, in their order. pages: PNG files."""

    fits: tuple[TileFit, ...]
    pages: tuple[bytes, ...]


def draw_tile(order: TileOrder) -> TileDrawing:
    """Set a tile in all its shapes; runs in a child process. Raises PrintFailed, OSError."""
    from typst import Compiler, TypstError

    with TemporaryDirectory(prefix="kalender-kachel-", ignore_cleanup_errors=True) as place:
        root = Path(place)
        main = root / "tile.typ"
        main.write_bytes((folder() / "templates" / "tile.typ").read_bytes())
        text = NEVER.sub("", json.dumps(_data(order, root), ensure_ascii=False))
        compiler = Compiler(
            str(main),
            root=str(root),
            font_paths=fonts(system=foreign(text)),
            sys_inputs={
                "data": text,
                "symbols": json.dumps(_symbols(order.template)),
                "symbol-font": SYMBOL_FONT,
                "fonts": json.dumps(FONTS),
            },
        )
        try:
            found = json.loads(compiler.query("<fit>", field="value"))
            pages = compiler.compile(format="png", ppi=POINTS * order.sharpness)
        except (TypstError, RuntimeError) as error:
            raise PrintFailed(str(error)) from error
    fits = tuple(
        TileFit(shape=item["id"], fits=item["fits"], size=round(item["size"]), out=tuple(item["out"]))
        for item in found
    )
    assert pages is not None
    return TileDrawing(fits=fits, pages=tuple(pages) if isinstance(pages, list) else (pages,))


def _data(order: TileOrder, root: Path) -> Mapping[str, object]:
    tile, template = order.tile, order.template
    backs = {shape: _lent(path, root, f"back-{shape}") for shape, path in order.backs}
    return {
        "ground": tile.ground,
        "ink": tile.ink,
        "accent": tile.accent,
        "veil": max(0, min(100, tile.veil)),
        "kicker": softened(tile.kicker),
        "symbol": template.symbol,
        "middle": template.middle,
        "arms": _lent(order.arms, root, "arms") if order.arms else "",
        "town": order.sender,
        "source": softened(tile.words.get("source", "")),
        "items": _items(template.fields, tile.words),
        "shapes": [
            {
                "id": shape.id,
                "width": shape.width,
                "height": shape.height,
                "top": shape.top,
                "right": shape.right,
                "bottom": shape.bottom,
                "sparse": shape.sparse,
                "back": backs.get(shape.id, ""),
            }
            for shape in order.shapes
        ],
    }


def _items(fields: Sequence[TileField], words: Mapping[str, str]) -> list[dict[str, object]]:
    return [
        {
            "key": item.id,
            "text": softened(words[item.id]),
            "size": item.size,
            "weight": item.weight,
            "ink": item.ink,
            "gap": item.gap,
            "symbol": item.symbol,
            "before": item.before,
            "needed": item.needed,
            "rank": item.rank,
        }
        for item in fields
        if words.get(item.id, "").strip()
    ]


def _symbols(template: TileTemplate) -> dict[str, str]:
    """Return the letters of the icons of a template, apart from the words: those may hold no letters of private use."""
    icons = {template.symbol, *(item.symbol for item in template.fields)} - {""}
    return {icon: chr(int(letters()[icon.removeprefix("ri.")], 16)) for icon in sorted(icons)}


def _lent(path: Path, root: Path, name: str) -> str:
    """Lay a file where typst may read it, and return what it is called there."""
    target = root / f"{name}{path.suffix}"
    target.write_bytes(path.read_bytes())
    return target.name


def softened(text: str) -> str:
    """Return a text that may be broken everywhere it has to be: addresses at their marks, very long words at last anywhere.

    German words are broken by syllables when they are set; what has no syllables (addresses, 40 letters in one) is not.
    """
    tidy = "\n".join(" ".join(line.split()) for line in text.strip().splitlines() if line.strip())
    return _CHUNK.sub(lambda found: _opened(found[0]), tidy)


def _opened(word: str) -> str:
    if word.isalpha() and len(word) <= 2 * _LONGEST:
        return word
    pieces = _SEAM.sub("\u200b", word).split("\u200b")
    return "\u200b".join(
        piece
        if len(piece) <= 2 * _LONGEST
        else "\u00ad".join(piece[at : at + _PIECE] for at in range(0, len(piece), _PIECE))
        for piece in pieces
    )


SHARP_ARMS = 1600
"""Height in px of a coat of arms that was drawn with lines (SVG)."""

_MOST_BYTES = 5_000_000


def drawn_arms(path: Path) -> bytes:
    """Return a drawing (SVG) as PNG with a transparent ground; runs in a child process. Raises PrintFailed, OSError."""
    from typst import Compiler, TypstError

    if path.stat().st_size > _MOST_BYTES:
        raise PrintFailed("too large")
    with TemporaryDirectory(prefix="kalender-wappen-", ignore_cleanup_errors=True) as place:
        root = Path(place)
        (root / "arms.svg").write_bytes(path.read_bytes())
        main = root / "arms.typ"
        main.write_text(
            f'#set page(width: auto, height: auto, margin: 0pt, fill: none)\n#image("arms.svg", height: {SHARP_ARMS}pt)\n',
            encoding="utf-8",
        )
        try:
            made = Compiler(str(main), root=str(root), font_paths=fonts(system=False)).compile(
                format="png", ppi=POINTS
            )
        except (TypstError, RuntimeError) as error:
            raise PrintFailed(str(error)) from error
    found = made[0] if isinstance(made, list) else made
    assert found is not None
    return found
