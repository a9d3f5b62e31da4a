# SPDX-License-Identifier: EUPL-1.2
"""Findings in German: a title, and one sentence that says why it matters and what to do."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime

from kalender.domain.post import LeftAsIs
from kalender.domain.rules.book import RuleBook
from kalender.domain.rules.finding import Finding
from kalender.wording.dates import WEEKDAYS, day_long, day_short, moment_middle
from kalender.wording.tr import tr

SENTENCES: dict[str, tuple[str, str]] = {
    "channel.none": (
        "Kein Kanal gewählt",
        "So erreicht der Beitrag niemanden. Wählen Sie mindestens einen Kanal.",
    ),
    "text.empty": (
        "Text fehlt",
        "Ohne Text kann niemand prüfen, was veröffentlicht wird.",
    ),
    "planned.none": (
        "Termin fehlt",
        "Eine Freigabe gilt für die Tage um den Termin. Legen Sie Tag und Uhrzeit fest.",
    ),
    "text.placeholder": (
        "Lücke nicht ausgefüllt: {found}",
        "Hier fehlt noch eine Angabe aus der Vorlage.",
    ),
    "link.broken": (
        "Link führt nirgendwohin",
        "„{link}“ ist keine vollständige Webadresse, zum Beispiel www.lindenbrunn.de/termine.",
    ),
    "link.not_clickable": (
        "Link nicht anklickbar",
        "{channel} macht aus „{link}“ keinen Link. Verweisen Sie auf den Link im Profil oder lassen Sie ihn hier weg.",
    ),
    "text.too_long": (
        "Text zu lang: {count} von {limit} {unit}",
        "{excess} {unit} zu viel für {channel}. Kürzen Sie den Text oder passen Sie ihn für diesen Kanal an.",
    ),
    "text.nearly_too_long": (
        "Text fast zu lang: {count} von {limit} Zeichen",
        "{channel} sagt nicht genau, wie gezählt wird. Kürzen Sie den Text ein wenig.",
    ),
    "picture.too_many": (
        "Zu viele Bilder: {count} von höchstens {limit}",
        "{channel} nimmt in einem Beitrag höchstens {limit}. Lassen Sie für diesen Kanal Bilder weg.",
    ),
    "alt.missing": (
        "Alternativtext fehlt",
        "Bild {number}. Ohne Beschreibung bleibt das Bild für blinde Menschen leer.",
    ),
    "alt.too_long": (
        "Alternativtext zu lang: {count} von {limit} Zeichen",
        "Bild {number}. {channel} nimmt höchstens {limit} Zeichen. Lange Beschreibungen gehören in den Text.",
    ),
    "alt.file_name": (
        "Alternativtext ist ein Dateiname",
        "Bild {number}. „{alt}“ sagt nicht, was zu sehen ist. Beschreiben Sie das Bild in ein bis zwei Sätzen.",
    ),
    "alt.begins_with_picture": (
        "Alternativtext beginnt mit „{opening}“",
        "Bild {number}. Dass es ein Bild ist, sagen Vorleseprogramme schon. Beginnen Sie mit dem, was zu sehen ist.",
    ),
    "alt.twice": (
        "Alternativtext doppelt",
        "Bild {number} ist genauso beschrieben wie Bild {other}. Sagen Sie, was die Bilder unterscheidet.",
    ),
    "alt.not_shown": (
        "Beschreibung wird nicht angezeigt",
        "{channel} kennt keine Alternativtexte. Beschreiben Sie Bild {number} im Text.",
    ),
    "picture.gone": (
        "Bild fehlt",
        "Bild {number} liegt nicht mehr in der Bildersammlung. Fügen Sie es neu hinzu oder nehmen Sie es heraus.",
    ),
    "picture.file": (
        "Bilddatei fehlt oder ist beschädigt",
        "Bild {number} („{picture}“) liegt nicht mehr so im Bilderordner des Plans, wie es aufgenommen wurde. Holen Sie die Datei aus einer Sicherung zurück oder spielen Sie das Bild noch einmal ein; dann gilt auch eine Freigabe wieder.",
    ),
    "picture.licence_unknown": (
        "Nutzungsrecht nicht angegeben",
        "Bild {number}. Tragen Sie ein, woher das Bild stammt und auf welcher Grundlage Sie es nutzen.",
    ),
    "picture.credit_missing": (
        "Bildnachweis fehlt",
        "Bild {number}. Wer das Bild gemacht hat, hat ein Recht darauf, genannt zu werden.",
    ),
    "picture.credit_hidden": (
        "Bildnachweis wird nicht gezeigt",
        "Bild {number}. Diese Lizenz verlangt, dass „{credit}“ im Beitrag steht.",
    ),
    "picture.no_derivatives": (
        "Bild darf nicht zugeschnitten werden",
        "Bild {number} steht unter einer Lizenz ohne Bearbeitung, wird für {channel} aber zugeschnitten. Nehmen Sie ein anderes Bild.",
    ),
    "picture.expired": (
        "Nutzungsrecht läuft vorher ab",
        "Bild {number} darf nur bis {until} gezeigt werden, geplant ist {planned}.",
    ),
    "picture.stock_not_social": (
        "Bild nicht für soziale Netzwerke",
        "Bild {number}. Die Lizenz der Bildagentur schließt {channels} nicht ein. Nehmen Sie ein anderes Bild.",
    ),
    "picture.enlarged": (
        "Bild zu klein: auf {percent} % vergrößert",
        "Bild {number} wird als „{label}“ unscharf. Wählen Sie einen größeren Ausschnitt oder ein anderes Bild.",
    ),
    "picture.consent_missing": (
        "Einwilligung prüfen",
        "Bild {number} zeigt erkennbare Personen. Tragen Sie die Einwilligung beim Bild ein oder ersetzen Sie es.",
    ),
    "consent.revoked": (
        "Einwilligung widerrufen: {person}",
        "Seit {revoked} darf Bild {number} nicht mehr erscheinen. Nehmen Sie ein anderes Bild.",
    ),
    "consent.expires": (
        "Einwilligung läuft vorher ab: {person}",
        "Sie gilt für Bild {number} bis {until}, geplant ist {planned}. Holen Sie eine neue ein, oder nehmen Sie ein anderes Bild.",
    ),
    "consent.channels": (
        "Einwilligung gilt hier nicht: {person}",
        "{channels} ist in der Einwilligung zu Bild {number} nicht genannt. Lassen Sie das Bild dort weg, oder fragen Sie nach.",
    ),
    "consent.guardian": (
        "Kind ohne Sorgeberechtigte: {person}",
        "Bild {number}. Bei Kindern willigen die Sorgeberechtigten ein. Tragen Sie deren Namen in der Einwilligung nach.",
    ),
    "date.weekday": (
        "Wochentag passt nicht: {found}",
        "Der {day} ist ein {right}, kein {named}.",
    ),
    "date.impossible": (
        "Diesen Tag gibt es nicht: {found}",
        "Im Kalender kommt dieser Tag nicht vor. Prüfen Sie Tag und Monat.",
    ),
    "date.over": (
        "Termin im Text ist dann schon vorbei",
        "Im Text steht {day}, der Beitrag erscheint erst {planned}. Prüfen Sie, ob er verschoben wurde.",
    ),
    "date.relation": (
        "Tag passt nicht zum Erscheinen: {found}",
        "Der Beitrag erscheint {planned}. Von diesem Tag aus stimmt die Angabe nicht.",
    ),
    "planned.past": (
        "Termin ist vorbei",
        "Geplant war {planned}, als veröffentlicht ist der Beitrag für {channels} nicht vermerkt.",
    ),
    "planned.clock_gap": (
        "Diese Uhrzeit gibt es nicht",
        "{planned} fällt in die Stunde, die bei der Umstellung auf die Sommerzeit übersprungen wird.",
    ),
    "planned.embargo": (
        "Vor Ablauf der Sperrfrist geplant",
        "Die Sperrfrist endet {until}, geplant ist {planned}.",
    ),
    "planned.blackout": (
        "Liegt in einer Sperrzeit: {title}",
        "Vom {first} bis {last} wird nur mit Ausnahme veröffentlicht. Verschieben Sie den Beitrag oder vergeben Sie das Schlagwort „Ausnahme“.",
    ),
    "planned.neutrality": (
        "Liegt in der Karenzzeit: {title}",
        "Vom {first} bis {last} hält sich das Rathaus zurück: nur Service und Gefahrenhinweise, nichts, was für jemanden wirbt. Verschieben Sie den Beitrag oder vergeben Sie das Schlagwort „Ausnahme“.",
    ),
    "planned.silent": (
        "Erscheint an einem stillen Tag: {title}",
        "Am {planned} passt nichts Heiteres. Verschieben Sie den Beitrag, oder vergeben Sie das Schlagwort „Ausnahme“, wenn er zum Tag passt.",
    ),
    "planned.holiday": (
        "Erscheint an einem Feiertag: {title}",
        "Am {planned} ist das Rathaus geschlossen und niemand beantwortet Kommentare. Verschieben Sie den Beitrag, wenn er nicht zum Tag gehört.",
    ),
    "load.same_hour": (
        "Zwei Beiträge in einer Stunde auf {channel}",
        "„{other}“ erscheint dort {at}. Verschieben Sie einen von beiden, sonst nehmen sie sich die Aufmerksamkeit.",
    ),
    "text.repeated": (
        "Derselbe Text wie „{other}“",
        "Er steht auf {channels} schon {at}. Schreiben Sie ihn um, oder lassen Sie einen der Beiträge weg.",
    ),
    "hashtag.camel_case": (
        "Hashtag ohne Großbuchstaben",
        "{found} lesen Vorleseprogramme als ein Wort. Besser: {better}.",
    ),
    "hashtag.too_many": (
        "Viele Hashtags: {count} von {limit}",
        "{channel} wertet oder zeigt höchstens {limit}. Behalten Sie die wichtigsten.",
    ),
    "hashtag.not_at_end": (
        "Hashtag mitten im Text",
        "{found} stört beim Vorlesen. Sammeln Sie Hashtags am Ende.",
    ),
    "text.disguised_letters": (
        "Zierschrift statt Buchstaben",
        "„{found}“ überspringen oder buchstabieren Vorleseprogramme. Schreiben Sie „{better}“.",
    ),
    "text.emoji_run": (
        "{count} Emojis hintereinander",
        "Vorleseprogramme nennen jedes einzeln. Gut sind höchstens {limit}.",
    ),
    "text.capitals": (
        "Nur Großbuchstaben: {found}",
        "Das wirkt laut und wird manchmal buchstabiert. Schreiben Sie normal groß und klein.",
    ),
    "text.long_sentence": (
        "Satz zu lang: {words} Wörter",
        "Gut lesbar sind bis zu {limit}. Machen Sie zwei Sätze daraus.",
    ),
    "text.spelling": (
        "Nicht im Wörterbuch: {found}",
        "Prüfen Sie die Schreibweise. Ist das Wort richtig, nehmen Sie es in die Wortliste des Plans auf.",
    ),
    "text.hard_to_read": (
        "Text sehr schwer zu lesen",
        "Lesbarkeit nach Amstad: {value} von 100, im Mittel {words} Wörter je Satz. Kürzere Sätze und einfachere Wörter erreichen mehr Menschen.",
    ),
    "text.officialese": (
        "Amtsdeutsch: {found}",
        "So spricht kaum jemand. Einfacher: {better}.",
    ),
    "text.nominal_style": (
        "Viele Hauptwörter in einem Satz",
        "{nouns}: Mit Verben wird der Satz kürzer und lebendiger.",
    ),
    "text.passive": (
        "{count} von {of} Sätzen sagen nicht, wer handelt",
        "Nennen Sie, wer etwas tut: „Der Bauhof sperrt die Gasse“ statt „Die Gasse wird gesperrt“.",
    ),
    "text.long_word": (
        "Sehr langes Wort: {found}",
        "{letters} Buchstaben. Ein Bindestrich oder zwei Wörter helfen beim Lesen.",
    ),
    "text.double_negation": (
        "Doppelte Verneinung: {found}",
        "Sagen Sie es ohne Verneinung, dann versteht es jeder beim ersten Lesen.",
    ),
    "text.click_here": (
        "Link ohne Namen: {found}",
        "Sagen Sie, wohin der Link führt, zum Beispiel „Alle Termine: www.lindenbrunn.de/termine“.",
    ),
}
"""Title and sentence of each rule; the facts of a finding fill them."""

_MOMENTS = frozenset({"planned.past", "planned.clock_gap", "planned.embargo", "load.same_hour"})


class _Facts(dict[str, object]):
    """Facts of a finding; one that is missing shows as an ellipsis instead of breaking the sentence."""

    def __missing__(self, key: str) -> str:
        return "…"


def words(finding: Finding) -> str:
    """Return the title of a finding; a rule nobody has worded shows its id."""
    title, _why = SENTENCES.get(finding.rule, (finding.rule, ""))
    return tr(title).format_map(_said(finding))


def why(finding: Finding) -> str:
    """Return the sentence that says why it matters and what to do."""
    _title, sentence = SENTENCES.get(finding.rule, ("", ""))
    said = tr(sentence).format_map(_said(finding)) if sentence else ""
    return said.replace("..", ".")  # a short month at the end brings its own full stop


def left_by(said: LeftAsIs, name: str) -> str:
    """Return who left a finding as it is, when, and why: Anna Muster, Do 3. Dez. 10:42: So heißt die Aktion."""
    when = f", {moment_middle(said.at)}" if said.at else ""
    return f"{name}{when}: {said.reason}" if said.reason else f"{name}{when}"


def ruled(rule: str, book: RuleBook) -> str:
    """Return what the plan makes of a rule, where somebody has changed it; else nothing."""
    found = book.ruling(rule)
    if found is None:
        return ""
    return " " + tr("Im Plan als „{level}“ eingestellt: {reason}").format(
        level=tr(LEVELS[found.level.value]), reason=found.reason
    )


LEVELS = {"error": "sperrt", "warning": "warnt", "hint": "Tipp", "off": "aus"}
"""What a rule does in a plan."""


def message(finding: Finding) -> str:
    """Return title and sentence in one line."""
    return f"{words(finding)}. {why(finding)}".strip()


def _said(finding: Finding) -> _Facts:
    facts = _Facts(
        {key: _fact(value, exact=finding.rule in _MOMENTS) for key, value in finding.facts.items()}
    )
    for key in ("named", "right"):
        number = finding.facts.get(key)
        if isinstance(number, int) and 0 <= number < len(WEEKDAYS):
            facts[key] = WEEKDAYS[number]
    if finding.rule == "date.weekday" and isinstance(finding.facts.get("day"), date):
        facts["day"] = day_long(finding.facts["day"]).split(", ", maxsplit=1)[1]  # type: ignore[arg-type]  # a date, just asked
    if finding.rule == "text.too_long":
        facts["unit"] = tr("Bytes") if finding.facts.get("unit") == "bytes" else tr("Zeichen")
    return facts


def _fact(value: object, *, exact: bool) -> object:
    if isinstance(value, datetime):
        return moment_middle(value) if exact else day_short(value.date())
    if isinstance(value, date):
        return day_short(value)
    if isinstance(value, str):
        return value
    if isinstance(value, int):
        return f"{value:,}".replace(",", ".")
    if isinstance(value, Iterable):
        return ", ".join(str(item) for item in value) or "…"
    return value


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
    "consent.revoked": "Keine Einwilligung ist widerrufen",
    "picture.enlarged": "Bilder sind groß genug",
    "date.weekday": "Datum passt zum Wochentag",
    "date.impossible": "Jedes Datum gibt es",
    "planned.past": "Termin liegt in der Zukunft",
    "planned.embargo": "Sperrfrist ist eingehalten",
    "planned.blackout": "Keine Sperrzeit",
    "planned.neutrality": "Keine Karenzzeit",
    "hashtag.camel_case": "Hashtags sind vorlesbar",
    "text.emoji_run": "Keine Emoji-Ketten",
    "text.capitals": "Keine Wörter in Großbuchstaben",
    "text.long_sentence": "Sätze sind gut lesbar",
}
"""Rules worth naming, in the order they are shown; the others pass in silence."""
