# SPDX-License-Identifier: EUPL-1.2
"""What the rules say about texts: examples that must be found, and examples that must pass."""

from datetime import datetime
from typing import NamedTuple

import pytest

from kalender.domain.content import Surroundings
from kalender.domain.plan import Channel, Municipality
from kalender.domain.post import Post, Version
from kalender.domain.rules.checks import Finding, Severity, check, rules
from kalender.formats.catalogue import load

NOW = datetime(2026, 11, 22, 9, 0)
PLANNED = datetime(2026, 12, 1, 10, 0)
BOLD = "".join(
    chr(0x1D5D4 + "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz".index(c)) for c in "Wichtig"
)
GAP = "X" * 2


class Examples(NamedTuple):
    """Texts a rule must fire on, and texts it must leave alone."""

    fires: tuple[str, ...]
    passes: tuple[str, ...]


LONG = (
    "Am Freitag liest unsere Vorlesepatin in der Stadtbücherei, in der es dank vieler Spenden seit diesem Herbst "
    "auch eine neue Leseecke mit Kissen und Decken gibt, für Kinder."
)

EXAMPLES = {
    "text.placeholder": Examples(
        (
            "Der Markt beginnt um [Uhrzeit] auf dem Marktplatz.",
            f"Am {GAP}.{GAP}.2026 ist das Rathaus zu.",
            f"Beginn: {GAP} Uhr",
            "Hallo {Name}, wir laden Sie ein.",
            "Ort: TBD",
            "Weitere Infos ???",
            "Kontakt: ____ im Rathaus",
            "Lorem ipsum dolor",
        ),
        (
            "[Anzeige] Der Stadtmarketingverein lädt ein.",
            "Mehr im [Ratsinformationssystem](https://lindenbrunn.de)",
            "Größe XXL ist noch zu haben.",
            "Der XX. Lindenbrunner Stadtlauf",
            "Wirklich?? Ja!",
        ),
    ),
    "text.disguised_letters": Examples(
        (f"{BOLD}: Straße gesperrt", "Ｗｉｃｈｔｉｇ für alle", "Ⓛⓘⓝⓓⓔ"),
        ("Wichtig: Straße gesperrt", "Fläche 20 m²", "Blutgruppe 🅰️ gesucht", "Punkt Ⓐ auf dem Plan"),
    ),
    "text.emoji_run": Examples(
        ("Frohe Weihnachten 🎄🎄🎄🎄", "Los geht's 🎉 🎊 🥳 🎈"),
        ("Frohe Weihnachten 🎄🎅🎁", "Kommt 🚒 und staunt 🧯 und fahrt mit 🚑, es gibt 🍪"),
    ),
    "text.capitals": Examples(
        ("ACHTUNG! Die Brunnengasse ist gesperrt.", "Ab sofort NEUE ÖFFNUNGSZEITEN im Bürgerbüro"),
        (
            "THW, DRK und DLRG üben am Samstag.",
            "Die UNESCO und die EU fördern.",
            "Mehr auf WWW.LINDENBRUNN.DE",
            "#LINDENBRUNNLEUCHTET",
            "KiTa-Plätze und VHS-Kurse",
        ),
    ),
    "text.long_sentence": Examples(
        (LONG,),
        (
            "Der Markt öffnet z. B. am Samstag um 16.30 Uhr. Am 24.11. ist er zu. Treffpunkt ist Haus Nr. 5 am Brunnen.",
            "Kurz und gut.\n\nDas Bürgerbüro hat am Montag, Dienstag, Mittwoch, Donnerstag und Freitag ab 8 Uhr offen.",
            "Dabei sind: " + " ".join(f"#{word}" for word in LONG.split()),
        ),
    ),
    "hashtag.camel_case": Examples(
        ("Kommt vorbei! #tagderoffenentür", "Lesen macht Freude. #stadtbüchereilindenbrunn"),
        ("Kommt vorbei! #TagDerOffenenTür", "Danke! #Feuerwehr #ehrenamt #Warntag2026"),
    ),
    "hashtag.not_at_end": Examples(
        ("In #Lindenbrunn wird gefeiert.", "#Weihnachtsmarkt heute ab 16 Uhr"),
        ("Heute wird gefeiert. #Lindenbrunn #Advent 🎄", "Ohne alles."),
    ),
    "date.weekday": Examples(
        (
            "Am Dienstag, 3. Dezember 2026, öffnet der Markt.",
            "Sa, 4.12.2026, 18.30 Uhr",
            "Sitzung: Montag, den 01.12.26",
            "Wir sehen uns Mittwoch, 3. Dezember!",
        ),
        (
            "Am Donnerstag, 3. Dezember 2026, öffnet der Markt.",
            "Fr 4.12.2026, 18.30 Uhr",
            "Freitag und Samstag, 4. und 5. Dezember",
            "Sonnabend, 5.12.",
            "Jeden Dienstag ab 1.12.2026",
            "So gut: 5.12.",
        ),
    ),
    "date.impossible": Examples(
        ("Anmeldung bis 31.11.2026", "Am 30. Februar geht es los."),
        (
            "Anmeldung bis 30.11.2026",
            "Um 18.30 Uhr in Raum 2.13.",
            "Am 29.2.2028 ist Schalttag.",
            "§ 31.11 der Satzung",
        ),
    ),
    "date.over": Examples(
        ("Kommen Sie am 28. November ins Rathaus!", "Anmeldung bis Mo, 30.11.2026"),
        (
            "Kommen Sie am 5. Dezember ins Rathaus!",
            "Nach dem Start am 28.11. geht es am 2.12. weiter.",
            "Das Gesetz vom 1.3.2019 gilt.",
            "Am 28. November feierten viele von Ihnen mit. Schön war’s.",
        ),
    ),
    "date.relation": Examples(
        ("Morgen, 3. Dezember, tagt der Rat.", "Heute (2.12.) gesperrt"),
        ("Morgen, 2. Dezember, tagt der Rat.", "Heute, 1.12., gesperrt", "Guten Morgen! Am 5.12. ist Markt."),
    ),
    "text.empty": Examples(("", "  \n "), ("Ja.",)),
}


