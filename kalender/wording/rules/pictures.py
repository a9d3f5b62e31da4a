# SPDX-License-Identifier: EUPL-1.2
"""Rules on pictures, their descriptions and rights."""

from __future__ import annotations

WORDS: dict[str, tuple[str, str, str]] = {
    "picture.too_many": (
        "Höchstzahl der Bilder",
        "Zu viele Bilder: {count} von höchstens {limit}",
        "{channel} nimmt in einem Beitrag höchstens {limit}. Lassen Sie für diesen Kanal Bilder weg.",
    ),
    "alt.missing": (
        "Alternativtext vorhanden",
        "Alternativtext fehlt",
        "Bild {number}. Ohne Beschreibung bleibt das Bild für blinde Menschen leer.",
    ),
    "alt.too_long": (
        "Höchstlänge des Alternativtextes",
        "Alternativtext zu lang: {count} von {limit} Zeichen",
        "Bild {number}. {channel} nimmt höchstens {limit} Zeichen. Lange Beschreibungen gehören in den Text.",
    ),
    "alt.file_name": (
        "Dateiname als Alternativtext",
        "Alternativtext ist ein Dateiname",
        "Bild {number}. „{alt}“ sagt nicht, was zu sehen ist. Beschreiben Sie das Bild in ein bis zwei Sätzen.",
    ),
    "alt.begins_with_picture": (
        "Alternativtext mit „Bild von“",
        "Alternativtext beginnt mit „{opening}“",
        "Bild {number}. Dass es ein Bild ist, sagen Vorleseprogramme schon. Beginnen Sie mit dem, was zu sehen ist.",
    ),
    "alt.twice": (
        "Gleiche Alternativtexte",
        "Alternativtext doppelt",
        "Bild {number} ist genauso beschrieben wie Bild {other}. Sagen Sie, was die Bilder unterscheidet.",
    ),
    "alt.not_shown": (
        "Beschreibung ohne Alternativtext",
        "Beschreibung wird nicht angezeigt",
        "{channel} kennt keine Alternativtexte. Beschreiben Sie Bild {number} im Text.",
    ),
    "picture.gone": (
        "Bild in der Sammlung",
        "Bild fehlt",
        "Bild {number} liegt nicht mehr in der Bildersammlung. Fügen Sie es neu hinzu oder nehmen Sie es heraus.",
    ),
    "picture.file": (
        "Unversehrte Bilddatei",
        "Bilddatei fehlt oder ist beschädigt",
        "Bild {number} („{picture}“) liegt nicht mehr so im Bilderordner des Plans, wie es aufgenommen wurde. Holen Sie die Datei aus einer Sicherung zurück oder spielen Sie das Bild noch einmal ein; dann gilt auch eine Freigabe wieder.",
    ),
    "picture.licence_unknown": (
        "Nutzungsrecht angegeben",
        "Nutzungsrecht nicht angegeben",
        "Bild {number}. Tragen Sie ein, woher das Bild stammt und auf welcher Grundlage Sie es nutzen.",
    ),
    "picture.credit_missing": (
        "Bildnachweis vorhanden",
        "Bildnachweis fehlt",
        "Bild {number}. Wer das Bild gemacht hat, hat ein Recht darauf, genannt zu werden.",
    ),
    "picture.credit_hidden": (
        "Bildnachweis im Beitrag",
        "Bildnachweis wird nicht gezeigt",
        "Bild {number}. Diese Lizenz verlangt, dass „{credit}“ im Beitrag steht.",
    ),
    "picture.no_derivatives": (
        "Zuschnitt trotz Lizenz ohne Bearbeitung",
        "Bild darf nicht zugeschnitten werden",
        "Bild {number} steht unter einer Lizenz ohne Bearbeitung, wird für {channel} aber zugeschnitten. Nehmen Sie ein anderes Bild, oder passen Sie es im Zuschnitt ganz mit farbigem Rand ein.",
    ),
    "picture.border_own": (
        "Unscharfer Rand trotz Lizenz ohne Bearbeitung",
        "Unscharfer Rand: Lizenz prüfen",
        "Bild {number} steht unter einer Lizenz ohne Bearbeitung. Der unscharfe Rand für {channel} ist aus dem Bild gemacht; ob das erlaubt ist, lässt sich nicht sicher sagen. Ein farbiger Rand lässt das Bild, wie es ist.",
    ),
    "picture.expired": (
        "Ablauf des Nutzungsrechts",
        "Nutzungsrecht läuft vorher ab",
        "Bild {number} darf nur bis {until} gezeigt werden, geplant ist {planned}.",
    ),
    "film.captions": (
        "Untertitel des Films",
        "Untertitel fehlen",
        "Bild {number}, Film „{film}“ für {channel}. Wer nicht hört, versteht ihn nicht. Wählen Sie auf der Seite Bilder eine Untertitel-Datei, oder kreuzen Sie an, dass sie im Bild stehen oder der Film ohne Ton ist.",
    ),
    "film.length": (
        "Länge des Films",
        "Film passt nicht in die Länge",
        "Bild {number}, Film „{film}“ dauert {seconds} Sekunden. {label} nimmt {least} bis {most} Sekunden. Kürzen Sie den Film, oder wählen Sie einen anderen Kanal.",
    ),
    "picture.stock_not_social": (
        "Agenturbild in sozialen Netzwerken",
        "Bild nicht für soziale Netzwerke",
        "Bild {number}. Die Lizenz der Bildagentur schließt {channels} nicht ein. Nehmen Sie ein anderes Bild.",
    ),
    "picture.enlarged": (
        "Zu kleine Bilder",
        "Bild zu klein: auf {percent} % vergrößert",
        "Bild {number} wird als „{label}“ unscharf. Wählen Sie einen größeren Ausschnitt oder ein anderes Bild.",
    ),
    "picture.tile_back": (
        "Unkenntliche Stellen hinter Kacheln",
        "Kachel zeigt, was inzwischen unkenntlich ist",
        "Bild {number}. Im Bild „{back}“ hinter dem Text sind seither Stellen unkenntlich gemacht worden. Öffnen Sie die Kachel und wählen Sie „Kachel ändern“, dann wird sie mit dem heutigen Bild neu gezeichnet.",
    ),
    "picture.tile_contrast": (
        "Lesbarkeit von Kacheln aus Text",
        "Kachel schlecht lesbar: Kontrast {ratio}",
        "Bild {number}. Text braucht einen Kontrast von 4,5 : 1, sonst lesen ihn viele nicht, draußen auf dem Handy fast niemand. Öffnen Sie die Kachel und nehmen Sie die lesbare Farbe oder einen stärkeren Schleier. Auf der eigenen Website ist das Vorschrift.",
    ),
    "picture.consent_missing": (
        "Einwilligung vorhanden",
        "Einwilligung prüfen",
        "Bild {number} zeigt erkennbare Personen. Tragen Sie die Einwilligung beim Bild ein oder ersetzen Sie es.",
    ),
    "consent.revoked": (
        "Widerrufene Einwilligung",
        "Einwilligung widerrufen: {person}",
        "Seit {revoked} darf Bild {number} nicht mehr erscheinen. Nehmen Sie ein anderes Bild.",
    ),
    "consent.expires": (
        "Ablauf der Einwilligung",
        "Einwilligung läuft vorher ab: {person}",
        "Sie gilt für Bild {number} bis {until}, geplant ist {planned}. Holen Sie eine neue ein, oder nehmen Sie ein anderes Bild.",
    ),
    "consent.channels": (
        "Kanäle der Einwilligung",
        "Einwilligung gilt hier nicht: {person}",
        "{channels} ist in der Einwilligung zu Bild {number} nicht genannt. Lassen Sie das Bild dort weg, oder fragen Sie nach.",
    ),
    "consent.guardian": (
        "Sorgeberechtigte bei Kindern",
        "Kind ohne Sorgeberechtigte: {person}",
        "Bild {number}. Bei Kindern willigen die Sorgeberechtigten ein. Tragen Sie deren Namen in der Einwilligung nach.",
    ),
    "consent.child": (
        "Zustimmung des Kindes ab 14",
        "Das Kind selbst wurde nicht gefragt: {person}",
        "Bild {number}. Etwa ab 14 Jahren stimmt meist auch das Kind selbst zu; im Einzelfall kommt es auf seine Reife an. Tragen Sie es in der Einwilligung ein.",
    ),
    "alt.placeholder": (
        "Platzhalter als Alternativtext",
        "Alternativtext sagt nichts: {alt}",
        "Bild {number}. Beschreiben Sie in ein bis zwei Sätzen, was zu sehen ist.",
    ),
    "alt.too_short": (
        "Sehr kurzer Alternativtext",
        "Alternativtext vermutlich zu kurz: {alt}",
        "Bild {number}. Ein Wort reicht selten. Sagen Sie, wer oder was zu sehen ist und was geschieht.",
    ),
    "alt.repeats_text": (
        "Alternativtext wie der Text",
        "Alternativtext wiederholt den Text",
        "Bild {number}. Wer vorlesen lässt, hört dasselbe zweimal. Sagen Sie, was auf dem Bild zu sehen ist.",
    ),
    "picture.twice": (
        "Dasselbe Bild zweimal",
        "Dasselbe Bild noch einmal",
        "Bild {number} ist dasselbe wie Bild {other}. Nehmen Sie eines heraus.",
    ),
    "picture.again": (
        "Dasselbe Bild bald wieder",
        "Dasselbe Bild wie in „{other}“",
        "Bild {number} steht auf {channels} schon {at}. Mit einem anderen bleibt der Kanal abwechslungsreich.",
    ),
    "picture.ai_untold": (
        "Hinweis auf KI-Bilder",
        "KI-Bild ohne Hinweis",
        "Bild {number} ist mit KI erstellt oder verändert. Sagen Sie das im Text, zum Beispiel „Bild mit KI erstellt“ oder „Bild mit KI verändert“.",
    ),
    "picture.ai_unmarked": (
        "Kennzeichen bei KI-Bildern",
        "KI-Bild ist nicht gekennzeichnet",
        "Bild {number} steht unter „KI“, das Kennzeichen fehlt aber. Mit dem Kennzeichen steht es auch in jeder Datei, die hinausgeht.",
    ),
    "picture.credit_no_source": (
        "Netzwerk als Bildnachweis",
        "Kein Bildnachweis: {credit}",
        "Bild {number}. Genannt wird, wer das Bild gemacht hat, nicht wo es gefunden wurde.",
    ),
    "picture.licence_link": (
        "Link zur Lizenz",
        "Link zur Lizenz fehlt",
        "Bild {number}. Creative Commons verlangt einen Verweis auf die Lizenz. Tragen Sie ihn beim Bild ein.",
    ),
    "picture.children": (
        "Kinder im Bild",
        "Vermutlich Kinder im Bild",
        "Bild {number}. Geben Sie beim Bild an, ob jemand zu erkennen ist. Bei Kindern willigen die Sorgeberechtigten ein.",
    ),
}
"""Name of each rule, title of a finding, sentence with what to do; facts of a finding fill the last two."""
