# SPDX-License-Identifier: EUPL-1.2
"""Work that the disk does not take, in German: why, what it means, what to do; and the file it is kept in meanwhile."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime

from kalender.domain.crop import Border, Crop, Own
from kalender.domain.refusal import RefusalKind, Refused
from kalender.wording.dates import moment_long
from kalender.wording.tr import tr

WHY = {
    RefusalKind.DISK_FULL: "Der Datenträger ist voll. Schaffen Sie Platz, leeren Sie zum Beispiel den Papierkorb des Rechners.",
    RefusalKind.WRITE_FAILED: "Der Datenträger meldet einen Fehler beim Schreiben. Prüfen Sie, ob er angeschlossen und in Ordnung ist.",
    RefusalKind.PLAN_BUSY: "Ein anderes Programm hält den Plan gerade fest, zum Beispiel der Virenschutz oder eine Datensicherung.",
    RefusalKind.PLAN_IN_USE: "Ein anderes Programm hält den Plan gerade fest. Schließen Sie ihn dort.",
    RefusalKind.PLAN_READ_ONLY: "Der Ordner des Plans lässt sich nur lesen. Prüfen Sie seine Schreibrechte.",
    RefusalKind.PLAN_UNREADABLE: "Der Plan lässt sich gerade nicht lesen. Prüfen Sie, ob der Datenträger angeschlossen ist.",
    RefusalKind.PLAN_DAMAGED: "Die Plandatei ist beschädigt. Sichern Sie Ihren Text in eine Datei, und öffnen Sie den Plan neu.",
    RefusalKind.PLAN_VANISHED: "Die Plandatei ist nicht mehr an ihrem Ort: Sie wurde verschoben, umbenannt oder gelöscht. Legen Sie sie zurück, oder speichern Sie den Plan an einem anderen Ort.",
    RefusalKind.PLAN_REPLACED: "Die Plandatei wurde von außen durch eine andere ersetzt, die Kalender nicht anrührt. Speichern Sie den Plan an einem anderen Ort, und vergleichen Sie dann beide.",
}
"""Why something typed cannot be saved, for each kind of domain.refusal.STORAGE, and what to do."""

FIELDS = {
    "title": "Titel",
    "link": "Link",
    "campaign": "Kampagne",
    "source": "Zulieferndes Amt",
    "goal": "Ziel",
    "task": "Aufgabe der Kommune",
    "contact": "Ansprechperson",
    "place": "Veranstaltungsort",
    "note": "Interne Notiz",
    "alternative": "Wo steht es außerhalb sozialer Medien?",
}


def why_unsaved(refusal: Refused) -> str:
    """Return why what is typed is not saved yet, and that it stays where it is."""
    if refusal.kind in {RefusalKind.PLAN_VANISHED, RefusalKind.PLAN_REPLACED}:
        return tr(
            "Ihr Text ist noch nicht gespeichert. Er bleibt hier stehen, bis der Plan wieder einen Ort hat."
        )
    words = tr(
        "Noch nicht gespeichert: {why} Ihr Text bleibt hier stehen; Kalender speichert ihn, sobald es wieder geht."
    )
    return words.format(why=tr(WHY[refusal.kind]))


def why_uncropped(refusal: Refused) -> str:
    """Return why what was decided about pictures is not saved yet, and that it is remembered."""
    if refusal.kind in {RefusalKind.PLAN_VANISHED, RefusalKind.PLAN_REPLACED}:
        return tr(
            "Ihr Zuschnitt ist noch nicht gespeichert. Kalender merkt ihn sich, bis der Plan wieder einen Ort hat."
        )
    words = tr(
        "Zuschnitt noch nicht gespeichert: {why} Kalender merkt ihn sich und speichert ihn, sobald es wieder geht."
    )
    return words.format(why=tr(WHY[refusal.kind]))


def kept_crops(title: str, crops: Mapping[tuple[str, str, str], Own | None], now: datetime) -> str:
    """Return crops that are not saved as a plain text to keep. crops: (channel, attachment, format) -> what was decided."""
    from kalender.wording.pictures import border_words

    head = tr("Bilder des Beitrags „{title}“, nicht gespeichert, {moment}")
    parts = [head.format(title=title, moment=moment_long(now))]
    line = tr("{format}: Ausschnitt von links {x}, von oben {y}, Breite {w}, Höhe {h} Promille")
    for (_channel, _attachment, format_), crop in crops.items():
        if isinstance(crop, Border):
            parts.append(tr("{format}: {what}").format(format=format_, what=border_words(crop)))
        elif isinstance(crop, Crop):
            parts.append(line.format(format=format_, x=crop.x, y=crop.y, w=crop.w, h=crop.h))
    return "\n".join(parts) + "\n"


def why_unwritten(refusal: Refused) -> str:
    """Return why nothing can be written at present, where nothing typed waits for it."""
    return tr("Zurzeit wird nichts gespeichert: {why}").format(why=tr(WHY[refusal.kind]))


def kept_text(
    title: str, unsaved: Mapping[tuple[str, str], str], channels: Mapping[str, str], now: datetime
) -> str:
    """Return what is typed and not saved as a plain text to keep.

    unsaved: (kind, name) -> text as the editor has it: ("text", channel id or ""), ("field", name), ("alt", id),
    ("comment", channel id). channels: id -> name.
    """
    head = tr("Beitrag „{title}“, nicht gespeichert, {moment}").format(title=title, moment=moment_long(now))
    parts = [head]
    for (kind, name), text in unsaved.items():
        parts.append(f"{_place(kind, name, channels)}:\n{text}")
    return "\n\n".join(parts) + "\n"


def kept_descriptions(texts: Mapping[str, Sequence[str]], now: datetime) -> str:
    """Return texts about pictures, by the name of the picture, as a plain text to keep."""
    parts = [tr("Angaben zu Bildern, nicht gespeichert, {moment}").format(moment=moment_long(now))]
    parts += [f"{name}:\n" + "\n".join(some) for name, some in texts.items()]
    return "\n\n".join(parts) + "\n"


def _place(kind: str, name: str, channels: Mapping[str, str]) -> str:
    channel = channels.get(name) or tr("Basistext")
    match kind:
        case "text":
            return tr("Text, {channel}").format(channel=channel)
        case "comment":
            return tr("Erster Kommentar, {channel}").format(channel=channel)
        case "alt":
            return tr("Alternativtext")
        case _:
            return tr(FIELDS.get(name, "Angabe"))
