# SPDX-License-Identifier: EUPL-1.2
"""The topics of the plan: name, colour, order."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtWidgets import QWidget

from kalender.domain.plan import Topic
from kalender.domain.refusal import RefusalKind, Refused
from kalender.services.plan_view import PlanView
from kalender.services.setup.topics import COLOURS, Topics
from kalender.ui.preferences.rows import Rows
from kalender.ui.preferences.sections import Part
from kalender.ui.theme.theme import Theme
from kalender.ui.widgets.blocks.folding import FoldingBar
from kalender.ui.widgets.blocks.leaf import note
from kalender.ui.widgets.blocks.signs import Painted
from kalender.ui.widgets.blocks.spacing import at_least
from kalender.ui.widgets.blocks.text import Text
from kalender.ui.widgets.controls.button import Button, Kind
from kalender.ui.widgets.controls.choice import Choice
from kalender.ui.widgets.controls.saved import EntryLine, SavedLine
from kalender.ui.widgets.paint.chips import topic_swatch
from kalender.wording.refusals import sentence
from kalender.wording.tr import tr

NAMES = dict(
    zip(COLOURS, ("Petrol", "Rotbraun", "Oliv", "Violett", "Grün"), strict=True),
)
"""The colours in words."""


class ColourChoice(Choice):
    """A list of the colours with a swatch each."""

    def __init__(self, theme: Theme, name: str) -> None:
        super().__init__(theme, name=name)
        self._themed = theme
        for role in COLOURS:
            self.addItem(tr(NAMES[role]), role)
        self._dye()
        theme.changed.connect(self._dye)

    def _dye(self) -> None:
        for place, role in enumerate(COLOURS):
            size = self._themed.px(16)
            swatch = QPixmap(size, size)
            swatch.fill(Qt.GlobalColor.transparent)
            painter = QPainter(swatch)
            painter.fillRect(swatch.rect().adjusted(2, 2, -2, -2), self._themed.colour(role))
            painter.end()
            self.setItemIcon(place, QIcon(swatch))


class TopicRow(FoldingBar):
    """One topic."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, pad=(12, 8))
        self._role = COLOURS[0]

        def paint(painter: QPainter, rect: QRectF) -> None:
            topic_swatch(painter, theme, 0, rect.height() / 2, self._role)

        self._swatch = Painted(theme, QSize(12, 22), paint)
        self.name = SavedLine(theme, name=tr("Name des Themas"))
        at_least(theme, self.name, 150)
        self.colour = ColourChoice(theme, tr("Farbe"))
        self.count = Text(theme, "", "small", ink="text-2")
        self.up = Button(theme, icon="ri.arrow-up-s-line", kind=Kind.QUIET, name=tr("Nach oben"))
        self.down = Button(theme, icon="ri.arrow-down-s-line", kind=Kind.QUIET, name=tr("Nach unten"))
        self.remove = Button(theme, icon="ri.delete-bin-line", kind=Kind.QUIET, name=tr("Thema löschen"))
        self.first.addWidget(self._swatch)
        self.first.addWidget(self.name, 1)
        for part in (self.count, self.colour, self.up, self.down, self.remove):
            self.second.addWidget(part)

    def show_topic(self, topic: Topic, posts: int, place: int, count: int) -> None:
        """Show the topic as it is now."""
        self._role = topic.colour
        self._swatch.update()
        self.name.show_text(topic.name)
        self.name.setAccessibleName(tr("Name des Themas {topic}").format(topic=topic.name))
        self.colour.setCurrentIndex(self.colour.findData(topic.colour))
        self.colour.setAccessibleName(tr("Farbe von {topic}").format(topic=topic.name))
        one = tr("1 Beitrag")
        self.count.setText(one if posts == 1 else tr("{n} Beiträge").format(n=posts))
        self.up.setEnabled(place > 0)
        self.down.setEnabled(place < count - 1)
        for button, words in (
            (self.up, tr("{topic} nach oben")),
            (self.down, tr("{topic} nach unten")),
            (self.remove, tr("{topic} löschen")),
        ):
            button.setAccessibleName(words.format(topic=topic.name))
        self.refold()


