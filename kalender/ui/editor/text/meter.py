# SPDX-License-Identifier: EUPL-1.2
"""The quiet meter beside the counters: how easily the text reads, and behind it what makes it heavy."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QPushButton, QSizePolicy, QWidget

from kalender.domain.language.longest import longest_sentences, longest_words
from kalender.domain.language.readability import Readability, readability
from kalender.ui.editor.text.writing import WritingArea
from kalender.ui.theme.theme import Theme
from kalender.ui.widgets.blocks.text import Text
from kalender.ui.widgets.controls.link import Link
from kalender.ui.widgets.feedback.popover import Popover
from kalender.ui.widgets.paint.text import TextCache
from kalender.wording.language.reading import ease, figures, told
from kalender.wording.tr import tr

AFTER = 400
"""Milliseconds after the last letter until a text is measured."""
SHOWN = 44
"""Letters of a sentence that stand in the panel."""


class Meter(QPushButton):
    """One plain word; gone where the text is too short to say anything. Measures itself beside typing."""

    def __init__(self, theme: Theme, area: WritingArea, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._area = theme, area
        self._texts = TextCache(theme)
        self._measured = ""
        self.found: Readability | None = None
        self.panel: MeterPanel | None = None
        self._measures = True
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(AFTER)
        self._timer.timeout.connect(self.measure)
        area.typed.connect(lambda _text: self._timer.start())
        area.shown.connect(self.measure)
        theme.changed.connect(self.updateGeometry)
        self.clicked.connect(lambda *_: self.open_panel())
        self.hide()

    def set_measuring(self, on: bool) -> None:
        """Measure German texts; for another language there is no measure."""
        if on != self._measures:
            self._measures, self._measured = on, ""
            self.measure()

    def measure(self) -> None:
        """Measure the text as it stands."""
        text = self._area.text() if self._measures else ""
        if text == self._measured and self._measures:
            return
        self._measured = text
        self.found = readability(text)
        self.setVisible(self.found is not None)
        if self.found is not None:
            self.setAccessibleName(tr("Lesbarkeit: {word}").format(word=ease(self.found)))
            self.setAccessibleDescription(told(self.found))
            self.setToolTip(told(self.found))
            self.updateGeometry()
            self.update()

    def open_panel(self) -> None:
        """Show the figures, and the longest sentences and words with the way to each."""
        self.measure()
        if self.found is None:
            return
        self.panel = MeterPanel(self._theme, self, self._area, self.found)
        self.panel.open_under(right=True)
        first: QWidget = self.panel.links[0] if self.panel.links else self.panel
        first.setFocus(Qt.FocusReason.PopupFocusReason)

    def event(self, event: QEvent) -> bool:
        """Paint anew where the pointer comes and goes."""
        if event.type() in {QEvent.Type.Enter, QEvent.Type.Leave}:
            self.update()
        return super().event(event)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """As wide as its words, as high as the counters."""
        word = ease(self.found) if self.found is not None else ""
        widest = max(self._texts.width(tr("Lesbarkeit"), "small", 400), self._texts.width(word, "small", 600))
        height = 2 * self._theme.line("small") + self._theme.px(14)
        return QSize(round(widest) + self._theme.px(28), height)

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return the size hint."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint two lines, as the counters have."""
        if self.found is None:
            return
        theme, px = self._theme, self._theme.px
        painter = QPainter(self)
        if self.underMouse():
            painter.fillRect(self.rect(), theme.colour("bg-hover"))
        painter.fillRect(QRectF(0, 0, self.width(), theme.line_width), theme.colour("line-subtle"))
        painter.fillRect(QRectF(0, 0, 1, self.height()), theme.colour("line-subtle"))
        room, line = self.width() - px(18), theme.line("small")
        self._texts.draw(painter, tr("Lesbarkeit"), "small", "text-2", px(14), px(6), room)
        self._texts.draw(painter, ease(self.found), "small", "text", px(14), px(6) + line, room, weight=600)
        painter.end()


class MeterPanel(Popover):
    """Figures, and what makes the text heavy; a press leads to the place."""

    def __init__(self, theme: Theme, owner: Meter, area: WritingArea, found: Readability) -> None:
        super().__init__(theme, owner, name=tr("Lesbarkeit"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._area = area
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleDescription(told(found))
        self.links: list[Link] = []
        text = area.text()
        self.body.addWidget(Text(theme, tr("Lesbarkeit: {word}").format(word=ease(found)), "title-3"))
        grid = QGridLayout()
        grid.setHorizontalSpacing(theme.px(16))
        grid.setVerticalSpacing(theme.px(2))
        for row, (name, value) in enumerate(figures(found)):
            grid.addWidget(Text(theme, name, "small", ink="text-2"), row, 0)
            grid.addWidget(Text(theme, value, "small"), row, 1)
        self.body.addLayout(grid)
        groups = (
            (tr("Längste Sätze"), tr("{n} Wörter: {words}"), longest_sentences(text)),
            (tr("Längste Wörter"), tr("{n} Buchstaben: {words}"), longest_words(text)),
        )
        for heading, form, places in groups:
            if not places:
                continue
            self.body.addWidget(Text(theme, heading, "small", weight=600))
            for place in places:
                words = form.format(n=place.size, words=_short(text[place.start : place.end]))
                length = place.end - place.start
                link = Link(theme, words, clicked=partial(self._jump, place.start, length))
                self.links.append(link)
                self.body.addWidget(link)
        self.body.addWidget(
            Text(theme, tr("Berechnet aus Satz- und Wortlänge. Ob der Text verständlich ist, entscheiden Sie."), "small", ink="text-2", wrap=True)
        )  # fmt: skip

    def _jump(self, start: int, length: int) -> None:
        self.close()
        self._area.select(start, length)


def _short(words: str) -> str:
    flat = " ".join(words.split())
    return flat if len(flat) <= SHOWN else flat[: SHOWN - 1].rstrip() + "…"
