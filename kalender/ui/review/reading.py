# SPDX-License-Identifier: EUPL-1.2
"""What a reviewer reads: head, what has changed, how each channel will look, its pictures in words."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from kalender.domain.plan import Person
from kalender.domain.stage import Flag, Stage
from kalender.services.reviews import ReviewSheet
from kalender.ui.review.changes import ChangeBox
from kalender.ui.review.details import Details, ImageOf
from kalender.ui.review.switch import ChannelSwitch
from kalender.ui.theme.theme import Theme
from kalender.ui.widgets.blocks.signs import Avatar, StageChip, Symbol
from kalender.ui.widgets.blocks.spacing import spaced
from kalender.ui.widgets.blocks.text import Elided, Ground, Text
from kalender.ui.widgets.feedback.banner import Banner
from kalender.ui.widgets.paint.chips import avatar_ink
from kalender.ui.widgets.paint.values import ChannelMark
from kalender.ui.widgets.preview.lighting import Lighting
from kalender.ui.widgets.preview.making import PreviewOf
from kalender.wording.dates import moment_short
from kalender.wording.terms import FLAGS, STAGES, Term
from kalender.wording.tr import tr


class Head(Ground):
    """Title, stage, when, by whom; in one line, or in two where the page is narrow."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "bg-surface", edges="b")
        self._theme_used = theme
        self.title = Elided(theme, "", "title-2")
        self.title.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self._chip = StageChip(theme, STAGES[next(iter(STAGES))])
        self._when = Text(theme, "", "body", ink="text-2")
        self._author = Text(theme, "", "body", ink="text-2")
        self._avatar = Avatar(theme, "", "#46535A")
        first = spaced(theme, QHBoxLayout(), gap=10)
        first.addWidget(self.title)
        first.addWidget(self._chip)
        first.addStretch(1)
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
        self._chip.set_term(_term(sheet))
        self._author.setText(tr("von {name}").format(name=asked.name) if asked else "")
        self._avatar.setVisible(asked is not None)
        if asked is not None:
            self._avatar.set_person(asked.initials, avatar_ink(asked.id), asked.name)


def _term(sheet: ReviewSheet) -> Term:
    """Return the stage, or what lies over it where the post is not in review."""
    stage, flags = sheet.standing.stage, sheet.standing.flags
    if stage is Stage.IN_REVIEW:
        return STAGES[stage]
    over = (Flag.HELD, Flag.CONFLICT, Flag.CHANGE_REQUESTED, Flag.APPROVAL_VOID)
    return next((FLAGS[flag] for flag in over if flag in flags), STAGES[stage])


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
        row = spaced(theme, QHBoxLayout(stage), (14, 14, 14, 14))
        self._preview = spaced(theme, QHBoxLayout())
        row.addStretch(1)
        row.addLayout(self._preview)
        row.addStretch(1)
        self.column = spaced(theme, QVBoxLayout(self), (20, 14, 20, 20), 14)
        for part in (self.notice, self.changes, self.channels, stage):
            self.column.addWidget(part)
        near = tr("Annäherung. Schriftgröße und Umbruch können in der App abweichen.")
        self.lighting = Lighting(theme)
        self.lighting.turned.connect(self.show_channel)
        under = spaced(theme, QHBoxLayout(), gap=12)
        under.addWidget(Text(theme, near, "small", ink="text-2", wrap=True), 1)
        under.addWidget(self.lighting)
        self.column.addLayout(under)
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
            preview = self._preview_of(sheet.post, version, sheet.around, self.lighting.dark)
            self._preview.addWidget(preview)
            self._details.show_version(sheet.post, version, sheet.around)
