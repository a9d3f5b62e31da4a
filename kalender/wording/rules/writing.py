# SPDX-License-Identifier: EUPL-1.2
"""Rules on texts, links and channels, and on what a public body owes."""

from __future__ import annotations

WORDS: dict[str, tuple[str, str, str]] = {
    "channel.none": (
        "Mindestens ein Kanal",
        "Kein Kanal gewählt",
        "So erreicht der Beitrag niemanden. Wählen Sie mindestens einen Kanal.",
    ),
    "text.empty": (
        "Text vorhanden",
        "Text fehlt",
        "Ohne Text kann niemand prüfen, was veröffentlicht wird.",
    ),
    "text.placeholder": (
        "Lücken aus Vorlagen",
        "Lücke nicht ausgefüllt: {found}",
        "Hier fehlt noch eine Angabe aus der Vorlage.",
    ),
    "link.broken": (
        "Vollständige Links",
        "Link führt nirgendwohin",
        "„{link}“ ist keine vollständige Webadresse, zum Beispiel www.lindenbrunn.de/termine.",
    ),
    "link.not_clickable": (
        "Anklickbare Links",
        "Link nicht anklickbar",
        "{channel} macht aus „{link}“ keinen Link. Verweisen Sie auf den Link im Profil oder lassen Sie ihn hier weg.",
    ),
    "text.too_long": (
        "Höchstlänge des Textes",
        "Text zu lang: {count} von {limit} {unit}",
        "{excess} {unit} zu viel für {channel}. Kürzen Sie den Text oder passen Sie ihn für diesen Kanal an.",
    ),
    "text.nearly_too_long": (
        "Fast erreichte Höchstlänge",
        "Text fast zu lang: {count} von {limit} Zeichen",
        "{channel} sagt nicht genau, wie gezählt wird. Kürzen Sie den Text ein wenig.",
    ),
    "text.repeated": (
        "Derselbe Text noch einmal",
        "Derselbe Text wie „{other}“",
        "Er steht auf {channels} schon {at}. Schreiben Sie ihn um, oder lassen Sie einen der Beiträge weg.",
    ),
    "hashtag.camel_case": (
        "Großbuchstaben in Hashtags",
        "Hashtag ohne Großbuchstaben",
        "{found} lesen Vorleseprogramme als ein Wort. Besser: {better}.",
    ),
    "hashtag.too_many": (
        "Zahl der Hashtags",
        "Viele Hashtags: {count} von {limit}",
        "{channel} wertet oder zeigt höchstens {limit}. Behalten Sie die wichtigsten.",
    ),
    "hashtag.not_at_end": (
        "Hashtags am Ende",
        "Hashtag mitten im Text",
        "{found} stört beim Vorlesen. Sammeln Sie Hashtags am Ende.",
    ),
    "text.disguised_letters": (
        "Zierschrift",
        "Zierschrift statt Buchstaben",
        "„{found}“ überspringen oder buchstabieren Vorleseprogramme. Schreiben Sie „{better}“.",
    ),
    "text.emoji_run": (
        "Emoji-Ketten",
        "{count} Emojis hintereinander",
        "Vorleseprogramme nennen jedes einzeln. Gut sind höchstens {limit}.",
    ),
    "text.capitals": (
        "Wörter in Großbuchstaben",
        "Nur Großbuchstaben: {found}",
        "Das wirkt laut und wird manchmal buchstabiert. Schreiben Sie normal groß und klein.",
    ),
    "text.long_sentence": (
        "Lange Sätze",
        "Satz zu lang: {words} Wörter",
        "Gut lesbar sind nach einer Faustregel bis zu {limit}, im Einzelfall auch mehr. Machen Sie möglichst zwei Sätze daraus.",
    ),
    "text.spelling": (
        "Rechtschreibung",
        "Nicht im Wörterbuch: {found}",
        "Prüfen Sie die Schreibweise. Ist das Wort richtig, nehmen Sie es in die Wortliste des Plans auf.",
    ),
    "text.hard_to_read": (
        "Lesbarkeit insgesamt",
        "Text sehr schwer zu lesen",
        "Lesbarkeit nach Amstad: {value} von 100, im Mittel {words} Wörter je Satz. Kürzere Sätze und einfachere Wörter erreichen mehr Menschen.",
    ),
    "text.officialese": (
        "Amtsdeutsch",
        "Amtsdeutsch: {found}",
        "So spricht kaum jemand. Einfacher: {better}.",
    ),
    "text.nominal_style": (
        "Hauptwörter statt Verben",
        "Viele Hauptwörter in einem Satz",
        "{nouns}: Mit Verben wird der Satz kürzer und lebendiger.",
    ),
    "text.passive": (
        "Wer handelt",
        "{count} von {of} Sätzen sagen nicht, wer handelt",
        "Nennen Sie, wer etwas tut: „Der Bauhof sperrt die Gasse“ statt „Die Gasse wird gesperrt“.",
    ),
    "text.long_word": (
        "Sehr lange Wörter",
        "Sehr langes Wort: {found}",
        "{letters} Buchstaben. Ein Bindestrich oder zwei Wörter helfen beim Lesen.",
    ),
    "text.double_negation": (
        "Doppelte Verneinung",
        "Doppelte Verneinung: {found}",
        "Sagen Sie es ohne Verneinung, dann versteht es jeder beim ersten Lesen.",
    ),
    "text.click_here": (
        "Link mit dem Namen „hier“",
        "Link ohne Namen: {found}",
        "Sagen Sie, wohin der Link führt, zum Beispiel „Alle Termine: www.lindenbrunn.de/termine“.",
    ),
    "link.unencrypted": (
        "Unverschlüsselte Links",
        "Link ist nicht verschlüsselt",
        "„{link}“ beginnt mit http. Browser warnen davor. Nehmen Sie die Adresse mit https.",
    ),
    "link.shortened": (
        "Gekürzte Links",
        "Gekürzter Link: {link}",
        "Niemand sieht, wohin er führt, und der Anbieter zählt mit. Nehmen Sie die ganze Adresse.",
    ),
    "link.tracking": (
        "Links, die mitzählen",
        "Link zählt mit, wer ihm folgt",
        "Hinter dem Fragezeichen von „{link}“ stehen Angaben zum Zählen. Lassen Sie sie weg, oder nennen Sie das im Datenschutzhinweis.",
    ),
    "mention.too_many": (
        "Zahl der Erwähnungen",
        "Zu viele Erwähnungen: {count} von {limit}",
        "{channel} nimmt höchstens {limit}. Nennen Sie nur, wen es wirklich angeht.",
    ),
    "post.third_party": (
        "Werbung für Dritte",
        "Vermutlich Werbung für Dritte: {found}",
        "Ein Rathaus wirbt nicht für Betriebe. Geben Sie an, welcher Aufgabe der Kommune der Beitrag dient, oder formulieren Sie sachlich.",
    ),
    "post.task_missing": (
        "Bezug zur kommunalen Aufgabe",
        "Bezug zur Aufgabe fehlt",
        "Geben Sie bei den Angaben an, welcher Aufgabe der Kommune der Beitrag dient.",
    ),
    "post.alternative_missing": (
        "Auch ohne soziale Netzwerke",
        "Vermutlich nur in sozialen Netzwerken",
        "„{found}“ müssen auch Menschen ohne Konto erfahren. Geben Sie an, wo es außerdem steht, oder verweisen Sie auf die eigene Website.",
    ),
    "text.private_data": (
        "Private Angaben im Text",
        "Vermutlich private Angabe: {found}",
        "Nennen Sie Nummer und Postfach des Amtes. Private Angaben verbreiten sich im Netz und kommen nicht mehr zurück.",
    ),
    "text.event_open": (
        "Uhrzeit bei Veranstaltungen",
        "Uhrzeit fehlt vermutlich",
        "„{found}“: Sagen Sie dazu, um wie viel Uhr es beginnt.",
    ),
    "format.story_only": (
        "Story ohne Beitrag",
        "Nur als Story auf {channel}",
        "Eine Story ist nach einem Tag weg und kennt keine Alternativtexte. Zeigen Sie das auch als Beitrag.",
    ),
    "hashtag.repeated": (
        "Doppelte Hashtags",
        "Hashtag doppelt: {found}",
        "Einmal genügt. Vorleseprogramme nennen ihn sonst zweimal.",
    ),
    "text.emoji_repeated": (
        "Wiederholte Emojis",
        "Dasselbe Emoji {count}-mal",
        "Vorleseprogramme sagen jedes Mal seinen Namen. Einmal genügt.",
    ),
    "text.emoji_bullets": (
        "Emojis als Aufzählung",
        "Emojis am Anfang von {count} Zeilen",
        "Vorleseprogramme nennen jedes vor der Zeile. Nehmen Sie einen Strich.",
    ),
    "text.marks_run": (
        "Gehäufte Zeichen",
        "Zeichen gehäuft: {found}",
        "Das wirkt laut und wird einzeln vorgelesen. Eines genügt.",
    ),
    "text.double_space": (
        "Doppelte Leerzeichen",
        "Leerzeichen doppelt",
        "Zwischen zwei Wörtern steht eines.",
    ),
    "text.gender": (
        "Schreibweise für Frauen und Männer",
        "Nicht die Schreibweise des Hauses: {found}",
        "Das Haus schreibt anders. Am besten hört sich ein neutrales Wort an, zum Beispiel „das Team“.",
    ),
    "text.abbreviation": (
        "Abkürzungen",
        "Abkürzung: {found}",
        "Nicht jeder kennt sie, und sie wird buchstabiert. Ausgeschrieben: {better}.",
    ),
}
"""Name of each rule, title of a finding, sentence with what to do; facts of a finding fill the last two."""
