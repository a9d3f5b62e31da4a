# SPDX-License-Identifier: EUPL-1.2
"""The figures under a text follow the rule of the platform."""

from kalender.domain.format import Format, Rule
from kalender.ui.editor.text.counters import cells
from kalender.ui.editor.text.gauge import gauge, tightest


def a_format(limit: int, rule: Rule = Rule.CODEPOINT, *, fold: int = 0, tags: int = 0) -> Format:
    return Format(
        id="x.post", platform="x", label="", width=10, height=10, ratio_min=1, ratio_max=1, max_bytes=0,
        text_limit=limit, text_rule=rule, fold_at=fold, hashtag_limit=tags,
    )  # fmt: skip


def test_it_warns_from_nine_tenths_and_errs_beyond_the_limit() -> None:
    assert gauge("a" * 89, a_format(100), pictures=True).state == "accent-fill"
    assert gauge("a" * 90, a_format(100), pictures=True).state == "warn"
    over = gauge("a" * 112, a_format(100), pictures=True)
    assert (over.state, over.excess, over.excess_at) == ("err", 12, 100)
    assert cells(over)[0].spoken == "12 Zeichen zu viel"


def test_an_address_costs_23_on_mastodon_however_long_it_is() -> None:
    text = "Alles unter https://www.lindenbrunn.de/aktuelles/2026/vorlesen-in-der-buecherei"
    assert gauge(text, a_format(500, Rule.MASTODON), pictures=True).used == len("Alles unter ") + 23


def test_bytes_are_named_where_only_they_do_not_fit() -> None:
    shown = gauge("ä" * 60, a_format(100, Rule.UTF8_BYTES), pictures=True)
    assert (shown.used, shown.unit, shown.excess) == (120, "Bytes", 20)


def test_the_last_word_before_the_fold_is_named() -> None:
    shown = gauge("Am Freitag liest Hanne Krüger vor", a_format(500, fold=16), pictures=True)
    assert (shown.fold, shown.fold_word) == (16, "liest")
    assert cells(shown)[1].below == "endet nach „liest“"


def test_too_many_hashtags_warn_without_blocking() -> None:
    shown = gauge("#Eins #Zwei #Drei", a_format(500, tags=2), pictures=True)
    assert (shown.hashtags, shown.state) == (3, "accent-fill")
    assert cells(shown)[-1].role == "warn"


def test_the_common_text_has_the_limit_of_the_channel_with_the_least_room() -> None:
    wide = gauge("a" * 60, a_format(1000), pictures=True, whose="Facebook")
    narrow = gauge("a" * 60, a_format(100), pictures=True, whose="Mastodon")
    assert tightest("a" * 60, [wide, narrow]).whose == "Mastodon"
    assert tightest("abc", []).used == 3
