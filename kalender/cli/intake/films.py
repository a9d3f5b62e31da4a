# SPDX-License-Identifier: EUPL-1.2
"""Films and captions in the command import: each goes to the picture of the same name, which is its cover."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from kalender.cli.ports import OpenPlan
from kalender.domain.frozen import frozen
from kalender.domain.picture import Picture
from kalender.domain.refusal import Refused
from kalender.wording.refusals import sentence

FILMS, CAPTIONS = frozenset({".mp4", ".mov", ".m4v"}), frozenset({".srt", ".vtt"})

NO_COVER = "cover_missing"
MANY_COVERS = "cover_unclear"
NO_FILM = "film_missing"

_WORDS = {
    NO_COVER: "Zu „{name}“ fehlt das Titelbild: ein Bild mit demselben Namen, zum Beispiel „{stem}.jpg“. Lesen Sie beide "
    "zusammen ein.",
    MANY_COVERS: "Mehrere Bilder des Plans heißen „{stem}“. Wählen Sie den Film auf der Seite Bilder beim richtigen.",
    NO_FILM: "Zu „{name}“ fehlt der Film: eine Datei mit demselben Namen, zum Beispiel „{stem}.mp4“. Lesen Sie beide "
    "zusammen ein.",
}

Refuse = Callable[[Path, str, str], None]
"""Notes that a file was not taken: which, the code of the reason, the sentence."""


@frozen
class TakenFilms:
    """Pictures that have a film or captions now, and those that had just these already."""

    added: tuple[str, ...] = ()
    unchanged: tuple[str, ...] = ()


def belongs(path: Path) -> bool:
    """Tell whether a file is a film or captions, by its name."""
    return path.suffix.casefold() in FILMS | CAPTIONS


def take_films(house: OpenPlan, paths: Iterable[Path], fresh: Sequence[str], refuse: Refuse) -> TakenFilms:
    """Give each film, then all captions, to its cover. fresh: pictures of this call, which go before others of the name."""
    added: list[str] = []
    unchanged: list[str] = []
    for path in sorted(paths, key=lambda item: (item.suffix.casefold() in CAPTIONS, item)):
        spoken = path.suffix.casefold() in CAPTIONS
        cover, why = _cover(house.pictures.all(), path, fresh)
        if cover is not None and spoken and not cover.film:
            cover, why = None, NO_FILM
        if cover is None:
            refuse(path, why, _WORDS[why].format(name=path.name, stem=path.stem))
            continue
        try:
            changed = _caption(house, cover, path) if spoken else _attach(house, cover, path)
        except Refused as refusal:
            refuse(path, refusal.kind.value, sentence(refusal))
            continue
        (added if changed else unchanged).append(cover.id)
    return TakenFilms(added=tuple(dict.fromkeys(added)), unchanged=tuple(dict.fromkeys(unchanged)))


def _cover(pictures: Sequence[Picture], path: Path, fresh: Sequence[str]) -> tuple[Picture | None, str]:
    stem = path.stem.casefold()
    named = [item for item in pictures if Path(item.name).stem.casefold() == stem]
    found = [item for item in named if item.id in fresh] or named
    return (found[0], "") if len(found) == 1 else (None, MANY_COVERS if found else NO_COVER)


def _attach(house: OpenPlan, cover: Picture, path: Path) -> bool:
    film = house.pictures.films.take_film(path)
    if film.sha256 == cover.film:
        return False
    house.pictures.films.attach(cover.id, path, film)
    return True


def _caption(house: OpenPlan, cover: Picture, path: Path) -> bool:
    captions = house.pictures.films.take_captions(path)
    if captions.sha256 == cover.captions:
        return False
    house.pictures.films.caption(cover.id, path, captions)
    return True
