# SPDX-License-Identifier: EUPL-1.2
"""What one channel has of its own, field by field, with the way back to the common one."""

from __future__ import annotations

from datetime import date, datetime
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from kalender.domain.post import Post, Version
from kalender.ui.editor.fields.moments import OptionalMoment
from kalender.ui.editor.fields.past import OWN, of_post
from kalender.ui.theme.theme import Theme
from kalender.ui.widgets.blocks.spacing import spaced
from kalender.ui.widgets.blocks.text import Text
from kalender.ui.widgets.controls.field import Field, LineField
from kalender.ui.widgets.controls.link import Link
from kalender.wording.dates import moment_short
from kalender.wording.tr import tr

TEXT, PLANNED, LINK, COMMENT = "text", "planned", "link", "first_comment"
HIDDEN, ORDER, FORMATS, CROPS = "hidden", "order", "formats", "placements"

LABELS = {
    TEXT: "Text",
    PLANNED: "Termin",
    LINK: "Link",
    COMMENT: "Erster Kommentar",
    HIDDEN: "Bildauswahl",
    ORDER: "Bilderfolge",
    FORMATS: "Formate",
    CROPS: "Ausschnitte",
}


def owned(version: Version) -> list[str]:
    """Return the fields a version has of its own."""
    found = {
        TEXT: version.text is not None,
        PLANNED: version.planned is not None,
        LINK: version.link is not None,
        COMMENT: bool(version.first_comment),
        HIDDEN: bool(version.hidden),
        ORDER: version.order is not None,
        FORMATS: version.formats is not None,
        CROPS: any(item.own is not None for item in version.placements),
    }
    return [name for name, own in found.items() if own]


class OwnFields(QWidget):
    """typed(kind, text): "link" or "comment" is being written; left; dated(moment or None); reset_wanted(field)."""

    typed = Signal(str, str)
    left = Signal()
    dated = Signal(object)
    reset_wanted = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        column = spaced(theme, QVBoxLayout(self), gap=8)
        self.heading = Text(theme, "", "small", ink="text-3", weight=600)
        column.addWidget(self.heading)
        self.date = OptionalMoment(
            theme, name=tr("Eigener Termin"), none=tr("Wie der Beitrag"), icon="ri.calendar-2-line"
        )
        self.date.chosen.connect(self.dated)
        self.link = self._line(theme, "link", "ri.link")
        self.comment = self._line(theme, "comment", "ri.chat-3-line")
        for field, widget in ((PLANNED, self.date), (LINK, self.link), (COMMENT, self.comment)):
            of_post(widget, f"{OWN}{field}")
        self.resets: dict[str, Link] = {}
        holder = QWidget()
        row = spaced(theme, QHBoxLayout(holder))
        row.addWidget(self.date)
        row.addStretch(1)
        holder.setFocusProxy(self.date)
        grid = QGridLayout()
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(theme.px(14))
        grid.setVerticalSpacing(theme.px(10))
        fields = (
            Field(theme, tr("Eigener Termin"), holder, tail=self._reset(PLANNED)),
            Field(theme, tr("Eigener Link"), self.link, tail=self._reset(LINK)),
            Field(theme, tr("Erster Kommentar"), self.comment, tail=self._reset(COMMENT)),
        )
        grid.addWidget(fields[0], 0, 0)
        grid.addWidget(fields[1], 0, 1)
        grid.addWidget(fields[2], 1, 0, 1, 2)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        column.addLayout(grid)
        others = spaced(theme, QHBoxLayout(), gap=10)
        for name in (TEXT, HIDDEN, ORDER, FORMATS, CROPS):
            others.addWidget(self._reset(name))
        others.addStretch(1)
        column.addLayout(others)

    def _line(self, theme: Theme, kind: str, icon: str) -> LineField:
        line = LineField(theme, icon=icon)
        line.textEdited.connect(lambda text: self.typed.emit(kind, text))
        line.editingFinished.connect(self.left)
        return line

    def _reset(self, name: str) -> Link:
        label = tr(LABELS[name])
        whole = name in {TEXT, HIDDEN, ORDER, FORMATS, CROPS}
        words = tr("{field} zurücksetzen").format(field=label) if whole else tr("Zurücksetzen")
        link = Link(self._theme, words, clicked=partial(self.reset_wanted.emit, name))
        link.setAccessibleName(tr("{field} zurücksetzen, wie im Beitrag").format(field=label))
        self.resets[name] = link
        return link

    def show_version(self, post: Post, version: Version, channel: str, today: date) -> None:
        """Show what a version has of its own; channel: its name."""
        self.heading.setText(tr("Nur für {channel}").format(channel=channel))
        self.date.today, self.date.near = today, post.planned
        self.date.show_moment(version.planned, _as_post(post.planned))
        _show(self.link, version.link or "")
        if version.link is None:
            hint = tr("wie im Beitrag: {link}").format(link=post.link) if post.link else tr("wie im Beitrag")
        else:
            hint = tr("kein Link auf diesem Kanal")
        self.link.setPlaceholderText(hint)
        _show(self.comment, version.first_comment)
        self.comment.setPlaceholderText(tr("keiner"))
        own = owned(version)
        for name, link in self.resets.items():
            link.setVisible(name in own)


def _as_post(planned: datetime | None) -> str:
    if planned is None:
        return tr("Wie der Beitrag: ohne Termin")
    return tr("Wie der Beitrag: {when}").format(when=moment_short(planned))


def _show(line: LineField, text: str) -> None:
    if line.text() != text:
        line.setText(text)
        line.setCursorPosition(0)
