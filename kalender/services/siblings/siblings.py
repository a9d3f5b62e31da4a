# SPDX-License-Identifier: EUPL-1.2
"""What a person can do with the same post in another language: begin it, match it, link it, take it out of the family."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING

from kalender.domain.card import Card
from kalender.domain.content import times
from kalender.domain.frozen import frozen
from kalender.domain.post import Attachment, Post, Version
from kalender.domain.refusal import RefusalKind, Refused
from kalender.domain.siblings.family import Original
from kalender.domain.siblings.matching import follows, words_digest
from kalender.domain.siblings.tongues import is_german, tidy
from kalender.services.acting.desk import Action, Desk
from kalender.services.siblings.families import Families
from kalender.store.plan_file import PlanFile

if TYPE_CHECKING:  # read where somebody asks what changed
    from kalender.services.past.states import PastStates


@frozen
class Sibling:
    """A post that says an original again. outdated: the original says something else since both were matched."""

    card: Card
    outdated: bool = False


@frozen
class Kin:
    """Everybody who says the same as a post. original: None where the post is none's sibling.

    siblings: those of the post, or of its original, itself not among them, in the order of their dates.
    """

    original: Original | None = None
    outdated: bool = False
    siblings: tuple[Sibling, ...] = ()


@frozen
class Change:
    """What became of an original since a sibling was matched with it. at: its last change of words.

    then: what it said when they were matched; None where the plan does not know that state.
    """

    at: datetime | None
    then: Post | None
    now: Post


class Siblings:
    """One verb a method, each one step to undo. now: local time of the plan. Languages are BCP 47 tags, "" German.

    Siblings hang on one original and never on each other: whoever begins or links one at a sibling does so at its
    original. In each language an original has one.
    """

    def __init__(
        self,
        store: PlanFile,
        desk: Desk,
        states: Callable[[], PastStates],
        now: Callable[[], datetime],
        new_id: Callable[[], str],
    ) -> None:
        self._store = store
        self._desk = desk
        self._states = states
        self._now = now
        self._new_id = new_id
        self.families = Families(store)

    # Reading

    def of(self, id_: str) -> Kin:
        """Return who says the same as a post; raises Refused NOT_FOUND."""
        post = self._post(id_)
        root = post if not post.original else self._store.get(Post, post.original)
        ids = [item for item in self._store.posts_using(f"post/{post.original or id_}") if item != id_]
        if not ids and not post.original:
            return Kin()
        return Kin(
            original=self.families.original(post.original),
            outdated=bool(post.original) and root is not None and not follows(post, root),
            siblings=tuple(self._listed(ids, root)),
        )

    def _listed(self, ids: Sequence[str], root: Post | None) -> list[Sibling]:
        posts = {item.id: item for item in self._store.some(Post, ids)}
        cards = self._store.cards(ids, self._now())
        return [
            Sibling(card=card, outdated=root is not None and not follows(posts[card.id], root))
            for card in cards
        ]

    def source(self, post: Post) -> Post | None:
        """Return the original of a post, where it has one that is in the plan."""
        return self._store.get(Post, post.original) if post.original else None

    def change(self, id_: str) -> Change | None:
        """Return what changed in the original since a post was matched with it; None where nothing did."""
        post = self._post(id_)
        original = self._store.get(Post, post.original) if post.original else None
        if original is None or follows(post, original):
            return None
        story = self._states().story(original.id)
        said = [(state, words_digest(story.at(state.id))) for state in story.states]
        now = words_digest(original)
        at = None
        for state, digest in said:  # the newest first
            if digest != now:
                break
            at = state.at
        matched = next((state.id for state, digest in said if digest == post.original_digest), None)
        return Change(at=at, then=None if matched is None else story.at(matched), now=original)

    # Writing

    def create(
        self, id_: str, language: str, *, title: str = "", channels: Sequence[str] | None = None
    ) -> str:
        """Begin a post in another language beside a post, and return its id. channels None: all of the original.

        It takes over everything but words and history: date, topic, pictures and their crops, link, event. A date that
        is over is left out. Descriptions given by the original itself stay in German only.
        Raises Refused NOT_FOUND, BAD_LANGUAGE, SIBLING_EXISTS.
        """
        language = _tidy(language)
        original = self._root(self._post(id_))
        self._free(original, language)
        sibling = _begun(original, language, title.strip() or original.title, self._new_id(), channels)
        if any(moment <= self._now() for moment in times(sibling)):
            sibling = replace(
                sibling,
                planned=None,
                versions=tuple(replace(item, planned=None) for item in sibling.versions),
            )
        with self._desk.action("sibling.created", title=sibling.title, language=language) as act:
            act.put(sibling)
        return sibling.id

    def link(self, id_: str, original: str, language: str) -> None:
        """Make a post that is there already the sibling of another one, matched as both are now.

        Raises Refused NOT_FOUND, BAD_LANGUAGE, SIBLING_EXISTS, SIBLING_OF_ITSELF, SIBLING_HAS_OWN.
        """
        language = _tidy(language)
        root = self._root(self._post(original))
        if root.id == id_:
            raise Refused(RefusalKind.SIBLING_OF_ITSELF, title=root.title)
        if self._store.posts_using(f"post/{id_}"):
            raise Refused(RefusalKind.SIBLING_HAS_OWN, title=self._post(id_).title)
        self._free(root, language, but=id_)
        with self._desk.action("sibling.linked", language=language) as act:
            post = act.get(Post, id_)
            act.put(replace(post, language=language, original=root.id, original_digest=words_digest(root)))
            act.describe(title=post.title, original=root.title)

    def matched(self, id_: str) -> None:
        """Note that a sibling says again what its original says now; raises Refused NO_SIBLING, ORIGINAL_AWAY, ALREADY."""
        post = self._post(id_)
        if not post.original:
            raise Refused(RefusalKind.NO_SIBLING, title=post.title)
        original = self._store.get(Post, post.original)
        if original is None:
            raise Refused(RefusalKind.ORIGINAL_AWAY, title=post.title)
        if follows(post, original):
            raise Refused(RefusalKind.ALREADY, title=post.title)
        with self._desk.action("sibling.matched", title=post.title) as act:
            act.put(replace(act.get(Post, id_), original_digest=words_digest(original)))

    def detach(self, id_: str) -> None:
        """Let a sibling stand for itself; its language stays. Raises Refused NO_SIBLING."""
        with self._desk.action("sibling.detached") as act:
            post = act.get(Post, id_)
            if not post.original:
                raise Refused(RefusalKind.NO_SIBLING, title=post.title)
            act.put(replace(post, original="", original_digest=""))
            act.describe(title=post.title)

    def speak(self, id_: str, language: str) -> None:
        """Say in which language a post is written; raises Refused BAD_LANGUAGE, SIBLING_EXISTS."""
        language = _tidy(language)
        post = self._post(id_)
        if post.original and (original := self._store.get(Post, post.original)) is not None:
            self._free(original, language, but=id_)
        self._change(id_, language)

    def _change(self, id_: str, language: str) -> None:
        def changed(act: Action) -> Post:
            post = act.get(Post, id_)
            act.put(replace(post, language=language))
            return post

        with self._desk.action("sibling.language", language=language) as act:
            act.describe(title=changed(act).title)

    def _free(self, original: Post, language: str, but: str = "") -> None:
        """Raise Refused SIBLING_EXISTS where an original says it in a language already, itself or by a sibling."""
        taken = {original.language: original.title}
        ids = [item for item in self._store.posts_using(f"post/{original.id}") if item != but]
        taken.update({card.language: card.title for card in self._store.cards(ids)} if ids else {})
        if language in taken:
            raise Refused(RefusalKind.SIBLING_EXISTS, title=taken[language], language=language)

    def _root(self, post: Post) -> Post:
        """Return the original of a sibling that is there, else the post itself."""
        found = self._store.get(Post, post.original) if post.original else None
        return post if found is None else found

    def _post(self, id_: str) -> Post:
        post = self._store.get(Post, id_)
        if post is None:
            raise Refused(RefusalKind.NOT_FOUND, post=id_)
        return post


def _tidy(language: str) -> str:
    try:
        return tidy(language) if language else ""
    except ValueError as error:
        raise Refused(RefusalKind.BAD_LANGUAGE, value=language) from error


def _begun(original: Post, language: str, title: str, id_: str, channels: Sequence[str] | None) -> Post:
    """Return a sibling without words."""
    return replace(
        original,
        id=id_,
        title=title,
        text="",
        language=language,
        original=original.id,
        original_digest=words_digest(original),
        note="",
        hold="",
        dropped=False,
        external="",
        series="",
        origin=None,
        versions=tuple(_bare(item) for item in original.versions if channels is None or item.id in channels),
        attachments=tuple(
            item if is_german(language) else _undescribed(item) for item in original.attachments
        ),
        requests=(),
        decisions=(),
        deliveries=(),
        publications=(),
        comments=(),
        checklist=(),
        left=(),
    )


def _bare(version: Version) -> Version:
    return replace(version, text=None, first_comment="")


def _undescribed(attachment: Attachment) -> Attachment:
    return attachment if attachment.decorative else replace(attachment, alt=None)
