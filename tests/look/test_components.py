# SPDX-License-Identifier: EUPL-1.2
"""The sheet of components and the empty frame of the window look as approved, in every theme."""

from pathlib import Path

import pytest
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QLinearGradient, QPainter, QPolygonF
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kalender.domain.plan import Person
from kalender.domain.stage import Stage
from kalender.ui.shell.pages import PageSpec
from kalender.ui.shell.window import MainWindow
from kalender.ui.theme.theme import Theme
from kalender.ui.widgets.blocks.empty import EmptyState
from kalender.ui.widgets.controls.button import Button
from kalender.ui.widgets.sheet import ComponentSheet
from kalender.wording.terms import STAGES
from tests.look.comparison import Comparison

FOLDER = Path(__file__).parents[2] / "resources" / "themes"


def a_picture() -> QImage:
    """An evening over roofs, drawn here, so that no picture has to be shipped for it."""
    image = QImage(600, 400, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    sky = QLinearGradient(0, 0, 0, 400)
    sky.setColorAt(0, QColor("#1d2a5b"))
    sky.setColorAt(1, QColor("#f0a860"))
    painter.fillRect(image.rect(), sky)
    painter.setPen(Qt.PenStyle.NoPen)
    for number, colour in enumerate(("#7a3b2e", "#c98b4a", "#5f6f52", "#a4503c", "#8a6f4d")):
        left = number * 120
        painter.setBrush(QColor(colour))
        painter.drawRect(QRectF(left, 220, 116, 180))
        painter.drawPolygon(
            QPolygonF([QPointF(left, 220), QPointF(left + 58, 140), QPointF(left + 116, 220)])
        )
    painter.end()
    return image


@pytest.mark.parametrize("choice", ["hell", "dunkel", "kontrast"])
def test_the_components_look_as_approved(
    qtbot: QtBot, qapp: QApplication, compare: Comparison, choice: str
) -> None:
    sheet = ComponentSheet(Theme(qapp, FOLDER, choice=choice), a_picture())
    qtbot.addWidget(sheet)
    sheet.resize(1440, 1240)
    sheet.show()
    sheet.show_moving_parts()
    compare(sheet, f"components/{choice}")


@pytest.mark.parametrize(
    ("choice", "width", "height", "scale"),
    [
        ("hell", 1440, 900, 100),
        ("dunkel", 1366, 768, 100),
        ("hell", 1920, 1080, 100),
        ("kontrast", 1024, 700, 100),
        ("hell", 1440, 900, 200),
    ],
)
def test_the_frame_looks_as_approved(
    qtbot: QtBot, qapp: QApplication, compare: Comparison, choice: str, width: int, height: int, scale: int
) -> None:
    theme = Theme(qapp, FOLDER, choice=choice, scale=scale)

    def empty() -> EmptyState:
        button = Button(theme, "Neuer Beitrag", icon="ri.add-line", keys="Strg N")
        text = "Legen Sie den ersten Beitrag an."
        return EmptyState(
            theme, icon="ri.calendar-2-line", title="Noch nichts geplant", text=text, buttons=[button]
        )

    pages = [
        PageSpec(key=key, label=label, icon=icon, keys=keys, factory=empty)
        for key, label, icon, keys in (
            ("calendar", "Kalender", "ri.calendar-2-line", "Ctrl+2"),
            ("board", "Ablauf", "ri.layout-column-line", "Ctrl+3"),
            ("review", "Freigaben", "ri.shield-check-line", "Ctrl+4"),
            ("pictures", "Bilder", "ri.image-2-line", "Ctrl+5"),
            ("publish", "Export", "ri.inbox-unarchive-line", "Ctrl+6"),
        )
    ]
    window = MainWindow(
        theme,
        pages,
        town="Stadt Lindenbrunn",
        land="Baden-Württemberg",
        people=[Person(id="ks", name="Katrin Sommer")],
        person="ks",
    )
    qtbot.addWidget(window)
    window.resize(width, height)
    window.show_page("calendar")
    window.set_count("review", 4)
    window.status.set_left("19 Beiträge")
    window.status.set_right("Zuletzt gesichert 09:12")
    window.status.set_legend([(stage.value, STAGES[stage], 3) for stage in Stage])
    window.show()
    compare(window, f"frame/{choice}-{width}-{scale}")
