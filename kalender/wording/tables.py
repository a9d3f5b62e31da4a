# SPDX-License-Identifier: EUPL-1.2
"""The import of tables in German: why a row is refused, what was left out, what a column was taken for."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from kalender.exchange.columns import Column, Field
from kalender.exchange.plan_rows import BadRow, RowFault
from kalender.services.intake.reports import Hint, Outcome
from kalender.wording.dates import WEEKDAYS, day_field
from kalender.wording.tr import tr

REASONS = {
    RowFault.BAD_DATE: "„{value}“ ist kein Datum, das es gibt. Schreiben Sie es als 04.12.2026 oder lassen Sie die Zelle leer.",
    RowFault.BAD_TIME: "„{value}“ ist keine Uhrzeit. Schreiben Sie sie als 17:00 oder lassen Sie die Zelle leer.",
    RowFault.WEEKDAY: "Der {day} ist ein {right}, in der Tabelle steht {named}. Berichtigen Sie Datum oder Wochentag.",
    RowFault.UNKNOWN_CHANNEL: "Den Kanal „{value}“ gibt es in diesem Plan nicht. Bekannt sind: {known}.",
    RowFault.NO_TITLE: "Die Zeile hat keinen Titel. Tragen Sie einen ein oder leeren Sie die Zeile.",
    RowFault.TOO_MANY_CELLS: "Die Zeile hat {count} Zellen, die Überschrift nur {most}. Setzen Sie Texte mit Trennzeichen in Anführungszeichen.",
    RowFault.TOO_LONG: "Ein Text hat {count} Zeichen, möglich sind {most}. Kürzen Sie ihn.",
    RowFault.TWICE: "Die Nummer „{value}“ steht zweimal in der Tabelle. Geben Sie jeder Zeile eine eigene.",
}
"""One sentence pattern for each reason; facts of the row fill it."""

FIELDS = {
    Field.DATE: "Datum",
    Field.TIME: "Uhrzeit",
    Field.WEEKDAY: "Wochentag (zur Prüfung)",
    Field.TITLE: "Titel",
    Field.TEXT: "Text",
    Field.CHANNELS: "Kanäle",
    Field.CHANNEL: "Eigener Text für {channel}",
    Field.STATUS: "Stand (nur Idee oder Entwurf)",
    Field.TOPIC: "Thema",
    Field.RESPONSIBLE: "Zuständig",
    Field.LINK: "Link",
    Field.PICTURE: "Bild",
    Field.ALT: "Alternativtext",
    Field.PLACE: "Ort",
    Field.NOTE: "Interne Notiz",
    Field.CAMPAIGN: "Kampagne",
    Field.GOAL: "Ziel",
    Field.GROUPS: "Zielgruppen",
    Field.TASK: "Aufgabe der Kommune",
    Field.SOURCE: "Zulieferndes Amt",
    Field.LABELS: "Schlagworte",
    Field.EXTERNAL: "Nummer (für späteres Einlesen)",
    Field.IGNORED: "wird nicht übernommen",
}

OUTCOMES = {Outcome.ADDED: "neu", Outcome.UPDATED: "geändert", Outcome.UNCHANGED: "unverändert"}


def reason(bad: BadRow) -> str:
    """Return why a row is refused."""
    return tr(REASONS[bad.fault]).format(**{key: _fact(key, value) for key, value in bad.facts.items()})


def place(bad: BadRow) -> str:
    """Return "Zeile 7", with the sheet where the file has several."""
    if bad.sheet:
        return tr("Blatt „{sheet}“, Zeile {row}").format(sheet=bad.sheet, row=bad.row)
    return tr("Zeile {row}").format(row=bad.row)


def hint(item: Hint) -> str:
    """Return what to look at after an import."""
    if item.what == "encoding":
        return tr(
            "Die Zeichen der Datei sind nicht eindeutig. Prüfen Sie, ob Umlaute und ß richtig angekommen sind."
        )
    if item.what == "columns":
        return tr("Wie beim letzten Mal gedeutet: {headings}.").format(headings=item.value)
    words = tr(
        "Zeile {row}: Das Bild „{value}“ liegt nicht in der Bibliothek. Spielen Sie es ein und hängen Sie es an."
    )
    return words.format(row=item.row, value=item.value)


def field(column: Column, channels: dict[str, str] | None = None) -> str:
    """Return what a column was taken for. channels: names of the channels by id."""
    name = (channels or {}).get(column.channel, column.channel)
    return tr(FIELDS[column.field]).format(channel=name)


def _fact(key: str, value: object) -> object:
    if (
        key in {"named", "right"}
        and isinstance(value, int)
        and 0 <= value < len(WEEKDAYS)
        and not isinstance(value, bool)
    ):
        return WEEKDAYS[value]
    if isinstance(value, date):
        return day_field(value)
    if isinstance(value, str) or not isinstance(value, Iterable):
        return value
    return ", ".join(str(item) for item in value) or tr("keine")
