# SPDX-License-Identifier: EUPL-1.2
"""What happened to a plan, what is safe and what can be done, in sentences."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from kalender.domain.frozen import frozen
from kalender.services.rescue.inspection import Inspection, Trouble
from kalender.services.rescue.rescue import Rescued
from kalender.store.backup.info import BackupInfo
from kalender.store.salvage.salvage import Found
from kalender.wording.dates import moment_middle
from kalender.wording.tr import tr

HEADINGS = {
    Trouble.DAMAGED: "Der Plan „{name}“ ist beschädigt",
    Trouble.CUT_OFF: "Der Plan „{name}“ ist nicht vollständig",
    Trouble.EMPTY: "Die Plandatei von „{name}“ ist leer",
    Trouble.FOREIGN: "In „{name}“ liegt kein Plan von Kalender",
    Trouble.NEWER: "Der Plan „{name}“ stammt von einer neueren Fassung von Kalender",
    Trouble.SYNCED: "Der Plan „{name}“ liegt in einem abgeglichenen Ordner",
    Trouble.IN_USE: "Der Plan „{name}“ ist schon geöffnet",
    Trouble.UNREADABLE: "Die Plandatei von „{name}“ lässt sich nicht lesen",
}

EVENTS = {
    Trouble.DAMAGED: "In der Plandatei stehen Daten, die nicht zusammenpassen. Das kommt vor nach einem Stromausfall, durch "
    "einen fehlerhaften Datenträger oder wenn ein anderes Programm die Datei verändert hat.",
    Trouble.CUT_OFF: "Von {expected} der Plandatei sind nur {size} da. Meist wurde sie beim Kopieren oder "
    "Herunterladen unterbrochen. Vielleicht liegt die vollständige Datei noch dort, woher sie kam.",
    Trouble.EMPTY: "Die Plandatei hat keinen Inhalt mehr. Das kommt vor nach einem Stromausfall oder wenn eine Kopie "
    "nicht fertig wurde. Vielleicht liegt die vollständige Datei noch dort, woher sie kam.",
    Trouble.FOREIGN: "Die Datei „plan.kalender“ in diesem Ordner hat ein anderes Programm geschrieben, oder ihr Anfang "
    "ist zerstört.",
    Trouble.NEWER: "Diese Fassung von Kalender kann ihn nicht zeigen. Bringen Sie Kalender auf den neuen Stand, oder "
    "öffnen Sie den Plan an dem Rechner, an dem er zuletzt bearbeitet wurde.",
    Trouble.SYNCED: "Der Ordner wird von einem anderen Programm abgeglichen, oder er liegt im Netz. Dort kann die "
    "Plandatei Schaden nehmen, weil zwei Rechner zugleich in sie schreiben können. Ein Plan gehört auf diesen Rechner.",
    Trouble.IN_USE: "Ein anderes Programm oder ein anderer Rechner arbeitet gerade damit. Zwei zugleich würden einander "
    "überschreiben.",
    Trouble.UNREADABLE: "Der Rechner gibt die Datei nicht heraus. Prüfen Sie, ob der Datenträger angeschlossen ist und "
    "ob Sie den Ordner öffnen dürfen.",
}


@frozen
class Safe:
    """A line of what is certain. good: it is safe; else something is lost or unknown."""

    words: str
    good: bool = True


def heading(trouble: Trouble, folder: Path) -> str:
    """Return what is the matter in one line."""
    return tr(HEADINGS[trouble]).format(name=folder.name or folder)


def event(seen: Inspection) -> str:
    """Return what happened, in two or three sentences."""
    if seen.moved_to is not None and seen.trouble is Trouble.SYNCED:
        return tr(
            "Dieser Plan ist umgezogen. Er liegt jetzt in „{place}“. Was hier liegt, ist der alte Stand."
        ).format(place=seen.moved_to)
    return tr(EVENTS[seen.trouble]).format(size=size_of(seen.size), expected=size_of(seen.expected))


def safe(seen: Inspection) -> list[Safe]:
    """Return what is certain about a plan, the most important first."""
    if seen.trouble is Trouble.SYNCED:
        return [
            Safe(words=tr("Beim Verschieben wird jede Datei verglichen, bevor der neue Ort gilt.")),
            Safe(words=tr("Der alte Ordner bleibt vollständig. Ein Zettel darin sagt, wohin der Plan ging.")),
        ]
    if seen.trouble is Trouble.IN_USE:
        return [Safe(words=tr("Der Plan selbst ist in Ordnung. Ansehen geht jederzeit."))]
    if seen.trouble is Trouble.NEWER:
        return [Safe(words=tr("Die Plandatei wurde nicht verändert."))]
    lines = [Safe(words=tr("Die Plandatei wurde nicht verändert. Kalender arbeitet nur mit einer Kopie."))]
    if seen.found is None:
        words = tr("Ob sich etwas aus ihr retten lässt, ließ sich nicht feststellen.")
        lines.append(Safe(words=words, good=False))
    else:
        lines += _readable(seen.found)
        if seen.trouble is Trouble.CUT_OFF:
            words = tr("Was in dem Teil stand, der fehlt, ist nicht bekannt.")
            lines.append(Safe(words=words, good=False))
        if seen.unread:
            lines.append(
                Safe(
                    words=tr("Die Untersuchung wurde nicht fertig: Vielleicht ist noch mehr lesbar."),
                    good=False,
                )
            )
    lines += _pictures(seen)
    return lines


def _readable(found: Found) -> list[Safe]:
    steps = len(found.taken) + len(found.waiting)
    if not steps:
        return [Safe(words=tr("In der Datei ist kein einziger Schritt mehr lesbar."), good=False)]
    lines = [
        Safe(
            words=tr("{steps} und {posts} sind lesbar, der neueste Schritt vom {newest}.").format(
                steps=count(steps, tr("Arbeitsschritt"), tr("Arbeitsschritte")),
                posts=count(found.posts, tr("Beitrag"), tr("Beiträge")),
                newest=moment(found.newest),
            )
        )
    ]
    if found.lost:
        lost = tr("{steps} verloren.").format(
            steps=count(len(found.lost), tr("Arbeitsschritt ist"), tr("Arbeitsschritte sind"))
        )
        lines.append(Safe(words=lost, good=False))
    if found.waiting:
        waiting = tr("{steps} auf Verlorenem auf. Ihr letzter lesbarer Stand wird trotzdem gezeigt.").format(
            steps=count(len(found.waiting), tr("lesbarer Schritt baut"), tr("lesbare Schritte bauen"))
        )
        lines.append(Safe(words=waiting, good=False))
    return lines


def _pictures(seen: Inspection) -> list[Safe]:
    if not seen.pictures:
        return []
    if not seen.spoilt:
        if seen.pictures == 1:
            return [Safe(words=tr("Das Bild ist unversehrt."))]
        return [Safe(words=tr("Alle {count} Bilder sind unversehrt.").format(count=seen.pictures))]
    one, many = "Eines von {count} Bildern ist beschädigt.", "{bad} von {count} Bildern sind beschädigt."
    words = tr(one if len(seen.spoilt) == 1 else many).format(bad=len(seen.spoilt), count=seen.pictures)
    return [Safe(words=words, good=False)]


def backup_line(backup: BackupInfo) -> str:
    """Return when a backup was made and what is in it."""
    when = moment_middle(backup.made_at) if backup.made_at.year > 1 else tr("Zeitpunkt unbekannt")
    if not backup.whole:
        return tr("{when}: beschädigt").format(when=when)
    words = tr("{when}: {posts}, {pictures}").format(
        when=when,
        posts=count(backup.posts, tr("Beitrag"), tr("Beiträge")),
        pictures=count(backup.pictures, tr("Bild"), tr("Bilder")),
    )
    if backup.lost:
        words += ", " + tr("{count} Bilder fehlen").format(count=len(backup.lost))
    return words


def outcome(done: Rescued) -> list[Safe]:
    """Return what a salvage brought."""
    made = done.salvage
    lines = [
        Safe(
            words=tr("{posts} und {pictures} liegen in „{out}“.").format(
                posts=count(made.posts, tr("Beitrag"), tr("Beiträge")),
                pictures=count(done.pictures, tr("Bild"), tr("Bilder")),
                out=done.out,
            )
        )
    ]
    if made.restated:
        lines.append(
            Safe(
                words=tr("{records} auf Verlorenem auf. Gezeigt wird ihr letzter lesbarer Stand.").format(
                    records=count(len(made.restated), tr("Eintrag baut"), tr("Einträge bauen"))
                ),
                good=False,
            )
        )
    if made.doubted:
        words = tr("Bei {records} kann etwas fehlen. Frühere Freigaben davon gelten nicht mehr.").format(
            records=count(len(made.doubted), tr("Eintrag"), tr("Einträgen"))
        )
        lines.append(Safe(words=words, good=False))
    if made.lost:
        lost = count(len(made.lost), tr("Arbeitsschritt ist"), tr("Arbeitsschritte sind"))
        words = tr("{steps} verloren. Der Bericht nennt sie.").format(steps=lost)
        lines.append(Safe(words=words, good=False))
    if done.missing:
        names = ", ".join(done.missing[:5]) + (" …" if len(done.missing) > 5 else "")
        lines.append(
            Safe(
                words=tr("{pictures}: {names}.").format(
                    pictures=count(len(done.missing), tr("Bild fehlt"), tr("Bilder fehlen")), names=names
                ),
                good=False,
            )
        )
    if done.original_unchanged:
        lines.append(Safe(words=tr("Der beschädigte Plan liegt unverändert an seinem Ort.")))
    return lines


def details(seen: Inspection) -> list[tuple[str, str]]:
    """Return names and values for whoever wants to know exactly."""
    facts = [
        (tr("Ordner"), str(seen.folder)),
        (tr("Größe der Plandatei"), size_of(seen.size)),
        (tr("Zuletzt geändert"), moment_middle(seen.changed) if seen.changed else tr("unbekannt")),
        (tr("Prüfsumme (SHA-256)"), seen.sha256 or tr("nicht lesbar")),
    ]
    if seen.found is not None:
        facts += [
            (tr("Kennung des Plans"), seen.found.plan or tr("unbekannt")),
            (tr("Verlorene Schritte"), _ids([item.id or f"Nr. {item.number}" for item in seen.found.lost])),
        ]
    if seen.spoilt:
        facts.append((tr("Beschädigte Bilder"), _ids(seen.spoilt)))
    return facts


def _ids(names: Sequence[str]) -> str:
    if not names:
        return tr("keine")
    shown = [name[:16] for name in names[:6]]
    return ", ".join(shown) + (f" … ({len(names)})" if len(names) > 6 else "")


def count(number: int, one: str, many: str) -> str:
    """Return a number with its word."""
    return f"{number:,} {one if number == 1 else many}".replace(",", ".")


def moment(text: str) -> str:
    """Return a time written as ISO for a person; as it is where it cannot be read."""
    try:
        return moment_middle(datetime.fromisoformat(text))
    except ValueError:
        return text or tr("unbekannt")


def size_of(size: int) -> str:
    """Return a number of bytes in a unit that says something."""
    if size < 10_000:
        return tr("{count} Byte").format(count=f"{size:,}".replace(",", "."))
    if size < 10_000_000:
        return f"{round(size / 1000):,} kB".replace(",", ".")
    return f"{round(size / 1e6):,} MB".replace(",", ".")
