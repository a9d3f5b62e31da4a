# SPDX-License-Identifier: EUPL-1.2
"""The strip of a post in another language looks as approved: outdated, matched, and that of an original."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kalender.ui.editor.siblings.strip import SiblingStrip, StripFacts
from kalender.ui.theme.theme import Theme
from tests.look.comparison import Comparison

FOLDER = Path(__file__).parents[2] / "resources" / "themes"
FACTS = {
    "outdated": StripFacts(
        lead="Leichte Sprache zu:",
        original=("o", "Vorlesen in der Bücherei"),
        note="Das Original wurde am 3. Dez. 2026 geändert.",
        outdated=True,
        others="Auch in:",
        siblings=(("tr", "Türkisch (Entwurf)", False), ("ar", "Arabisch (Freigegeben)", False)),
        beside=True,
    ),
    "original": StripFacts(
        others="Fassungen:",
        siblings=(
            ("tr", "Türkisch (Entwurf, Original geändert)", True),
            ("ar", "Arabisch (Freigegeben)", False),
        ),
    ),
}


@pytest.mark.parametrize("state", list(FACTS))
@pytest.mark.parametrize(
    ("choice", "width", "scale"), [("hell", 1284, 100), ("dunkel", 1284, 100), ("hell", 1284, 200)]
)
def test_the_strip_looks_as_approved(
    qtbot: QtBot, qapp: QApplication, compare: Comparison, state: str, choice: str, width: int, scale: int
) -> None:
    strip = SiblingStrip(Theme(qapp, FOLDER, choice=choice, scale=scale))
    qtbot.addWidget(strip)
    strip.show_facts(FACTS[state])
    strip.resize(width, strip.heightForWidth(width))
    strip.show()
    QApplication.processEvents()
    compare(strip, f"writing/strip-{state}-{choice}-{scale}")
