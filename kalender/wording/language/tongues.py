# SPDX-License-Identifier: EUPL-1.2
"""Languages of posts in German: Leichte Sprache, Türkisch, Arabisch."""

from __future__ import annotations

from kalender.domain.siblings.family import Where
from kalender.domain.siblings.tongues import EASY, HOUSE, PLAIN, is_easy, is_simple, primary
from kalender.wording.tr import tr

NAMES = {
    HOUSE: "Deutsch", EASY: "Leichte Sprache", PLAIN: "Einfache Sprache", "am": "Amharisch", "ar": "Arabisch",
    "az": "Aserbaidschanisch", "bg": "Bulgarisch", "bs": "Bosnisch", "ckb": "Kurdisch (Sorani)", "cs": "Tschechisch",
    "da": "Dänisch", "dsb": "Niedersorbisch", "el": "Griechisch", "en": "Englisch", "es": "Spanisch", "et": "Estnisch",
    "fa": "Persisch", "fi": "Finnisch", "fr": "Französisch", "frr": "Nordfriesisch", "he": "Hebräisch", "hi": "Hindi",
    "hr": "Kroatisch", "hsb": "Obersorbisch", "hu": "Ungarisch", "hy": "Armenisch", "id": "Indonesisch",
    "it": "Italienisch", "ja": "Japanisch", "ka": "Georgisch", "kmr": "Kurdisch (Kurmandschi)", "ko": "Koreanisch",
    "ku": "Kurdisch", "lt": "Litauisch", "lv": "Lettisch", "mk": "Mazedonisch", "nds": "Niederdeutsch",
    "nl": "Niederländisch", "no": "Norwegisch", "pl": "Polnisch", "ps": "Paschtu", "pt": "Portugiesisch",
    "ro": "Rumänisch", "rom": "Romani", "ru": "Russisch", "sk": "Slowakisch", "sl": "Slowenisch", "so": "Somali",
    "sq": "Albanisch", "sr": "Serbisch", "sv": "Schwedisch", "ta": "Tamil", "th": "Thailändisch", "ti": "Tigrinisch",
    "tr": "Türkisch", "uk": "Ukrainisch", "ur": "Urdu", "vi": "Vietnamesisch", "yi": "Jiddisch", "zh": "Chinesisch",
}  # fmt: skip
"""German name of each language; one that is missing is called by its tag."""


AWAY = {
    Where.DROPPED: "Das Original ist verworfen.",
    Where.TRASH: "Das Original liegt im Papierkorb.",
    Where.GONE: "Das Original ist nicht in diesem Plan.",
}
"""What is said of an original that is not in its place."""


def tongue(tag: str) -> str:
    """Return the German name of a language, with the tag where it says more: Portugiesisch (pt-BR)."""
    whole = NAMES.get(tag or HOUSE)
    if whole is not None:
        return tr(whole)
    name = NAMES.get(primary(tag))
    return tag if name is None else f"{tr(name)} ({tag})"


def short(tag: str) -> str:
    """Return the few letters that mark a card: Leicht, Einfach, TR; nothing for German."""
    if not tag:
        return ""
    if is_simple(tag):
        return tr("Leicht") if is_easy(tag) else tr("Einfach")
    return primary(tag).upper()


def titled(title: str, tag: str) -> str:
    """Return the working title of a sibling: Sommerfest (Leichte Sprache)."""
    return f"{title} ({tongue(tag)})"
