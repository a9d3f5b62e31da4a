# SPDX-License-Identifier: EUPL-1.2
"""The number of posts of a day is never read as a part of its date: a 3 with 1 post beside it would be a 31."""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QApplication

from kalender.ui.calendar.toolbar import YEAR
from kalender.ui.calendar.year.surface import YearSurface
from kalender.ui.widgets.paint.text import TextCache
from tests.ui.calendar.december import day
from tests.ui.calendar.town import Town

BUSY = day(28)
GAP = 4
"""Px at least between the date and the number."""

Words = Callable[[YearSurface], list[tuple[str, QRect]]]


@pytest.fixture
def words(monkeypatch: pytest.MonkeyPatch) -> Words:
    """What a view paints into the busy day: texts with their places in px, from left to right."""
    drawn: list[tuple[str, QRect]] = []
    real = TextCache.draw

    def noting(
        texts: TextCache,
        painter: QPainter,
        text: str,
        role: str,
        ink: str,
        x: float,
        y: float,
        *room: Any,
        **how: Any,
    ) -> int:
        width = texts.width(text, role, how.get("weight"))
        drawn.append((text, QRect(round(x), round(y), round(width), round(how.get("pitch") or 1))))
        return real(texts, painter, text, role, ink, x, y, *room, **how)

    monkeypatch.setattr(TextCache, "draw", noting)

    def painted(view: YearSurface) -> list[tuple[str, QRect]]:
        drawn.clear()
        view.viewport().grab()
        cell = view.rect_of(BUSY)
        return sorted(
            (word for word in drawn if cell.contains(word[1].center())), key=lambda word: word[1].x()
        )

    return painted


@pytest.fixture
def busy(town: Town) -> Town:
    for number in range(3):
        town.post(f"viel{number}", datetime(2026, 12, 28, 8) + timedelta(hours=number))
    town.page.complete()
    return town


def test_the_small_month_tells_by_colour_alone(busy: Town, words: Words) -> None:
    busy.page.tray.resize(200, 700)
    busy.page.tray.show()
    QApplication.processEvents()
    mini = busy.page.mini
    assert mini is not None
    mini.days.resize(400, 170)  # room enough for a number: fonts narrower than Inter have it in less
    assert [text for text, _place in words(mini.days)] == ["28"]


@pytest.mark.parametrize("width", range(900, 1701, 100))
def test_the_year_keeps_date_and_number_apart(busy: Town, words: Words, width: int) -> None:
    busy.page.toolbar.viewed.emit(YEAR)
    view = busy.page.grid()
    assert isinstance(view, YearSurface)
    view.resize(width, 700)
    date_, *number = words(view)
    assert date_[0] == "28"
    if width >= 1500:
        assert [text for text, _place in number] == ["3"]
    for _text, place in number:
        assert place.y() > date_[1].y() or place.x() - date_[1].right() >= GAP
