# SPDX-License-Identifier: EUPL-1.2
"""The page „Vorlagen und Textbausteine“: those that ship, those of the plan, and those not offered."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from kalender.domain.templates.template import Block, BlockKind, Template
from kalender.services.acting.changes import Changes
from kalender.services.templates.library import Library
from kalender.ui.templates.row import Standing, StockRow
from kalender.ui.theme.theme import Theme
from kalender.ui.widgets.blocks.leaf import Framed, Leaf
from kalender.ui.widgets.blocks.searched import Searched
from kalender.ui.widgets.blocks.text import Text
from kalender.ui.widgets.controls.button import Button, Kind
from kalender.ui.widgets.controls.field import LineField
from kalender.wording.templates.purposes import PURPOSES, purpose_words
from kalender.wording.tr import tr

TEMPLATES, BLOCKS, HASHTAGS, HIDDEN = "templates", "blocks", "hashtags", "hidden"


class TemplatesPage(Searched):
    """wanted(verb, kind, id): verb of a row, or add (without an id) and lists; kind is template or block."""

    wanted = Signal(str, str, str)

    def __init__(self, theme: Theme, library: Library) -> None:
        self._library = library
        self.rows: list[StockRow] = []
        name = tr("Vorlage oder Baustein suchen")
        super().__init__(
            theme,
            name=tr("Vorlagen und Textbausteine"),
            options=[
                (TEMPLATES, tr("Vorlagen")),
                (BLOCKS, tr("Textbausteine")),
                (HASHTAGS, tr("Hashtags")),
                (HIDDEN, tr("Ausgeblendet")),
            ],
            which=tr("Was gezeigt wird"),
            search=LineField(theme, icon="ri.search-line", hint=tr("Suchen"), name=name),
            nothing=(tr("Nichts gefunden"), tr("Hier steht nichts, auf das das passt.")),
        )
        self.search.setMinimumWidth(theme.px(190))
        self.lists = Button(
            theme, tr("Auswahllisten …"), kind=Kind.QUIET, clicked=lambda: self.wanted.emit("lists", "", "")
        )
        self.add = Button(
            theme, tr("Neue Vorlage …"), icon="ri.add-line", kind=Kind.PRIMARY, clicked=self._add
        )
        for widget in (Text(theme, tr("Vorlagen"), "title-1"), self.filter):
            self.bar.first.addWidget(widget)
        self.bar.first.addStretch(1)
        for item in (self.search, self.lists, self.add):
            self.bar.second.addWidget(item)
        self.lay_out(self.read, self.lines)

    @property
    def kind(self) -> str:
        """What „Neu“ makes: template or block."""
        return Template.KIND if self.filter.current in {TEMPLATES, HIDDEN, "", None} else Block.KIND

    def _add(self) -> None:
        self.wanted.emit("add", self.kind, "")

    def show_kind(self, key: str) -> None:
        """Show TEMPLATES, BLOCKS, HASHTAGS or HIDDEN."""
        self.filter.choose(key)
        self.reload()

    def changed(self, changes: Changes) -> None:
        """Read again where a template or a block is another."""
        if changes.ids(Template.KIND) or changes.ids(Block.KIND):
            self.reload()

    def lines(self) -> Sequence[tuple[QWidget, QWidget]]:
        """Return each row with what takes the keys in it."""
        return [(row, row.title) for row in self.rows]

    def read(self) -> QWidget:
        """Read the shelves."""
        words = tr("Neue Vorlage …") if self.kind == Template.KIND else tr("Neuer Baustein …")
        self.add.set_words(words)
        self.rows = []
        found = self._found()
        return self._build(found) if found else self.none

    def _found(self) -> list[tuple[str, list[Template | Block]]]:
        """Return what is to be shown, by heading."""
        key = self.filter.current or TEMPLATES
        wanted = self.search.text().casefold().split()

        def fits(item: Template | Block) -> bool:
            said = f"{item.name} {item.text}".casefold()
            return all(word in said for word in wanted)

        templates = [item for item in self._library.templates.every() if fits(item)]
        blocks = [item for item in self._library.blocks.every() if fits(item)]
        groups: list[tuple[str, list[Template | Block]]] = []
        if key == TEMPLATES:
            for purpose in PURPOSES:
                some = [item for item in templates if item.active and item.purpose is purpose]
                groups.append((purpose_words(purpose), list(some)))
        elif key == HIDDEN:
            groups.append((tr("Vorlagen"), [item for item in templates if not item.active]))
            groups.append((tr("Textbausteine"), [item for item in blocks if not item.active]))
        else:
            form = BlockKind.HASHTAGS if key == HASHTAGS else BlockKind.TEXT
            groups.append(("", [item for item in blocks if item.active and item.form is form]))
        return [(heading, items) for heading, items in groups if items]

    def _build(self, found: Sequence[tuple[str, list[Template | Block]]]) -> Leaf:
        theme = self._theme
        leaf = Leaf(theme, *_TITLES.get(self.filter.current or TEMPLATES, _TITLES[TEMPLATES]))
        for heading, items in found:
            if heading:
                leaf.body.addWidget(Text(theme, heading, "title-3"))
            frame = Framed(theme)
            for item in items:
                row = StockRow(theme, item, self._standing(item), self._row_wants)
                self.rows.append(row)
                frame.rows.addWidget(row)
            leaf.body.addWidget(frame)
        leaf.body.addStretch(1)
        return leaf

    def _standing(self, item: Template | Block) -> Standing:
        shelf = self._library.templates if isinstance(item, Template) else self._library.blocks
        return Standing(ships=shelf.ships(item.id), changed=shelf.changed(item.id), hidden=not item.active)

    def _row_wants(self, verb: str, id_: str) -> None:
        row = next((row for row in self.rows if row.item.id == id_), None)
        if row is not None:
            self.wanted.emit(verb, row.item.KIND, id_)


_TITLES = {
    TEMPLATES: (
        tr("Vorlagen für Beiträge"),
        tr(
            "Lücken stehen in geschweiften Klammern und werden beim Anlegen erfragt. "
            "Mitgelieferte Vorlagen können Sie ändern und jederzeit zurücksetzen."
        ),
    ),
    BLOCKS: (
        tr("Textbausteine"),
        tr("Wer im Text das Kürzel tippt und Tabulator drückt, bekommt den Baustein."),
    ),
    HASHTAGS: (
        tr("Hashtags"),
        tr("Sammlungen von Hashtags, zum Beispiel je Thema. Großbuchstaben im Wort helfen beim Vorlesen."),
    ),
    HIDDEN: (
        tr("Ausgeblendet"),
        tr("Was hier steht, wird nicht angeboten. Gelöschte eigene Vorlagen liegen im Papierkorb."),
    ),
}
