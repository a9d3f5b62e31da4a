# SPDX-License-Identifier: EUPL-1.2
"""The quiet meter of readability beside the counters."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from kalender.ui.editor.text.gauge import Gauge
from kalender.ui.editor.text.meter import MeterPanel

if TYPE_CHECKING:
    from tests.ui.editor.conftest import Desk

HEAVY = (
    "Die Straßenverkehrsbehörde ordnet zur Durchführung von Kanalbauarbeiten in der Brunnengasse ab Montag eine "
    "Vollsperrung mit einer Umleitung über die Marktstraße an, die voraussichtlich bis zum Freitag bestehen bleibt. "
    "Wir bitten um Verständnis. Rettungsfahrzeuge kommen jederzeit durch."
)


def test_a_short_text_is_not_measured(desk: Desk) -> None:
    desk.area.show_text("Kurz und gut. Das reicht.")
    desk.page.column.box.meter.measure()
    assert desk.page.column.box.meter.isHidden()


def test_the_meter_says_one_word_and_keeps_its_figures_for_the_tip(desk: Desk) -> None:
    meter = desk.page.column.box.meter
    desk.area.show_text(HEAVY)
    meter.measure()
    assert meter.isVisible()
    assert meter.accessibleName() == "Lesbarkeit: schwer"
    assert "Amstad" in meter.toolTip()
    assert "Wiener" in meter.toolTip()


def test_the_panel_leads_to_the_longest_sentence_by_key(desk: Desk) -> None:
    meter = desk.page.column.box.meter
    desk.area.show_text(HEAVY)
    meter.measure()
    meter.setFocus()
    QTest.keyClick(meter, Qt.Key.Key_Space)
    panel = meter.findChild(MeterPanel)
    assert panel is not None
    assert panel.links[0].text().startswith("28 Wörter: Die Straßenverkehrsbehörde")
    QTest.keyClick(panel.links[0], Qt.Key.Key_Space)
    assert desk.area.textCursor().selectedText().startswith("Die Straßenverkehrsbehörde ordnet")
    assert desk.area.textCursor().selectedText().endswith("bestehen bleibt.")


def test_measuring_follows_typing_and_never_happens_within_a_key(desk: Desk) -> None:
    meter = desk.page.column.box.meter
    desk.area.show_text(HEAVY)
    before = meter.found
    assert before is not None
    QTest.keyClicks(desk.area, "Neu")
    assert meter.found is before


class Paints(QObject):
    """Counts how often a widget is painted."""

    count = 0

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Count."""
        self.count += event.type() == QEvent.Type.Paint
        return False


def test_a_letter_paints_the_text_and_not_the_tools_above_it(desk: Desk, qapp: QApplication) -> None:
    desk.area.show_text(HEAVY)
    desk.area.setFocus()
    qapp.processEvents()
    paints = Paints()
    desk.page.column.box.hashtag.installEventFilter(paints)
    for _letter in range(3):
        QTest.keyClick(desk.area, Qt.Key.Key_E)
        desk.area.viewport().repaint()
        qapp.processEvents()
    assert paints.count == 0


def test_no_figure_beside_the_meter_is_cut_in_the_column_of_a_laptop(desk: Desk) -> None:
    counters = desk.page.column.box.counters
    counters.show_gauge(
        Gauge(
            used=430,
            limit=2200,
            fold=125,
            fold_length=125,
            fold_word="Vorlesepatin",
            hashtags=3,
            hashtag_limit=5,
        )
    )
    counters.resize(485, counters.height())
    for cell, width in zip(counters.cells, counters.widths(), strict=True):
        words = " ".join(part for part in (cell.before, cell.figure, cell.after) if part)
        assert counters.texts.width(words, "small", 400) <= width - 28, words
    assert abs(sum(counters.widths()) - 485) <= 2
