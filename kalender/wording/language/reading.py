# SPDX-License-Identifier: EUPL-1.2
"""How easily a text reads, in words and figures."""

from __future__ import annotations

from kalender.domain.language.readability import Ease, Readability
from kalender.wording.tr import tr

EASE = {
    Ease.VERY_EASY: "sehr leicht",
    Ease.EASY: "leicht",
    Ease.FAIRLY_EASY: "gut",
    Ease.MEDIUM: "mittel",
    Ease.FAIRLY_HARD: "eher schwer",
    Ease.HARD: "schwer",
    Ease.VERY_HARD: "sehr schwer",
}


def ease(found: Readability) -> str:
    """Return one plain word such as: gut."""
    return tr(EASE[found.ease])


def figures(found: Readability) -> list[tuple[str, str]]:
    """Return what was measured, each with its name."""
    return [
        (tr("Amstad"), tr("{n} von 100").format(n=max(0, min(100, round(found.amstad))))),
        (
            tr("Wiener Sachtextformel"),
            tr("{n} (etwa {year}. Schuljahr)").format(
                n=_decimal(found.wiener), year=max(1, round(found.wiener))
            ),
        ),
        (tr("Wörter je Satz"), _decimal(found.words_per_sentence)),
        (tr("Silben je Wort"), _decimal(found.syllables_per_word)),
    ]


def told(found: Readability) -> str:
    """Return the measure in one line."""
    return ", ".join(f"{name}: {value}" for name, value in figures(found))


def _decimal(value: float) -> str:
    return f"{value:.1f}".replace(".", ",")
