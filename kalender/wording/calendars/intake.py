# SPDX-License-Identifier: EUPL-1.2
"""The import of calendars in German: why an entry is not taken, what had to be guessed, what came of it."""

from __future__ import annotations

from kalender.exchange.calendars.found import BadEntry, Doubt, Doubtful, Fault, FoundEntry
from kalender.services.calendars.reports import CalendarPreview, CalendarReport, Outcome
from kalender.wording.dates import clock, day_field, day_range
from kalender.wording.tr import tr

REASONS = {
    Fault.NO_START: "Es fehlt der Tag. Tragen Sie ihn im anderen Programm nach und geben Sie die Datei neu aus.",
    Fault.BAD_DATE: "Der Tag ist kein Datum, das es gibt. Berichtigen Sie ihn im anderen Programm.",
    Fault.NO_TITLE: "Der Eintrag hat keinen Titel. Geben Sie ihm im anderen Programm einen.",
    Fault.RULE_UNREADABLE: "Die Wiederholung ist nicht zu verstehen. Legen Sie sie im anderen Programm neu an.",
    Fault.RULE_TOO_FINE: "Der Eintrag wiederholt sich stündlich oder öfter. Hier zählen Tage: Legen Sie ihn als Tagestermin an.",
    Fault.RULE_TOO_MANY: "Der Eintrag wiederholt sich zu oft (mehr als 10.000 Mal) oder nie. Geben Sie ihm im anderen Programm ein Ende mit Datum.",
    Fault.EXRULE: "Der Eintrag hat eine Ausnahmeregel in einer alten Form (EXRULE), die hier niemand sicher deuten kann. Legen Sie ihn neu an.",
    Fault.CUT_OFF: "Der Eintrag ist unvollständig: Die Datei bricht mittendrin ab. Geben Sie sie neu aus.",
    Fault.NO_EVENT: "Das ist eine Aufgabe, eine Notiz oder Unlesbares und kein Termin.",
    Fault.TOO_MANY: "Mehr als 20.000 Einträge nimmt eine Ebene nicht auf. Geben Sie nur ein Jahr aus.",
}
"""Why an entry is not taken, and what to do."""

DOUBTS = {
    Doubt.LINE_SKIPPED: "Die Zeile ist nicht lesbar und wurde übergangen.",
    Doubt.ZONE_UNKNOWN: "Die Zeitzone „{what}“ ist nicht bekannt. Die Uhrzeit gilt hier als Ortszeit.",
    Doubt.END_IGNORED: "Das Ende liegt vor dem Beginn oder ist nicht lesbar. Es wurde weggelassen.",
    Doubt.SHORTENED: "Ein sehr langer Text wurde gekürzt.",
    Doubt.FOLLOWING: "Eine Änderung gilt für alle folgenden Termine. Übernommen wurde sie nur für diesen einen.",
}
"""What was taken and had to be guessed."""

OUTCOMES = {
    Outcome.ADDED: "neu",
    Outcome.UPDATED: "geändert",
    Outcome.UNCHANGED: "unverändert",
    Outcome.LEFT_OUT: "hier entfernt, bleibt weg",
}


def reason(bad: BadEntry) -> str:
    """Return why an entry is not taken, with its name where it has one."""
    words = tr(REASONS[bad.fault])
    return tr("„{what}“: {words}").format(what=bad.what, words=words) if bad.what else words


def place(bad: BadEntry) -> str:
    """Return "Zeile 7", with the sheet where the file has several."""
    if bad.sheet:
        return tr("Blatt „{sheet}“, Zeile {line}").format(sheet=bad.sheet, line=bad.line)
    return tr("Zeile {line}").format(line=bad.line)


def doubt(item: Doubtful) -> str:
    """Return what had to be guessed."""
    return tr(DOUBTS[item.doubt]).format(what=item.what)


def when(found: FoundEntry) -> str:
    """Return the day of an entry, with its time or its last day, and whether it recurs."""
    words = day_field(found.start.date())
    if found.end is not None and found.end.date() > found.start.date():
        words = day_range(found.start.date(), found.end.date())
    elif not found.all_day:
        words = tr("{day}, {time} Uhr").format(day=words, time=clock(found.start))
    return tr("{when}, wiederholt").format(when=words) if found.rule or found.dates else words


def summary(preview: CalendarPreview) -> str:
    """Return in one line what taking a file in would do."""
    counts = [(preview.count(kind), tr(OUTCOMES[kind])) for kind in Outcome]
    counts += [
        (len(preview.cancelled), tr("abgesagt, werden entfernt")),
        (len(preview.bad), tr("nicht lesbar")),
    ]
    return " · ".join(f"{count} {words}" for count, words in counts if count) or tr("Nichts Neues.")


def report(done: CalendarReport) -> str:
    """Return in a sentence or two what came of an import."""
    if done.added and not (done.updated or done.removed):
        words = tr("Ebene „{name}“: {entries} aufgenommen.").format(
            name=done.name, entries=entries(done.added)
        )
    elif done.added or done.updated or done.removed:
        words = tr("Ebene „{name}“: {added} neu, {updated} geändert, {removed} entfernt.").format(
            name=done.name, added=done.added, updated=done.updated, removed=done.removed
        )
    elif done.unchanged or done.left_out:
        words = tr("Ebene „{name}“: Alles war schon da.").format(name=done.name)
    else:
        words = tr("Es wurde kein Eintrag übernommen.")
    if done.bad:
        words += " " + tr("Nicht übernommen: {entries}.").format(entries=entries(len(done.bad)))
    return words


def entries(count: int) -> str:
    """Return "1 Eintrag" or "500 Einträge"."""
    return tr("1 Eintrag") if count == 1 else tr("{count} Einträge").format(count=count)
