# SPDX-License-Identifier: EUPL-1.2
"""What a check of the whole plan found, in German: what is wrong, what it means, what to do now."""

from __future__ import annotations

from collections.abc import Iterator

from kalender.domain.frozen import frozen
from kalender.services.verifying import Examination, Trouble
from kalender.wording.tr import tr

_REBUILT = (
    "Verloren ist nichts: Diese Angaben werden aus dem Verlauf berechnet.",
    "Lassen Sie sie neu berechnen: im Fenster unter Werkzeuge › Plan überprüfen …, Knopf „Neu berechnen“.",
)
_HISTORY = (
    "Was dort stand, ist nicht mehr sicher nachzuweisen. Alle anderen Einträge sind davon nicht betroffen.",
    "Arbeiten Sie an diesem Plan nicht weiter. „Retten …“ macht aus allem, was sicher ist, einen neuen Plan; oder holen Sie eine Sicherung zurück. Heben Sie den Ordner auf, bis alles wieder da ist.",
)
_PICTURE = (
    "Beiträge mit diesem Bild verlassen das Haus nicht, bis die Datei wieder da ist. Freigaben bleiben so lange erhalten.",
    "Holen Sie sie aus einer Sicherung zurück (Datei › Sicherungen …, „Nur Fehlendes ergänzen“), oder spielen Sie dieselbe Datei noch einmal ein.",
)
KINDS: dict[str, tuple[str, str, str]] = {
    "file": (
        "Die Plandatei ist beschädigt",
        "Teile der Datei lassen sich nicht mehr lesen. Was dort stand, fehlt oder stimmt nicht.",
        _HISTORY[1],
    ),
    "changeset": ("Ein Eintrag des Verlaufs wurde verändert", *_HISTORY),
    "chain": ("Im Verlauf fehlt ein Glied", *_HISTORY),
    "tips": ("Der Verlauf endet nicht, wo er soll", *_HISTORY),
    "pending": (
        "Ein wartender Eintrag ist beschädigt",
        "Er kam von einem anderen Rechner und wartet auf einen früheren. In Ihren Beiträgen steht er noch nicht.",
        "Tauschen Sie noch einmal mit dem anderen Rechner aus. Im Plan ist sonst nichts zu tun.",
    ),
    "rows": ("Angaben weichen vom Verlauf ab", *_REBUILT),
    "search": ("Das Suchverzeichnis weicht vom Verlauf ab", *_REBUILT),
    "picture_missing": ("Eine Bilddatei fehlt", *_PICTURE),
    "picture_empty": ("Eine Bilddatei ist leer", *_PICTURE),
    "picture_altered": ("Eine Bilddatei wurde verändert", *_PICTURE),
    "picture_unreadable": ("Eine Bilddatei ist nicht die Art von Bild, als die sie aufgenommen wurde", *_PICTURE),
}  # fmt: skip
"""For each kind of trouble: what is wrong, what it means, what to do."""

_SHOWN = 5


@frozen
class Block:
    """One kind of trouble, for people. where: a line for each place it was found at."""

    what: str
    means: str
    now: str
    where: tuple[str, ...]


def blocks(found: Examination) -> tuple[Block, ...]:
    """Return what is wrong, kind by kind."""
    by_kind: dict[str, list[Trouble]] = {}
    for item in found.troubles:
        by_kind.setdefault(item.kind, []).append(item)
    order = [*(kind for kind in KINDS if kind in by_kind), *sorted(by_kind.keys() - KINDS.keys())]
    return tuple(_block(kind, by_kind[kind]) for kind in order)


def _block(kind: str, troubles: list[Trouble]) -> Block:
    what, means, now = KINDS.get(kind, (kind, "", _HISTORY[1]))
    return Block(what=tr(what), means=tr(means), now=tr(now), where=tuple(map(where, troubles)))


def where(trouble: Trouble) -> str:
    """Return where something is wrong: the name people know it by, and the technical place."""
    named = tr("„{name}“").format(name=trouble.name) if trouble.name else ""
    if trouble.posts:
        titles = ", ".join(f"„{title}“" for title in trouble.posts[:_SHOWN])
        more = (
            tr(" und {count} weitere").format(count=len(trouble.posts) - _SHOWN)
            if len(trouble.posts) > _SHOWN
            else ""
        )
        named = tr("{name}, verwendet in {titles}{more}").format(name=named, titles=titles, more=more)
    return f"{named} ({trouble.where})" if named else trouble.where


def message(trouble: Trouble) -> str:
    """Return one trouble in one line."""
    return f"{tr(KINDS.get(trouble.kind, (trouble.kind, '', ''))[0])}: {where(trouble)}"


def counts(found: Examination) -> str:
    """Return what was read: "154 Schritte, 28 Beiträge, 3 Bilder"."""
    return ", ".join(
        (
            _number(found.changesets, tr("{n} Schritt"), tr("{n} Schritte")),
            _number(found.posts, tr("{n} Beitrag"), tr("{n} Beiträge")),
            _number(found.pictures, tr("{n} Bild"), tr("{n} Bilder")),
        )
    )


def title(found: Examination) -> str:
    """Return the result in a few words."""
    if found.ok:
        return tr("Der Plan ist unversehrt")
    return _number(len(found.troubles), tr("Ein Fehler gefunden"), tr("{n} Fehler gefunden"))


def summary(found: Examination) -> str:
    """Return what was checked and, where all is well, that it is."""
    if found.ok:
        return tr("Geprüft: {counts}. Jede Prüfsumme stimmt, alle Angaben folgen aus dem Verlauf.").format(
            counts=counts(found)
        )
    return tr("Geprüft: {counts}. Beim Prüfen wurde nichts verändert.").format(counts=counts(found))


def strays(found: Examination) -> str:
    """Return what is said of files that belong to no picture, empty where there are none."""
    if not found.strays:
        return ""
    return _number(
        len(found.strays),
        tr("Eine Datei im Bilderordner gehört zu keinem Bild des Plans. Sie schadet nicht."),
        tr("{n} Dateien im Bilderordner gehören zu keinem Bild des Plans. Sie schaden nicht."),
    )


def report(found: Examination) -> Iterator[str]:
    """Yield the whole result as lines of text."""
    yield f"{title(found)}."
    yield summary(found)
    for block in blocks(found):
        yield ""
        yield f"{block.what}."
        yield from (line for line in (block.means, block.now) if line)
        yield from (f"- {line}" for line in block.where)
    if found.strays:
        yield ""
        yield strays(found)
        yield from (f"- {name}" for name in found.strays)


def _number(count: int, one: str, many: str) -> str:
    return (one if count == 1 else many).format(n=count)
