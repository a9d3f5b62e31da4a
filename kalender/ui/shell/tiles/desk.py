# SPDX-License-Identifier: EUPL-1.2
"""Opens the dialog of tiles for a post, for the library, or for a tile that is made again."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from kalender.domain.picture import Picture
from kalender.domain.refusal import Refused
from kalender.domain.tiles.tile import Tile, tile_of
from kalender.services.tiles.making import DrawnTile
from kalender.ui.tiles.dialog import TileDialog
from kalender.wording.tiles.words import lent_words
from kalender.wording.tr import tr

if TYPE_CHECKING:
    from kalender.ui.shell.workplace import Workplace

FIRST = "hinweis"
"""The template a tile begins with."""

_LONGEST_NAME = 60


class TileDesk:
    """One for a window, made with the first tile."""

    def __init__(self, work: Workplace) -> None:
        self._work = work
        self.dialog: TileDialog | None = None

    def open(self, post: str = "", picture: str = "") -> None:
        """Make a tile, for a post where one is named, or make a tile of the library again; after what is typed is saved."""
        work = self._work
        if not work.visits.flush():
            return
        tiles = work.house.tiles
        try:
            before = work.house.pictures.get(picture) if picture else None
            tile = tile_of(before) if before is not None else tiles.begin(FIRST)
            tiles.template(tile.template)
        except Refused:
            work.window.warn(
                tr("Diese Kachel lässt sich nicht mehr bearbeiten: Ihre Vorlage gibt es nicht mehr.")
            )
            return
        self._show(tile, {} if before is not None or not post else self._lent(post), before, post)

    def _show(self, tile: Tile, lent: dict[str, str], before: Picture | None, post: str) -> None:
        work = self._work
        dialog = self.dialog = TileDialog(
            work.theme,
            work.window,
            tiles=work.house.tiles,
            jobs=work.jobs,
            tile=tile,
            lent=lent,
            choose_back=self._choose_back,
            made_before=before is not None,
        )
        dialog.settled.connect(lambda drawn: self._keep(drawn, before, post))
        dialog.house_wanted.connect(self._open_style)
        dialog.open()
        dialog.form.focus_first()

    def _lent(self, post: str) -> dict[str, str]:
        house = self._work.house
        found = house.posts.get(post)
        event = next((item for item in house.plan.events if item.id == found.event), None)
        near = (found.planned or house.posts.now()).date()
        return lent_words(found, event, near)

    def _keep(self, drawn: DrawnTile, before: Picture | None, post: str) -> None:
        tiles = self._work.house.tiles
        if before is not None:
            self._work.attempt(lambda: tiles.change(before.id, drawn))
            return
        words = next((text for name, text in drawn.tile.words.items() if name != "source"), "")
        words = drawn.tile.words.get("headline") or drawn.tile.words.get("quote") or words
        name = tr("Kachel: {words}").format(words=" ".join(words.split())[:_LONGEST_NAME])
        self._work.attempt(lambda: tiles.add(drawn, name, post))

    def _choose_back(self, then: Callable[[str], object]) -> None:
        from kalender.ui.shell.choosing import PictureChooser

        work = self._work
        parent = self.dialog if self.dialog is not None else work.window
        chooser = PictureChooser(work.theme, work.house.pictures, work.copies.image_of, parent)
        work.copies.ready.connect(chooser.pictures_ready)
        chooser.chosen.connect(lambda ids: then(ids[0]))
        chooser.open()

    def _open_style(self) -> None:
        from kalender.ui.shell.further.parts import show_part

        show_part(self._work, "style")
