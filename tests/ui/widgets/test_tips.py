# SPDX-License-Identifier: EUPL-1.2
"""Tips show what a person has typed, never what it would mean as HTML."""

from __future__ import annotations

import pytest
from PySide6.QtGui import Qt

from kalender.ui.theme.theme import Theme
from kalender.ui.widgets.blocks.text import Elided
from kalender.ui.widgets.controls.button import Button
from kalender.ui.widgets.paint.text import unmarked

_MARKED = [
    'Fest <img src="file:///etc/hosts">',
    "<b>Fest</b>",
    "1 &lt; 2",
    '<?xml version="1.0"?><b>x',
    "\n<i>x",
]


@pytest.mark.parametrize("words", _MARKED)
def test_words_that_look_like_html_are_plain_in_a_tip(words: str) -> None:
    assert Qt.mightBeRichText(words)
    assert not Qt.mightBeRichText(unmarked(words))
    assert unmarked(words).replace("\u2060", "") == words


def test_words_without_marks_stay_as_they_are() -> None:
    assert unmarked("Müller & Söhne") == "Müller & Söhne"


def test_the_tip_of_a_line_that_is_cut_reads_no_html(theme: Theme) -> None:
    line = Elided(theme, f"{_MARKED[0]} {'und so weiter ' * 20}")
    line.resize(40, 20)
    line.grab()
    assert line.toolTip()
    assert not Qt.mightBeRichText(line.toolTip())


def test_the_tip_of_a_button_named_by_a_person_reads_no_html(theme: Theme) -> None:
    button = Button(theme, "", icon="ri.add-line", name="<b>Presse</b>")
    assert not Qt.mightBeRichText(button.toolTip())
    button.refuse("<b>Presse</b> ist gesperrt")
    assert not Qt.mightBeRichText(button.toolTip())
