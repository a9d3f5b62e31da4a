# SPDX-License-Identifier: EUPL-1.2
"""Rules on what a town hall may say, who is shown and named, and what channels owe."""

from __future__ import annotations

WORDS: dict[str, tuple[str, str, str]] = {
    "picture.people_unsaid": (
        "Angabe zu Personen im Bild",
        "Vermutlich Personen im Bild: {found}",
        "Bild {number}. Geben Sie beim Bild an, ob jemand zu erkennen ist. Wer einzeln zu erkennen ist, willigt ein.",
    ),
    "picture.plates": (
        "Kennzeichen und Schilder",
        "Vermutlich lesbare Angaben im Bild: {found}",
        "Bild {number}. Kennzeichen, Namensschilder und Hausnummern verraten, um wen es geht. Machen Sie sie im Zuschnitt unkenntlich, wenn sie zu lesen sind.",
    ),
    "consent.unproven": (
        "Nachweis der Einwilligung",
        "Nachweis ist lückenhaft: {person}",
        "Bei der Einwilligung zu Bild {number} fehlt, wann sie erteilt wurde oder wo das Blatt liegt. Beides müssen Sie im Streitfall zeigen können.",
    ),
    "text.employee": (
        "Beschäftigte im Text",
        "Vermutlich Beschäftigte genannt: {found}",
        "Das ist freiwillig und jederzeit widerrufbar. Fragen Sie vorher, und löschen Sie Kommentare über einzelne Beschäftigte.",
    ),
    "planned.neutral_portrait": (
        "Amtsinhaber im Bild in der Karenzzeit",
        "Amtsinhaber im Bild: {found}",
        "Bild {number}. Vor der Wahl ({title}) wirkt ein solches Bild vermutlich wie Werbung. Zeigen Sie die Sache, oder vergeben Sie das Schlagwort „Ausnahme“.",
    ),
    "planned.neutral_label": (
        "Ehrungen und Bilanzen in der Karenzzeit",
        "Wartet vermutlich besser bis nach der Wahl: {found}",
        "Vor der Wahl ({title}) hält sich das Rathaus zurück. Verschieben Sie den Beitrag, oder vergeben Sie das Schlagwort „Ausnahme“ und sagen Sie im Kommentar, warum.",
    ),
    "text.not_public": (
        "Nichtöffentliche Sitzung",
        "Vermutlich nicht öffentlich: {found}",
        "Was nicht öffentlich beraten wird, bleibt vertraulich. Prüfen Sie, ob der Beschluss schon bekannt gegeben ist, oder geben Sie die Sitzung an, auf die der Beitrag wartet.",
    ),
    "text.by_message": (
        "Persönliches über Netzwerke",
        "Vermutlich persönliche Angaben erbeten: {found}",
        "Das Netzwerk liest mit. Nennen Sie Telefon, Postfach oder Formular des Amtes.",
    ),
    "post.beyond_task": (
        "Berichte wie in der Zeitung",
        "Vermutlich keine Aufgabe der Kommune: {found}",
        "Eine Kommune berichtet über ihre eigenen Aufgaben. Geben Sie an, welcher Aufgabe der Beitrag dient, oder lassen Sie ihn weg.",
    ),
    "text.event_place": (
        "Ort bei Veranstaltungen",
        "Ort fehlt vermutlich",
        "„{found}“: Sagen Sie dazu, wo es stattfindet.",
    ),
    "channel.notices_missing": (
        "Impressum, Datenschutz und Netiquette des Kanals",
        "Pflichtangaben von {channel} nicht eingetragen",
        "Der Plan weiß nicht, wo Impressum, Datenschutzhinweis und Netiquette stehen. Tragen Sie die Adressen in den Einstellungen beim Kanal ein.",
    ),
    "channel.notices_old": (
        "Jährlicher Blick auf die Pflichtangaben",
        "Pflichtangaben von {channel} lange nicht geprüft",
        "Zuletzt am {seen}. Sehen Sie nach, ob Impressum, Datenschutzhinweis und Netiquette vom Profil aus zu erreichen sind, und tragen Sie den Tag beim Kanal ein.",
    ),
    "channel.council_untold": (
        "Personalrat",
        "Personalrat zu {channel} nicht eingetragen",
        "Kanäle mit Kommentaren können mitbestimmungspflichtig sein; das hängt vom Einzelfall ab. Fragen Sie den Personalrat, und tragen Sie in den Einstellungen beim Kanal ein, wann.",
    ),
    "load.same_day": (
        "Mehrere Beiträge am Tag",
        "{count} Beiträge an einem Tag auf {channel}",
        "Am {planned} erscheinen dort auch: {others}. Verschieben Sie einen, dann wird jeder gelesen.",
    ),
}
"""Name of each rule, title of a finding, sentence with what to do; facts of a finding fill the last two."""
