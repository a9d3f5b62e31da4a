# SPDX-License-Identifier: EUPL-1.2
"""What this program is, in which version, under which licence, and whose work is in it."""

from __future__ import annotations

import sys

from PySide6.QtCore import Qt, qVersion
from PySide6.QtWidgets import QAbstractItemView, QDialog, QHeaderView, QTableWidget, QTableWidgetItem, QWidget

from kalender import __version__
from kalender.ui.theme.theme import Theme
from kalender.ui.widgets.blocks.text import Text
from kalender.ui.widgets.feedback.dialog import Sheet
from kalender.wording.tr import tr

OTHERS = (
    ("Qt und PySide6", "Fenster und Bedienelemente", "LGPL 3"),
    ("Remix Icon, aus QtAwesome", "Symbole", "Apache 2.0, MIT"),
    ("Python", "Sprache und Laufzeit", "PSF 2"),
    ("SQLAlchemy", "Aufbau der Plandatei", "MIT"),
    ("SQLite", "Plandatei", "gemeinfrei"),
    ("Pillow", "Bilder lesen und schreiben", "MIT-CMU"),
    ("pillow-heif mit libheif", "HEIC-Bilder", "BSD 3, LGPL 3"),
    ("python-calamine", "Tabellen lesen", "MIT"),
    ("holidays", "Feiertage und Schulferien", "MIT"),
    ("python-dateutil", "Rechnen mit Tagen", "Apache 2.0, BSD 3"),
    ("defusedxml", "Sicheres Lesen von XML", "PSF 2"),
    ("platformdirs", "Ordner des Betriebssystems", "MIT"),
)
"""Name, what it does here, licence."""


def about(theme: Theme, parent: QWidget | None) -> QDialog:
    """Open the dialog and return it."""
    sheet = Sheet(theme, parent, title=tr("Über Kalender"), width=560)
    sheet.body.addWidget(Text(theme, "Kalender", "title-1"))
    version = tr("Version {version} · Qt {qt} · Python {python}").format(
        version=__version__, qt=qVersion(), python=sys.version.split()[0]
    )
    sheet.body.addWidget(Text(theme, version, "small", ink="text-2"))
    for words in (
        tr("Der Redaktionskalender für die Öffentlichkeitsarbeit im Rathaus."),
        tr(
            "Kalender verbindet sich mit keinem Netz: Pläne, Texte und Bilder bleiben auf diesem Rechner, "
            "bis Sie sie selbst exportieren."
        ),
        tr(
            "Freie Software unter der Open-Source-Lizenz für die Europäische Union, EUPL 1.2. "
            "Sie dürfen sie benutzen, weitergeben und verändern; eine Gewähr gibt es nicht."
        ),
    ):
        sheet.body.addWidget(Text(theme, words, wrap=True))
    sheet.body.addSpacing(theme.px(6))
    head = Text(theme, tr("Darin steckt die Arbeit anderer"), "title-3")
    sheet.body.addWidget(head)
    table = _others(theme)
    head.setBuddy(table)
    sheet.body.addWidget(table, 1)
    close = sheet.add_button(tr("Schließen"))
    sheet.setAccessibleName(tr("Über Kalender"))
    sheet.setAccessibleDescription(version)
    sheet.open()
    close.setFocus()
    return sheet


def _others(theme: Theme) -> QTableWidget:
    table = QTableWidget(len(OTHERS), 3)
    table.setAccessibleName(tr("Darin steckt die Arbeit anderer"))
    table.setHorizontalHeaderLabels([tr("Was"), tr("Wofür"), tr("Lizenz")])
    table.verticalHeader().hide()
    table.verticalHeader().setDefaultSectionSize(theme.px(26))
    table.setShowGrid(False)
    table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    table.setTabKeyNavigation(False)
    table.setMinimumHeight(theme.px(220))
    for row, line in enumerate(OTHERS):
        for column, words in enumerate(line):
            item = QTableWidgetItem(tr(words))
            item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable)
            table.setItem(row, column, item)
    header = table.horizontalHeader()
    header.setSectionResizeMode(0, QHeaderView.ResizeMode.ResizeToContents)
    header.setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
    header.setSectionResizeMode(2, QHeaderView.ResizeMode.ResizeToContents)
    header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
    return table
