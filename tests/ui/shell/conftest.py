# SPDX-License-Identifier: EUPL-1.2
"""A window with pages that say what happens to them."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from kalender.domain.card import Card, Hit
from kalender.domain.plan import Person, Role
from kalender.domain.stage import Stage
from kalender.ui.shell.pages import PageSpec
from kalender.ui.shell.window import MainWindow
from kalender.ui.theme.theme import Theme

FOLDER = Path(__file__).parents[3] / "resources" / "themes"
AVAILABLE = ("post.new", "post.open", "post.rename", "post.move", "post.delete", "view.today", "plan.open")
PEOPLE = (Person(id="ks", name="Katrin Sommer"), Person(id="if", name="Ines Falkner", role=Role.APPROVAL))


class Plain(QWidget):
    """A page with one button."""

    def __init__(self) -> None:
        super().__init__()
        self.button = QPushButton("Neu")
        QVBoxLayout(self).addWidget(self.button)


class Rich(QWidget):
    """A page with two regions, a filter, and actions of the menus."""

    offered = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.filter, self.list = QLineEdit(), QPushButton("Liste")
        self.done: list[str] = []
        self.now: dict[str, str] = {"post.move": "Wählen Sie zuerst einen Beitrag aus."}
        column = QVBoxLayout(self)
        column.addWidget(self.filter)
        column.addWidget(self.list)

    def regions(self) -> Sequence[QWidget]:
        return (self.filter, self.list)

    def focus_filter(self) -> None:
        self.filter.setFocus()

    def offers(self) -> Mapping[str, str]:
        return self.now

    def perform(self, action: str) -> None:
        self.done.append(action)

    def offer(self, **now: str) -> None:
        self.now = {key.replace("_", "."): reason for key, reason in now.items()}
        self.offered.emit(self.now)


@dataclass
class Values:
    geometry: str = ""
    last_page: str = "calendar"


@dataclass
class Memory:
    values: Values = field(default_factory=Values)

    def change(self, **values: Any) -> bool:
        for name, value in values.items():
            setattr(self.values, name, value)
        return True


@dataclass
class Opened:
    """A window ready for a test, and what was asked of it."""

    window: MainWindow
    memory: Memory
    built: list[str]
    searched: list[str]

    def page(self, key: str) -> Any:
        return self.window.pages.page(key)


def a_hit(title: str = "Weihnachtsmarkt ist eröffnet", excerpt: str = "") -> Hit:
    card = Card(
        id="p1",
        title=title,
        planned=datetime(2026, 12, 4, 17),
        zone="Europe/Berlin",
        stage=Stage.APPROVED,
        flags=frozenset(),
        channels=(),
    )
    return Hit(card=card, field="text", excerpt=excerpt, marks=((0, 4),) if excerpt else ())


def specs(built: list[str]) -> list[PageSpec]:
    def making(key: str, kind: Callable[[], QWidget]) -> Callable[[], QWidget]:
        def make() -> QWidget:
            built.append(key)
            return kind()

        return make

    return [
        PageSpec(
            key="calendar",
            label="Kalender",
            icon="ri.calendar-2-line",
            keys="Ctrl+2",
            factory=making("calendar", Rich),
        ),
        PageSpec(
            key="board",
            label="Ablauf",
            icon="ri.layout-column-line",
            keys="Ctrl+3",
            factory=making("board", Plain),
        ),
        PageSpec(
            key="review",
            label="Freigaben",
            icon="ri.shield-check-line",
            keys="Ctrl+4",
            rail=True,
            factory=making("review", Plain),
        ),
        PageSpec(
            key="editor",
            label="Beitrag",
            icon="ri.edit-line",
            listed=False,
            rail=True,
            factory=making("editor", Plain),
        ),
        PageSpec(
            key="crop",
            label="Bild zuschneiden",
            icon="ri.crop-line",
            listed=False,
            rail=True,
            factory=making("crop", Plain),
        ),
    ]


@pytest.fixture
def theme(qapp: QApplication) -> Theme:
    return Theme(qapp, FOLDER, choice="hell")


@pytest.fixture
def opened(qtbot: QtBot, theme: Theme) -> Iterator[Opened]:
    built: list[str] = []
    searched: list[str] = []

    def find(text: str) -> Sequence[Hit]:
        searched.append(text)
        if "markt" not in text.casefold():
            return []
        return [a_hit(excerpt="Heute öffnet der Markt"), a_hit("Flohmarkt am Brunnen")]

    memory = Memory()
    window = MainWindow(
        theme,
        specs(built),
        town="Stadt Lindenbrunn",
        land="Baden-Württemberg",
        people=PEOPLE,
        person="ks",
        find=find,
        available=AVAILABLE,
        memory=memory,
    )
    qtbot.addWidget(window)
    window.resize(1440, 900)
    window.show_page("calendar")
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    yield Opened(window, memory, built, searched)
    window.close()
