# SPDX-License-Identifier: EUPL-1.2
"""Differences between two states of a post in words: fields, channels, times, pictures, crops, approvals."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, datetime

from kalender.domain.crop import Border, Crop
from kalender.services.acting.changes import Kept
from kalender.services.past.comparing import Difference
from kalender.services.past.states import Approval, PostState, Prospect
from kalender.wording.actions import label
from kalender.wording.dates import day_long, moment_long
from kalender.wording.tr import tr

FIELDS = {
    "title": "Titel",
    "text": "Text",
    "planned": "Termin",
    "zone": "Zeitzone",
    "idea": "Idee",
    "dropped": "Verworfen",
    "hold": "Angehalten",
    "topic": "Thema",
    "responsible": "Zuständig",
    "link": "Link",
    "place": "Ort",
    "note": "Interne Notiz",
    "task": "Aufgabe der Gemeinde",
    "goal": "Ziel",
    "contact": "Ansprechperson",
    "campaign": "Kampagne",
    "source": "Zulieferndes Amt",
    "alternative": "Andere Fundstelle",
    "labels": "Schlagworte",
    "groups": "Zielgruppen",
    "not_before": "Nicht vor der Sitzung",
    "embargo": "Sperrfrist",
    "first_comment": "Erster Kommentar",
    "formats": "Bildformate",
    "hidden": "Ausgelassene Bilder",
    "placements": "Bildausschnitte",
    "channel": "Kanal",
    "picture": "Bild",
    "order": "Reihenfolge der Bilder",
    "alt": "Alternativtext",
    "decorative": "Schmuckbild",
    "crop": "Bildausschnitt",
    "attachments": "Bilder",
    "external": "Verknüpfung mit einer Tabelle",
    "series": "Serie",
    "origin": "Termin in der Serie",
    "event": "Veranstaltung",
    "offset": "Abstand zur Veranstaltung",
    "language": "Sprache",
    "original": "Original in anderer Sprache",
    "original_digest": "Stand des Originals, zu dem es passt",
    "name": "Name",
    "credit": "Bildnachweis",
    "licence": "Lizenz",
    "licence_link": "Adresse der Lizenz",
    "terms": "Bedingungen",
    "from_file": "Aus der Datei gelesen",
    "film": "Film",
    "film_name": "Film",
    "captions": "Untertitel",
    "silent": "Ohne Ton",
    "burned": "Untertitel im Bild",
    "music": "Musik im Film",
    "imprint": "Impressum",
    "privacy": "Datenschutz",
    "netiquette": "Netiquette",
    "notices_seen": "Pflichtangaben geprüft am",
    "council_told": "Personalrat beteiligt am",
    "valid_until": "Gültig bis",
    "focus": "Fokuspunkt",
    "proposed": "Vorschlag des Fokuspunkts",
    "turn": "Drehung",
    "tilt": "Neigung",
    "light": "Helligkeit",
    "contrast": "Kontrast",
    "covers": "Unkenntliche Stellen",
    "sha256": "Bilddatei",
    "tile": "Vorlage der Kachel",
    "tile_kicker": "Wort oben auf der Kachel",
    "tile_words": "Text der Kachel",
    "tile_shapes": "Formen der Kachel",
    "tile_ground": "Hintergrundfarbe",
    "tile_ink": "Schriftfarbe",
    "tile_accent": "Akzentfarbe",
    "tile_arms": "Wappen",
    "tile_back": "Hintergrundbild",
    "tile_veil": "Schleier",
    "tile_dark": "Helligkeit des Hintergrundbilds",
    "tile_light": "Helligkeit des Hintergrundbilds",
    "tile_covers": "Unkenntliche Stellen",
    "consents": "Einwilligungen",
    "pins": "Personen auf dem Bild",
    "guardian": "Sorgeberechtigte",
    "teen": "14 Jahre oder älter",
    "agreed": "Zustimmung des Kindes",
    "given": "Erteilt am",
    "form": "Form",
    "channels": "Kanäle",
    "expires": "Gilt bis",
    "revoked": "Widerrufen am",
}
"""The German name of each field; others are called „Angabe“."""

_PARTS = {
    "version": "Fassung",
    "attachment": "Bilder",
    "request": "Prüfauftrag",
    "decision": "Freigabe",
    "delivery": "Export",
    "publication": "Veröffentlichung",
    "comment": "Kommentar",
    "todo": "Checkliste",
    "placement": "Bildausschnitt",
    "cover": "Unkenntliche Stelle",
    "pin": "Person auf dem Bild",
    "tileword": "Text der Kachel",
    "shape": "Formen der Kachel",
}

Names = Callable[[str], str]


def field_word(name: str) -> str:
    """Return what a field is called."""
    return tr(FIELDS.get(name, "Angabe"))


def key_words(key: str, channel: Names) -> str:
    """Return what a key of the journal stands for: „Text, Instagram“, „Bildausschnitt, Facebook“."""
    if not key:
        return tr("Löschung")
    steps = [step for step in key.split("/") if step]
    if steps[0] not in _PARTS:
        return field_word(steps[-1])
    inner = steps[2] if len(steps) > 2 else ""
    word = tr(_PARTS[steps[0]])
    if steps[0] == "version":
        name = channel(steps[1]) or tr("Kanal")
        if inner in _PARTS:
            return f"{tr(_PARTS[inner])}, {name}"
        return f"{field_word(inner) if inner else word}, {name}"
    if steps[0] == "attachment" and inner in {"alt", "decorative"}:
        return field_word(inner)
    return word


def changed_words(state: PostState, channel: Names) -> str:
    """Return what a step changed: „Text, Termin“; at most four things."""
    found = list(dict.fromkeys(key_words(key, channel) for key in state.keys))
    shown = ", ".join(found[:4])
    return shown + (tr(" und mehr") if len(found) > 4 else "")


def state_words(state: PostState, channel: Names) -> str:
    """Return what a step of a post was: „Text geändert“, „Beitrag angelegt“."""
    facts = {key: value for key, value in state.label.facts.items() if key not in {"title", "count"}}
    code = state.label.code
    if code == "step.taken_back":
        inner = label(str(facts.get("code", "")))
        return (tr("Erneut: {done}") if facts.get("again") else tr("Zurückgenommen: {done}")).format(
            done=inner
        )
    words = label(code, facts)
    if code in {"post.fields", "version.fields"} and state.keys:
        return _undone(state, f"{words}: {changed_words(state, channel)}")
    place = channel(str(facts.get("channel") or ""))
    if place:
        words = f"{words} ({place})"
    return _undone(state, words)


def _undone(state: PostState, words: str) -> str:
    if not state.undone:
        return words
    pattern = tr("Rückgängig: {done}") if state.undone == "undo" else tr("Wiederholt: {done}")
    return pattern.format(done=words)


def heading(difference: Difference, channel: Names, picture: Names, format_: Names) -> str:
    """Return what differs: „Text“, „Text, Instagram“, „Bildausschnitt, Facebook, Story, markt.jpg“."""
    parts = [field_word(difference.what)]
    if difference.what == "channel":
        parts = [tr("Kanal {name}").format(name=channel(difference.channel) or difference.channel)]
    elif difference.channel:
        parts.append(channel(difference.channel) or difference.channel)
    if difference.format:
        parts.append(format_(difference.format) or difference.format)
    if difference.picture:
        parts.append(picture(difference.picture) or tr("Bild"))
    return ", ".join(parts)


def pair(difference: Difference, people: Names, topics: Names, meetings: Names = str) -> tuple[str, str]:
    """Return the value then and now in words, for differences that are no texts."""
    what, then, now = difference.what, difference.then, difference.now
    if what in {"channel", "picture"}:
        return (tr("dabei"), tr("nicht dabei")) if then else (tr("nicht dabei"), tr("dabei"))
    if what == "order":
        return tr("andere Reihenfolge"), tr("jetzige Reihenfolge")
    if what == "crop":
        return _crop(then), _crop(now)
    if what == "language":
        from kalender.wording.language.tongues import tongue

        return tongue(str(then or "")), tongue(str(now or ""))
    if what == "responsible":
        return _named(then, people, tr("niemand")), _named(now, people, tr("niemand"))
    if what == "topic":
        return _named(then, topics, tr("keines")), _named(now, topics, tr("keines"))
    if what == "not_before":
        return _named(then, meetings, tr("keine")), _named(now, meetings, tr("keine"))
    inherits = bool(difference.channel)
    return value_words(then, inherits=inherits), value_words(now, inherits=inherits)


def _named(id_: object, names: Names, nothing: str) -> str:
    return (names(str(id_)) or str(id_)) if id_ else nothing


def _crop(value: object) -> str:
    if isinstance(value, Border):
        from kalender.wording.pictures import border_words

        return border_words(value)
    if not isinstance(value, Crop):
        return tr("um den Fokuspunkt")
    return tr("von Hand: links {x} ‰, oben {y} ‰, {w} × {h} ‰").format(
        x=value.x, y=value.y, w=value.w, h=value.h
    )


def value_words(value: object, *, inherits: bool = False) -> str:
    """Return a value in words."""
    if value is None:
        return tr("wie im Beitrag") if inherits else tr("ohne")
    if isinstance(value, bool):
        return tr("ja") if value else tr("nein")
    if isinstance(value, datetime):
        return moment_long(value)
    if isinstance(value, date):
        return day_long(value)
    if isinstance(value, tuple | list):
        return ", ".join(str(item) for item in value) or tr("keine")
    return str(value) or tr("leer")


APPROVALS = {
    Approval.UNTOUCHED: "",
    Approval.LAPSES: "Die Freigabe erlischt dadurch: Der Inhalt ist dann ein anderer als der freigegebene.",
    Approval.RETURNS: "Die frühere Freigabe gilt dann wieder: Es ist genau die freigegebene Fassung.",
    Approval.STAYS: "Die Freigabe gilt weiter.",
}
"""What becomes of the approval."""


def prospect_words(prospect: Prospect, channel: Names) -> list[str]:
    """Return in sentences what bringing a state back would do beside its fields."""
    found = [tr(APPROVALS[prospect.approval])] if prospect.approval is not Approval.UNTOUCHED else []
    if prospect.trashed:
        names = ", ".join(f"„{name}“" for name in prospect.trashed)
        found.append(
            tr(
                "{names} liegt im Papierkorb: Das Bild erscheint erst wieder, wenn Sie es dort zurückholen."
            ).format(names=names)
        )
    if prospect.channels:
        names = ", ".join(channel(item) or item for item in prospect.channels)
        found.append(tr("Diese Kanäle gibt es nicht mehr, sie bleiben weg: {names}.").format(names=names))
    return found


def kept_words(kept: tuple[Kept, ...], channel: Names, titles: Mapping[str, str]) -> list[str]:
    """Return what stays when a step is taken back: „Text von „Markt““."""
    found: dict[str, None] = {}
    for item in kept:
        title = titles.get(item.ref, "")
        word = key_words(item.key, channel)
        found[f"{word}: {title}" if title else word] = None
    return list(found)
