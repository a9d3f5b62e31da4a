# SPDX-License-Identifier: EUPL-1.2
"""The fields of a post under its pictures: topic, place, link, note, and folded away what is needed less often."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from kalender.domain.plan import Topic
from kalender.domain.post import Post
from kalender.ui.theme.theme import Theme
from kalender.ui.widgets.controls.button import Button, Kind, Size
from kalender.ui.widgets.controls.choice import Choice
from kalender.ui.widgets.controls.field import Field, LineField
from kalender.ui.widgets.paint.chips import topic_swatch
from kalender.wording.tr import tr

FIRST = (
    ("place", "Veranstaltungsort", "ri.map-pin-2-line"),
    ("link", "Link für alle Kanäle", "ri.link"),
    ("note", "Interne Notiz, wird nie veröffentlicht", "ri.lock-line"),
)
MORE = (
    ("goal", "Ziel des Beitrags", ""),
    ("task", "Bezug zur Aufgabe der Kommune", ""),
    ("contact", "Ansprechperson für Rückfragen", ""),
    ("campaign", "Kampagne", ""),
    ("source", "Woher kommt der Beitrag?", ""),
    ("alternative", "Wo steht es außerhalb sozialer Medien?", ""),
)


class Fields(QWidget):
    """typed(name, text): a field is being written in; left: the person went on; topic_chosen(id or "")."""

    typed = Signal(str, str)
    left = Signal()
    topic_chosen = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._topics: tuple[Topic, ...] = ()
        self._lines: dict[str, LineField] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(10))
        self.topic = Choice(theme)
        self.topic.activated.connect(self._choose_topic)
        first = [Field(theme, tr("Thema"), self.topic), *(self._line(*entry) for entry in FIRST)]
        column.addLayout(_grid(theme, first))
        self.fold = Button(
            theme,
            tr("Weitere Angaben"),
            icon="ri.arrow-right-s-line",
            kind=Kind.QUIET,
            size=Size.DENSE,
            clicked=self._fold,
        )
        column.addWidget(self.fold, 0, Qt.AlignmentFlag.AlignLeft)
        self._more = QWidget()
        self._more.setLayout(_grid(theme, [self._line(*entry) for entry in MORE]))
        self._more.hide()
        column.addWidget(self._more)
        theme.changed.connect(self._fill_topics)

    def line(self, name: str) -> LineField:
        """Return the field of a name. Raises KeyError for an unknown one."""
        return self._lines[name]

    def show_topics(self, topics: Sequence[Topic]) -> None:
        """Show other topics to choose from."""
        if tuple(topics) != self._topics:
            self._topics = tuple(topics)
            self._fill_topics()

    def show_post(self, post: Post) -> None:
        """Show the fields of a post; one that is being typed in keeps its cursor."""
        for name, line in self._lines.items():
            value = str(getattr(post, name))
            if line.text() != value:
                line.setText(value)
                line.setCursorPosition(0)
        row = next((i for i, item in enumerate(self._topics, 1) if item.id == post.topic), 0)
        self.topic.setCurrentIndex(row)
        if not self._more.isVisible() and any(getattr(post, name) for name, _label, _icon in MORE):
            self._fold()

    def _line(self, name: str, label: str, icon: str) -> Field:
        line = LineField(self._theme, icon=icon)
        line.textEdited.connect(lambda text, field=name: self.typed.emit(field, text))
        line.editingFinished.connect(self.left)
        self._lines[name] = line
        return Field(self._theme, tr(label), line)

    def _choose_topic(self, row: int) -> None:
        self.topic_chosen.emit(self._topics[row - 1].id if row else "")

    def _fill_topics(self) -> None:
        row = max(0, self.topic.currentIndex())
        self.topic.clear()
        self.topic.addItem(tr("Ohne Thema"))
        for item in self._topics:
            self.topic.addItem(self._swatch(item.colour), item.name)
        self.topic.setCurrentIndex(min(row, len(self._topics)))

    def _swatch(self, role: str) -> QIcon:
        size = self._theme.px(16)
        pixmap = QPixmap(QSize(size, size) * 2)
        pixmap.setDevicePixelRatio(2)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        topic_swatch(painter, self._theme, self._theme.px(3), size / 2, role)
        painter.end()
        return QIcon(pixmap)

    def _fold(self) -> None:
        shown = self._more.isHidden()
        self._more.setVisible(shown)
        self.fold.set_icon("ri.arrow-down-s-line" if shown else "ri.arrow-right-s-line")


def _grid(theme: Theme, fields: Sequence[Field]) -> QGridLayout:
    grid = QGridLayout()
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(theme.px(14))
    grid.setVerticalSpacing(theme.px(10))
    for place, field in enumerate(fields):
        grid.addWidget(field, place // 2, place % 2)
    grid.setColumnStretch(0, 1)
    grid.setColumnStretch(1, 1)
    return grid
