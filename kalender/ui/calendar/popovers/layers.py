# SPDX-License-Identifier: EUPL-1.2
"""The layers of the calendar: show and hide, whole layers of one's own, what is known until when."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QScrollArea, QVBoxLayout, QWidget

from kalender.domain.days.entries import OwnLayer
from kalender.domain.frozen import frozen
from kalender.ui.calendar.almanac import Layer
from kalender.ui.theme.theme import Theme
from kalender.ui.widgets.blocks.signs import Symbol
from kalender.ui.widgets.blocks.text import Line, Text
from kalender.ui.widgets.controls.button import Button, Kind, Size
from kalender.ui.widgets.controls.choice import CheckBox
from kalender.ui.widgets.feedback.popover import Popover
from kalender.wording.calendars.intake import entries
from kalender.wording.calendars.layers import AS_IT_COMES, COLOURS, KINDS
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
    """Every tick shows at once. shown: id of an own layer, on; observed: id of a local holiday, on; changing: an id.

    coloured: a layer of the calendar, and the role of its new colour, or nothing for the one it comes with.
    """

    shown = Signal(str, bool)
    coloured = Signal(object, str)
    observed = Signal(str, bool)
    changing = Signal(str)
    import_wanted = Signal()

    def __init__(
        self,
        theme: Theme,
        owner: QWidget,
        *,
        built_in: Sequence[QAction],
        inks: Mapping[Layer, str],
        own: Sequence[OwnRow],
        local: Sequence[LocalRow],
        school: str,
    ) -> None:
        super().__init__(theme, owner, name=tr("Ebenen"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._room = theme
        self.boxes: dict[str, CheckBox] = {}
        self.edits: dict[str, Button] = {}
        self.colours: dict[Layer, Button] = {}
        self.menu: QMenu | None = None
        self._inks = dict(inks)
        self.setMinimumWidth(theme.px(380))
        self.body.addWidget(Text(theme, tr("Im Kalender zeigen"), "small", weight=600, ink="text-2"))
        for layer, action in zip(Layer, built_in, strict=True):
            self.body.addLayout(self._built_in(layer, action))
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

    def _built_in(self, layer: Layer, action: QAction) -> QHBoxLayout:
        line = QHBoxLayout()
        box = CheckBox(self._room, action.text())
        box.setChecked(action.isChecked())
        box.toggled.connect(action.setChecked)
        self.boxes[action.text()] = box
        self.colours[layer] = Button(
            self._room, kind=Kind.QUIET, size=Size.DENSE, arrow=True, clicked=lambda: self._ask_colour(layer)
        )
        self._show_colour(layer)
        line.addWidget(box, 1)
        line.addWidget(self.colours[layer])
        return line

    def _show_colour(self, layer: Layer) -> None:
        button, ink = self.colours[layer], self._inks.get(layer, "")
        words = tr("Farbe von „{layer}“ ändern, jetzt: {colour}").format(
            layer=layer.text, colour=tr(COLOURS.get(ink, AS_IT_COMES))
        )
        button.set_icon("ri.checkbox-blank-fill" if ink else "ri.palette-line", ink or "text-2")
        button.setAccessibleName(words)
        button.setToolTip(words)

    def _ask_colour(self, layer: Layer) -> None:
        """Offer the colours below the button of a layer."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for role, words in {"": AS_IT_COMES, **COLOURS}.items():
            action = menu.addAction(tr(words))
            if role:
                action.setIcon(self._room.icon("ri.checkbox-blank-fill", role))
            action.setCheckable(True)
            action.setChecked(role == self._inks.get(layer, ""))
            action.triggered.connect(lambda _on=False, wanted=role: self._colour(layer, wanted))
        button = self.colours[layer]
        self.menu = menu
        menu.popup(button.mapToGlobal(QPoint(0, button.height())))

    def _colour(self, layer: Layer, role: str) -> None:
        self._inks[layer] = role
        self._show_colour(layer)
        self.coloured.emit(layer, role)

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
            box.setToolTip(row.source)
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
        box.setToolTip(f"{layer.name}: {facts}")
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
