# SPDX-License-Identifier: EUPL-1.2
"""What is said of a rule that found nothing."""

from __future__ import annotations

PASSED = {
    "channel.none": "Kanäle gewählt",
    "text.empty": "Text vorhanden",
    "planned.none": "Termin steht fest",
    "text.placeholder": "Keine Lücken aus Vorlagen",
    "link.broken": "Links sind vollständig",
    "link.not_clickable": "Links sind anklickbar",
    "text.too_long": "Länge passt auf jeden Kanal",
    "picture.too_many": "Zahl der Bilder passt",
    "alt.missing": "Alle Bilder sind beschrieben",
    "alt.too_long": "Alternativtexte sind kurz genug",
    "alt.file_name": "Kein Dateiname als Alternativtext",
    "picture.gone": "Alle Bilder sind da",
    "picture.licence_unknown": "Lizenzen sind geklärt",
    "picture.expired": "Nutzungsrechte gelten noch",
    "picture.consent_missing": "Einwilligungen liegen vor",
    "picture.enlarged": "Bilder sind groß genug",
    "date.weekday": "Datum passt zum Wochentag",
    "date.impossible": "Jedes Datum gibt es",
    "planned.past": "Termin liegt in der Zukunft",
    "planned.embargo": "Sperrfrist ist eingehalten",
    "planned.blackout": "Keine Sperrzeit",
    "hashtag.camel_case": "Hashtags sind vorlesbar",
    "text.emoji_run": "Keine Emoji-Ketten",
    "text.capitals": "Keine Wörter in Großbuchstaben",
    "text.long_sentence": "Sätze sind gut lesbar",
}
"""Rules worth naming, in the order they are shown; the others pass in silence."""
