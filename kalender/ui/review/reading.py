# SPDX-License-Identifier: EUPL-1.2
"""What a reviewer reads: head, what has changed, how each channel will look, its pictures in words."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from kalender.domain.content import Surroundings, alt_text
from kalender.domain.plan import Person
from kalender.domain.post import Post, Version
from kalender.services.reviews import ReviewSheet
from kalender.ui.review.changes import ChangeBox
from kalender.ui.review.switch import ChannelSwitch
from kalender.ui.theme.theme import Theme
from kalender.ui.widgets.blocks.section import Facts
from kalender.ui.widgets.blocks.signs import Avatar, Sign, StageChip, Symbol
from kalender.ui.widgets.blocks.spacing import spaced
from kalender.ui.widgets.blocks.text import Elided, Ground, Text
from kalender.ui.widgets.feedback.banner import Banner
from kalender.ui.widgets.paint.chips import avatar_ink
from kalender.ui.widgets.paint.pictures import cover, draw_rounded
from kalender.ui.widgets.paint.values import ChannelMark
from kalender.wording.dates import moment_short
from kalender.wording.terms import STAGES
from kalender.wording.tr import tr

PreviewOf = Callable[[Post, Version, Surroundings], QWidget]
"""Gives a widget that shows a version as its channel would."""

ImageOf = Callable[[str], QImage]
"""Gives the thumbnail of a picture, or a null image while it is being made."""


class Head(Ground):
    """Title, stage, when, by whom; in one line, or in two where the page is narrow."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "bg-surface", edges="b")
        self._theme_used = theme
        self.title = Elided(theme, "", "title-2")
        self._chip = StageChip(theme, STAGES[next(iter(STAGES))])
        self._when = Text(theme, "", "body", ink="text-2")
        self._author = Text(theme, "", "body", ink="text-2")
        self._avatar = Avatar(theme, "", "#46535A")
        first = spaced(theme, QHBoxLayout(), gap=10)
        first.addWidget(self.title, 1)
        first.addWidget(self._chip)
        second = spaced(theme, QHBoxLayout(), gap=8)
        second.addWidget(Symbol(theme, "ri.calendar-event-line", "text-2"))
        second.addWidget(self._when)
        second.addSpacing(theme.px(8))
        second.addWidget(self._avatar)
        second.addWidget(self._author)
        second.addStretch(1)
        self._box = spaced(theme, QHBoxLayout(self), (20, 9, 20, 9), 12)
        self._box.addLayout(first, 1)
        self._box.addLayout(second)
        self._second = second

    def set_stacked(self, stacked: bool) -> None:
        """Use two lines, or one."""
        self._box.setDirection(
            QBoxLayout.Direction.TopToBottom if stacked else QBoxLayout.Direction.LeftToRight
        )

    def show_sheet(self, sheet: ReviewSheet, asked: Person | None) -> None:
        """Show a post. asked: who asked for the approval."""
        post = sheet.post
        self.title.setText(post.title or tr("Ohne Titel"))
        self._when.setText(moment_short(post.planned) if post.planned else tr("ohne Termin"))
        self._chip.set_term(STAGES[sheet.standing.stage])
        self._author.setText(tr("von {name}").format(name=asked.name) if asked else "")
        self._avatar.setVisible(asked is not None)
        if asked is not None:
            self._avatar.set_person(asked.initials, avatar_ink(asked.id), asked.name)


