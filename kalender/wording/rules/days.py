# SPDX-License-Identifier: EUPL-1.2
"""Rules on days and hours."""

from __future__ import annotations

WORDS: dict[str, tuple[str, str, str]] = {
    "planned.none": (
        "Termin vorhanden",
        "Termin fehlt",
        "Eine Freigabe gilt für die Tage um den Termin. Legen Sie Tag und Uhrzeit fest.",
    ),
    "date.weekday": (
        "Wochentag und Datum",
        "Wochentag passt nicht: {found}",
        "Der {day} ist ein {right}, kein {named}.",
    ),
    "date.impossible": (
        "Datum im Kalender",
        "Diesen Tag gibt es nicht: {found}",
        "Im Kalender kommt dieser Tag nicht vor. Prüfen Sie Tag und Monat.",
    ),
    "date.over": (
        "Vergangener Termin im Text",
        "Termin im Text ist dann schon vorbei",
        "Im Text steht {day}, der Beitrag erscheint erst {planned}. Prüfen Sie, ob er verschoben wurde.",
    ),
    "date.relation": (
        "Heute, morgen, gestern",
        "Tag passt nicht zum Erscheinen: {found}",
        "Der Beitrag erscheint {planned}. Von diesem Tag aus stimmt die Angabe nicht.",
    ),
    "planned.past": (
        "Vergangener Termin des Beitrags",
        "Termin ist vorbei",
        "Geplant war {planned}, als veröffentlicht ist der Beitrag für {channels} nicht vermerkt.",
    ),
    "planned.clock_gap": (
        "Übersprungene Uhrzeit",
        "Diese Uhrzeit gibt es nicht",
        "{planned} fällt in die Stunde, die bei der Umstellung auf die Sommerzeit übersprungen wird.",
    ),
    "planned.embargo": (
        "Sperrfrist",
        "Vor Ablauf der Sperrfrist geplant",
        "Die Sperrfrist endet {until}, geplant ist {planned}.",
    ),
    "planned.blackout": (
        "Sperrzeiten",
        "Liegt in einer Sperrzeit: {title}",
        "Vom {first} bis {last} wird nur mit Ausnahme veröffentlicht. Verschieben Sie den Beitrag oder vergeben Sie das Schlagwort „Ausnahme“.",
    ),
    "planned.neutrality": (
        "Karenzzeit vor Wahlen",
        "Liegt in der Karenzzeit: {title}",
        "Vom {first} bis {last} hält sich das Rathaus zurück: nur Service und Gefahrenhinweise, nichts, was für jemanden wirbt. Verschieben Sie den Beitrag oder vergeben Sie das Schlagwort „Ausnahme“.",
    ),
    "planned.silent": (
        "Stille Tage",
        "Erscheint an einem stillen Tag: {title}",
        "Am {planned} passt nichts Heiteres. Verschieben Sie den Beitrag, oder vergeben Sie das Schlagwort „Ausnahme“, wenn er zum Tag passt.",
    ),
    "planned.holiday": (
        "Feiertage",
        "Erscheint an einem Feiertag: {title}",
        "Am {planned} ist das Rathaus geschlossen und niemand beantwortet Kommentare. Verschieben Sie den Beitrag, wenn er nicht zum Tag gehört.",
    ),
    "load.same_hour": (
        "Zwei Beiträge in einer Stunde",
        "Zwei Beiträge in einer Stunde auf {channel}",
        "„{other}“ erscheint dort {at}. Verschieben Sie einen von beiden, sonst nehmen sie sich die Aufmerksamkeit.",
    ),
    "planned.not_before": (
        "Nicht vor der Sitzung",
        "Erscheint vor der Sitzung: {title}",
        "Die Sitzung beginnt {until}, geplant ist {planned}. Erst erfährt es der Rat. Verschieben Sie den Beitrag hinter die Sitzung.",
    ),
    "planned.neutral_words": (
        "Wahlkampfwörter in der Karenzzeit",
        "In der Karenzzeit vermutlich heikel: {found}",
        "Vor der Wahl ({title}) hält sich das Rathaus zurück. Lassen Sie weg, was für jemanden wirbt, oder vergeben Sie das Schlagwort „Ausnahme“.",
    ),
    "planned.neutral_holder": (
        "Amtsinhaber in der Karenzzeit",
        "Amt oder Amtsinhaber genannt: {found}",
        "Vor der Wahl ({title}) wirkt das vermutlich wie Werbung. Berichten Sie von der Sache, oder vergeben Sie das Schlagwort „Ausnahme“.",
    ),
}
"""Name of each rule, title of a finding, sentence with what to do; facts of a finding fill the last two."""
