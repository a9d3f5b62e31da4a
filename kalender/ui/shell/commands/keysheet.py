# SPDX-License-Identifier: EUPL-1.2
"""The list of all keys, as a dialog."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableWidget, QTableWidgetItem, QWidget

from kalender.ui.theme.theme import Theme
from kalender.ui.widgets.blocks.text import Text
from kalender.ui.widgets.feedback.dialog import Sheet
from kalender.wording.tr import tr

MORE = (
    ("Pfeile, Pos1, Ende", "Tag, Wochenrand"),
    ("Bild auf, Bild ab", "Monat oder Woche zurück, vor"),
    ("Alt Pfeil", "um einen Tag oder eine Woche verschieben, in der Woche um 15 Minuten"),
    ("Alt Links, Alt Rechts", "Ablauf: Karte in die Spalte daneben"),
    ("Alt Auf, Alt Ab", "Ablauf: Karte in die Bahn darüber, darunter"),
    ("Alt Umschalt 1 bis Alt Umschalt 9", "gesicherte Ansicht zeigen"),
    ("Strg Pfeil auf, Strg Pfeil ab", "Woche: voriger, nächster Beitrag"),
    ("Leertaste", "Vorschau des Beitrags"),
    ("F6, Umschalt F6", "nächster, voriger Bereich"),
    ("Strg Tab", "nächster Kanal-Reiter"),
    ("Strg B, Strg .", "im Beitrag: Textbaustein, Emoji einfügen"),
    ("Tabulator", "im Text: Kürzel ersetzen, zur nächsten Lücke"),
    ("F7", "im Beitrag: nächstes Wort, das im Wörterbuch fehlt"),
    ("F8", "im Beitrag: nächster Befund; Enter zeigt die Stelle, Leertaste behebt"),
    ("J, K", "Freigaben: nächster, voriger Beitrag"),
    ("F, A, C", "Freigaben: freigeben, Änderung erbitten, kommentieren"),
    ("1 bis 5, D", "Freigaben: Kanal wählen, Vorschau dunkel oder hell"),
    ("Pfeile", "Zuschneiden: um einen Bildpunkt verschieben, mit Umschalt um zehn"),
    ("E", "Zuschneiden: ganzes Bild mit Rand, wieder zuschneiden"),
    ("Einfg, Entf, W", "Zuschneiden: verdeckte Stelle anlegen, entfernen, weich oder grob"),
    ("Einfg, Entf, Bild ab", "Wer ist wo: Punkt setzen, wegnehmen, nächste Person"),
)
"""Keys that pages handle themselves."""


class KeySheet(Sheet):
    """Two columns: key and what it does."""

    def __init__(self, theme: Theme, parent: QWidget, keys: Sequence[tuple[str, str]]) -> None:
        super().__init__(theme, parent, title=tr("Tastenkürzel"), width=520)
        self.body.addWidget(Text(theme, tr("Tastenkürzel"), "title-2"))
        rows = [(key, words) for key, words in keys if key] + [(tr(key), tr(words)) for key, words in MORE]
        table = QTableWidget(len(rows), 2)
        table.setAccessibleName(tr("Tastenkürzel"))
        table.setHorizontalHeaderLabels([tr("Taste"), tr("Wirkung")])
        table.verticalHeader().hide()
        table.setShowGrid(False)
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setTabKeyNavigation(False)
        table.setMinimumHeight(self.tall(380))
        for row, (key, words) in enumerate(rows):
            for column, text in enumerate((key, words)):
                item = QTableWidgetItem(text)
                item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable)
                table.setItem(row, column, item)
        header = table.horizontalHeader()
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.ResizeToContents)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setStretchLastSection(True)
        self.body.addWidget(table)
        self.add_button(tr("Schließen")).setFocus()
