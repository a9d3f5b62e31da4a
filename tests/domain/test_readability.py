# SPDX-License-Identifier: EUPL-1.2
"""How easily a German text reads: syllables, sentences, Amstad and the Wiener Sachtextformel."""

from __future__ import annotations

import pytest

from kalender.domain.language.readability import Ease, readability
from kalender.domain.language.syllables import syllables

SPOKEN = {
    1: "Stadt Wien Dienst Mai Zoo Vieh viel schien neu See",
    2: "über Yoga Rathaus Schule Seen Idee Haie geehrt Bäume Niveau online Eier",
    3: "Europa Radio Museum Feuerwehr Ferien Studie Patient beenden Eröffnung Theater beerdigt Bürgerhaus",
    4: "Familie Jubiläum beurteilen Kriterien Gemeinderat Zoologie Medienhaus",
    5: "Bürgermeisterin Situation Koordinieren Materialien Ferienprogramm",
    6: "Initiative Familienzentrum Kooperation Nationalität",
}


@pytest.mark.parametrize(
    ("word", "number"), [(word, number) for number, line in SPOKEN.items() for word in line.split()]
)
def test_words_have_the_syllables_they_are_spoken_with(word: str, number: int) -> None:
    assert syllables(word) == number


@pytest.mark.parametrize(("word", "number"), [("DLRG", 4), ("THW", 3), ("NATO", 2), ("Livestream", 2)])
def test_short_names_are_spelt_and_loans_spoken_as_they_are(word: str, number: int) -> None:
    assert syllables(word) == number


EASY = (
    "Wir bauen die Straße neu. Der Bus fährt dort nicht. Das Rad darf durch. Bitte fahr langsam. "
    "Im Mai ist es gut. Dann ist der Weg frei. Wir danken dir sehr. Das Amt hilft dir gern."
)
HARD = (
    "Die Inanspruchnahme der Härtefallregelung setzt die fristgerechte Einreichung der vollständig ausgefüllten "
    "Antragsunterlagen einschließlich sämtlicher Einkommensnachweise bei der zuständigen Sachbearbeitung voraus. "
    "Zuwiderhandlungen gegen die Allgemeinverfügung zur Einschränkung der Wasserentnahme werden ordnungsrechtlich "
    "verfolgt und können kostenpflichtige Verwaltungszwangsmaßnahmen nach sich ziehen."
)


def test_plain_words_read_easily_and_official_german_does_not() -> None:
    easy, hard = readability(EASY), readability(HARD)
    assert easy is not None
    assert hard is not None
    assert easy.ease is Ease.VERY_EASY
    assert hard.ease is Ease.VERY_HARD
    assert easy.wiener < 4
    assert hard.wiener > 12


def test_the_formulas_are_those_of_their_authors() -> None:
    text = "Der Hund ist da. " * 10  # 40 words, 10 sentences, each word of one syllable
    found = readability(text)
    assert found is not None
    assert (found.words, found.sentences) == (40, 10)
    assert found.amstad == pytest.approx(180 - 4 - 58.5)
    assert found.wiener == pytest.approx(0.1672 * 4 - 0.0327 * 100 - 0.875)


def test_a_short_text_is_not_judged() -> None:
    assert readability("Heute ist Markt.") is None
    assert readability("Wort " * 60 + ".") is None, "one sentence says nothing of sentences"


FILLING = " Der Hund ist da und das Haus ist alt. Wir sind hier und du bist dort. Es ist warm und hell am See im Mai. Wir freuen uns auf alle Gäste."


@pytest.mark.parametrize(
    "dotted",
    [
        "Am 24.11. ist um 18.30 Uhr Markt vor Ort",
        "Das gilt z. B. für Dr. Mai und ggf. für Frau Lang",
        "Am 3. Mai kommt die Nr. 7 bzw. die Nr. 8 an",
        "Ruf an: 07121 / 55-0 oder schreib an rat@stadt.de heute",
        "Mehr auf www.lindenbrunn.de/markt.html im Netz",
    ],
)
def test_points_in_dates_times_and_abbreviations_end_no_sentence(dotted: str) -> None:
    plain = readability("Wort." + FILLING)
    marked = readability(dotted + "." + FILLING)
    assert plain is not None
    assert marked is not None
    assert marked.sentences == plain.sentences


def test_a_date_at_the_end_ends_its_sentence() -> None:
    found = readability("Wir sehen uns am 24.11.\nDer Hund ist da und hier." + FILLING)
    without = readability("Der Hund ist da und hier." + FILLING)
    assert found is not None
    assert without is not None
    assert found.sentences == without.sentences + 1


def test_hashtags_mentions_addresses_and_emoji_are_not_read() -> None:
    bare = readability(EASY)
    dressed = readability(
        EASY + " 🎄🎄 #WeihnachtsmarktLindenbrunn @stadt.lindenbrunn https://lindenbrunn.de/weihnachtsmarkt"
    )
    assert bare is not None
    assert dressed is not None
    assert (dressed.words, dressed.amstad) == (bare.words, bare.amstad)
