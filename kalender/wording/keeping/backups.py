# SPDX-License-Identifier: EUPL-1.2
"""Backups in German: why and when one was made, whether it is sound, what going back to it would change."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from pathlib import Path

from kalender.domain.refusal import RefusalKind
from kalender.services.backups.backups import Made, Restored
from kalender.services.backups.going_back import PostLine, Preview
from kalender.store.backup.info import BackupInfo, Damage, Reason
from kalender.wording.dates import clock, day_year, relative_day
from kalender.wording.refusals import sentence
from kalender.wording.tr import tr

REASONS = {
    Reason.DAILY: "täglich",
    Reason.MANUAL: "von Hand",
    Reason.BEFORE_IMPORT: "vor dem Einlesen",
    Reason.BEFORE_RESTORE: "vor dem Wiederherstellen",
    Reason.UNKNOWN: "unbekannt",
}
"""Why a backup was made, in a word or three."""

DAMAGES = {
    Damage.UNFINISHED: "Die Begleitdatei fehlt, vermutlich wurde das Sichern abgebrochen. Die Beiträge sind vollständig lesbar.",
    Damage.MANIFEST: "Die Begleitdatei ist beschädigt. Die Beiträge sind vollständig lesbar.",
    Damage.SNAPSHOT_MISSING: "Die Datei mit den Beiträgen fehlt. Aus dieser Sicherung lässt sich nichts zurückholen.",
    Damage.SNAPSHOT_EMPTY: "Die Datei mit den Beiträgen ist leer. Aus dieser Sicherung lässt sich nichts zurückholen.",
    Damage.SNAPSHOT_ALTERED: "Die Datei mit den Beiträgen wurde nach dem Sichern verändert oder abgeschnitten. Aus ihr wird nichts zurückgeholt.",
    Damage.UNREADABLE: "Die Sicherung lässt sich gerade nicht lesen. Prüfen Sie, ob der Datenträger angeschlossen ist.",
    Damage.NEWER: "Sie stammt von einer neueren Fassung von Kalender. Bringen Sie Kalender auf den neuen Stand.",
    Damage.PICTURES_MISSING: "Die Beiträge sind vollständig, aber es fehlen Bilder: {count}.",
    Damage.PICTURES_ALTERED: "Die Beiträge sind vollständig, aber Bilder sind beschädigt: {count}.",
}
"""What is wrong with a backup, and what that means for whoever needs it."""

SHORT = {
    Damage.NONE: "geprüft",
    Damage.UNFINISHED: "ohne Begleitdatei",
    Damage.MANIFEST: "Begleitdatei beschädigt",
    Damage.SNAPSHOT_MISSING: "beschädigt: Beiträge fehlen",
    Damage.SNAPSHOT_EMPTY: "beschädigt: leer",
    Damage.SNAPSHOT_ALTERED: "beschädigt: verändert",
    Damage.UNREADABLE: "nicht lesbar",
    Damage.NEWER: "neuere Fassung",
    Damage.PICTURES_MISSING: "Bilder fehlen: {count}",
    Damage.PICTURES_ALTERED: "Bilder beschädigt: {count}",
}
"""The same in the space of a list."""

_FIELDS = {
    "title": "Titel",
    "text": "Text",
    "planned": "Termin",
    "version": "Fassungen",
    "attachment": "Bilder",
    "topic": "Thema",
    "responsible": "Zuständig",
    "link": "Link",
    "hold": "angehalten",
    "dropped": "verworfen",
    "idea": "Idee",
    "embargo": "Sperrfrist",
    "labels": "Schlagworte",
    "groups": "Zielgruppen",
    "not_before": "Nicht vor der Sitzung",
    "todo": "Checkliste",
    "note": "Notiz",
    "language": "Sprache",
    "original": "Original in anderer Sprache",
}
_KINDS = {
    "picture": ("ein Bild", "{count} Bilder"),
    "channel": ("ein Kanal", "{count} Kanäle"),
    "person": ("eine Person", "{count} Personen"),
    "topic": ("ein Thema", "{count} Themen"),
    "blackout": ("eine Sperrzeit", "{count} Sperrzeiten"),
    "consent": ("eine Einwilligung", "{count} Einwilligungen"),
    "meeting": ("ein Sitzungstermin", "{count} Sitzungstermine"),
    "layer": ("eine Ebene", "{count} Ebenen"),
    "entry": ("ein Eintrag einer Ebene", "{count} Einträge in Ebenen"),
    "view": ("eine gesicherte Ansicht", "{count} gesicherte Ansichten"),
    "series": ("eine Serie", "{count} Serien"),
    "event": ("eine Veranstaltung", "{count} Veranstaltungen"),
    "word": ("ein eigenes Wort", "{count} eigene Wörter"),
    "template": ("eine Vorlage", "{count} Vorlagen"),
    "block": ("ein Textbaustein", "{count} Textbausteine"),
    "setting": ("eine Einstellung", "{count} Einstellungen"),
}


def state(info: BackupInfo) -> str:
    """Return whether a backup is sound, in a few words."""
    return tr(SHORT[info.damaged]).format(count=len(info.lost))


def damage(info: BackupInfo) -> str:
    """Return what is wrong with a backup in a sentence or two; empty where nothing is."""
    words = DAMAGES.get(info.damaged)
    return tr(words).format(count=len(info.lost)) if words else ""


def when(moment: datetime, today: date) -> str:
    """Return heute, 08:02 or 2. Dez. 2026, 08:02."""
    if moment.year <= 1:
        return tr("Zeit unbekannt")
    near = abs((moment.date() - today).days) <= 1
    day = relative_day(moment.date(), today) if near else day_year(moment.date())
    return f"{day}, {clock(moment)}"


def size(count: int) -> str:
    """Return a number of bytes as 12,4 MB."""
    value = float(count)
    for unit in ("Byte", "KB", "MB", "GB"):
        if value < 1000 or unit == "GB":
            break
        value /= 1000
    number = f"{value:.0f}" if unit == "Byte" or value >= 100 else f"{value:.1f}".replace(".", ",")
    return f"{number} {unit}"


def many(count: int, one: str, more: str) -> str:
    """Return the words for one thing, or for a number of them."""
    return tr(one) if count == 1 else tr(more).format(count=count)


def posts(count: int) -> str:
    """Return 1 Beitrag or 12 Beiträge."""
    return many(count, "1 Beitrag", "{count} Beiträge")


def pictures(count: int) -> str:
    """Return 1 Bild or 12 Bilder."""
    return many(count, "1 Bild", "{count} Bilder")


def made(found: Made, today: date) -> list[str]:
    """Return what came of a backup, a sentence for each place; failures say what to do."""
    lines = []
    for item in found.outcomes:
        if item.refusal is not None:
            lines.append(sentence(item.refusal))
        elif item.info is not None:
            held = f"{posts(item.info.posts)}, {pictures(item.info.pictures)}, {size(item.info.size)}"
            pattern = (
                "Seit {when} hat sich nichts geändert. Die Sicherung von da an ist geprüft: {held}. Ort: {place}"
                if found.unchanged
                else "Gesichert und geprüft: {held}. Ort: {place}"
            )
            moment = when(item.info.made_at, today)
            lines.append(tr(pattern).format(when=moment, held=held, place=item.place))
            if item.absent:
                pattern = (
                    "Im Plan selbst fehlen Bilder ({count}), sie sind in keiner neuen Sicherung enthalten."
                )
                lines.append(tr(pattern).format(count=len(item.absent)))
    return lines


def failure(found: Made) -> str:
    """Return what failed and what to do, of the first place in full; empty where nothing did."""
    failed = [item for item in found.failed if item.refusal is not None]
    if not failed or failed[0].refusal is None:
        return ""
    rest = [tr("Auch an „{place}“ ist es nicht gelungen.").format(place=item.place) for item in failed[1:]]
    return " ".join([sentence(failed[0].refusal), *rest])


def away(found: Made) -> bool:
    """Tell whether all that failed are places that are not there: a stick that is not plugged in."""
    kinds = {item.refusal.kind for item in found.failed if item.refusal is not None}
    return kinds == {RefusalKind.BACKUP_PLACE_AWAY}


def line(item: PostLine) -> str:
    """Return a post that a restore would touch, with its day and what would change."""
    words = [f"„{item.title}“" if item.title else tr("Ohne Titel")]
    if item.planned:
        words.append(day_year(datetime.fromisoformat(item.planned).date()))
    names = [tr(_FIELDS.get(field, "Weiteres")) for field in item.fields]
    unique = list(dict.fromkeys(names))
    return ", ".join(words) + (f": {', '.join(unique)}" if unique else "")


def others(found: Preview) -> str:
    """Return what else a restore would touch: 2 Bilder, ein Kanal; empty for nothing."""
    named = []
    for kind, count in sorted(found.others.items()):
        one, more = _KINDS.get(kind, ("ein weiterer Eintrag", "{count} weitere Einträge"))
        named.append(many(count, one, more))
    return ", ".join(named)


def headings(found: Preview) -> list[tuple[str, tuple[PostLine, ...]]]:
    """Return the kinds of change with their posts, those that are empty left out."""
    kinds = (
        (found.back, "1 Beitrag kommt zurück", "{count} Beiträge kommen zurück"),
        (found.changed, "1 Beitrag wird zurückgesetzt", "{count} Beiträge werden zurückgesetzt"),
        (found.gone, "1 Beitrag kommt in den Papierkorb", "{count} Beiträge kommen in den Papierkorb"),
    )
    return [(many(len(lines), one, more), lines) for lines, one, more in kinds if lines]


def preview(found: Preview) -> list[str]:
    """Return what going back would change, line by line."""
    if found.nothing:
        return [tr("Der Plan ist genau so, wie er in der Sicherung steht.")]
    lines: list[str] = []
    for heading, some in headings(found):
        lines.append(f"{heading}:")
        lines += [f"  {line(item)}" for item in some]
    return lines + besides(found)


def besides(found: Preview) -> list[str]:
    """Return what beside posts going back would change, line by line."""
    lines = []
    rest = others(found)
    if rest:
        lines.append(tr("Außerdem ändern sich: {others}.").format(others=rest))
    if found.originals:
        words = "Bilddateien, die im Plan fehlen und zurückkommen: {count}."
        lines.append(tr(words).format(count=len(found.originals)))
    if found.lost:
        words = "Bilddateien, die auch in der Sicherung fehlen: {count}."
        lines.append(tr(words).format(count=len(found.lost)))
    if found.lacking:
        words = "Schritte im Verlauf, die im Plan fehlen und dazukommen: {count}."
        lines.append(tr(words).format(count=found.lacking))
    return lines


def restored(found: Restored, back: str = "Strg+Z nimmt das zurück.") -> str:
    """Return what came of going back; back: how it is taken back."""
    gone = found.gone
    if not gone.records and not gone.received:
        words = tr("Im Plan war nichts zurückzusetzen.")
    elif not gone.records:
        words = tr("Ergänzt: {count} Schritte, die im Plan fehlten.").format(count=gone.received)
    else:
        words = many(
            gone.records, "Wiederhergestellt, geändert wurde 1 Eintrag.",
            "Wiederhergestellt, geändert wurden {count} Einträge.",
        )  # fmt: skip
        words += " " + tr(back)
    if gone.missing:
        words += " " + tr("Bilder, die es nicht mehr gibt: {count}.").format(count=len(gone.missing))
    return words


def places(paths: Iterable[Path]) -> str:
    """Return backup places as words."""
    return ", ".join(str(path) for path in paths)
