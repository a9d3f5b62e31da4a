# SPDX-License-Identifier: EUPL-1.2
"""Tiles: begun from a post, shown while they are written, drawn onto the shelf, put into the plan, and made again."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from kalender.domain.crop import CENTRE, fit
from kalender.domain.frozen import frozen
from kalender.domain.journal.position import between
from kalender.domain.picture import Licence, People, Picture, TileImage, TileWord
from kalender.domain.post import Attachment, Post
from kalender.domain.refusal import RefusalKind, Refused
from kalender.domain.tiles.tile import Tile, TileShape, TileTemplate, covers_mark, tile_of
from kalender.exchange.tiles import TileDrawing, TileFit, TileOrder
from kalender.formats.tiles import TileStock
from kalender.media.kinds import UnreadablePicture
from kalender.media.shelf import Condition
from kalender.services.acting.desk import Desk
from kalender.services.pictures import Pictures, RefusedPicture
from kalender.services.plan_view import PlanView
from kalender.services.ports import PictureWorker, WorkerDied
from kalender.services.tiles.style import Style, checked
from kalender.store.plan_file import PlanFile

if TYPE_CHECKING:
    from kalender.media.taking import Taken

PATIENCE = 60.0
"""Seconds for a tile in all its shapes: one or two, and fonts are looked for once."""

INHERITED = (
    "credit",
    "credit_shown",
    "licence",
    "licence_link",
    "valid_until",
    "ai",
    "people",
    "consents",
    "terms",
)
"""What a tile owes to the picture behind its words."""


@frozen
class DrawnTile:
    """A tile that lies on the shelf in all its shapes. taken: by shape, the first is the picture itself.

    covers: what was covered in the picture behind the words before it was drawn.
    """

    tile: Tile
    alt: str
    taken: tuple[tuple[str, Taken], ...]
    covers: str = ""


class Tiles:
    """preview and draw touch no plan and may run in any thread; add and change are one action each."""

    def __init__(
        self,
        store: PlanFile,
        desk: Desk,
        plan: PlanView,
        pictures: Pictures,
        worker: PictureWorker,
        new_id: Callable[[], str],
        stock: Callable[[], TileStock],
    ) -> None:
        self._store, self._desk, self._plan = store, desk, plan
        self._pictures, self._worker, self._new_id, self._stock = pictures, worker, new_id, stock
        self.style = Style(store, desk, plan, pictures, worker, new_id)

    @property
    def templates(self) -> tuple[TileTemplate, ...]:
        """The kinds of tiles there are."""
        return self._stock().templates

    @property
    def shapes(self) -> tuple[TileShape, ...]:
        """The shapes every tile is set in; the first is that of the picture itself."""
        return self._stock().shapes

    def template(self, id_: str) -> TileTemplate:
        """Return a template; raises Refused NOT_FOUND for one that no longer ships."""
        found = self._stock().template(id_)
        if found is None:
            raise Refused(RefusalKind.NOT_FOUND, post=id_)
        return found

    def begin(self, template: str, words: dict[str, str] | None = None) -> Tile:
        """Return a tile in the colours of the house. words: by field; what the template has no field for is left out."""
        kind, house = self.template(template), self.style.now
        known = {item.id for item in kind.fields} | {"source"}
        return Tile(
            template=template,
            kicker=kind.kicker,
            words={name: text for name, text in (words or {}).items() if name in known and text},
            ground=house.ground,
            ink=house.ink,
            accent=house.accent,
            arms=self.style.arms() is not None,
        )

    def backed(self, tile: Tile, picture: str) -> Tile:
        """Return a tile with a picture behind its words (empty for none), and what is known of it; any thread. Raises Refused."""
        if not picture:
            return replace(tile, back="", dark=0, light=255)
        from kalender.media.grounds import greys

        found, original = self._pictures.get(picture), self._pictures.original(picture)
        try:
            dark, light = self._worker.call(greys, original, found.work, timeout=PATIENCE)
        except (UnreadablePicture, WorkerDied) as error:
            raise Refused(RefusalKind.PICTURE_DAMAGED, name=found.name) from error
        return replace(tile, back=picture, dark=dark, light=light)

    # Drawing, in any thread

    def preview(self, tile: Tile, longest: int, shapes: Sequence[str] = ()) -> TileDrawing:
        """Return how a tile looks, the longest side of its first shape in px; shapes: only these. Raises Refused as draw()."""
        chosen = tuple(item for item in self.shapes if not shapes or item.id in shapes)
        first = self.shapes[0]
        with TemporaryDirectory(prefix="kalender-kachel-", ignore_cleanup_errors=True) as place:
            return self._drawn(tile, chosen, longest / max(first.width, first.height), Path(place))

    def draw(self, tile: Tile) -> DrawnTile:
        """Set a tile in all its shapes and put them onto the shelf.

        Raises Refused TILE_EMPTY, TILE_OVERFLOW, TILE_FAILED, BAD_COLOUR, PICTURE_…, PLAN_READ_ONLY.
        """
        self._desk.check_writable()
        kind = self.template(tile.template)
        tile = replace(
            tile, ground=checked(tile.ground), ink=checked(tile.ink), accent=checked(tile.accent),
            words={name: text.strip() for name, text in tile.words.items() if text.strip()},
        )  # fmt: skip
        lacking = [item.label for item in kind.fields if item.needed and item.id not in tile.words]
        if lacking:
            raise Refused(RefusalKind.TILE_EMPTY, fields=lacking)
        covers = covers_mark(self._pictures.get(tile.back)) if tile.back else ""
        with TemporaryDirectory(prefix="kalender-kachel-", ignore_cleanup_errors=True) as place:
            folder = Path(place)
            drawing = self._drawn(tile, self.shapes, 1.0, folder)
            refuse_overflow(drawing.fits, self.shapes)
            taken = [
                (shape.id, self._kept(page, folder / f"kachel-{shape.id}", photo=bool(tile.back)))
                for shape, page in zip(self.shapes, drawing.pages, strict=True)
            ]
        return DrawnTile(tile=tile, alt=tile.said(kind), taken=tuple(taken), covers=covers)

    def _drawn(
        self, tile: Tile, shapes: tuple[TileShape, ...], sharpness: float, folder: Path
    ) -> TileDrawing:
        from kalender.exchange.printed import PrintFailed
        from kalender.exchange.tiles import draw_tile

        order = TileOrder(
            tile=tile,
            template=self.template(tile.template),
            shapes=shapes,
            sender=self.style.sender,
            arms=self._arms(tile, folder),
            backs=self._backs(tile, shapes, sharpness, folder),
            sharpness=sharpness,
        )
        try:
            return self._worker.call(draw_tile, order, timeout=PATIENCE)
        except (PrintFailed, WorkerDied, OSError) as error:
            raise Refused(RefusalKind.TILE_FAILED, detail=str(error) or type(error).__name__) from error

    def _arms(self, tile: Tile, folder: Path) -> Path | None:
        """Return the coat of arms as a file that typst reads whatever its kind."""
        picture = self.style.arms() if tile.arms else None
        if picture is None or self._pictures.condition(picture) is not Condition.WHOLE:
            return None
        path = self._pictures.original(picture.id)
        if picture.suffix == "png":
            return path
        ratio = (picture.size[0], picture.size[1])
        return self._rendered(picture, [("arms", ratio)], folder, "png")[0][1]

    def _backs(
        self, tile: Tile, shapes: tuple[TileShape, ...], sharpness: float, folder: Path
    ) -> tuple[tuple[str, Path], ...]:
        if not tile.back:
            return ()
        picture = self._pictures.get(tile.back)
        sizes = [
            (shape.id, (max(1, round(shape.width * sharpness)), max(1, round(shape.height * sharpness))))
            for shape in shapes
        ]
        return tuple(self._rendered(picture, sizes, folder, "jpg"))

    def _rendered(
        self, picture: Picture, sizes: Sequence[tuple[str, tuple[int, int]]], folder: Path, kind: str
    ) -> list[tuple[str, Path]]:
        from kalender.media.render import RenderOrder, render

        orders = [
            RenderOrder(
                crop=fit(picture.size, size, picture.focus),
                width=size[0],
                height=size[1],
                path=folder / f"{name}.{kind}",
                export_type=kind,
                work=picture.work,
            )
            for name, size in sizes
        ]
        try:
            self._worker.call(render, self._pictures.original(picture.id), orders, timeout=PATIENCE)
        except (UnreadablePicture, WorkerDied) as error:
            raise Refused(RefusalKind.PICTURE_DAMAGED, name=picture.name) from error
        return [(name, order.path) for (name, _size), order in zip(sizes, orders, strict=True)]

    def _kept(self, page: bytes, path: Path, *, photo: bool) -> Taken:
        from kalender.media.grounds import put_tile

        found = self._pictures.take(put_tile(page, path, photo=photo))
        if isinstance(found, RefusedPicture):
            raise Refused(RefusalKind.TILE_FAILED, detail=found.why.value)
        return found

    # In the plan

    def add(self, drawn: DrawnTile, name: str, post: str = "") -> str:
        """Put a tile into the library, and into a post where one is named, as one step; return its id. Raises Refused NOT_FOUND."""
        with self._desk.action("tile.made") as act:
            blank = Picture(id=self._new_id(), name=name, licence=Licence.OWN, people=People.NONE)
            picture = self._made(blank, drawn)
            for item in (picture, *_companions(picture, drawn)):
                act.put(item)
            act.describe(title=name)
            if post:
                found = act.get(Post, post)
                last = max((item.position for item in found.attachments), default="")
                added = Attachment(id=self._new_id(), picture=picture.id, position=between(last, ""))
                act.put(replace(found, attachments=(*found.attachments, added)))
        return picture.id

    def change(self, id_: str, drawn: DrawnTile) -> None:
        """Make a tile again: the same picture wherever it is used; approvals of the old one lapse. Raises Refused NOT_FOUND."""
        with self._desk.action("tile.changed") as act:
            picture = self._made(act.get(Picture, id_), drawn)
            for item in (picture, *_companions(picture, drawn)):
                act.put(item)
            act.describe(title=picture.name)

    def _made(self, picture: Picture, drawn: DrawnTile) -> Picture:
        """Return a picture as it is after drawing. Its description follows the words as long as nobody wrote another."""
        tile = drawn.tile
        before = tile_of(picture) if picture.tile else None
        known = self._stock().template(picture.tile)
        follows = before is None or picture.alt == before.said(known)
        _first, taken = drawn.taken[0]
        owed = {}
        under = self._store.get(Picture, tile.back) if tile.back else None
        if tile.back and (before is None or before.back != tile.back):
            owed = {name: getattr(under, name) for name in INHERITED} if under is not None else {}
        elif before is not None and before.back and not tile.back:
            blank = Picture(id="", licence=Licence.OWN, people=People.NONE)
            owed = {name: getattr(blank, name) for name in INHERITED}
        return replace(
            picture.unworked,
            **owed,
            sha256=taken.sha256,
            suffix=taken.inspection.kind.value,
            width=taken.inspection.width,
            height=taken.inspection.height,
            bytes=taken.inspection.bytes,
            focus=CENTRE,
            alt=drawn.alt if follows else picture.alt,
            tile=tile.template,
            tile_kicker=tile.kicker,
            tile_words=tuple(TileWord(id=name, text=text) for name, text in sorted(tile.words.items())),
            tile_shapes=tuple(
                sorted(
                    (
                        TileImage(
                            id=shape,
                            sha256=item.sha256,
                            suffix=item.inspection.kind.value,
                            width=item.inspection.width,
                            height=item.inspection.height,
                            bytes=item.inspection.bytes,
                        )
                        for shape, item in drawn.taken[1:]
                    ),
                    key=lambda item: item.id,
                )
            ),
            tile_ground=tile.ground,
            tile_ink=tile.ink,
            tile_accent=tile.accent,
            tile_arms=tile.arms,
            tile_back=tile.back,
            tile_veil=tile.veil,
            tile_dark=tile.dark,
            tile_light=tile.light,
            tile_covers=drawn.covers,
        )


def refuse_overflow(fits: Sequence[TileFit], shapes: Sequence[TileShape]) -> None:
    """Raise Refused TILE_OVERFLOW where words do not fit into a shape even at their least size."""
    labels = {item.id: item.label for item in shapes}
    over = [labels[item.shape] for item in fits if not item.fits]
    if over:
        raise Refused(RefusalKind.TILE_OVERFLOW, sizes=over)


def _companions(picture: Picture, drawn: DrawnTile) -> list[Picture]:
    """Return the originals of the other shapes, whose id is the hash of their bytes, as films have it."""
    return [
        Picture(
            id=item.sha256,
            sha256=item.sha256,
            name=f"{picture.name} ({shape})",
            suffix=item.inspection.kind.value,
            width=item.inspection.width,
            height=item.inspection.height,
            bytes=item.inspection.bytes,
            shape=True,
        )
        for shape, item in drawn.taken[1:]
    ]
