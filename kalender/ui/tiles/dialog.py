# SPDX-License-Identifier: EUPL-1.2
"""Makes a picture from words: template, words, colours, coat of arms, a picture behind; and how it will look."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QScrollArea, QSlider, QVBoxLayout, QWidget

from kalender.domain.refusal import Refused
from kalender.domain.tiles.contrast import colour, veil_needed
from kalender.domain.tiles.tile import Tile
from kalender.jobs.jobs import Jobs
from kalender.services.tiles.making import DrawnTile, Tiles
from kalender.ui.theme.theme import Theme
from kalender.ui.tiles.form import WordForm
from kalender.ui.tiles.showing import TileView
from kalender.ui.widgets.blocks.spacing import spaced
from kalender.ui.widgets.blocks.text import Ground, Text
from kalender.ui.widgets.controls.button import Button, Kind, Size
from kalender.ui.widgets.controls.choice import CheckBox, Choice
from kalender.ui.widgets.controls.colours import ColourBox
from kalender.ui.widgets.controls.field import Field
from kalender.ui.widgets.feedback.dialog import Sheet
from kalender.wording.refusals import sentence
from kalender.wording.tr import tr

ChooseBack = Callable[[Callable[[str], object]], object]
"""Lets a person choose a picture and hands its id on."""


class TileDialog(Sheet):
    """settled(DrawnTile): the tile lies on the shelf in all its shapes; house_wanted: arms and colours are to be set up."""

    settled = Signal(object)
    house_wanted = Signal()

    def __init__(
        self,
        theme: Theme,
        parent: QWidget | None,
        *,
        tiles: Tiles,
        jobs: Jobs,
        tile: Tile,
        lent: dict[str, str] | None = None,
        choose_back: ChooseBack | None = None,
        made_before: bool = False,
    ) -> None:
        heading = tr("Kachel bearbeiten") if made_before else tr("Kachel aus Text")
        super().__init__(theme, parent, title=heading, width=1000)
        self._tiles, self._jobs, self._choose = tiles, jobs, choose_back
        self.tile = tile
        self._fits, self._busy = True, False
        self.body.addWidget(Text(theme, heading, "title-2"))
        self.template = Choice(theme)
        for item in tiles.templates:
            self.template.addItem(tr(item.name), item.id)
        self.template.setCurrentIndex(max(0, self.template.findData(tile.template)))
        self.hint = Text(theme, "", "small", ink="text-2", wrap=True)
        self.form = WordForm(theme)
        self.colours = ColourBox(theme)
        self.arms = CheckBox(theme, tr("Wappen zeigen"))
        self.set_up = Button(theme, tr("Wappen und Farben einrichten …"), size=Size.DENSE, kind=Kind.QUIET)
        self.back = Button(theme, tr("Bild wählen …"), icon="ri.image-line", size=Size.DENSE)
        self.no_back = Button(theme, tr("Ohne Bild"), size=Size.DENSE, kind=Kind.QUIET)
        self.veil = QSlider(Qt.Orientation.Horizontal)
        self.veil.setRange(0, 100)
        self.veil.setSingleStep(5)
        self.veil.setPageStep(20)
        self.veil.setAccessibleName(tr("Schleier über dem Bild in Prozent"))
        self.thicken = Button(theme, tr("Schleier verstärken, bis alles lesbar ist"), size=Size.DENSE)
        self.view = TileView(theme, tiles, jobs)
        self.trouble = Text(theme, "", "small", ink="err", wrap=True)
        self.trouble.hide()
        self._lay_out()
        self.add_button(tr("Abbrechen"))
        words = tr("Kachel ändern") if made_before else tr("Kachel übernehmen")
        self.go = self.add_button(words, self._draw, kind=Kind.PRIMARY, closes=False)
        self.go.setDefault(True)
        self._wire()
        self._show_template(lent or {})
        room = parent.window().height() - theme.px(48) if parent is not None else theme.px(690)
        self.resize(theme.px(1060), max(theme.px(420), min(theme.px(760), room)))

    def _lay_out(self) -> None:
        theme = self.theme
        left = Ground(theme, "bg-surface")
        column = spaced(theme, QVBoxLayout(left), (0, 0, 14, 0), 10)
        column.addWidget(Field(theme, tr("Vorlage"), self.template))
        column.addWidget(self.hint)
        column.addWidget(self.form)
        column.addWidget(Text(theme, tr("Aussehen"), "title-3"))
        column.addWidget(self.colours)
        row = spaced(theme, QHBoxLayout(), gap=8)
        row.addWidget(self.arms)
        row.addStretch(1)
        row.addWidget(self.set_up)
        column.addLayout(row)
        self._behind = Text(theme, "", "small", ink="text-2", wrap=True)
        choosing = spaced(theme, QHBoxLayout(), gap=8)
        for part in (self.back, self.no_back):
            choosing.addWidget(part)
        choosing.addStretch(1)
        column.addWidget(Text(theme, tr("Bild hinter dem Text"), "small", ink="text-2", weight=600))
        column.addWidget(self._behind)
        column.addLayout(choosing)
        self._veiled = QWidget()
        veil = spaced(theme, QHBoxLayout(self._veiled), gap=10)
        self._veil_words = Text(theme, "", "small", wrap=True)
        veil.addWidget(self.veil, 1)
        veil.addWidget(self._veil_words, 1)
        column.addWidget(self._veiled)
        column.addWidget(self.thicken, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(left)
        area.setMinimumWidth(theme.px(410))
        area.setAccessibleName(tr("Vorlage, Text und Aussehen"))
        if self.narrow:
            area.setMinimumHeight(self.tall(400))
        self.area = area
        sense = QBoxLayout.Direction.TopToBottom if self.narrow else QBoxLayout.Direction.LeftToRight
        both = spaced(theme, QBoxLayout(sense), gap=18)
        both.addWidget(area, 4)
        both.addWidget(self.view, 5)
        self.body.addLayout(both, 1)
        self.body.addWidget(self.trouble)

    def _wire(self) -> None:
        self.template.activated.connect(lambda _row: self._choose_template())
        self.form.changed.connect(self._typed)
        self.colours.changed.connect(lambda name, text: self._change(**{name: text}))
        self.arms.clicked.connect(lambda on: self._change(arms=on))
        self.set_up.clicked.connect(self._leave_for_house)
        self.back.clicked.connect(self._ask_back)
        self.no_back.clicked.connect(lambda: self._back(""))
        self.veil.valueChanged.connect(self._set_veil)
        self.thicken.clicked.connect(self._thicken)
        self.view.judged.connect(self._judge)
        self.finished.connect(lambda _code: self.view.end())

    def _choose_template(self) -> None:
        before = self._tiles.template(self.tile.template)
        kind = self._tiles.template(str(self.template.currentData()))
        kept = self.form.kicker if self.form.kicker != before.kicker else kind.kicker
        self.tile = replace(self.tile, template=kind.id, kicker=kept)
        self._show_template({})

    def _show_template(self, lent: dict[str, str]) -> None:
        kind = self._tiles.template(self.tile.template)
        self.hint.setText(tr(kind.hint))
        self.form.show_template(kind, {**lent, **self.tile.words}, self.tile.kicker)
        self._typed()

    def _typed(self) -> None:
        self._change(words=self.form.words(), kicker=self.form.kicker)

    def _change(self, **values: object) -> None:
        self.tile = replace(self.tile, **values)  # type: ignore[arg-type]  # names and values come from the parts of this dialog
        self.trouble.hide()
        self._show()
        self.view.show_tile(self.tile)

    def _show(self) -> None:
        tile = self.tile
        self.colours.show_tile(tile)
        arms = self._tiles.style.arms()
        self.arms.setEnabled(arms is not None)
        self.arms.setChecked(tile.arms and arms is not None)
        self.arms.setToolTip(
            "" if arms is not None else tr("Für diesen Plan ist noch kein Wappen eingerichtet.")
        )
        self._veiled.setVisible(bool(tile.back))
        self.no_back.setVisible(bool(tile.back))
        self.back.setVisible(self._choose is not None)
        self.back.set_words(tr("Anderes Bild …") if tile.back else tr("Bild wählen …"))
        self._behind.setText(
            tr("Nachweis, Lizenz und Einwilligungen des Bildes gelten auch für die Kachel.")
            if tile.back
            else tr("Keines: Der Text steht auf der Hintergrundfarbe.")
        )
        self.veil.setValue(tile.veil)
        self._veil_words.setText(tr("Schleier: {veil} Prozent").format(veil=tile.veil))
        self.thicken.setVisible(bool(tile.back) and not tile.legible and self._needed() is not None)

    def _set_veil(self, value: int) -> None:
        if value != self.tile.veil:
            self._change(veil=value)

    def _needed(self) -> int | None:
        tile = self.tile
        inks = tuple(found for text in (tile.ink, tile.accent) if (found := colour(text)) is not None)
        ground = colour(tile.ground) or (255, 255, 255)
        greys = ((tile.dark, tile.dark, tile.dark), (tile.light, tile.light, tile.light))
        needed = veil_needed(inks, ground, greys)
        return needed if needed is None or needed > tile.veil else None

    def _thicken(self) -> None:
        found = self._needed()
        if found is not None:
            self._change(veil=found)

    def _ask_back(self) -> None:
        if self._choose is not None:
            self._choose(self._back)

    def _back(self, picture: str) -> None:
        tile = self.tile
        self._jobs.run(
            tr("Das Hintergrundbild wird angesehen"),
            lambda _job: self._tiles.backed(tile, picture),
            done=self._backed,
            failed=self._failed,
        )

    def _backed(self, found: Tile) -> None:
        """Take a picture behind the words, under a veil that lets the ink be read wherever one is thick enough."""
        tile = replace(self.tile, back=found.back, dark=found.dark, light=found.light)
        greys = ((tile.dark, tile.dark, tile.dark), (tile.light, tile.light, tile.light))
        ink, ground = colour(tile.ink), colour(tile.ground)
        needed = veil_needed((ink,), ground, greys) if ink and ground and tile.back else None
        self._change(back=tile.back, dark=tile.dark, light=tile.light, veil=max(tile.veil, needed or 0))

    def _judge(self, fits: bool) -> None:
        self._fits = fits
        if self._busy:
            return
        if fits:
            self.go.allow()
        else:
            self.go.refuse(self.view.words.text())

    def _leave_for_house(self) -> None:
        self.close()
        self.house_wanted.emit()

    def _draw(self) -> None:
        """Set the tile in all shapes beside the window; then it is settled."""
        if self._busy or self.form.mark_empty(self._tiles.template(self.tile.template)):
            return
        self._busy = True
        self.go.refuse(tr("Die Kachel wird gerade gezeichnet."))
        tile = self.tile
        self._jobs.run(
            tr("Die Kachel wird gezeichnet"),
            lambda _job: self._tiles.draw(tile),
            done=self._drawn,
            failed=self._failed,
            cancelled=self._free,
        )

    def _drawn(self, drawn: DrawnTile) -> None:
        self._free()
        self.settled.emit(drawn)
        self.close()

    def _free(self) -> None:
        self._busy = False
        self._judge(self._fits)

    def _failed(self, error: BaseException) -> None:
        self._free()
        self.trouble.setText(
            sentence(error)
            if isinstance(error, Refused)
            else tr("Das hat nicht geklappt: {error}. Es wurde nichts gespeichert.").format(error=error)
        )
        self.trouble.show()
