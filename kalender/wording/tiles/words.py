# SPDX-License-Identifier: EUPL-1.2
"""What is said of a tile: how well it can be read, whether its words fit, and the words a post lends it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from kalender.domain.tiles.contrast import LARGE, TEXT
from kalender.wording.dates import day_long, day_month
from kalender.wording.tr import tr

if TYPE_CHECKING:
    from kalender.domain.chains.events import Event
    from kalender.domain.post import Post
    from kalender.domain.tiles.tile import TileShape, TileTemplate
    from kalender.exchange.tiles import TileFit

COLOURS = {"ground": "Hintergrund", "ink": "Schrift", "accent": "Akzent"}
"""What the colours of a tile are called."""

_LENT = 200
"""Letters of a post's text that a tile begins with at most."""

_SMALL = 70
"""Per cent of the usual size from which on words are hard to read on a phone."""


def figure(value: float) -> str:
    """Return a contrast as 4,5 : 1; never rounded up to what it is not."""
    return f"{int(value * 10) / 10:.1f} : 1".replace(".", ",")


def contrast_words(name: str, value: float) -> str:
    """Return what is said of the contrast of ink or accent on the ground."""
    words = tr(COLOURS[name])
    if value >= TEXT:
        return tr("{colour} auf Hintergrund: {value}, gut lesbar").format(colour=words, value=figure(value))
    if value >= LARGE:
        return tr(
            "{colour} auf Hintergrund: {value}, nur für sehr große Schrift genug. Text braucht 4,5 : 1."
        ).format(colour=words, value=figure(value))
    return tr("{colour} auf Hintergrund: {value}, zu schwach. Text braucht 4,5 : 1.").format(
        colour=words, value=figure(value)
    )


def fit_words(
    fits: Sequence[TileFit], shapes: Sequence[TileShape], template: TileTemplate
) -> tuple[str, str]:
    """Return ok, warn or err, and what is said of how the words fit into all shapes."""
    labels = {item.id: item.label for item in shapes}
    over = [labels[item.shape] for item in fits if not item.fits]
    if over:
        return "err", tr("Zu viel Text für {shapes}, auch in der kleinsten Schrift. Bitte kürzen.").format(
            shapes=_listed(over)
        )
    fields = {item.id: item.label for item in template.fields}
    out = [
        tr("In {shape} entfällt: {fields}.").format(
            shape=labels[item.shape], fields=", ".join(fields.get(name, name) for name in item.out)
        )
        for item in fits
        if item.out
    ]
    small = [labels[item.shape] for item in fits if item.size < _SMALL]
    if small:
        words = tr("Die Schrift wird klein in {shapes}. Weniger Text liest sich auf dem Handy besser.")
        return "warn", " ".join([words.format(shapes=_listed(small)), *out])
    return "ok", " ".join([tr("Der Text passt in alle Formen."), *out])


def _listed(words: Sequence[str]) -> str:
    if len(words) < 2:
        return "".join(words)
    return tr("{first} und {last}").format(first=", ".join(words[:-1]), last=words[-1])


def lent_words(post: Post, event: Event | None, near: date) -> dict[str, str]:
    """Return what a post lends a tile: title, place, the first sentences, and the day the text or its event names.

    The day of publication is no day of an event, so it is never taken.
    """
    from kalender.domain.text.dates import dates_in
    from kalender.domain.text.sentences import sentences

    when = ""
    if event is not None and event.first is not None:
        when = day_long(event.first)
        if event.last is not None and event.last != event.first:
            when = tr("{first} bis {last}").format(first=day_month(event.first), last=day_long(event.last))
    else:
        named = next((item.day for item in dates_in(post.text, near) if item.day is not None), None)
        when = day_long(named) if named is not None else ""
    text = ""
    for piece in sentences(post.text.split("\n\n", 1)[0]):
        if len(text) + len(piece) > _LENT:
            break
        text += piece
    found = {
        "headline": post.title,
        "text": " ".join(text.split()),
        "when": when,
        "where": post.place or (event.place if event is not None else ""),
    }
    return {name: words for name, words in found.items() if words}
