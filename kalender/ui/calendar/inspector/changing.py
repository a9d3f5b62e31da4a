# SPDX-License-Identifier: EUPL-1.2
"""Date, topic, person and labels of a post, to be changed where they stand."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QPoint
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QMenu, QWidget

from kalender.domain.frozen import frozen
from kalender.domain.plan import Person, Topic
from kalender.ui.theme.theme import Theme
from kalender.ui.widgets.blocks.section import LEVEL
from kalender.ui.widgets.blocks.signs import TopicSign
from kalender.ui.widgets.controls.button import Button, Kind, Size, literal
from kalender.ui.widgets.controls.person import PersonChooser
from kalender.wording.tr import tr

LABELS = "labels"
"""The property of the line in which labels are written."""


@frozen
class Changing:
    """What can be chosen for a post, and who hears it: a day is wanted; the id of a topic; that of a person; its labels.

    known_labels: gives the labels that posts have.
    """

    topics: Sequence[Topic]
    people: Sequence[Person]
    day: Callable[[], object]
    topic: Callable[[str], object]
    person: Callable[[str], object]
    labels: Callable[[tuple[str, ...]], object]
    known_labels: Callable[[], Sequence[str]]


class Level(QWidget):
    """Holds a quiet button so that its words begin where those of other facts begin."""

    def __init__(self, theme: Theme, button: Button) -> None:
        super().__init__()
        self._themed, self._button = theme, button
        self.setProperty(LEVEL, "true")
        button.setParent(self)
        self.setFixedHeight(button.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Put the padding of the button outside."""
        super().resizeEvent(event)
        over, wanted = self._themed.px(10), self._button.sizeHint()
        self._button.setGeometry(-over, 0, min(wanted.width(), self.width() + over), wanted.height())


def when_button(theme: Theme, words: str, changing: Changing) -> QWidget:
    """Return the date as a button that asks for another one."""
    button = Button(theme, words, kind=Kind.QUIET, size=Size.DENSE, clicked=changing.day)
    button.setAccessibleName(tr("Termin: {when}").format(when=words))
    button.setToolTip(tr("Tag und Uhrzeit ändern (Strg T)"))
    return Level(theme, button)


def person_button(theme: Theme, current: str, changing: Changing) -> QWidget:
    """Return the person in charge as a button that offers others."""
    chooser = PersonChooser(theme, changing.people, label=tr("Zuständig"), current=current, quiet=True)
    chooser.setToolTip(tr("Wer zuständig ist, ändern"))
    chooser.chosen.connect(changing.person)
    return Level(theme, chooser)


def topic_button(theme: Theme, topic: tuple[str, str] | None, changing: Changing) -> QWidget:
    """Return the topic, and a small arrow that offers others."""
    words = topic[0] if topic is not None else tr("Ohne Thema")
    button = Button(theme, words if topic is None else "", kind=Kind.QUIET, size=Size.DENSE, arrow=True)
    button.setAccessibleName(tr("Thema: {topic}").format(topic=words))
    button.setToolTip(tr("Thema ändern"))

    def offer() -> None:
        menu = QMenu(button)
        menu.aboutToHide.connect(menu.deleteLater)
        for key, name in (*((item.id, item.name) for item in changing.topics), ("", tr("Ohne Thema"))):
            action = menu.addAction(literal(name))
            action.setCheckable(True)
            action.setChecked(name == words)
            action.triggered.connect(lambda _checked=False, wanted=key: changing.topic(wanted))
        menu.popup(button.mapToGlobal(QPoint(0, button.height())))

    button.clicked.connect(offer)
    return button


def topic_sign(theme: Theme, topic: tuple[str, str] | None, changing: Changing | None) -> list[QWidget]:
    """Return what stands beside the stage: the sign of the topic, and the way to another one."""
    found: list[QWidget] = [TopicSign(theme, *topic)] if topic is not None else []
    if changing is not None and changing.topics:
        found.append(topic_button(theme, topic, changing))
    return found
