# SPDX-License-Identifier: EUPL-1.2
"""What the columns of a foreign plan mean, guessed from their headings in German and English."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence
from enum import StrEnum

from kalender.domain.frozen import frozen
from kalender.exchange.sheets import Cell


class Field(StrEnum):
    """What a column can be. CHANNEL: one channel's own column, with a mark or its own text."""

    DATE = "date"
    TIME = "time"
    WEEKDAY = "weekday"
    TITLE = "title"
    TEXT = "text"
    CHANNELS = "channels"
    CHANNEL = "channel"
    STATUS = "status"
    TOPIC = "topic"
    RESPONSIBLE = "responsible"
    LINK = "link"
    PICTURE = "picture"
    ALT = "alt"
    PLACE = "place"
    NOTE = "note"
    CAMPAIGN = "campaign"
    LABELS = "labels"
    GOAL = "goal"
    GROUPS = "groups"
    TASK = "task"
    SOURCE = "source"
    EXTERNAL = "external"
    IGNORED = "ignored"


@frozen
class ChannelName:
    """A channel of the plan and the words that mean it, all in plain form."""

    id: str
    words: frozenset[str]


@frozen
class Column:
    """One column: its number from 0, its heading, and what it was taken for. channel: id, for CHANNEL."""

    number: int
    heading: str
    field: Field
    channel: str = ""


_ALSO = {
    "facebook": ("fb", "face book", "facebook seite"),
    "instagram": ("ig", "insta", "instagramm", "instagram feed"),
    "whatsapp": ("wa", "whats app", "whatsapp kanal", "whatsapp channel", "whatsappkanal"),
    "mastodon": ("ma", "masto", "fediverse"),
    "website": (
        "web",
        "homepage",
        "hp",
        "webseite",
        "internet",
        "internetseite",
        "webpage",
        "site",
        "stadtseite",
    ),
    "newsletter": ("nl", "rundbrief", "infobrief"),
    "notice": ("amtsblatt", "aushang", "schaukasten", "mitteilungsblatt", "gemeindeblatt"),
    "press": ("presse", "pressemitteilung", "pm", "zeitung"),
    "linkedin": ("li", "linked in"),
    "youtube": ("yt", "you tube"),
    "tiktok": ("tt", "tik tok"),
    "x": ("twitter", "x twitter"),
    "telegram": ("tg",),
    "threads": ("thr",),
    "bluesky": ("bsky", "blue sky"),
}
"""What people call the channels of a platform, in plain form."""


def channel_words(id_: str, name: str, platform: str) -> ChannelName:
    """Return a channel of the plan with everything that means it."""
    words = {plain(id_), plain(name), plain(platform), *_ALSO.get(platform, ())} - {""}
    return ChannelName(id=id_, words=frozenset(words))


