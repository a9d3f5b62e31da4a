# SPDX-License-Identifier: EUPL-1.2
"""Web addresses, mentions and hashtags are found where networks find them."""

import time

import pytest

from kalender.domain.text.addresses import addresses
from kalender.domain.text.emoji import emoji_runs
from kalender.domain.text.hashtags import camel_case, hashtags
from kalender.domain.text.mentions import mentions, without_hosts
from kalender.domain.text.web_address import is_web_address


def found(text: str, *, bare: bool = True) -> list[str]:
    return [text[item.start : item.end] for item in addresses(text, bare=bare)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Alles auf lindenbrunn.de.", ["lindenbrunn.de"]),
        (
            "www.bad-lindenbrunn.de/rathaus/ämter?tag=mo#oben,",
            ["www.bad-lindenbrunn.de/rathaus/ämter?tag=mo#oben"],
        ),
        (
            "(siehe https://de.wikipedia.org/wiki/Linde_(Baum))",
            ["https://de.wikipedia.org/wiki/Linde_(Baum)"],
        ),
        ("Straße.Die nächste", []),
        ("bericht.pdf und plan.xlsx", []),
        ("müller.de, größe.com", ["müller.de", "größe.com"]),
        ("info@lindenbrunn.de", []),
        ("#lindenbrunn.de", []),
        ("https://t.co/abc123/weiter", ["https://t.co/abc123"]),
        ("HTTPS://ORT.DE", ["HTTPS://ORT.DE"]),
        ("日本語example.com", ["example.com"]),
        ("http://日本語.com", ["http://日本語.com"]),
        ("a.b.c.d", []),
        ("http://-falsch.de", []),
        ("x" * 64 + ".de", []),
        ("ort.de:8080/pfad", ["ort.de:8080/pfad"]),
    ],
)
def test_addresses_are_found_in_running_text(text: str, expected: list[str]) -> None:
    assert found(text) == expected


def test_with_a_protocol_only_bare_domains_stay_text() -> None:
    assert found("lindenbrunn.de und https://lindenbrunn.de", bare=False) == ["https://lindenbrunn.de"]


@pytest.mark.parametrize(
    "text", ["a." * 5000, "é.é" * 3000, "a.com-." * 1500, "." * 10000, "日.com日." * 1500]
)
def test_hostile_texts_take_time_in_proportion_to_their_length(text: str) -> None:
    def cost(piece: str) -> float:
        start = time.process_time()
        addresses(piece)
        return time.process_time() - start

    cost(text)
    half, whole = min(cost(text[: len(text) // 2]) for _ in range(3)), min(cost(text) for _ in range(3))
    assert whole < 8 * half + 0.02


def test_names_are_mentions_and_mail_addresses_are_not() -> None:
    text = "Danke @feuerwehr, @thw@social.bund.de! Mail: rathaus@lindenbrunn.de"
    assert mentions(text) == ["feuerwehr", "thw"]
    assert without_hosts(text) == "Danke @feuerwehr, @thw! Mail: rathaus@lindenbrunn.de"


def test_hashtags_stand_alone_and_hold_a_letter() -> None:
    text = "Heute #LindenbrunnLeuchtet, Nr. #1, a#b, https://x.de/#oben (#Weihnachten)."
    assert [tag.text for tag in hashtags(text)] == ["LindenbrunnLeuchtet", "Weihnachten"]
    assert [text[tag.start : tag.end] for tag in hashtags(text)] == ["#LindenbrunnLeuchtet", "#Weihnachten"]


@pytest.mark.parametrize(
    ("tag", "better"),
    [
        ("tagderoffenentür", "TagDerOffenenTür"),
        ("lindenbrunnleuchtet", "LindenbrunnLeuchtet"),
        ("Lindenbrunnleuchtet", "LindenbrunnLeuchtet"),
        ("straßenverkehrsordnung", "Straßenverkehrsordnung"),
        ("weihnachtsmarkt", "weihnachtsmarkt"),
        ("LindenbrunnLeuchtet", "LindenbrunnLeuchtet"),
        ("Wahltag", "Wahltag"),
        ("feuerwehr", "feuerwehr"),
        ("warntag2026", "warntag2026"),
        ("EU", "EU"),
        ("112", "112"),
    ],
)
def test_a_hashtag_of_several_words_gets_its_capitals(tag: str, better: str) -> None:
    assert camel_case(tag, "Lindenbrunn feiert den Advent") == better


@pytest.mark.parametrize(
    ("text", "valid"),
    [
        ("https://www.lindenbrunn.de/weihnachtsmarkt", True),
        ("https://lindenbrunn.de/a b", False),
        ("lindenbrunn.de", False),
        ("htps://lindenbrunn.de", False),
        ("https://lindenbrunn", False),
        ("", False),
    ],
)
def test_a_link_is_one_whole_web_address(text: str, valid: bool) -> None:
    assert is_web_address(text) is valid


def test_runs_of_emoji_are_measured_across_spaces() -> None:
    text = "Los 🎄🎄 🎄❤️ geht's 👋"
    assert [(text[start:end], number) for start, end, number in emoji_runs(text)] == [
        ("🎄🎄 🎄❤️", 4),
        ("👋", 1),
    ]
