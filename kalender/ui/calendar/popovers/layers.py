# SPDX-License-Identifier: EUPL-1.2
"""The layers of the calendar: show and hide, whole layers of one's own, what is known until when."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from kalender.domain.days.entries import OwnLayer
from kalender.domain.frozen import frozen
from kalender.ui.theme.theme import Theme
from kalender.ui.widgets.blocks.signs import Symbol
from kalender.ui.widgets.blocks.text import Line, Text
from kalender.ui.widgets.controls.button import Button, Kind, Size
from kalender.ui.widgets.controls.choice import CheckBox
from kalender.ui.widgets.feedback.popover import Popover
from kalender.ui.widgets.paint.text import unmarked
from kalender.wording.calendars.intake import entries
from kalender.wording.calendars.layers import COLOURS, KINDS
from kalender.wording.tr import tr

_MOST_ROWS = 7
"""Own layers that are seen at once; more are scrolled to."""


@frozen
class OwnRow:
    """A layer of one's own, how many entries it has, and whether it is shown."""

    layer: OwnLayer
    count: int
    shown: bool


@frozen
class LocalRow:
    """A holiday of some municipalities. fixed: it holds here by law; source: where that is written."""

    id: str
    name: str
    source: str
    on: bool
    fixed: bool = False


class LayersPopover(Popover):
    """Every tick shows at once. shown: id of an own layer, on; observed: id of a local holiday, on; changing: an id."""

    shown = Signal(str, bool)
    observed = Signal(str, bool)
    changing = Signal(str)
    import_wanted = Signal()

    def __init__(
        self,
        theme: Theme,
        owner: QWidget,
        *,
        actions: Sequence[QAction],
        own: Sequence[OwnRow],
        local: Sequence[LocalRow],
        school: str,
    ) -> None:
        super().__init__(theme, owner, name=tr("Ebenen"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._room = theme
        self.boxes: dict[str, CheckBox] = {}
        self.edits: dict[str, Button] = {}
        self.setMinimumWidth(theme.px(380))
        self.body.addWidget(Text(theme, tr("Im Kalender zeigen"), "small", weight=600, ink="text-2"))
        for action in actions:
            self.body.addWidget(self._built_in(action))
        self.body.addWidget(Text(theme, school, "small", ink="text-2"))
        self._local(local)
        self.body.addWidget(Line(theme))
        self.body.addWidget(Text(theme, tr("Eigene Ebenen"), "small", weight=600, ink="text-2"))
        self._own(own)
        foot = QHBoxLayout()
        self.bring = Button(
            theme,
            tr("Kalenderdatei einlesen …"),
            icon="ri.calendar-event-line",
            size=Size.DENSE,
            clicked=self._import,
        )
        foot.addWidget(self.bring)
        foot.addStretch(1)
        foot.addWidget(Button(theme, tr("Schließen"), kind=Kind.QUIET, size=Size.DENSE, clicked=self.close))
        self.body.addLayout(foot)

    def _built_in(self, action: QAction) -> CheckBox:
        box = CheckBox(self._room, action.text())
        box.setChecked(action.isChecked())
        box.toggled.connect(action.setChecked)
        self.boxes[action.text()] = box
        return box

    def _local(self, local: Sequence[LocalRow]) -> None:
        if not local:
            return
        self.body.addWidget(Line(self._room))
        self.body.addWidget(
            Text(self._room, tr("Feiertage dieser Gemeinde"), "small", weight=600, ink="text-2")
        )
        for row in local:
            box = CheckBox(self._room, row.name)
            box.setChecked(row.on)
            box.setToolTip(unmarked(row.source))
            box.setAccessibleDescription(row.source)
            box.setEnabled(not row.fixed)
            box.toggled.connect(lambda on, id_=row.id: self.observed.emit(id_, on))
            self.boxes[row.id] = box
            self.body.addWidget(box)

    def _own(self, own: Sequence[OwnRow]) -> None:
        theme = self._room
        if not own:
            words = tr(
                "Noch keine. Sitzungskalender, Abfuhrtermine, Wahlen und anderes kommen aus einer Datei dazu."
            )
            self.body.addWidget(Text(theme, words, "small", ink="text-2", wrap=True))
            return
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(2))
        for row in own:
            column.addLayout(self._row(row))
        if len(own) <= _MOST_ROWS:
            self.body.addWidget(page)
            return
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(page)
        area.setFixedHeight(theme.px(30) * _MOST_ROWS)
        self.body.addWidget(area)

    def _row(self, row: OwnRow) -> QHBoxLayout:
        theme, layer = self._room, row.layer
        line = QHBoxLayout()
        line.setSpacing(theme.px(8))
        words, icon = KINDS[layer.kind]
        facts = f"{tr(words)}, {tr(COLOURS.get(layer.colour, ''))}, {entries(row.count)}"
        box = CheckBox(theme, layer.name)
        box.setAccessibleDescription(facts)
        box.setToolTip(unmarked(f"{layer.name}: {facts}"))
        box.setChecked(row.shown)
        box.toggled.connect(lambda on: self.shown.emit(layer.id, on))
        self.boxes[layer.id] = box
        edit = Button(
            theme,
            icon="ri.pencil-line",
            kind=Kind.QUIET,
            size=Size.DENSE,
            name=tr("Ebene „{name}“ ändern").format(name=layer.name),
            clicked=lambda: self._change(layer.id),
        )
        self.edits[layer.id] = edit
        line.addWidget(Symbol(theme, icon, layer.colour, size=14))
        line.addWidget(box, 1)
        line.addWidget(Text(theme, str(row.count), "small", ink="text-2"))
        line.addWidget(edit)
        return line

    def _change(self, id_: str) -> None:
        self.close()
        self.changing.emit(id_)

    def _import(self) -> None:
        self.close()
        self.import_wanted.emit()