_WORDS: dict[Field, tuple[str, ...]] = {
    Field.DATE: (
        "datum", "termin", "tag", "veroeffentlichung", "veroeffentlichungsdatum", "veroeffentlichen am", "postdatum",
        "posting datum", "erscheinungsdatum", "erscheint am", "erscheint", "wann", "publikationsdatum", "geplant am",
        "geplant fuer", "date", "publish date", "post date", "posting date", "scheduled", "day", "go live", "posting time",
    ),
    Field.TIME: ("uhrzeit", "zeit", "zeitpunkt", "uhr", "time", "posting zeit", "beginn"),
    Field.WEEKDAY: ("wochentag", "wt", "weekday", "day of week", "w tag"),
    Field.TITLE: (
        "titel", "arbeitstitel", "ueberschrift", "betreff", "schlagzeile", "headline", "title", "subject",
        "beitragstitel", "kurztitel", "aufhaenger", "post title", "veranstaltung", "anlass", "was", "meldung",
    ),
    Field.TEXT: (
        "text", "beitragstext", "posttext", "posting text", "post text", "caption", "copy", "textentwurf", "langtext",
        "content", "message", "body", "wortlaut", "bildunterschrift", "teaser", "textvorschlag", "beschreibung", "description",
    ),
    Field.CHANNELS: (
        "kanal", "kanaele", "plattform", "plattformen", "medium", "medien", "netzwerk", "netzwerke", "channel", "channels",
        "platform", "platforms", "network", "ausspielung", "ausspielkanal", "wo", "kanal e",
    ),
    Field.STATUS: ("status", "stand", "bearbeitungsstand", "state", "stage", "freigabe", "freigabestatus"),
    Field.TOPIC: ("rubrik", "kategorie", "themenbereich", "themenfeld", "saeule", "category", "topic", "pillar", "bereich"),
    Field.RESPONSIBLE: (
        "verantwortlich", "zustaendig", "zustaendigkeit", "bearbeiter", "bearbeiterin", "bearbeitung", "redaktion", "autor",
        "autorin", "wer", "person", "owner", "author", "responsible", "ansprechpartner", "ansprechpartnerin", "kuerzel",
        "verantwortliche", "verantwortlicher", "assigned to",
    ),
    Field.LINK: ("link", "url", "links", "webadresse", "verlinkung", "website link", "adresse im netz"),
    Field.PICTURE: (
        "bild", "bilder", "foto", "fotos", "bilddatei", "dateiname", "bildname", "image", "images", "picture", "photo",
        "media", "grafik", "visual", "material", "bildmaterial", "bild video", "foto video",
    ),
    Field.ALT: ("alternativtext", "alt text", "alttext", "bildbeschreibung", "alt", "alternativtexte"),
    Field.PLACE: ("ort", "veranstaltungsort", "location", "place", "treffpunkt"),
    Field.NOTE: (
        "notiz", "notizen", "bemerkung", "bemerkungen", "kommentar", "kommentare", "hinweis", "hinweise", "anmerkung",
        "anmerkungen", "intern", "note", "notes", "comment", "sonstiges", "to do", "todo", "info", "briefing",
    ),
    Field.CAMPAIGN: ("kampagne", "aktion", "serie", "campaign", "reihe", "projekt"),
    Field.LABELS: ("schlagworte", "schlagwoerter", "stichworte", "tags", "labels", "label", "etikett"),
    Field.GOAL: ("ziel", "kommunikationsziel", "zielsetzung", "goal", "objective"),
    Field.GROUPS: ("zielgruppe", "zielgruppen", "target group", "audience", "fuer wen"),
    Field.TASK: ("aufgabe der kommune", "aufgabe der gemeinde", "aufgabenbezug", "bezug zur aufgabe", "kommunale aufgabe"),
    Field.SOURCE: ("amt", "fachamt", "fachbereich", "fachdienst", "dienststelle", "abteilung", "zulieferung", "zulieferndes amt"),
    Field.EXTERNAL: ("id", "nr", "nummer", "no", "lfd nr", "laufende nummer", "lfd", "number", "kennung", "beitrags id", "post id"),
    Field.IGNORED: ("kw", "woche", "kalenderwoche", "week", "monat", "month", "jahr", "year", "feiertag", "quartal"),
}  # fmt: skip

_EITHER: dict[str, tuple[Field, ...]] = {
    "thema": (Field.TITLE, Field.TOPIC),
    "themen": (Field.TITLE, Field.TOPIC),
    "beitrag": (Field.TITLE, Field.TEXT),
    "post": (Field.TITLE, Field.TEXT),
    "posting": (Field.TITLE, Field.TEXT),
    "inhalt": (Field.TEXT, Field.NOTE),
    "beschreibung": (Field.TEXT, Field.NOTE),
    "description": (Field.TEXT, Field.NOTE),
    "freigabe": (Field.STATUS, Field.IGNORED),
    "teaser": (Field.TEXT, Field.NOTE),
    "veranstaltung": (Field.TITLE, Field.NOTE),
    "anlass": (Field.TITLE, Field.NOTE),
    "termin": (Field.DATE, Field.TITLE),
}
"""Headings that mean the second where another column is the first already."""

_ALONE = frozenset(
    {"id", "nr", "no", "wt", "kw", "number", "nummer", "material", "was", "wo", "wer", "wann", "day", "tag", "info", "person",
     "aktion", "media", "medien", "medium", "copy", "time", "zeit", "alt", "ort", "label", "tags", "bereich", "state", "month"}
)  # fmt: skip
"""Words that mean something only where they are the whole heading."""

_EXACT = {word: field for field, words in _WORDS.items() for word in words}
_MOST_HEADING_ROWS = 15


def plain(text: object) -> str:
    """Return words in lower case with umlauts spelled out and everything else as single spaces."""
    lower = unicodedata.normalize("NFC", str(text)).casefold()
    for umlaut, spelled in (("ä", "ae"), ("ö", "oe"), ("ü", "ue")):
        lower = lower.replace(umlaut, spelled)
    return re.sub(r"[^a-z0-9]+", " ", unicodedata.normalize("NFKD", lower)).strip()


