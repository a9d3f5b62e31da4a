# SPDX-License-Identifier: EUPL-1.2
"""Spelling in the editor: wrong words among the findings, and the menu with what they might be."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QMenu

from kalender.domain.post import Post
from kalender.domain.rules.checks import Finding
from kalender.jobs.jobs import Jobs
from kalender.services.language.spelling import RULE, Spelling
from kalender.ui.editor.side.notices import key_of, marks_of, places_of
from kalender.ui.widgets.controls.button import literal
from kalender.wording.tr import tr

if TYPE_CHECKING:
    from kalender.ui.editor.page import EditorPage


class SpellingHelp:
    """Asks the dictionary beside the window; the page hears of it when the answer is there."""

    def __init__(self, page: EditorPage, spelling: Spelling, jobs: Jobs) -> None:
        self._page = page
        self._spelling = spelling
        self._jobs = jobs
        self._asking = self._gone = self._over = False
        page.destroyed.connect(self._end)
        page.column.box.area.wrong_word = self.offer_at

    def findings(self, post: Post) -> list[Finding]:
        """Return the wrong words known so far, and ask for those that nobody has asked for yet."""
        if not self._asking and not self._gone:
            words = self._spelling.open_words(post)
            if words:
                self._asking = True
                self._jobs.run(
                    tr("Rechtschreibung wird geprüft"),
                    lambda _job: self._spelling.judge(words),
                    done=lambda _none: self._answered(),
                    failed=lambda _error: self._failed(),
                )
        return self._spelling.findings(post)

    def _end(self) -> None:
        self._over = True

    def _answered(self) -> None:
        """Show what came, unless the person has gone elsewhere: opening a post checks it anyway."""
        self._asking = False
        if not self._over and self._page.isVisible():
            self._page.check()

    def _failed(self) -> None:
        """Go on without a dictionary: writing must not depend on it."""
        self._asking, self._gone = False, True
        if self._over:
            return
        self._page.said.emit(
            tr(
                "Die Rechtschreibung kann gerade nicht geprüft werden. Öffnen Sie den Plan neu, dann wird es wieder versucht."
            )
        )

    def next(self) -> None:
        """Go to the next wrong word after the cursor, from the end back to the first, and offer what it might be."""
        page = self._page
        cursor = page.column.box.area.textCursor()
        place = len(page.column.box.area.text()[: max(cursor.position(), cursor.anchor())])
        key = page.key if page.session.post.version(page.key) else ""
        here = [item for item in self._each() if item.channel in {key, ""}]
        if not here:
            page.said.emit(tr("Kein Wort mehr, das im Wörterbuch fehlt."))
            return
        here.sort(key=_start)
        after = [item for item in here if _start(item) >= place]
        self.offer((after or here)[0])

    def offer_at(self, place: int) -> bool:
        """Offer what the word at a place of the text might be; tell whether a wrong one stands there."""
        page = self._page
        text = page.column.box.area.text()
        for mark in marks_of(self._wrong(), page.key, page.session.post, text):
            if mark.start <= place <= mark.start + mark.length:
                finding = next(item for item in self._wrong() if key_of(item) == mark.key)
                self.offer(_at(finding, mark.start, mark.start + mark.length))
                return True
        return False

    def offer(self, finding: Finding) -> None:
        """Show the word, and a menu with words that resemble it; finding them may take a second."""
        word = str(finding.facts["found"])
        group = next((item for item in self._wrong() if _holds(item, finding)), None)
        if group is None:
            return
        self._page.mending.jump(key_of(group))
        start, end = places_of(finding)[0]
        self._page.column.box.area.select(start, end - start)
        self._jobs.run(
            tr("Vorschläge für „{word}“").format(word=word),
            lambda _job: self._spelling.suggestions(word),
            done=lambda found: self._show(finding, word, found),
            failed=lambda _error: self._show(finding, word, ()),
        )

    def _wrong(self) -> list[Finding]:
        return [item for item in self._page.found if item.rule == RULE and item.field == "text"]

    def _each(self) -> list[Finding]:
        """Return a finding for every place at which a wrong word stands."""
        return [_at(item, *place) for item in self._wrong() for place in places_of(item)]

    def _show(self, finding: Finding, word: str, suggestions: tuple[str, ...]) -> None:
        there = any(_holds(item, finding) for item in self._wrong())
        if self._over or not there or not self._page.isVisible():
            return
        menu = self.menu(finding, word, suggestions)
        area = self._page.column.box.area
        menu.popup(area.viewport().mapToGlobal(area.cursorRect().bottomLeft() + QPoint(0, 4)))

    def menu(self, finding: Finding, word: str, suggestions: tuple[str, ...]) -> QMenu:
        """Return the menu of a wrong word; it deletes itself when it closes."""
        page = self._page
        menu = QMenu(page)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.setAccessibleName(tr("Vorschläge für „{word}“").format(word=word))
        for better in suggestions:
            menu.addAction(literal(better), partial(page.mending.replace_found, finding, better))
        if not suggestions:
            menu.addAction(tr("Keine ähnlichen Wörter gefunden")).setEnabled(False)
        menu.addSeparator()
        menu.addAction(tr("In die Wortliste aufnehmen"), lambda: self.learn(word))
        area = page.column.box.area
        menu.addSeparator()
        menu.addAction(tr("Ausschneiden"), area.cut)
        menu.addAction(tr("Kopieren"), area.copy)
        menu.addAction(tr("Einfügen"), area.paste)
        first = menu.actions()[0]
        if first.isEnabled():
            menu.setActiveAction(first)
        return menu

    def learn(self, word: str) -> None:
        """Take a word for right in this plan."""
        if self._page.session.flush():
            self._spelling.words.add(word)
            self._page.check()


def _start(finding: Finding) -> int:
    return places_of(finding)[0][0]


def _at(finding: Finding, start: int, end: int) -> Finding:
    """Return a finding that stands at one of its places alone."""
    facts = {name: value for name, value in finding.facts.items() if name != "places"}
    return replace(finding, facts={**facts, "start": start, "end": end})


def _holds(group: Finding, one: Finding) -> bool:
    """Tell whether a finding is one of the places of another."""
    same = (group.channel, group.field, group.facts.get("found")) == (
        one.channel,
        one.field,
        one.facts.get("found"),
    )
    return same and places_of(one)[0] in places_of(group)
