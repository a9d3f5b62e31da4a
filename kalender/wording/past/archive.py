# SPDX-License-Identifier: EUPL-1.2
"""The archive in words."""

from __future__ import annotations

from kalender.services.past.archiving import Year
from kalender.services.past.records import HandedOver
from kalender.wording.tr import tr

EXPLAINED = (
    "Ein Jahr, das vorbei ist, können Sie ins Archiv legen: Was veröffentlicht oder verworfen ist, verschwindet dann aus "
    "dem Ablauf und aus den Zahlen. Im Kalender bleibt es stehen, wenn Sie zurückblättern, und die Suche findet es "
    "weiter, mit dem Wort „Archiv“. Nichts wird gelöscht, und jeder Schritt lässt sich zurücknehmen."
)
"""What the archive does."""


def state_words(year: Year) -> str:
    """Return whether a year is in the archive, over, or under way."""
    if year.archived:
        return tr("im Archiv")
    return tr("vorbei") if year.over else tr("läuft noch") if year.begun else tr("kommt noch")


def _posts(count: int) -> str:
    return tr("1 Beitrag") if count == 1 else tr("{count} Beiträge").format(count=count)


def year_words(year: Year) -> str:
    """Return how many posts of a year are published and dropped."""
    words = tr("{posts} veröffentlicht").format(posts=_posts(year.published))
    return words + (tr(", {count} verworfen").format(count=year.dropped) if year.dropped else "")


def open_words(year: Year) -> str:
    """Return what stays outside the archive, or nothing."""
    if not year.open or not year.over:
        return ""
    return tr("{posts} weder veröffentlicht noch verworfen: bleibt im Ablauf, bis Sie das eintragen.").format(
        posts=_posts(year.open)
    )


def handed_words(done: HandedOver) -> str:
    """Return what was written for the records office."""
    return tr("{posts} und die Nachweise von {pictures} Bildern geschrieben: {name}").format(
        posts=_posts(done.posts), pictures=done.pictures, name=done.folder.name
    )
