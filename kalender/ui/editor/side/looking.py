# SPDX-License-Identifier: EUPL-1.2
"""The column with the preview: which placement, and what it looks like there."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from kalender.domain.content import Surroundings
from kalender.domain.format import Format
from kalender.domain.post import Post, Version
from kalender.services.pace.feed import PROFILED
from kalender.ui.theme.theme import Theme
from kalender.ui.widgets.blocks.text import Ground, Text
from kalender.ui.widgets.controls.button import Button, Kind, Size
from kalender.ui.widgets.controls.segmented import Segmented
from kalender.ui.widgets.preview.content import PreviewContent
from kalender.ui.widgets.preview.frame import Preview
from kalender.ui.widgets.preview.lighting import Lighting
from kalender.ui.widgets.preview.making import ImageOf, content_of
from kalender.wording.tr import tr


class Looking(QWidget):
    """Preview of one channel; the placement is chosen above it. profile_wanted: among its neighbours in the profile."""

    profile_wanted = Signal()

    def __init__(self, theme: Theme, image_of: ImageOf, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._image_of = image_of
        self._shown: PreviewContent | None = None
        self._formats: tuple[Format, ...] = ()
        self._what: tuple[Post, Version, Surroundings] | None = None
        self._at = 0
        self._whole = False
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self.head = Ground(theme, "bg-window", edges="b")
        head = QHBoxLayout(self.head)
        head.setContentsMargins(theme.px(16), 0, theme.px(12), 0)
        self.title = Text(theme, tr("Vorschau"), "title-3")
        head.addWidget(self.title)
        head.addStretch(1)
        self.placement = Segmented(theme, (), name=tr("Platzierung"))
        self.placement.chosen.connect(lambda _key: self.refresh())
        head.addWidget(self.placement)
        self.profile = Button(
            theme, icon="ri.layout-grid-line", kind=Kind.QUIET, size=Size.DENSE, name=tr("Im Profil ansehen"),
            clicked=self.profile_wanted.emit,
        )  # fmt: skip
        self.profile.setToolTip(tr("So sieht der Beitrag im Profil neben seinen Nachbarn aus"))
        self.profile.hide()
        head.addWidget(self.profile)
        column.addWidget(self.head)
        self._fit_head()
        theme.changed.connect(self._fit_head)
        ground = Ground(theme, "bg-window")
        inner = QVBoxLayout(ground)
        inner.setContentsMargins(theme.px(16), theme.px(16), theme.px(16), theme.px(12))
        self.preview = Preview(theme)
        self.none = Text(theme, tr("Wählen Sie oben einen Kanal."), "small", ink="text-2", wrap=True)
        inner.addWidget(self.none)
        inner.addWidget(self.preview, 0, Qt.AlignmentFlag.AlignHCenter)
        self._under = self._controls()
        inner.addWidget(self._under)
        inner.addStretch(1)
        area = QScrollArea()
        area.setAccessibleName(tr("Vorschau"))
        area.setWidgetResizable(True)
        area.setFrameShape(QScrollArea.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(ground)
        column.addWidget(area, 1)
        self.preview.hide()

    def _controls(self) -> QWidget:
        """Return what stands under the preview: the way through the pictures, their descriptions, the whole text."""
        theme, box = self._theme, QWidget()
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(6))
        self._steps = QWidget()
        row = QHBoxLayout(self._steps)
        row.setContentsMargins(0, 0, 0, 0)
        self.back = Button(
            theme, icon="ri.arrow-left-s-line", kind=Kind.QUIET, size=Size.DENSE, name=tr("Voriges Bild"),
            clicked=lambda: self._step(-1),
        )  # fmt: skip
        self.on = Button(
            theme, icon="ri.arrow-right-s-line", kind=Kind.QUIET, size=Size.DENSE, name=tr("Nächstes Bild"),
            clicked=lambda: self._step(1),
        )  # fmt: skip
        self.where = Text(theme, "", "small", ink="text-2")
        for part in (self.back, self.where, self.on):
            row.addWidget(part)
        row.addStretch(1)
        column.addWidget(self._steps)
        self.described = Text(theme, "", "small", ink="text-2", wrap=True)
        column.addWidget(self.described)
        self.unfold = Button(theme, "", kind=Kind.QUIET, size=Size.DENSE, clicked=self._unfold)
        column.addWidget(self.unfold, 0, Qt.AlignmentFlag.AlignLeft)
        self.feed = Lighting(theme)
        self.feed.turned.connect(self.refresh)
        column.addWidget(self.feed, 0, Qt.AlignmentFlag.AlignLeft)
        return box

    def _step(self, by: int) -> None:
        self._at += by
        self.refresh()

    def _unfold(self) -> None:
        self._whole = not self._whole
        self.refresh()

    def _fit_head(self) -> None:
        self.head.setFixedHeight(self._theme.px(47))

    @property
    def choices(self) -> int:
        """How many placements there are to choose from."""
        return len(self._formats)

    def show_version(self, post: Post, version: Version | None, around: Surroundings) -> None:
        """Show a channel of a post, or that there is none."""
        before = self._what
        if before is None or version is None or (before[0].id, before[1].id) != (post.id, version.id):
            self._at, self._whole = 0, False
        if version is None:
            self._what = None
            self._set_formats(())
        else:
            self._what = post, version, around
            self._set_formats(around.formats_for(version))
        self.refresh()

    def refresh(self) -> None:
        """Show again: the placement is another one, or pictures have been made."""
        self.none.setVisible(self._what is None)
        self.preview.setVisible(self._what is not None)
        self._under.setVisible(self._what is not None)
        if self._what is None:
            self._shown = None
            return
        post, version, around = self._what
        format_ = next((item for item in self._formats if item.id == self.placement.current), None)
        if format_ is None and self._formats:
            format_ = self._formats[0]
        content = content_of(post, version, format_, around, self._image_of)
        content = self._chosen(content)
        self.profile.setVisible(content.platform == PROFILED)
        if content != self._shown:
            self._shown = content
            self.preview.set_content(content)

    def _chosen(self, content: PreviewContent) -> PreviewContent:
        """Return the preview with the picture in front and the text unfolded as the person chose, and say so below."""
        count = len(content.pictures)
        self._at = max(0, min(self._at, count - 1))
        self._steps.setVisible(count > 1)
        self.back.setEnabled(self._at > 0)
        self.on.setEnabled(self._at < count - 1)
        self.where.setText(tr("Bild {at} von {n}").format(at=self._at + 1, n=count))
        alt = content.alts[self._at] if self._at < len(content.alts) else ""
        self.described.setVisible(bool(count))
        self.described.setText(
            tr("Alternativtext: {alt}").format(alt=alt) if alt else tr("Noch ohne Alternativtext.")
        )
        self.unfold.setVisible(content.folded)
        self.unfold.set_words(
            tr("Bis „{more}“ zeigen").format(more=content.more) if self._whole else tr("Ganzen Text zeigen")
        )
        fold = 0 if self._whole else content.fold
        return replace(content, at=self._at, fold=fold, dark=self.feed.dark)

    def _set_formats(self, formats: tuple[Format, ...]) -> None:
        if formats == self._formats and formats:
            return
        before = self.placement.current
        self._formats = formats
        options = [(item.id, placement_name(item)) for item in formats[:3]]
        current = before if before in {item.id for item in formats} else ""
        self.placement.set_options(options, current=current)
        self.placement.setVisible(len(options) > 1)


def placement_name(format_: Format) -> str:
    """Return a short name of a placement for the preview, such as Story."""
    tail = format_.id.rsplit(".", 1)[-1]
    if "story" in tail or "reel" in tail:
        return tr("Story") if "story" in tail else tr("Reel")
    width, height = format_.ratio
    if width == height:
        return tr("Quadrat")
    return tr("Beitrag") if height > width else tr("Quer")
