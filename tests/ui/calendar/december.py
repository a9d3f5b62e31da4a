# SPDX-License-Identifier: EUPL-1.2
"""Builders of the calendar's tests: cards, an almanac and a month view of December 2026."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime, time
from pathlib import Path
from typing import Any

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from kalender.domain.card import Card
from kalender.domain.days.month import Band, BandKind
from kalender.domain.plan import Channel
from kalender.domain.stage import Stage
from kalender.ui.calendar.almanac import Almanac, Line
from kalender.ui.calendar.doing.carry import Carry, Place, Verdict
from kalender.ui.calendar.month.hands import Hands
from kalender.ui.calendar.month.model import MonthModel
from kalender.ui.calendar.month.view import MonthView
from kalender.ui.calendar.strips import Strips
from kalender.ui.theme.theme import Theme
from kalender.ui.widgets.paint.text import TextCache
from kalender.ui.widgets.paint.values import card_look, channel_mark
from kalender.wording import cards as words

THEMES = Path(__file__).parents[3] / "resources" / "themes"
MARKS = {
    name: channel_mark(Channel(id=name, platform=name))
    for name in ("facebook", "instagram", "whatsapp", "mastodon", "website")
}
LABELS = {name: mark.label for name, mark in MARKS.items()}
TODAY = date(2026, 12, 3)


def day(number: int, month: int = 12, year: int = 2026) -> date:
    """Return a day of December 2026."""
    return date(year, month, number)


def a_card(
    id_: str, on: date | None, at: str = "10:00", *, channels: Sequence[str] = ("facebook",), **fields: Any
) -> Card:
    """Return a draft on a day at a time."""
    values: dict[str, Any] = {
        "title": f"Beitrag {id_}",
        "zone": "Europe/Berlin",
        "stage": Stage.DRAFT,
        "flags": frozenset(),
        **fields,
    }
    planned = datetime.combine(on, time.fromisoformat(at)) if on is not None else None
    return Card(id=id_, planned=planned, channels=tuple(channels), **values)


def an_almanac() -> Almanac:
    """Return holidays, a meeting, a blackout to the 6th, school holidays from the 23rd and a gap 12th to 20th."""
    return Almanac(
        holidays={day(6): "2. Advent", day(24): "Heiligabend", day(25): "1. Weihnachtstag"},
        meetings={day(15): (Line(title="Gemeinderat", start=datetime(2026, 12, 15, 18, 30)),)},
        awareness={day(10): ("Tag der Menschenrechte",)},
        bands=(
            Band(
                kind=BandKind.BLACKOUT,
                first=day(23, 11),
                last=day(6),
                label="Sperrzeit: Karenz bis zur Wahl",
                short="Sperrzeit: Karenz",
            ),
            Band(
                kind=BandKind.GAP,
                first=day(12),
                last=day(20),
                label="Lücke: 9 Tage ohne Beitrag auf Instagram (12.–20. Dez.), Ziel: 2 pro Woche",
                short="9 Tage ohne Beitrag",
                channel="instagram",
            ),
            Band(
                kind=BandKind.SCHOOL,
                first=day(23),
                last=day(9, 1, 2027),
                label="Weihnachtsferien Baden-Württemberg (23.12.–09.01.)",
                short="Weihnachtsferien",
            ),
        ),
    )


class Desk:
    """A month view with its hands, and a record of what they said."""

    def __init__(self, app: QApplication, cards: Iterable[Card] = (), almanac: Almanac | None = None) -> None:
        self.theme = Theme(app, THEMES, choice="hell")
        self.texts = TextCache(self.theme)
        self.model = MonthModel(
            lambda card: card_look(card, MARKS),
            lambda card: words.spoken(card, LABELS),
            lambda card: words.tip(card, LABELS),
        )
        self.asked: list[tuple[tuple[str, ...], Place, bool]] = []
        self.carry = Carry(self.theme, self.texts, self._verdict)
        self.view = MonthView(self.theme, self.texts, self.model)
        self.view.marks = MARKS
        self.view.delegate.strips = Strips(self.theme, lambda _picture: QImage())
        self.hands = Hands(self.view, self.carry)
        self.model.show(TODAY, list(cards), almanac or Almanac(), TODAY)
        self.view.resize(1100, 760)

    def _verdict(self, ids: tuple[str, ...], place: Place, copying: bool) -> Verdict:
        self.asked.append((ids, place, copying))
        return Verdict(when=str(place))

    def on(self, place: date | str) -> QPoint:
        """Return a point inside the cell of a day (below its cards), or on the card of a post."""
        if isinstance(place, str):
            return self.view.visualRect(self.model.index_of(place)).center()
        rect = self.view.visualRect(self.model.index_of_day(place))
        return QPoint(rect.center().x(), rect.bottom() - 8)


def carry(
    source: QWidget, start: QPoint, target: QWidget, end: QPoint, *, release: bool = True, keys: Any = None
) -> None:
    """Carry by real mouse events from a point of one widget to a point of another."""
    held = keys or Qt.KeyboardModifier.NoModifier
    left = Qt.MouseButton.LeftButton
    goal = source.mapFromGlobal(target.mapToGlobal(end))
    QTest.mousePress(source, left, held, start)
    for share in (0.2, 0.6, 1.0):
        step = start + QPoint(round((goal - start).x() * share), round((goal - start).y() * share))
        _move(source, step, held)
    if release:
        QTest.mouseRelease(source, left, held, goal)


def _move(widget: QWidget, point: QPoint, held: Qt.KeyboardModifier) -> None:
    from PySide6.QtCore import QEvent, QPointF
    from PySide6.QtGui import QMouseEvent

    left = Qt.MouseButton.LeftButton
    event = QMouseEvent(
        QEvent.Type.MouseMove,
        QPointF(point),
        QPointF(widget.mapToGlobal(point)),
        Qt.MouseButton.NoButton,
        left,
        held,
    )
    QApplication.sendEvent(widget, event)
