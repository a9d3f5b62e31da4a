# SPDX-License-Identifier: EUPL-1.2
"""Rules on films, licences of pictures, and figures that only some sources name."""

from __future__ import annotations

WORDS: dict[str, tuple[str, str, str]] = {
    "film.ratio": (
        "Seitenverhältnis des Films",
        "Film hat ein anderes Seitenverhältnis: {size}",
        "Bild {number}, Film „{film}“. „{label}“ zeigt {wanted}. Sonst entstehen Balken, oder der Rand fehlt. Drehen oder schneiden Sie den Film passend, oder wählen Sie einen anderen Kanal.",
    ),
    "film.large": (
        "Zu große Filmdateien",
        "Film vermutlich zu groß: {size} MB",
        "Bild {number}, Film „{film}“. „{label}“ nimmt Dateien bis {most} MB. Speichern Sie den Film stärker verkleinert oder kürzer.",
    ),
    "film.small": (
        "Zu kleine Filme",
        "Film zu klein: {size}",
        "Bild {number}, Film „{film}“. „{label}“ nimmt Filme ab {wanted}. Nehmen Sie eine größere Fassung.",
    ),
    "film.mixed": (
        "Film und Bilder zusammen",
        "Film und Bilder zusammen auf {channel}",
        "Bild {number} ist ein Film. {channel} nimmt entweder Bilder oder einen Film. Lassen Sie für diesen Kanal eines weg.",
    ),
    "film.music": (
        "Musik im Film",
        "Musik im Film ungeklärt",
        "Bild {number}, Film „{film}“ für {channel}. Geben Sie beim Bild an, ob Musik zu hören ist und woher das Recht daran kommt. Musik der Netzwerke gilt für Rathäuser vermutlich nicht.",
    ),
    "picture.no_edits": (
        "Bearbeitung trotz Lizenz ohne Bearbeitung",
        "Bild darf nicht bearbeitet werden",
        "Bild {number} steht unter einer Lizenz ohne Bearbeitung, wurde aber gedreht, begradigt, aufgehellt oder abgedeckt. Nehmen Sie das im Zuschnitt zurück, oder nehmen Sie ein anderes Bild.",
    ),
    "picture.licence_differs": (
        "Lizenz und Link zur Lizenz",
        "Link gehört zu einer anderen Lizenz",
        "Bild {number}. „{link}“ ist nicht die Lizenz, die beim Bild gewählt ist. Prüfen Sie, welche stimmt.",
    ),
    "picture.non_commercial": (
        "Nicht kommerzielle Lizenzen",
        "Vermutlich nur nicht kommerziell: {found}",
        "Bild {number}. Ob ein Rathaus darunter fällt, ist umstritten. Fragen Sie nach, oder nehmen Sie ein anderes Bild.",
    ),
    "picture.shared_uncredited": (
        "Fremde Bilder als Linkbild",
        "Linkbild ohne Bildnachweis",
        "Bild {number} wandert mit jedem geteilten Link von {channel} weiter, der Bildnachweis nicht. Nehmen Sie dafür besser ein eigenes Bild.",
    ),
    "text.maybe_too_long": (
        "Unbestätigte Höchstlänge mit Bild",
        "Text vermutlich zu lang: {count} von {limit} Zeichen",
        "Eine Quelle nennt für {channel} mit Bild diese Grenze, bestätigt ist sie nicht. Sehen Sie beim Veröffentlichen nach, ob alles da ist.",
    ),
    "comment.too_long": (
        "Höchstlänge des ersten Kommentars",
        "Erster Kommentar zu lang: {count} von {limit} Zeichen",
        "{channel} nimmt höchstens {limit} Zeichen. Kürzen Sie den Kommentar.",
    ),
    "text.emoji_inside": (
        "Emojis im Satz",
        "Emoji mitten im Satz: {found}",
        "Vorleseprogramme sagen seinen Namen dazwischen. Setzen Sie es ans Ende.",
    ),
}
"""Name of each rule, title of a finding, sentence with what to do; facts of a finding fill the last two."""
