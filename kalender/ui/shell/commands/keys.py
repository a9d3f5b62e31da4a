# SPDX-License-Identifier: EUPL-1.2
"""Keys by their German names."""

from __future__ import annotations

from PySide6.QtCore import QLibraryInfo, QTranslator
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QApplication

_NAMES = {
    "Ctrl": "Strg",
    "Shift": "Umschalt",
    "Del": "Entf",
    "Ins": "Einfg",
    "Home": "Pos1",
    "End": "Ende",
    "PgUp": "Bild auf",
    "PgDown": "Bild ab",
    "Return": "Eingabe",
    "Space": "Leertaste",
    "Left": "Links",
    "Right": "Rechts",
    "Up": "Auf",
    "Down": "Ab",
}


def german(keys: str) -> str:
    """Return "Strg Umschalt F6" for "Ctrl+Shift+F6"; an empty text for none."""
    text = QKeySequence(keys).toString(QKeySequence.SequenceFormat.PortableText)
    if not text:
        return ""
    parts = text.replace("++", "+Plus").split("+")
    return " ".join(_NAMES.get(part, "+" if part == "Plus" else part) for part in parts)


def speak_german(app: QApplication) -> bool:
    """Let Qt's own words be German: key names in menus, the menu of a text field. Tell whether they were found."""
    translator = QTranslator(app)
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    return translator.load("qtbase_de", folder) and app.installTranslator(translator)
