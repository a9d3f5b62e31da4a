# SPDX-License-Identifier: EUPL-1.2
"""Findings in German: a title, and one sentence that says why it matters and what to do."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime

from kalender.domain.post import LeftAsIs
from kalender.domain.rules.book import RuleBook, Ruling
from kalender.domain.rules.finding import Finding
from kalender.wording.dates import WEEKDAYS, day_long, day_short, moment_middle
from kalender.wording.rules.days import WORDS as DAYS
from kalender.wording.rules.films import WORDS as FILMS
from kalender.wording.rules.office import WORDS as OFFICE
from kalender.wording.rules.pictures import WORDS as PICTURES
from kalender.wording.rules.siblings import WORDS as SIBLINGS
from kalender.wording.rules.writing import WORDS as WRITING
from kalender.wording.tr import tr

WORDS = SIBLINGS | WRITING | PICTURES | FILMS | DAYS | OFFICE
"""Name, title and sentence of each rule."""

SENTENCES: dict[str, tuple[str, str]] = {rule: (title, why) for rule, (_name, title, why) in WORDS.items()}
"""Title and sentence of each rule; the facts of a finding fill them."""

_MOMENTS = frozenset(
    {
        "planned.past",
        "planned.clock_gap",
        "planned.embargo",
        "planned.not_before",
        "load.same_hour",
        "sibling.early",
    }
)


class _Facts(dict[str, object]):
    """Facts of a finding; one that is missing shows as an ellipsis instead of breaking the sentence."""

    def __missing__(self, key: str) -> str:
        return "…"


def name(rule: str) -> str:
    """Return what a rule is called in lists; one nobody has worded shows its id."""
    return tr(WORDS[rule][0]) if rule in WORDS else rule


def words(finding: Finding) -> str:
    """Return the title of a finding; a rule nobody has worded shows its id."""
    if finding.rule == "planned.not_before" and not finding.facts.get("title"):
        return tr("Sitzung ist nicht bekannt")
    title, _why = SENTENCES.get(finding.rule, (finding.rule, ""))
    return tr(title).format_map(_said(finding))


def why(finding: Finding) -> str:
    """Return the sentence that says why it matters and what to do."""
    if finding.rule == "planned.not_before" and not finding.facts.get("title"):
        return tr("Der Beitrag wartet auf eine Sitzung, die nicht im Plan steht. Prüfen Sie den Termin.")
    _title, sentence = SENTENCES.get(finding.rule, ("", ""))
    said = tr(sentence).format_map(_said(finding)) if sentence else ""
    return said.replace("..", ".")  # a short month at the end brings its own full stop


def left_by(said: LeftAsIs | Ruling, name: str) -> str:
    """Return who left a finding as it is, or changed a rule, when, and why: Anna Muster, Do 3. Dez. 10:42: So heißt die Aktion."""
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
