# SPDX-License-Identifier: EUPL-1.2
"""The theme at run time: roles become colours, fonts and symbols, and switching reaches all."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kalender.ui.theme.theme import Theme

FOLDER = Path(__file__).parents[3] / "resources" / "themes"


@pytest.fixture
def theme(qapp: QApplication) -> Theme:
    return Theme(qapp, FOLDER, choice="hell")


def test_a_role_gives_the_colour_of_the_theme_in_use(theme: Theme) -> None:
    assert theme.colour("st-frei-bg") == QColor("#DFF2E6")
    theme.choose("dunkel")
    assert theme.colour("st-frei-bg") == QColor("#183326")
    assert theme.dark


def test_switching_tells_everyone_once_and_changes_the_palette(
    qtbot: QtBot, qapp: QApplication, theme: Theme
) -> None:
    told: list[str] = []
    theme.changed.connect(lambda: told.append(theme.name))
    theme.choose("dunkel")
    assert told == ["dunkel"]
    assert qapp.palette().color(QPalette.ColorRole.Window) == QColor("#14181A")
    assert "#7E8B91" in qapp.styleSheet()


def test_an_unknown_desktop_scheme_counts_as_light(qapp: QApplication) -> None:
    theme = Theme(qapp, FOLDER, choice="system")
    assert qapp.styleHints().colorScheme() == Qt.ColorScheme.Unknown
    assert theme.name == "hell"


def test_an_unknown_theme_is_refused(theme: Theme) -> None:
    with pytest.raises(ValueError, match="rosa"):
        theme.choose("rosa")


def test_text_of_200_per_cent_doubles_fonts_and_measures(qtbot: QtBot, theme: Theme) -> None:
    before = theme.font("small").pointSizeF(), theme.line("body")
    with qtbot.waitSignal(theme.changed):
        theme.set_scale(200)
    assert (theme.font("small").pointSizeF(), theme.line("body")) == (before[0] * 2, before[1] * 2)
    theme.set_scale(999)
    assert theme.scale == 200


def test_fonts_have_tabular_figures_and_the_weight_asked_for(theme: Theme) -> None:
    font = theme.font("body", 600)
    assert font.pointSizeF() == 10
    assert font.weight() == 600
    assert theme.metrics("body").horizontalAdvance("11:11") == theme.metrics("body").horizontalAdvance(
        "08:00"
    )


def test_a_symbol_is_drawn_in_its_colour_and_size_and_kept(theme: Theme) -> None:
    pixmap = theme.pixmap("ri.eye-line", "accent", 18, 2.0)
    assert (pixmap.width(), pixmap.devicePixelRatio()) == (36, 2.0)
    image = pixmap.toImage()
    inks = {
        image.pixelColor(x, y).name()
        for x in range(36)
        for y in range(36)
        if image.pixelColor(x, y).alpha() == 255
    }
    assert inks == {"#0b6770"}
    assert theme.pixmap("ri.eye-line", "accent", 18, 2.0).cacheKey() == pixmap.cacheKey()


def test_an_unknown_symbol_or_role_is_an_error(theme: Theme) -> None:
    with pytest.raises(KeyError):
        theme.pixmap("ri.nicht-da", "accent", 18)
    with pytest.raises(KeyError):
        theme.colour("accent-rosa")


def test_high_contrast_has_thick_lines(theme: Theme) -> None:
    theme.choose("kontrast")
    assert theme.contrast
    assert theme.line_width == 2
