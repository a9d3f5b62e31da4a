# SPDX-License-Identifier: EUPL-1.2
"""The column with the preview: which placement, and what it looks like there."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from kalender.domain.content import Surroundings
from kalender.domain.format import Format
from kalender.domain.post import Post, Version
from kalender.ui.theme.theme import Theme
from kalender.ui.widgets.blocks.text import Ground, Text
from kalender.ui.widgets.controls.segmented import Segmented
from kalender.ui.widgets.preview.content import PreviewContent
from kalender.ui.widgets.preview.frame import Preview
from kalender.ui.widgets.preview.making import ImageOf, content_of
from kalender.wording.tr import tr


class Looking(QWidget):
    """Preview of one channel; the placement is chosen above it."""

    def __init__(self, theme: Theme, image_of: ImageOf, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._image_of = image_of
        self._shown: PreviewContent | None = None
        self._formats: tuple[Format, ...] = ()
        self._what: tuple[Post, Version, Surroundings] | None = None
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
        inner.addStretch(1)
        area = QScrollArea()
        area.setAccessibleName(tr("Vorschau"))
        area.setWidgetResizable(True)
        area.setFrameShape(QScrollArea.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(ground)
        column.addWidget(area, 1)
        self.preview.hide()

    def _fit_head(self) -> None:
        self.head.setFixedHeight(self._theme.px(47))

    @property
    def choices(self) -> int:
        """How many placements there are to choose from."""
        return len(self._formats)

    def show_version(self, post: Post, version: Version | None, around: Surroundings) -> None:
        """Show a channel of a post, or that there is none."""
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
        if self._what is None:
            self._shown = None
            return
        post, version, around = self._what
        format_ = next((item for item in self._formats if item.id == self.placement.current), None)
        if format_ is None and self._formats:
            format_ = self._formats[0]
        content = content_of(post, version, format_, around, self._image_of)
        if content != self._shown:
            self._shown = content
            self.preview.set_content(content)

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
