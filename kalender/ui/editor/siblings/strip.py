# SPDX-License-Identifier: EUPL-1.2
"""The strip over a post that says the same as others: whose sibling it is, whether the original has changed, who else says it."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QEvent, QRect, QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from kalender.domain.frozen import frozen
from kalender.ui.theme.theme import Theme
from kalender.ui.widgets.blocks.signs import Symbol
from kalender.ui.widgets.blocks.text import Ground, Text
from kalender.ui.widgets.controls.button import Button, Kind, Size
from kalender.ui.widgets.controls.link import Link
from kalender.wording.tr import tr

LONGEST = 44
"""Letters of a title on the strip; its accessible name has them all."""


@frozen
class StripFacts:
    """What the strip says. lead: "Türkisch zu:"; original: id and title where it can be opened; note: what became of it.

    siblings: id, words, whether outdated. beside: whether the original stands beside the text; None: it cannot.
    """

    lead: str = ""
    original: tuple[str, str] | None = None
    note: str = ""
    outdated: bool = False
    others: str = ""
    siblings: tuple[tuple[str, str, bool], ...] = ()
    beside: bool | None = None

    @property
    def spoken(self) -> str:
        """All of it in words, for screen readers."""
        title = self.original[1] if self.original is not None else ""
        said = " ".join(part for part in (self.lead, title) if part)
        others = ", ".join(words for _id, words, _outdated in self.siblings)
        return ". ".join(part for part in (said, self.note, f"{self.others} {others}".strip()) if part)


class SiblingStrip(Ground):
    """opened(id): another of the family is wanted; compared, matched: of the original; put_beside: show it or not."""

    opened = Signal(str)
    compared = Signal()
    matched = Signal()
    put_beside = Signal(bool)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, "info-bg", edges="tb", line="info-ln", parent=parent)
        self.facts = StripFacts()
        self.links: list[Link] = []
        self.match: Button | None = None
        self.compare: Link | None = None
        self.beside: Button | None = None
        self._parts: list[QWidget] = []
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_facts(self, facts: StripFacts) -> None:
        """Say this; what is said already stays, and with it the keys where they are."""
        if facts == self.facts:
            return
        focused = self.isAncestorOf(self.focusWidget()) if self.focusWidget() is not None else False
        self.facts = facts
        self._clear()
        tone = "warn" if facts.outdated else "info"
        self.set_ground(f"{tone}-bg", f"{tone}-ln")
        self._add(
            Symbol(
                self._theme, "ri.error-warning-fill" if facts.outdated else "ri.translate-2", tone, size=16
            )
        )
        if facts.lead:
            self._add(Text(self._theme, facts.lead, "body"))
        if facts.original is not None:
            id_, title = facts.original
            self._link(title, id_, tr("Original öffnen: {title}").format(title=title))
        if facts.note:
            self._add(Text(self._theme, facts.note, "body", weight=600 if facts.outdated else None))
        if facts.outdated:
            self.compare = Link(
                self._theme, tr("Unterschied zeigen"), role="body", clicked=self.compared.emit
            )
            self._add(self.compare)
            self.match = Button(
                self._theme,
                tr("Passt wieder"),
                icon="ri.check-line",
                size=Size.DENSE,
                clicked=self.matched.emit,
            )
            self.match.setToolTip(tr("Der Text sagt wieder dasselbe wie das Original."))
            self._add(self.match)
        if facts.beside is not None:
            self.beside = Button(
                self._theme,
                tr("Original daneben"),
                icon="ri.layout-column-line",
                kind=Kind.QUIET,
                size=Size.DENSE,
                checkable=True,
            )
            self.beside.setChecked(facts.beside)
            self.beside.toggled.connect(self.put_beside)
            self._add(self.beside)
        if facts.siblings:
            self._add(Text(self._theme, facts.others, "body", ink="text-2"))
            for id_, words, _outdated in facts.siblings:
                self._link(words, id_, tr("Öffnen: {title}").format(title=words))
        self.setAccessibleName(facts.spoken)
        self._arrange()
        if focused and self.links:
            self.links[0].setFocus()

    # What stands on it, one after the other in as many lines as that takes

    def hasHeightForWidth(self) -> bool:  # noqa: N802 - Qt's name
        """Fewer pixels across, more lines."""
        return True

    def heightForWidth(self, width: int) -> int:  # noqa: N802 - Qt's name
        """Return the height of all lines at a width."""
        return self._placed(width)[1]

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return the room at the width there is."""
        return QSize(self._theme.px(320), self.heightForWidth(max(self.width(), self._theme.px(320))))

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return the least room: narrow, and as high as the lines are now."""
        return QSize(self._theme.px(160), self.heightForWidth(max(self.width(), self._theme.px(160))))

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Put everything in its place."""
        super().resizeEvent(event)
        self._arrange()

    def event(self, event: QEvent) -> bool:
        """Arrange anew where a part asks for another size."""
        if event.type() == QEvent.Type.LayoutRequest:
            self._arrange()
        return super().event(event)

    def _arrange(self) -> None:
        for part, place in zip(self._parts, self._placed(self.width())[0], strict=True):
            part.setGeometry(place)
        self.updateGeometry()

    def _placed(self, width: int) -> tuple[list[QRect], int]:
        """Return where the parts stand at a width, each line in its middle, and the height of all lines."""
        px = self._theme.px
        left, right, gap = px(16), max(px(17), width - px(16)), px(8)
        x, y, line = left, px(6), 0
        lines: list[list[QRect]] = [[]]
        for part in self._parts:
            size = part.sizeHint()
            if lines[-1] and x + size.width() > right:
                x, y, line = left, y + line + px(4), 0
                lines.append([])
            across = min(size.width(), right - left)
            lines[-1].append(QRect(x, y, across, size.height()))
            x += across + gap
            line = max(line, size.height())
        for row in lines:
            highest = max((item.height() for item in row), default=0)
            for item in row:
                item.translate(0, (highest - item.height()) // 2)
        return [item for row in lines for item in row], y + line + px(6)

    def _clear(self) -> None:
        for part in self._parts:
            part.hide()
            part.deleteLater()
        self._parts = []
        self.links, self.match, self.compare, self.beside = [], None, None, None

    def _add(self, part: QWidget) -> None:
        part.setParent(self)
        if isinstance(part, Text):
            part.restyle()
        if self._parts:
            QWidget.setTabOrder(self._parts[-1], part)
        self._parts.append(part)
        part.show()

    def _link(self, words: str, id_: str, name: str) -> None:
        shown = words if len(words) <= LONGEST else f"{words[: LONGEST - 1].rstrip()}…"
        link = Link(self._theme, shown, role="body", clicked=partial(self.opened.emit, id_))
        link.setAccessibleName(name)
        link.setToolTip(name)
        self.links.append(link)
        self._add(link)
