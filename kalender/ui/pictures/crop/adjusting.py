# SPDX-License-Identifier: EUPL-1.2
"""What is done to the picture on the crop page before it is cut: bar, canvas of covers, and the picture shown live."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from uuid import uuid4

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QImage

from kalender.domain.crop import Cover, Work, turned_box
from kalender.domain.picture import Picture
from kalender.ui.pictures.crop.adjust import AdjustBar
from kalender.ui.pictures.crop.bars import ToolBar
from kalender.ui.pictures.crop.covering import CoverCanvas
from kalender.ui.pictures.crop.draft import CropDraft
from kalender.ui.pictures.crop.live import Live
from kalender.ui.theme.theme import Theme
from kalender.ui.widgets.preview.making import ImageOf

EDGE = 2000
"""Longest edge in px of the copy that is worked on."""


class Adjusting(QObject):
    """raw_of: copies of originals as they were taken in. shown: something was changed, and the page shows it anew."""

    shown = Signal()
    covering = Signal(bool)

    def __init__(
        self,
        theme: Theme,
        raw_of: ImageOf,
        tools: ToolBar,
        *,
        new_id: Callable[[], str] = lambda: uuid4().hex,
    ) -> None:
        super().__init__()
        self._raw_of = raw_of
        self._live = Live()
        self._draft: CropDraft | None = None
        self._attachment = ""
        self.bar = AdjustBar(theme)
        self.covers = CoverCanvas(theme, new_id)
        tools.turned.connect(self.turn)
        tools.adjusted.connect(self.open)
        self.bar.hide()
        self.covers.hide()
        self.bar.set.connect(lambda name, value: self._adjust(**{name: value}))
        self.bar.reset.connect(self._clear)
        self.bar.covering.connect(self._cover)
        self.covers.changed.connect(self._take)
        self.covers.left.connect(lambda: self.bar.cover.setChecked(False))

    def image(self, picture: Picture, saved: Work, copy: QImage) -> QImage:
        """Return a picture as it is cut. saved: what the library does to it, which the copy shows."""
        if picture.work == saved:
            return copy
        return self._live.image(self._raw_of(picture.id, EDGE), picture.work)

    def show(self, draft: CropDraft | None, attachment: str) -> None:
        """Show what is done to a picture of a draft."""
        self._draft, self._attachment = draft, attachment
        if draft is None or not attachment:
            return
        picture = draft.picture(attachment)
        work = picture.work
        self.bar.show_work(work)
        if self.covers.isVisible() or self.bar.cover.isChecked():
            flat = replace(work, tilt=0)
            image = self._live.image(self._raw_of(picture.id, EDGE), flat)
            shown = tuple(
                replace(item, box=turned_box(item.box, work.turn))
                for item in work.covers
                if item.box is not None
            )
            self.covers.show_covers(image, flat.size((picture.width, picture.height)), shown)

    def open(self, on: bool) -> None:
        """Show or hide the bar."""
        self.bar.setVisible(on)
        if not on:
            self.bar.cover.setChecked(False)

    def turn(self, by: int) -> None:
        """Turn by quarters clockwise; the focus point turns along, crops follow it anew."""
        if self._draft is not None and self._attachment:
            self._draft.turn(self._attachment, by)
            self.shown.emit()

    def _clear(self) -> None:
        if self._draft is not None and self._attachment:
            self._draft.turn(self._attachment, -self._draft.picture(self._attachment).turn)
            self._adjust(tilt=0, light=0, contrast=0, covers=())

    def _adjust(self, **values: object) -> None:
        if self._draft is not None and self._attachment:
            self._draft.adjust(self._attachment, **values)
            self.shown.emit()

    def _take(self, covers: tuple[Cover, ...]) -> None:
        if self._draft is not None and self._attachment:
            turn = self._draft.picture(self._attachment).work.turn
            self._adjust(
                covers=tuple(
                    replace(item, box=turned_box(item.box, -turn)) for item in covers if item.box is not None
                )
            )

    def _cover(self, on: bool) -> None:
        self.covering.emit(on)
        self.shown.emit()
        if on:
            self.covers.setFocus(Qt.FocusReason.OtherFocusReason)