def around() -> Surroundings:
    catalogue = load()
    return Surroundings(
        channels={
            "facebook": Channel(
                id="facebook", platform="facebook", name="Facebook", formats=("facebook.post",)
            )
        },
        formats=catalogue.formats,
        platforms=catalogue.platforms_by_id,
        municipality=Municipality(name="Lindenbrunn"),
    )


AROUND = around()


def findings(text: str, rule: str) -> list[Finding]:
    post = Post(id="p", title="Advent", text=text, planned=PLANNED, versions=(Version(id="facebook"),))
    return [item for item in check(post, AROUND, now=NOW) if item.rule == rule]


@pytest.mark.parametrize(
    ("rule", "text"), [(rule, text) for rule, item in EXAMPLES.items() for text in item.fires]
)
def test_a_rule_fires_on_its_examples(rule: str, text: str) -> None:
    found = findings(text, rule)
    assert len(found) == 1
    facts = found[0].facts
    if "found" in facts:
        start, end = facts["start"], facts["end"]
        assert isinstance(start, int)
        assert isinstance(end, int)
        assert text[start:end] == facts["found"]


@pytest.mark.parametrize(
    ("rule", "text"), [(rule, text) for rule, item in EXAMPLES.items() for text in item.passes]
)
def test_a_rule_leaves_ordinary_texts_alone(rule: str, text: str) -> None:
    assert findings(text, rule) == []


def test_every_rule_has_a_ground_and_an_id_of_family_and_word() -> None:
    for id_, rule in rules().items():
        assert id_ == rule.id
        assert id_.count(".") == 1
        assert rule.source


def test_a_mistaken_weekday_names_the_right_one() -> None:
    (found,) = findings("Am Dienstag, 3. Dezember 2026, öffnet der Markt.", "date.weekday")
    assert (found.facts["named"], found.facts["right"]) == (1, 3)
    assert found.severity is Severity.ERROR


def test_without_a_year_a_mistaken_weekday_is_only_doubtful() -> None:
    (found,) = findings("Wir sehen uns Mittwoch, 3. Dezember!", "date.weekday")
    assert found.severity is Severity.WARNING


def test_a_hashtag_comes_with_its_better_form() -> None:
    (found,) = findings("Lesen! #stadtbüchereilindenbrunn", "hashtag.camel_case")
    assert found.facts["better"] == "#StadtbüchereiLindenbrunn"


def test_letters_in_disguise_come_with_the_plain_ones() -> None:
    (found,) = findings(f"{BOLD}: gesperrt", "text.disguised_letters")
    assert found.facts["better"] == "Wichtig"


def test_a_sentence_far_too_long_weighs_more() -> None:
    assert [item.severity for item in findings(LONG, "text.long_sentence")] == [Severity.HINT]
    more = LONG.replace("für Kinder.", "für Kinder von vier bis acht Jahren und ihre Eltern oder Großeltern.")
    assert [item.severity for item in findings(more, "text.long_sentence")] == [Severity.WARNING]


def test_a_place_in_the_text_of_a_channel_is_told_with_the_channel() -> None:
    post = Post(
        id="p",
        text="Alles gut.",
        planned=PLANNED,
        versions=(Version(id="facebook", text="Beginn um [Uhrzeit]."),),
    )
    (found,) = [item for item in check(post, AROUND, now=NOW) if item.rule == "text.placeholder"]
    assert (found.channel, found.field) == ("facebook", "text")


def test_a_text_that_all_channels_replace_is_not_checked() -> None:
    post = Post(id="p", text="[Ort]", planned=PLANNED, versions=(Version(id="facebook", text="Im Rathaus."),))
    assert [item for item in check(post, AROUND, now=NOW) if item.severity is Severity.ERROR] == []
