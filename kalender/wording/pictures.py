# SPDX-License-Identifier: EUPL-1.2
"""German words of what the library knows about a picture: licence, people, state of the alt text."""

from __future__ import annotations

from datetime import date

from kalender.domain.crop import Border
from kalender.domain.picture import ENDING, AiMark, Licence, Music, People, Picture, Proposed
from kalender.domain.post import Attachment
from kalender.wording.tr import tr

LICENCES = {
    Licence.UNKNOWN: "Noch nicht geklärt",
    Licence.OWN: "Eigenes Foto der Stadt",
    Licence.COMMISSIONED: "Nutzungsrecht der Stadt (Auftrag)",
    Licence.STOCK: "Bildagentur, ohne soziale Medien",
    Licence.STOCK_SOCIAL: "Bildagentur, mit sozialen Medien",
    Licence.CC0: "CC0, gemeinfrei",
    Licence.CC_BY: "CC BY, Namensnennung",
    Licence.CC_BY_SA: "CC BY-SA, gleiche Bedingungen",
    Licence.CC_BY_ND: "CC BY-ND, keine Bearbeitung",
    Licence.PERMISSION: "Mit Erlaubnis der Urheberin oder des Urhebers",
    Licence.AGENCY: "Presseagentur",
    Licence.AI: "Mit KI erzeugt",
}
"""Long names, for the list to choose from."""

_SHORT = {
    Licence.UNKNOWN: "Lizenz fehlt",
    Licence.OWN: "Eigenes Foto",
    Licence.COMMISSIONED: "Auftrag",
    Licence.STOCK: "Nur ohne Social",
    Licence.STOCK_SOCIAL: "Bildagentur",
    Licence.CC0: "CC0",
    Licence.CC_BY: "CC BY",
    Licence.CC_BY_SA: "CC BY-SA",
    Licence.CC_BY_ND: "CC BY-ND",
    Licence.PERMISSION: "Mit Erlaubnis",
    Licence.AGENCY: "Presseagentur",
    Licence.AI: "KI-Bild",
}

PEOPLE = {
    People.UNKNOWN: "Noch nicht geprüft",
    People.NONE: "Niemand zu erkennen",
    People.INCIDENTAL: "Nur als Beiwerk",
    People.CROWD: "Menschenmenge bei einer Veranstaltung",
    People.INDIVIDUALS: "Einzelne Personen, Einwilligung nötig",
}

MUSIC = {
    Music.UNSAID: "Musik: noch nicht angegeben",
    Music.NONE: "Keine Musik zu hören",
    Music.LICENSED: "Musik mit Lizenz oder gemeinfrei",
    Music.NETWORK: "Musik aus dem Netzwerk",
}
"""What music a film has."""


def licence_state(picture: Picture) -> tuple[str, str]:
    """Return the theme role and the words of a picture's licence: ("ok", "Eigenes Foto")."""
    if picture.tile and not picture.tile_back and picture.licence is Licence.OWN:
        return "ok", tr("Eigene Kachel")
    doubtful = {Licence.UNKNOWN, Licence.STOCK, Licence.CC_BY_ND}
    return ("warn" if picture.licence in doubtful else "ok"), tr(_SHORT[picture.licence])


def alt_state(attachment: Attachment, picture: Picture) -> tuple[str, str]:
    """Return the theme role and the words of the alt text of a picture in a post."""
    if attachment.decorative:
        return "ok", tr("Schmuckbild")
    text = picture.alt if attachment.alt is None else attachment.alt
    return ("ok", tr("Alternativtext")) if text.strip() else ("err", tr("Alternativtext fehlt"))


AI_MARKS = {
    AiMark.NONE: "Ohne KI",
    AiMark.MADE: "Ganz von KI erzeugt",
    AiMark.ALTERED: "Mit KI verändert",
}
"""What a machine had to do with a picture."""


def ai_words(mark: AiMark) -> str:
    """Return the words of a label: „mit KI erzeugt“, „mit KI verändert“; empty where there is nothing to say."""
    words = {AiMark.MADE: "mit KI erzeugt", AiMark.ALTERED: "mit KI verändert"}
    return tr(words[mark]) if mark in words else ""


_READ = {
    "alt": "Alternativtext",
    "note": "Beschreibung",
    "credit": "Urheberin oder Urheber",
    "licence": "Lizenz",
    "licence_link": "Adresse der Lizenz",
    "terms": "Bedingungen",
    "ai": "KI-Kennzeichen",
}


def read_words(picture: Picture) -> str:
    """Return what was read from the file and nobody has written since; empty where nothing was."""
    names = [tr(words) for name, words in _READ.items() if name in picture.from_file]
    return tr("Ungeprüft übernommen: {fields}.").format(fields=", ".join(names)) if names else ""


def ending_words(until: date | None, today: date) -> str:
    """Return a warning where the right to use a picture ends soon or is over; else nothing."""
    if until is None or until > today + ENDING:
        return ""
    days = (until - today).days
    if days < 0:
        return tr("Das Nutzungsrecht ist abgelaufen. Das Bild darf nicht mehr neu erscheinen.")
    if days == 0:
        return tr("Das Nutzungsrecht endet heute.")
    return tr("Das Nutzungsrecht endet morgen.") if days == 1 else tr("Endet in {n} Tagen.").format(n=days)


def film_words(picture: Picture) -> str:
    """Return "0:32 Minuten, 1080 × 1920 px, Untertitel (SRT)"."""
    minutes, seconds = divmod(round(picture.film_ms / 1000), 60)
    parts = [
        tr("{m}:{s:02d} Minuten").format(m=minutes, s=seconds),
        f"{picture.film_width} × {picture.film_height} px",
    ]
    if picture.captions:
        parts.append(tr("Untertitel ({kind})").format(kind=picture.captions_suffix.upper()))
    return ", ".join(parts)


def size_words(picture: Picture) -> str:
    """Return "3000 × 2000 px, 3,8 MB"."""
    return f"{picture.width} × {picture.height} px, {bytes_words(picture.bytes)}"


def bytes_words(count: int) -> str:
    """Return a file size: "3,8 MB", "420 KB"."""
    if count >= 1_000_000:
        return f"{count / 1_000_000:.1f} MB".replace(".", ",")
    return f"{max(1, round(count / 1000))} KB"


def border_words(border: Border) -> str:
    """Return how a whole picture is brought into a format: „eingepasst, Rand #1a2b3c“."""
    if border.colour:
        return tr("eingepasst, Rand in der Farbe {colour}").format(colour=border.colour)
    return tr("eingepasst, Rand unscharf")


def focus_words(proposed: Proposed) -> str:
    """Return what is said of the focus point of a picture: what it does, and whether it was only proposed."""
    if proposed is Proposed.FACES:
        return tr(
            "Vorgeschlagener Fokuspunkt: Dort sind in der Datei Gesichter markiert. Ziehen Sie ihn, wohin er soll."
        )
    if proposed is Proposed.SEEN:
        return tr("Vorgeschlagener Fokuspunkt: Dort ist am meisten zu sehen. Ziehen Sie ihn, wohin er soll.")
    return tr("Fokuspunkt: Dieser Punkt bleibt in jedem Ausschnitt.")
