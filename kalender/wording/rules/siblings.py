# SPDX-License-Identifier: EUPL-1.2
"""Rules on posts in other languages and in easier German."""

from __future__ import annotations

WORDS: dict[str, tuple[str, str, str]] = {
    "sibling.outdated": (
        "Änderung des Originals",
        "Original hat sich geändert",
        "„{title}“ sagt jetzt etwas anderes als beim letzten Abgleich. Passen Sie den Text an, und bestätigen Sie „Passt wieder“.",
    ),
    "sibling.alone": (
        "Original nicht mehr da",
        "Original ist weggefallen: {title}",
        "Es ist verworfen, gelöscht oder nicht im Plan. Prüfen Sie, ob dieser Beitrag noch stimmt, oder lösen Sie die Verbindung.",
    ),
    "sibling.early": (
        "Reihenfolge mit dem Original",
        "Erscheint vor dem Original",
        "„{title}“ erscheint erst {until}, dieser Beitrag schon {planned}. Verschieben Sie einen von beiden.",
    ),
    "sibling.undated": (
        "Original ohne Termin",
        "Original hat noch keinen Termin",
        "„{title}“ ist noch nicht geplant, dieser Beitrag erscheint {planned}. Geben Sie dem Original einen Termin.",
    ),
    "sibling.alt_german": (
        "Bildbeschreibung in der Sprache des Beitrags",
        "Bildbeschreibung vermutlich deutsch: Bild {number}",
        "Sie kommt aus der Bibliothek. Beschreiben Sie das Bild für diesen Beitrag in seiner Sprache.",
    ),
    "easy.sentence": (
        "Kurze Sätze in Leichter und Einfacher Sprache",
        "Satz vermutlich zu lang: {words} Wörter",
        "Leicht zu lesen sind hier bis zu {limit}. Schreiben Sie in jeden Satz nur eine Aussage.",
    ),
    "easy.word": (
        "Lange Wörter in Leichter und Einfacher Sprache",
        "Langes Wort: {found}",
        "Vermutlich schwer zu lesen. Trennen Sie es mit Bindestrich oder Punkt in der Mitte, oder nehmen Sie ein kürzeres Wort.",
    ),
    "easy.brackets": (
        "Klammern und Zeichen in Leichter und Einfacher Sprache",
        "Klammer oder Zeichen: {found}",
        "Schreiben Sie es als eigenen Satz oder als Wort.",
    ),
    "easy.missing": (
        "Fassung in Einfacher Sprache",
        "Schwer zu lesen, keine einfachere Fassung",
        "Vermutlich verstehen das auf {channel} nicht alle. Eine Fassung in Einfacher Sprache hilft. Ob Ihr Land sie verlangt, weiß Kalender nicht.",
    ),
}
"""Name of each rule, title of a finding, sentence with what to do; facts of a finding fill the last two."""
