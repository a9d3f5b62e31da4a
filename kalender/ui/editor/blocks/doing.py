# SPDX-License-Identifier: EUPL-1.2
"""Blocks, emoji and templates in the editor: chosen, asked for what they need, put into the text as one step."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from PySide6.QtGui import QKeySequence, QShortcut

from kalender.domain.refusal import Refused
from kalender.domain.templates.gaps import asked, filled, shortened
from kalender.domain.templates.template import TEXTS, Block, Template
from kalender.domain.text.emoji import emoji_runs
from kalender.services.templates.library import Library
from kalender.ui.editor.blocks.aids import Aids
from kalender.ui.editor.blocks.emoji import EmojiPopover
from kalender.ui.editor.blocks.typing import Typing, code_point
from kalender.ui.widgets.picking.questions import Question, Questions
from kalender.ui.widgets.picking.sheet import PickPopover, PickSheet
from kalender.ui.widgets.picking.stock import block_picks, preview, questions, template_picks
from kalender.wording.templates.known import known
from kalender.wording.tr import tr

if TYPE_CHECKING:
    from kalender.ui.editor.page import EditorPage

EMOJI_KEY, BLOCK_KEY = "Ctrl+.", "Ctrl+B"


class BlockVerbs:
    """Listens to the tools over the text. Every insertion is one step: Strg+Z gives back what was typed."""

    def __init__(self, page: EditorPage, aids: Aids | None) -> None:
        self._page = page
        self._aids = aids
        box = page.column.box
        box.emoji.setVisible(aids is not None)
        box.blocks.setVisible(aids is not None)
        if aids is None:
            return
        self.typing = Typing(box.area, self._block_for, self._expand)
        box.emoji.clicked.connect(self.open_emoji)
        box.blocks.clicked.connect(self.open_blocks)
        for keys, action in ((EMOJI_KEY, self.open_emoji), (BLOCK_KEY, self.open_blocks)):
            QShortcut(QKeySequence(keys), page).activated.connect(action)

    @property
    def _library(self) -> Library | None:
        return self._aids.stock().library if self._aids is not None else None

    def known(self) -> Mapping[str, str]:
        """Return what gaps are filled with by themselves."""
        return known(self._page.town(), self._page.session.post)

    def _writable(self) -> bool:
        return bool(self._page.session.id) and not self._page.column.box.area.isReadOnly()

    def why_not(self) -> str:
        """Return why nothing can be put into the text, or nothing."""
        return "" if self._aids is not None and self._writable() else tr("Der Text lässt sich nicht ändern.")

    # Emoji

    def open_emoji(self) -> None:
        """Offer emoji under their button."""
        if self._aids is None or not self._writable():
            return
        box = self._page.column.box
        popover = EmojiPopover(
            self._page.theme, box.emoji, self._aids.emoji(), self._aids.recent(), self._row()
        )
        popover.picked.connect(lambda letter: self._emoji(popover, letter))
        popover.open_under()
        popover.search.setFocus()

    def _row(self) -> int:
        """Return how many emoji stand in a row before the cursor."""
        area = self._page.column.box.area
        text = area.text()
        before = text[: code_point(text, area.textCursor().position())].rstrip(" ")
        return next((count for _start, end, count in emoji_runs(before) if end == len(before)), 0)

    def _emoji(self, popover: EmojiPopover, letter: str) -> None:
        area = self._page.column.box.area
        area.textCursor().insertText(letter)
        if self._aids is not None:
            self._aids.remember(letter)
        if popover.isVisible():
            popover.warn(self._row())
        else:
            area.setFocus()

    # Blocks

    def open_blocks(self) -> None:
        """Offer blocks under their button, with a preview."""
        library = self._library
        if library is None or self._aids is None or not self._writable():
            return
        button = self._page.column.box.blocks
        post = self._page.session.post
        popover = PickPopover(
            self._page.theme,
            button,
            name=tr("Textbaustein einfügen"),
            items=block_picks(library.blocks.offered(), self.known(), post.topic),
            search=tr("Baustein suchen"),
            empty=tr("Kein Baustein passt."),
            verb=tr("Einfügen"),
            done=self.insert,
            more=(
                (tr("Text als Baustein sichern …"), self.save_block),
                (tr("Bausteine verwalten …"), self._aids.manage),
            ),
        )
        popover.open_under()
        popover.picker.search.setFocus()

    def insert(self, id_: str) -> None:
        """Put a block where the cursor stands, after asking for what it needs."""
        library = self._library
        if library is None:
            return
        block = library.blocks.get(id_)
        open_ = questions([block.text], self.known())
        if not open_:
            self._insert(block, {})
            return
        Questions(
            self._page.theme,
            self._page,
            title=block.name,
            note=tr(
                "Was Sie leer lassen, bleibt als Lücke im Text stehen. Tabulator springt später dorthin."
            ),
            questions=open_,
            verb=tr("Einfügen"),
            done=lambda answers: self._insert(block, answers),
            preview=lambda answers: shortened(filled(block.text, {**self.known(), **answers})),
        ).open()

    def _insert(self, block: Block, answers: Mapping[str, str]) -> None:
        area = self._page.column.box.area
        text = area.text()
        start = code_point(text, area.textCursor().selectionStart())
        length = code_point(text, area.textCursor().selectionEnd()) - start
        words = filled(block.text, {**self.known(), **answers})
        if start and not text[start - 1].isspace():
            words = f" {words}"
        self._put(start, length, words)

    def _block_for(self, typed: str) -> Block | None:
        library = self._library
        try:
            return library.block_for(typed) if library is not None else None
        except Refused:  # the plan cannot be read at present: Tab is Tab then
            return None

    def _expand(self, start: int, length: int, block: Block) -> None:
        self._put(start, length, filled(block.text, self.known()))

    def _put(self, start: int, length: int, words: str) -> None:
        """Put words into the text as a step of its own, and go to the first gap in them."""
        session, area = self._page.session, self._page.column.box.area
        session.flush()
        session.part()
        area.replace(start, length, words)
        session.flush()
        session.part()
        area.setFocus()
        self.typing.first_gap(start, start + len(words))

    def save_block(self) -> None:
        """Ask for a name, and keep what is chosen in the text, or all of it, as a block."""
        library = self._library
        area = self._page.column.box.area
        text = area.textCursor().selectedText().replace("\u2029", "\n").strip() or area.text().strip()
        if library is None:
            return
        if not text:
            self._page.said.emit(tr("Schreiben Sie zuerst den Text, der ein Baustein werden soll."))
            return
        name, short = tr("Name"), tr("Kürzel")
        Questions(
            self._page.theme,
            self._page,
            title=tr("Als Textbaustein sichern"),
            note=tr("Wer das Kürzel tippt und Tabulator drückt, bekommt den Text. Es darf leer bleiben."),
            questions=[Question(name=name, answer=text.splitlines()[0][:40]), Question(name=short)],
            verb=tr("Sichern"),
            done=lambda found: self._attempt(lambda: library.block_of(text, found[name], found[short])),
            preview=lambda _found: text,
        ).open()

    # Templates

    def open_templates(self) -> None:
        """Offer templates that fill what the post leaves empty."""
        library = self._library
        if library is None or not self._writable():
            return
        PickSheet(
            self._page.theme,
            self._page,
            title=tr("Vorlage übernehmen"),
            note=tr("Gefüllt wird nur, was noch leer ist. Die Checkliste kommt dazu."),
            items=template_picks(library.templates.offered()),
            search=tr("Vorlage suchen"),
            empty=tr("Keine Vorlage passt."),
            verb=tr("Weiter"),
            done=self.apply,
        ).open()

    def apply(self, id_: str) -> None:
        """Fill what the post leaves empty from a template, after asking for what it needs."""
        library = self._library
        if library is None or not self._page.session.flush():
            return
        template, post = library.templates.get(id_), self._page.session.post
        wanted = [str(getattr(template, name)) for name in TEXTS if not getattr(post, name)]
        open_ = questions(wanted, self.known())
        if not open_:
            self._apply(template, {})
            return
        Questions(
            self._page.theme,
            self._page,
            title=template.name,
            note=tr("Was Sie leer lassen, bleibt als Lücke stehen und wird in den Prüfungen gemeldet."),
            questions=open_,
            verb=tr("Übernehmen"),
            done=lambda answers: self._apply(template, answers),
            preview=lambda answers: preview(template, {**self.known(), **answers}),
        ).open()

    def _apply(self, template: Template, answers: Mapping[str, str]) -> None:
        library, session = self._library, self._page.session
        if library is not None:
            values = {**self.known(), **answers}
            session.do(lambda: library.apply(session.id, template.id, values))
            if asked([session.post.text]):
                self._page.column.box.area.setFocus()
                self.typing.first_gap(0, len(session.post.text))

    def save_template(self) -> None:
        """Ask for a name, and keep the post as a template."""
        library = self._library
        if library is None or not self._page.session.flush():
            return
        post, name = self._page.session.post, tr("Name")
        Questions(
            self._page.theme,
            self._page,
            title=tr("Als Vorlage sichern"),
            note=tr(
                "Text, Angaben, Kanäle und Checkliste kommen in die Vorlage, Termin und Bilder nicht. "
                "Was sich ändert, schreiben Sie dort in geschweifte Klammern: {Straße}."
            ),
            questions=[Question(name=name, answer=post.title)],
            verb=tr("Sichern"),
            done=lambda found: self._attempt(lambda: library.template_of(post, found[name])),
            preview=lambda _found: post.text,
        ).open()

    def _attempt(self, verb: Callable[[], object]) -> None:
        try:
            verb()
        except Refused as refusal:
            self._page.refuse(refusal)
