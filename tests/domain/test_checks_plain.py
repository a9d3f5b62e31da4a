# SPDX-License-Identifier: EUPL-1.2
"""What the rules of plain language find, and what they leave alone."""

from __future__ import annotations

from datetime import datetime

import pytest

from kalender.domain.content import Surroundings
from kalender.domain.post import Post, Version
from kalender.domain.rules.checks import Finding, Severity, check

FIRES = {
    "text.officialese": (
        "Die Bushaltestelle ist witterungsbedingt gesperrt.",
        "Bezüglich der Müllabfuhr rufen Sie uns an.",
        "Die Karten können Sie im Rathaus käuflich erwerben.",
        "Wir werden Ihnen zeitnah antworten.",
    ),
    "text.nominal_style": (
        "Zur Vermeidung von Verunreinigungen erfolgt die Einrichtung einer Absperrung.",
        "Die Durchführung der Erneuerung und die Beschilderung beginnen am Montag.",
    ),
    "text.passive": (
        "Die Gasse wird gesperrt. Der Bus wird umgeleitet. Parkende Autos werden abgeschleppt.",
        "Der Brunnen wurde saniert. Die Bänke wurden gestrichen. Am Freitag wird gefeiert. Danke an alle!",
    ),
    "text.long_word": (
        "Mehr zur Grundstücksverkehrsgenehmigungszuständigkeit im Rathaus.",
        "Die Straßenverkehrsordnungswidrigkeiten sind weniger geworden.",
    ),
    "text.double_negation": (
        "Es ist nicht unwahrscheinlich, dass es schneit.",
        "Das geht nicht ohne Ihre Hilfe.",
        "Regen ist im Mai nicht unüblich.",
    ),
    "text.click_here": (
        "Alle Termine? Hier klicken!",
        "Klicken Sie hier für das Programm.",
    ),
    "text.hard_to_read": (
        (
            "Die Inanspruchnahme der Härtefallregelung setzt die Einreichung der vollständig ausgefüllten "
            "Antragsunterlagen einschließlich sämtlicher Einkommensnachweise bei der zuständigen Sachbearbeitung voraus. "
            "Zuwiderhandlungen gegen die Allgemeinverfügung zur Einschränkung der Wasserentnahme werden verfolgt und "
            "können kostenpflichtige Verwaltungszwangsmaßnahmen nach sich ziehen, sofern keine Ausnahmegenehmigung vorliegt."
        ),
    ),
}

PASSES = {
    "text.officialese": (
        "Wegen des Wetters fährt der Bus nicht.",
        "Der Betreffendebach ist schön.",
        "Danke! #Zeitnah",
    ),
    "text.nominal_style": (
        "Die Sitzung beginnt um 18 Uhr. Eine Anmeldung ist nicht nötig.",
        "Die Zeitung schreibt über Wohnungen, Heizungen und Rechnungen der Stadt.",
        "Führung, Stadtführung und Lesung: Alles ist frei.",
    ),
    "text.passive": (
        "Der Bauhof sperrt die Gasse. Der Bus fährt eine Umleitung. Bitte parken Sie woanders.",
        "Die Gasse wird gesperrt. Bitte parken Sie woanders.",
        "Es wird schön. Es wird warm. Es wird ein Fest. Alle sind da. Kommt vorbei.",
    ),
    "text.long_word": (
        "Der Weihnachtsmarkt am Rathausplatz öffnet.",
        "www.diesehrlangeadressederstadtlindenbrunn.de",
        "#WeihnachtsmarktEröffnungInLindenbrunn",
    ),
    "text.double_negation": (
        "Das ist nicht unser Ziel und nicht unbedingt nötig.",
        "Nicht unter 6 Jahren.",
        "Das ist möglich.",
    ),
    "text.click_here": (
        "Hier feiern wir. Alle Termine: www.lindenbrunn.de/termine",
        "Wir bleiben hier.",
    ),
    "text.hard_to_read": (
        (
            "Am Freitag ist Markt. Es gibt Punsch und Waffeln. Die Musik spielt ab 17 Uhr. Kommt alle auf den Platz. "
            "Der Bus fährt bis 22 Uhr. Parken könnt ihr an der Halle. Wir freuen uns auf euch."
        ),
        "Verwaltungszwangsmaßnahmen.",
    ),
}


def _found(rule: str, text: str) -> list[Finding]:
    post = Post(id="p", title="Advent", text=text, versions=(Version(id="facebook"),))
    around = Surroundings(channels={}, formats={}, platforms={})
    return [item for item in check(post, around, now=datetime(2026, 11, 22, 9, 0)) if item.rule == rule]


@pytest.mark.parametrize(("rule", "text"), [(rule, text) for rule, texts in FIRES.items() for text in texts])
def test_what_offices_write_and_people_do_not_say_is_found_once(rule: str, text: str) -> None:
    (found,) = _found(rule, text)
    assert found.severity is Severity.HINT
    if "found" in found.facts:
        start, end = found.facts["start"], found.facts["end"]
        assert isinstance(start, int)
        assert isinstance(end, int)
        assert text[start:end] == found.facts["found"]


@pytest.mark.parametrize(("rule", "text"), [(rule, text) for rule, texts in PASSES.items() for text in texts])
def test_plain_words_are_left_alone(rule: str, text: str) -> None:
    assert _found(rule, text) == []


def test_officialese_comes_with_the_plain_word() -> None:
    (found,) = _found("text.officialese", "Wir antworten zeitnah.")
    assert found.facts["better"] == "bald"
