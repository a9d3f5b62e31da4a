# SPDX-License-Identifier: EUPL-1.2
"""Dialogs that ask for a language, and for the original of a post."""

from __future__ import annotations

from collections.abc import Callable, Collection
from datetime import timedelta

from PySide6.QtWidgets import QWidget

from kalender.domain.card import Card
from kalender.domain.post import Post
from kalender.domain.siblings.tongues import EASY, HOUSE, OFFERED, PLAIN, is_simple
from kalender.services.posts import Posts
from kalender.services.siblings.siblings import Kin
from kalender.ui.theme.theme import Theme
from kalender.ui.widgets.picking.picker import Pick
from kalender.ui.widgets.picking.sheet import PickSheet
from kalender.wording.dates import moment_short
from kalender.wording.language.tongues import NAMES, tongue
from kalender.wording.tr import tr

AROUND = timedelta(days=120)
"""How far from the date of a post its original is looked for."""

ABOUT = {
    EASY: "Sehr kurze Sätze, bekannte Wörter, jede Aussage in einem eigenen Satz. Für Menschen mit Lernschwierigkeiten. "
    "Geprüft wird Leichte Sprache von einer Prüfgruppe, das nimmt Ihnen kein Programm ab.",
    PLAIN: "Kurze Sätze und geläufige Wörter. Für alle, die wenig Zeit haben, Deutsch lernen oder nicht gern lesen.",
}
"""What is said of the two kinds of easy German."""


def taken(post: Post, kin: Kin, source: Post | None) -> frozenset[str]:
    """Return the languages in which a family says it already, that of the post in front included."""
    found = {post.language, *(item.card.language for item in kin.siblings)}
    return frozenset(found | ({source.language} if source is not None else set()))


def language_sheet(
    theme: Theme,
    parent: QWidget,
    *,
    title: str,
    note: str,
    verb: str,
    left_out: Collection[str],
    done: Callable[[str], object],
    german: bool = False,
) -> PickSheet:
    """Return a dialog that asks for a language; german: plain German is offered as well. done(tag), "" for German."""
    common = [tag for tag in OFFERED if tag not in left_out]
    rest = sorted(
        (tag for tag in NAMES if tag not in {*OFFERED, *left_out, HOUSE}),
        key=lambda tag: tongue(tag).casefold(),
    )
    items = [_language(tag) for tag in common if is_simple(tag)]
    if german and "" not in left_out:
        items.append(Pick(key=HOUSE, name=tongue(""), group=tr("Deutsch"), hint=HOUSE))
    by_name = sorted((tag for tag in common if not is_simple(tag)), key=lambda tag: tongue(tag).casefold())
    items += [_language(tag) for tag in by_name] + [_language(tag, more=True) for tag in rest]
    return PickSheet(
        theme,
        parent,
        title=title,
        note=note,
        items=items,
        search=tr("Sprache suchen"),
        empty=tr("Keine Sprache heißt so. Mit „kalender sibling“ geht jedes Kürzel nach BCP 47."),
        verb=verb,
        done=lambda key: done("" if key == HOUSE else key),
    )


def _language(tag: str, *, more: bool = False) -> Pick:
    group = tr("Deutsch, leichter zu lesen") if is_simple(tag) else tr("Fremdsprachen")
    about = tr(ABOUT[tag]) if tag in ABOUT else ""
    group = tr("Weitere Sprachen") if more else group
    return Pick(
        key=tag, name=tongue(tag), group=group, hint="" if is_simple(tag) else tag, text=about, also=tag
    )


def original_sheet(
    theme: Theme, parent: QWidget, posts: Posts, post: Post, *, done: Callable[[str], object]
) -> PickSheet:
    """Return a dialog that asks for the original of a post: posts of the months around it, and undated ones."""
    day = (post.planned or posts.now()).date()
    cards = [*posts.cards_between(day - AROUND, day + AROUND), *posts.backlog(limit=200)]
    offered = [card for card in cards if card.id != post.id and not card.language]
    offered.sort(key=lambda card: abs((card.planned.date() - day).days) if card.planned else 10_000)
    return PickSheet(
        theme,
        parent,
        title=tr("Einem Original zuordnen"),
        note=tr(
            "Wählen Sie den Beitrag, den dieser in einer anderen Sprache sagt. Beide gelten dann als abgeglichen."
        ),
        items=[_post(card, posts) for card in offered],
        search=tr("Beitrag suchen"),
        empty=tr("Kein Beitrag der Monate rundherum heißt so."),
        verb=tr("Zuordnen"),
        done=done,
    )


def _post(card: Card, posts: Posts) -> Pick:
    when = moment_short(card.planned) if card.planned else tr("ohne Termin")
    return Pick(key=card.id, name=card.title or tr("ohne Titel"), hint=when, text=posts.get(card.id).text)