class TopicsPart(Part):
    """Rename, colour, order, delete and add."""

    kinds = frozenset({"topic", "post"})

    def __init__(self, theme: Theme, topics: Topics, plan: PlanView) -> None:
        super().__init__(
            theme,
            tr("Themen"),
            tr("Die Säulen Ihrer Arbeit. Sie ordnen Beiträge und zeigen, was zu kurz kommt."),
        )
        self._topics, self._plan = topics, plan
        self.rows: Rows[Topic] = Rows(theme, self._make, self._show, after=self)
        self.body.addWidget(self.rows.frame)
        bar = FoldingBar(theme, edges="", pad=(12, 8))
        self.new_name = EntryLine(theme, hint=tr("Name des Themas"), name=tr("Name des neuen Themas"))
        self.add = Button(theme, tr("Thema anlegen"), icon="ri.add-line")
        bar.first.addWidget(self.new_name, 1)
        bar.second.addWidget(self.add)
        self.rows.foot(bar)
        self.add.clicked.connect(lambda _checked=False: self._add())
        self.new_name.returnPressed.connect(self._add)
        self.body.addWidget(
            note(
                theme,
                "ri.information-line",
                tr("Ein Thema gehört nicht zum freigegebenen Inhalt: Freigaben bleiben gültig."),
            )
        )
        self.body.addStretch(1)
        self.refresh()

    def _add(self) -> None:
        if self.attempt(lambda: self._topics.add(self.new_name.text())):
            self.new_name.clear()
        self.new_name.setFocus(Qt.FocusReason.OtherFocusReason)

    def _make(self, topic: Topic) -> QWidget:
        row, id_ = TopicRow(self.theme), topic.id
        row.name.saved.connect(lambda text: self.attempt(lambda: self._topics.rename(id_, text)))
        row.colour.activated.connect(
            lambda _row: self.attempt(lambda: self._topics.colour(id_, str(row.colour.currentData())))
        )
        row.up.clicked.connect(lambda _checked=False: self._move(row, row.up, id_, -1))
        row.down.clicked.connect(lambda _checked=False: self._move(row, row.down, id_, 1))
        row.remove.clicked.connect(lambda _checked=False: self._remove(id_))
        return row

    def _move(self, row: TopicRow, button: Button, id_: str, by: int) -> None:
        self.attempt(lambda: self._topics.move(id_, by))
        (button if button.isEnabled() else row.up if row.up.isEnabled() else row.down).setFocus()

    def _remove(self, id_: str) -> None:
        beside = self.rows.neighbour(id_)

        def step_on() -> None:
            focus = beside.remove if isinstance(beside, TopicRow) else self.new_name
            focus.setFocus(Qt.FocusReason.OtherFocusReason)

        def delete() -> None:
            self._topics.delete(id_, anyway=True)
            step_on()

        try:
            self._topics.delete(id_)
            step_on()
        except Refused as refusal:
            if refusal.kind is not RefusalKind.TOPIC_IN_USE:
                self.refused.emit(sentence(refusal))
                return
            count = refusal.facts["count"]
            one = tr("1 Beitrag hat dieses Thema und danach keines mehr. Rückgängig bringt beides zurück.")
            many = tr(
                "{n} Beiträge haben dieses Thema und danach keines mehr. Rückgängig bringt beides zurück."
            )
            self.ask(
                tr("Thema „{topic}“ löschen?").format(topic=refusal.facts["topic"]),
                (one if count == 1 else many).format(n=count),
                tr("Thema löschen"),
                delete,
            )

    def _show(self, row: QWidget, topic: Topic, place: int, count: int) -> None:
        assert isinstance(row, TopicRow)
        row.show_topic(topic, len(self._topics.posts(topic.id)), place, count)

    def refresh(self) -> None:
        """Show the topics."""
        self.rows.show(self._plan.topics)
