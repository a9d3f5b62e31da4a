# SPDX-License-Identifier: EUPL-1.2
"""What a rule says would mend its finding: done, the text reads as expected, and the rule is silent."""

import pytest

from kalender.domain.rules.checks import check, rules
from kalender.domain.rules.finding import Finding
from tests.domain.rules.cases import NOW, said

MENDED = [
    ("text.emoji_run", "Advent! 🎄🎁⛄🎅🌟 Kommt", "Advent! 🎄🎁⛄ Kommt"),
    ("text.emoji_run", "Los 👨‍👩‍👧 🎄 🎁 ⛄ 🎅", "Los 👨‍👩‍👧 🎄 🎁"),
    ("text.emoji_repeated", "Eins 🎄 zwei 🎄\ndrei 🎄 vier 🎄", "Eins 🎄 zwei\ndrei vier"),
    ("text.emoji_bullets", "Da:\n✅ Kuchen\n✅ Kaffee\n✅ Musik", "Da:\n– Kuchen\n– Kaffee\n– Musik"),
    ("text.emoji_inside", "Kommt zum Markt 🎄 und bringt Freunde. Bis bald!", "Kommt zum Markt und bringt Freunde. 🎄 Bis bald!"),
    ("text.emoji_inside", "Frohe Weih🎄nachten\nIhre Stadt", "Frohe Weihnachten 🎄\nIhre Stadt"),
    ("text.capitals", "ACHTUNG: Die Brücke ist gesperrt.", "Achtung: Die Brücke ist gesperrt."),
    ("text.capitals", "Wir sagen DANKE SCHÖN!", "Wir sagen danke schön!"),
    ("text.capitals", "BITTE NICHT HEUTE, THW ist da", "Bitte nicht heute, THW ist da"),
    ("hashtag.not_at_end", "Der #Adventsmarkt öffnet um 16 Uhr.", "Der Adventsmarkt öffnet um 16 Uhr.\n\n#Adventsmarkt"),
    ("hashtag.not_at_end", "Der #Markt öffnet. #Advent", "Der Markt öffnet. #Advent #Markt"),
    ("hashtag.not_at_end", "Der #Markt öffnet. #markt #Advent", "Der Markt öffnet. #markt #Advent"),
    ("hashtag.repeated", "Markt am Samstag. #Advent #Lindenbrunn #advent", "Markt am Samstag. #Advent #Lindenbrunn"),
    ("hashtag.repeated", "#Advent am See\nDer #Advent wird schön", "#Advent am See\nDer Advent wird schön"),
    ("link.tracking", "Mehr: www.lindenbrunn.de/a?utm_source=fb&id=7#unten.", "Mehr: www.lindenbrunn.de/a?id=7#unten."),
    ("link.tracking", "Mehr: https://lindenbrunn.de/a?fbclid=xyz", "Mehr: https://lindenbrunn.de/a"),
    ("link.unencrypted", "Mehr: http://lindenbrunn.de", "Mehr: https://lindenbrunn.de"),
]  # fmt: skip


def found(rule: str, text: str) -> list[Finding]:
    trial = said(text)
    on = {rule: rules()[rule].severity}
    return [item for item in check(trial.post, trial.around, now=NOW, severities=on) if item.rule == rule]


@pytest.mark.parametrize(("rule", "text", "wanted"), MENDED, ids=lambda value: str(value)[:24])
def test_what_a_rule_offers_mends_its_finding(rule: str, text: str, wanted: str) -> None:
    edits = found(rule, text)[0].facts["edits"]
    assert isinstance(edits, tuple)
    for start, end, words in sorted(edits, reverse=True):
        text = text[:start] + words + text[end:]
    assert text == wanted
    assert not found(rule, text)


@pytest.mark.parametrize("text", ["BITTE NICHT FÜTTERN", "Das ist WUNDERBAR"])
def test_capitals_that_may_be_nouns_or_not_are_left_to_people(text: str) -> None:
    (finding,) = found("text.capitals", text)
    assert "edits" not in finding.facts


def test_a_hashtag_of_several_words_inside_a_sentence_is_left_to_people() -> None:
    (finding,) = found("hashtag.not_at_end", "Zum #TagDerOffenenTür kommen alle.")
    assert "edits" not in finding.facts


def test_a_link_in_its_field_is_mended_as_a_whole() -> None:
    trial = said(link=" http://lindenbrunn.de/a ")
    (finding,) = [
        item for item in check(trial.post, trial.around, now=NOW) if item.rule == "link.unencrypted"
    ]
    assert (finding.field, finding.facts["edits"]) == ("link", ((0, 25, "https://lindenbrunn.de/a"),))
