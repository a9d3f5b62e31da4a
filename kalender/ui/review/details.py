# SPDX-License-Identifier: EUPL-1.2
"""What a preview does not show: every picture in each of its crops with its description, link, first comment."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kalender.domain.content import Surroundings, alt_text
from kalender.domain.picture import Picture
from kalender.domain.post import Attachment, Post, Version
from kalender.ui.theme.theme import Theme
from kalender.ui.widgets.blocks.section import Facts
from kalender.ui.widgets.blocks.signs import Sign
from kalender.ui.widgets.blocks.spacing import spaced
from kalender.ui.widgets.blocks.text import Text
from kalender.ui.widgets.paint.pictures import cover, draw_rounded
from kalender.ui.widgets.preview.making import shown_in
from kalender.wording.tr import tr

ImageOf = Callable[[str], QImage]
"""Gives the thumbnail of a picture, or a null image while it is being made."""

MOST_FORMATS = 3


class Thumb(Sign):
    """A picture in one of its crops, 72 px high. what: description and format, read out."""

    HEIGHT = 72

    def __init__(self, theme: Theme, image: QImage, ratio: float, what: str) -> None:
        super().__init__(theme)
        self._image = image
        self._ratio = ratio
        self.setAccessibleName(what)
        self.setToolTip(what)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return a size of the ratio of the crop."""
        height = self.theme.px(self.HEIGHT)
        return QSize(round(height * self._ratio), height)

    def paint(self, painter: QPainter) -> None:
        """Paint the picture, or the place for it while it is being made."""
        rect = QRectF(self.rect())
        if self._image.isNull():
            painter.fillRect(rect, self.theme.colour("bg-sunken"))
            return
        ratio = self.devicePixelRatioF()
        draw_rounded(painter, cover(self._image, self.width(), self.height(), ratio=ratio), rect, 4)


class Details(QWidget):
    """Shows one channel of a post at a time."""

    def __init__(self, theme: Theme, image_of: ImageOf) -> None:
        super().__init__()
        self._theme = theme
        self._image_of = image_of
        self._rows = spaced(theme, QVBoxLayout(self), gap=10)

    def show_version(self, post: Post, version: Version, around: Surroundings) -> None:
        """Show what belongs to a channel."""
        while (item := self._rows.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        known = [
            (item, picture)
            for item in post.attachments_for(version)
            if (picture := around.pictures.get(item.picture)) is not None
        ]
        if known:
            head = tr("Ausschnitte und Beschreibungen")
            self._rows.addWidget(Text(self._theme, head, "small", ink="text-2", weight=600))
        for attachment, picture in known:
            self._rows.addWidget(self._row(version, attachment, picture, around))
        facts: list[tuple[str, str | QWidget]] = []
        if link := post.link_for(version):
            facts.append((tr("Link"), link))
        if version.first_comment:
            facts.append((tr("Kommentar"), version.first_comment))
        if facts:
            self._rows.addWidget(Facts(self._theme, facts))
        self.setVisible(bool(known or facts))

    def _row(
        self, version: Version, attachment: Attachment, picture: Picture, around: Surroundings
    ) -> QWidget:
        theme = self._theme
        words = alt_text(attachment, picture)
        line = QWidget()
        column = spaced(theme, QVBoxLayout(line), gap=4)
        row = spaced(theme, QHBoxLayout(), gap=8)
        for format_ in around.formats_for(version)[:MOST_FORMATS]:
            image = self._image_of(picture.shaped(format_.ratio).id)
            part = shown_in(image, version, attachment, picture, format_)
            what = f"{format_.label}: {words}" if words else format_.label
            width, height = format_.ratio
            row.addWidget(Thumb(theme, part, width / height, what), 0, Qt.AlignmentFlag.AlignTop)
        row.addStretch(1)
        column.addLayout(row)
        if attachment.decorative:
            said, ink = tr("Schmuckbild, ohne Beschreibung"), "text-2"
        else:
            said, ink = (words, "text") if words else (tr("Alternativtext fehlt"), "warn")
        column.addWidget(Text(theme, said, "body", ink=ink, wrap=True))
        if picture.credit:
            column.addWidget(Text(theme, picture.credit, "small", ink="text-2", wrap=True))
        return line
