# SPDX-License-Identifier: EUPL-1.2
"""What the person does with the post in other languages, turned into verbs of the services."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from kalender.domain.siblings.tongues import is_german
from kalender.services.posts import Posts
from kalender.ui.editor.more import Entry, more_menu
from kalender.wording.language.tongues import tongue
from kalender.wording.tr import tr

if TYPE_CHECKING:
    from PySide6.QtWidgets import QMenu

    from kalender.domain.post import Post
    from kalender.services.siblings.siblings import Kin, Siblings
    from kalender.ui.editor.page import EditorPage
    from kalender.ui.editor.siblings.reference import Reference
    from kalender.ui.editor.siblings.strip import SiblingStrip


class InFamily:
    """Shows the family of the post in front. siblings: asked for late; without it there are no other languages.

    The strip and the original beside the text are made with the first post that has a family.
    """

    def __init__(self, page: EditorPage, posts: Posts, siblings: Callable[[], Siblings] | None) -> None:
        self._page, self._session, self._posts = page, page.session, posts
        self._siblings = siblings
        self.strip: SiblingStrip | None = None
        self.reference: Reference | None = None
        self._beside = True
        self._dated: tuple[tuple[str, str, str], str] = (("", "", ""), "")
        page.column.languages.setVisible(siblings is not None)
        page.column.languages.clicked.connect(self.open_menu)

    # Showing

    def kin(self) -> Kin | None:
        """Return who says the same as the post in front."""
        return (
            self._siblings().of(self._session.id) if self._siblings is not None and self._session.id else None
        )

    def show(self) -> None:
        """Show the family of the post as it is now, and lay its text out in the direction of its language."""
        post, kin = self._session.post, self.kin()
        if post.language or self._page.column.box.area.rtl:
            from kalender.domain.siblings.tongues import right_to_left

            self._page.column.box.area.set_rtl(right_to_left(post.language))
        self._page.column.box.meter.set_measuring(not post.language or is_german(post.language))
        alone = kin is None or (kin.original is None and not kin.siblings and not post.language)
        if alone and self.strip is None:
            return
        self._made()
        if self.strip is None:
            return
        self.strip.setVisible(not alone)
        if kin is not None and not alone:
            from kalender.ui.editor.siblings.facts import facts_of

            change = self._changed(kin)
            self.strip.show_facts(facts_of(post, kin, change, beside=self._beside))
        self._show_reference(kin)

    def _made(self) -> None:
        if self.strip is not None:
            return
        from kalender.ui.editor.siblings.strip import SiblingStrip

        self.strip = SiblingStrip(self._page.theme)
        self._page.put_strip(self.strip)
        self.strip.opened.connect(self._open)
        self.strip.compared.connect(self.compare)
        self.strip.matched.connect(self.match)
        self.strip.put_beside.connect(self._put_beside)

    def _changed(self, kin: Kin) -> str:
        """Return when the original was changed, in words; its history is read once for each of its states."""
        if not kin.outdated or kin.original is None or self._siblings is None:
            return ""
        state = (self._session.id, self._session.post.original_digest, kin.original.digest)
        if self._dated[0] != state:
            from kalender.wording.dates import day_year

            change = self._siblings().change(self._session.id)
            self._dated = state, day_year(change.at.date()) if change is not None and change.at else ""
        return self._dated[1]

    def _show_reference(self, kin: Kin | None) -> None:
        original = self._source() if kin is not None and self._beside else None
        if original is None:
            if self.reference is not None:
                self.reference.hide()
            return
        from kalender.domain.siblings.tongues import right_to_left

        if self.reference is None:
            from kalender.ui.editor.siblings.reference import Reference

            self.reference = Reference(self._page.theme)
            self._page.column.put_beside(self.reference)
        version = original.version(self._page.key)
        text = original.text if version is None else original.text_for(version)
        name = tr("Original, {language}").format(language=tongue(original.language))
        self.reference.show_text(name, text, rtl=right_to_left(original.language))
        self.reference.show()

    # Doing

    def why_not(self) -> str:
        """Return why there are no other languages here, or empty."""
        return "" if self._siblings is not None else tr("In dieser Ansicht nicht möglich.")

    def entries(self) -> list[Entry]:
        """Return the lines of the menu: those of the family, what begins a new one, what changes the ties."""
        kin, post = self.kin(), self._session.post
        if kin is None:
            return []
        found: list[Entry] = [
            (tr("Neue Fassung beginnen …"), self.choose_language, ""),
            ("", None, ""),
        ]
        if kin.original is not None and kin.original.where.value in {"here", "dropped"}:
            id_, title = kin.original.id, kin.original.title
            found.append((tr("Original öffnen: {title}").format(title=title), partial(self._open, id_), ""))
        for sibling in kin.siblings:
            words = tr("{language} öffnen: {title}").format(
                language=tongue(sibling.card.language), title=sibling.card.title
            )
            found.append((words, partial(self._open, sibling.card.id), ""))
        found.append(("", None, ""))
        if post.original:
            good = tr("Das Original hat sich seit dem letzten Abgleich nicht geändert.")
            found.append((tr("Passt wieder zum Original"), self.match if kin.outdated else None, good))
            found.append((tr("Vom Original lösen"), self.detach, ""))
        else:
            own = tr("Zu diesem Beitrag gibt es selbst Fassungen in anderen Sprachen.")
            link = None if kin.siblings else self.choose_original
            found.append((tr("Einem Original zuordnen …"), link, own))
        found.append((tr("Sprache dieses Beitrags …"), self.choose_own_language, ""))
        return found

    def menu(self) -> QMenu:
        """Return the menu behind the button; it deletes itself when it closes."""
        menu = more_menu(self._page, self.entries())
        menu.aboutToHide.connect(menu.deleteLater)
        menu.setAccessibleName(tr("Fassung in anderer Sprache"))
        return menu

    def open_menu(self) -> None:
        """Show under the button what can be done."""
        if self._siblings is None or not self._session.id or not self._session.flush():
            return
        menu, button = self.menu(), self._page.column.languages
        menu.popup(button.mapToGlobal(button.rect().bottomLeft()))
        menu.setActiveAction(menu.actions()[0])

    def choose_language(self) -> None:
        """Ask in which language the same is to be said, and begin it."""
        kin = self.kin()
        if kin is None:
            return
        from kalender.ui.editor.siblings.choosing import language_sheet, taken

        title = tr("Fassung in anderer Sprache")
        note = tr(
            "Der neue Beitrag übernimmt Termin, Kanäle, Bilder und Angaben. Der Text ist leer, das Original steht daneben."
        )
        language_sheet(
            self._page.theme,
            self._page.window(),
            title=title,
            note=note,
            verb=tr("Fassung beginnen"),
            left_out=taken(self._session.post, kin, self._source()),
            done=self.begin,
        ).open()

    def begin(self, language: str) -> None:
        """Begin a sibling in a language, and show it."""
        from kalender.wording.language.tongues import titled

        if self._siblings is None:
            return
        siblings, made = self._siblings(), list[str]()
        title = titled((self._source() or self._session.post).title, language)
        if self._session.do(lambda: made.append(siblings.create(self._session.id, language, title=title))):
            self._page.said.emit(tr("Fassung begonnen: {language}").format(language=tongue(language)))
            self._page.open_post.emit(made[0])

    def choose_own_language(self) -> None:
        """Ask in which language the post itself is written."""
        kin = self.kin()
        if kin is None:
            return
        from kalender.ui.editor.siblings.choosing import language_sheet, taken

        language_sheet(
            self._page.theme,
            self._page.window(),
            title=tr("Sprache dieses Beitrags"),
            note=tr(
                "Danach richten sich Rechtschreibung, Prüfungen und Schreibrichtung. Eine Freigabe erlischt."
            ),
            verb=tr("Sprache wählen"),
            left_out=taken(self._session.post, kin, self._source()),
            german=bool(self._session.post.language),
            done=self.speak,
        ).open()

    def speak(self, language: str) -> None:
        """Say in which language the post is written."""
        if self._siblings is not None:
            siblings = self._siblings()
            self._session.do(lambda: siblings.speak(self._session.id, language))

    def choose_original(self) -> None:
        """Ask whose words the post says again, and in which language."""
        from kalender.ui.editor.siblings.choosing import original_sheet

        post = self._session.post
        original_sheet(
            self._page.theme, self._page.window(), self._posts, post, done=self._asked_original
        ).open()

    def _asked_original(self, original: str) -> None:
        if self._session.post.language:
            self.link(original, self._session.post.language)
            return
        from kalender.ui.editor.siblings.choosing import language_sheet

        language_sheet(
            self._page.theme,
            self._page.window(),
            title=tr("Sprache dieses Beitrags"),
            note=tr("In welcher Sprache sagt er dasselbe wie das Original?"),
            verb=tr("Zuordnen"),
            left_out=frozenset(),
            done=lambda language: self.link(original, language),
        ).open()

    def link(self, original: str, language: str) -> None:
        """Make the post the sibling of another one."""
        if self._siblings is not None:
            siblings = self._siblings()
            if self._session.do(lambda: siblings.link(self._session.id, original, language)):
                self._page.said.emit(tr("Dem Original zugeordnet"))

    def match(self) -> None:
        """Note that the post says again what its original says."""
        if self._siblings is not None:
            siblings = self._siblings()
            if self._session.do(lambda: siblings.matched(self._session.id)):
                self._page.said.emit(tr("Passt wieder zum Original"))
                self._page.column.box.area.setFocus()

    def detach(self) -> None:
        """Let the post stand for itself."""
        if self._siblings is not None:
            siblings = self._siblings()
            if self._session.do(lambda: siblings.detach(self._session.id)):
                self._page.said.emit(tr("Vom Original gelöst"))

    def compare(self) -> None:
        """Show what changed in the original, word by word."""
        if self._siblings is None or not self._session.flush():
            return
        change = self._siblings().change(self._session.id)
        if change is not None:
            from kalender.ui.editor.siblings.comparing import change_sheet

            names = {id_: mark.label for id_, mark in self._page.marks.items()}
            change_sheet(self._page.theme, self._page.window(), change, names, self.match).open()

    def _open(self, id_: str) -> None:
        if self._session.flush():
            self._page.open_post.emit(id_)

    def _put_beside(self, on: bool) -> None:
        self._beside = on
        self._show_reference(self.kin())

    def _source(self) -> Post | None:
        """Return the original of the post in front, where it has one that is there."""
        post = self._session.post
        return self._siblings().source(post) if self._siblings is not None and post.original else None
