# SPDX-License-Identifier: EUPL-1.2
"""The words of a tile: a field for each thing its template asks for."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPlainTextEdit, QVBoxLayout, QWidget

from kalender.domain.tiles.tile import TileField, TileTemplate
from kalender.ui.theme.theme import Theme
from kalender.ui.widgets.blocks.signs import Counter
from kalender.ui.widgets.blocks.spacing import spaced
from kalender.ui.widgets.controls.field import Field, LineField
from kalender.wording.tr import tr

KICKER, SOURCE = "kicker", "source"
"""What every tile has beside the fields of its template: the word at the top, and what stands at the foot."""


class WordForm(QWidget):
    """changed: something was typed. Words of a template that is chosen and left again are not lost."""

    changed = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._column = spaced(theme, QVBoxLayout(self), gap=10)
        self._typed: dict[str, str] = {}
        self.fields: dict[str, Field] = {}

    def show_template(self, template: TileTemplate, words: dict[str, str], kicker: str) -> None:
        """Show the fields of a template. words: what to show in them before what was typed."""
        self._typed = {**self._typed, **words}
        self._typed[KICKER] = kicker
        while (item := self._column.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self.fields = {}
        kick = TileField(
            id=KICKER, label=tr("Wort oben"), hint=tr("Hinweis, Termin, Achtung …"), limit=30, needed=False
        )
        foot = TileField(
            id=SOURCE,
            label=tr("Quelle oder Ansprechstelle"),
            hint=tr("freiwillig, steht unten rechts"),
            limit=60,
        )
        for wanted in (*template.fields, kick, foot):
            self._column.addWidget(self._field(wanted))

    def _field(self, wanted: TileField) -> Field:
        theme = self._theme
        label = (
            wanted.label
            if wanted.needed or wanted.id in {KICKER, SOURCE}
            else tr("{label} (freiwillig)").format(label=wanted.label)
        )
        counter = Counter(theme)
        text = self._typed.get(wanted.id, "")
        counter.set_count(len(text), wanted.limit)

        def typed(now: str) -> None:
            self._typed[wanted.id] = now
            counter.set_count(len(now), wanted.limit)
            field.set_error("")
            self.changed.emit()

        if wanted.lines > 1:
            area = QPlainTextEdit(text)
            area.setFont(theme.font("body"))
            area.setTabChangesFocus(True)
            area.setPlaceholderText(wanted.hint)
            area.setFixedHeight(min(3, wanted.lines) * theme.line("body") + theme.px(16))
            area.textChanged.connect(lambda: typed(area.toPlainText()))
            editor: QWidget = area
        else:
            line = LineField(theme, text, hint=wanted.hint, name=wanted.label)
            line.textEdited.connect(typed)
            editor = line
        field = Field(theme, label, editor, tail=counter, hint=wanted.hint)
        self.fields[wanted.id] = field
        return field

    @property
    def kicker(self) -> str:
        """The word at the top."""
        return self._typed.get(KICKER, "").strip()

    def words(self) -> dict[str, str]:
        """Return what the fields that are shown say."""
        return {
            name: self._typed[name].strip()
            for name in self.fields
            if name != KICKER and self._typed.get(name, "").strip()
        }

    def focus_first(self) -> None:
        """Bring the cursor into the first field."""
        first = next(iter(self.fields.values()), None)
        if first is not None:
            first.editor.setFocus()

    def mark_empty(self, template: TileTemplate) -> bool:
        """Show at each field that is needed and empty what is to be done; tell whether there is one."""
        empty = [item for item in template.fields if item.needed and item.id not in self.words()]
        for item in empty:
            self.fields[item.id].set_error(tr("Bitte ausfüllen: Ohne das ist die Kachel leer."))
        if empty:
            self.fields[empty[0].id].editor.setFocus()
        return bool(empty)