class Thumb(Sign):
    """A small picture; alt: its description, read out."""

    EDGE = 56

    def __init__(self, theme: Theme, image: QImage, alt: str) -> None:
        super().__init__(theme)
        self._image = image
        self.setAccessibleName(alt)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return the size of the square."""
        edge = self.theme.px(self.EDGE)
        return QSize(edge, edge)

    def paint(self, painter: QPainter) -> None:
        """Paint the picture, or the place for it while it is being made."""
        rect = QRectF(self.rect())
        if self._image.isNull():
            painter.fillRect(rect, self.theme.colour("bg-sunken"))
            return
        ratio = self.devicePixelRatioF()
        draw_rounded(painter, cover(self._image, self.width(), self.height(), ratio=ratio), rect, 4)


class Details(QWidget):
    """What a preview does not show: every picture with its description, the link, the first comment."""

    def __init__(self, theme: Theme, image_of: ImageOf) -> None:
        super().__init__()
        self._theme = theme
        self._image_of = image_of
        self._rows = spaced(theme, QVBoxLayout(self), gap=8)

    def show_version(self, post: Post, version: Version, around: Surroundings) -> None:
        """Show what belongs to a channel."""
        while (item := self._rows.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        attachments = post.attachments_for(version)
        if attachments:
            self._rows.addWidget(
                Text(self._theme, tr("Bilder und Beschreibungen"), "small", ink="text-2", weight=600)
            )
        for attachment in attachments:
            picture = around.pictures.get(attachment.picture)
            if picture is None:
                continue
            words = (
                tr("Schmuckbild, ohne Beschreibung")
                if attachment.decorative
                else alt_text(attachment, picture)
            )
            self._rows.addWidget(self._row(picture.id, words, picture.credit))
        facts: list[tuple[str, str | QWidget]] = []
        if link := post.link_for(version):
            facts.append((tr("Link"), link))
        if version.first_comment:
            facts.append((tr("Kommentar"), version.first_comment))
        if facts:
            self._rows.addWidget(Facts(self._theme, facts))
        self.setVisible(bool(attachments or facts))

    def _row(self, picture: str, words: str, credit: str) -> QWidget:
        theme = self._theme
        line = QWidget()
        row = spaced(theme, QHBoxLayout(line), gap=12)
        row.addWidget(Thumb(theme, self._image_of(picture), words), 0, Qt.AlignmentFlag.AlignTop)
        column = spaced(theme, QVBoxLayout(), gap=2)
        missing = not words
        text = Text(
            theme, words or tr("Alternativtext fehlt"), "body", ink="warn" if missing else "text", wrap=True
        )
        column.addWidget(text)
        if credit:
            column.addWidget(Text(theme, credit, "small", ink="text-2", wrap=True))
        column.addStretch(1)
        row.addLayout(column, 1)
        return line


class Reading(QWidget):
    """One post to be decided on. show_sheet() draws all of it; the channel chosen stays where it can."""

    def __init__(self, theme: Theme, *, preview_of: PreviewOf, image_of: ImageOf) -> None:
        super().__init__()
        self._theme = theme
        self._preview_of = preview_of
        self._sheet: ReviewSheet | None = None
        self._lapsed_by = ""
        self.notice = Banner(theme, "", severity="info", radius=6)
        self.notice.hide()
        self.changes = ChangeBox(theme)
        self.channels = ChannelSwitch(theme)
        self.channels.chosen.connect(lambda _id: self.show_channel())
        self._details = Details(theme, image_of)
        stage = Ground(theme, "bg-window", radius=8)
        self._preview = spaced(theme, QVBoxLayout(stage), (14, 14, 14, 14))
        self.column = spaced(theme, QVBoxLayout(self), (20, 14, 20, 20), 14)
        for part in (self.notice, self.changes, self.channels, stage):
            self.column.addWidget(part)
        near = tr("Annäherung. Schriftgröße und Umbruch können in der App abweichen.")
        self.column.addWidget(Text(theme, near, "small", ink="text-2", wrap=True))
        self.column.addWidget(self._details)
        self.column.addStretch(1)

    def show_sheet(self, sheet: ReviewSheet, marks: Mapping[str, ChannelMark], lapsed_by: str) -> None:
        """Show a post. marks: channels in the order of the plan; lapsed_by: whose approval does not hold any more."""
        self._sheet, self._lapsed_by = sheet, lapsed_by
        ids = {item.id for item in sheet.post.versions}
        self.channels.set_channels([mark for id_, mark in marks.items() if id_ in ids], self.channels.current)
        self.show_channel()

    def show_channel(self) -> None:
        """Show the channel chosen, e.g. again when pictures have been made."""
        sheet = self._sheet
        if sheet is None:
            return
        self.changes.show_sheet(sheet, self.channels.current, self._lapsed_by)
        while (item := self._preview.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        version = sheet.post.version(self.channels.current)
        if version is not None:
            preview = self._preview_of(sheet.post, version, sheet.around)
            self._preview.addWidget(preview, 0, Qt.AlignmentFlag.AlignHCenter)
            self._details.show_version(sheet.post, version, sheet.around)