def guessed(headings: Sequence[Cell], channels: Sequence[ChannelName]) -> tuple[Column, ...]:
    """Return what each column is; a field that is meant once is given to the column that says it most clearly."""
    words = [plain(heading) for heading in headings]
    wishes = [_wishes(word, channels) for word in words]
    taken: set[Field] = set()
    chosen: dict[int, tuple[Field, str]] = {}
    for strength in (3, 2, 1):
        for number, (sure, fields, channel) in enumerate(wishes):
            if sure != strength or number in chosen:
                continue
            open_ = [field for field in fields if field in _MANY or field not in taken]
            if open_:
                chosen[number] = (open_[0], channel)
                taken.add(open_[0])
    return tuple(
        Column(
            number=number,
            heading=str(heading).strip(),
            field=chosen.get(number, (Field.IGNORED, ""))[0],
            channel=chosen.get(number, (Field.IGNORED, ""))[1],
        )
        for number, heading in enumerate(headings)
    )


_MANY = frozenset({Field.CHANNEL, Field.IGNORED})


def _wishes(word: str, channels: Sequence[ChannelName]) -> tuple[int, tuple[Field, ...], str]:
    """Return how sure a heading is (3 to 0), what it may be in order, and the channel it names."""
    if not word:
        return 0, (), ""
    channel = channel_named(word, channels) or _channel_in(word, channels)
    if channel:
        return 3, (Field.CHANNEL,), channel
    if word in _EITHER:
        return 1, _EITHER[word], ""
    if word in _EXACT:
        return 3, (_EXACT[word],), ""
    parts = word.split()
    for size in range(len(parts), 0, -1):  # "titel thema", "datum uhrzeit", "text facebook post"
        for start in range(len(parts) - size + 1):
            piece = " ".join(parts[start : start + size])
            if piece in _EXACT and piece not in _ALONE:
                return 2, (_EXACT[piece],), ""
            if piece in _EITHER:
                return 1, _EITHER[piece], ""
    return 0, (), ""


_BESIDE = frozenset(
    {"text", "post", "beitrag", "posting", "caption", "version", "fassung", "ja", "nein", "auf", "x"}
)


def _channel_in(word: str, channels: Sequence[ChannelName]) -> str:
    """Return the channel of "Facebook-Text" or "Text Instagram", but of nothing that says more."""
    rest = " ".join(part for part in word.split() if part not in _BESIDE)
    return channel_named(rest, channels) if rest != word else ""


def channel_named(text: str, channels: Sequence[ChannelName]) -> str:
    """Return the id of the channel that a word means, or nothing."""
    word = plain(text)
    return next((item.id for item in channels if word in item.words), "") if word else ""


def heading_row(rows: Sequence[Sequence[Cell]], channels: Sequence[ChannelName]) -> int | None:
    """Return the number of the row (from 0) that holds the headings, or None where none does."""
    best: tuple[float, int] | None = None
    for number, row in enumerate(rows[:_MOST_HEADING_ROWS]):
        if any(isinstance(cell, str) and len(cell) > 80 for cell in row):
            continue
        known = {item.field for item in guessed(row, channels)} - {Field.IGNORED}
        if not known & {Field.TITLE, Field.TEXT, Field.CHANNEL}:
            continue
        filled = sum(1 for cell in row if cell != "")
        sure = sum(_wishes(plain(cell), channels)[0] > 0 for cell in row if isinstance(cell, str))
        score = len(known) + sure / max(1, filled)
        if (len(known) > 1 or filled <= 2) and (best is None or score > best[0]):
            best = (score, number)
    return best[1] if best else None


def with_mapping(
    columns: Sequence[Column], mapping: Mapping[str, str], channels: Sequence[ChannelName]
) -> tuple[Column, ...]:
    """Return the columns with a person's choice over the guess: heading -> field, or channel/<id>.

    Raises ValueError for a field there is not.
    """
    chosen = {plain(heading): wanted for heading, wanted in mapping.items()}
    found = []
    for column in columns:
        wanted = chosen.get(plain(column.heading))
        if wanted is None:
            found.append(column)
            continue
        name, _, channel = wanted.partition("/")
        field = Field(name)
        if field is Field.CHANNEL and all(item.id != channel for item in channels):
            raise ValueError(wanted)
        found.append(Column(number=column.number, heading=column.heading, field=field, channel=channel))
    return tuple(found)
