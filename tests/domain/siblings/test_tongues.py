# SPDX-License-Identifier: EUPL-1.2
"""Languages are written as BCP 47 says, and known as German, easy, or running from right to left."""

import pytest

from kalender.domain.siblings.tongues import (
    EASY,
    OFFERED,
    PLAIN,
    is_easy,
    is_german,
    is_simple,
    lang,
    right_to_left,
    tidy,
)
from kalender.wording.language.tongues import NAMES, short, titled, tongue


@pytest.mark.parametrize(
    ("given", "written"),
    [
        ("TR", "tr"),
        ("pt_br", "pt-BR"),
        ("zh-hant-TW", "zh-Hant-TW"),
        ("de", ""),
        (" DE-SIMPLE ", PLAIN),
        (EASY, EASY),
    ],
)
def test_a_tag_is_written_as_the_standard_writes_it(given: str, written: str) -> None:
    assert tidy(given) == written


@pytest.mark.parametrize("given", ["", "t", "türkisch", "tr-", "tr Text", "../x", "de-x", '"><script>'])
def test_what_is_no_tag_is_refused(given: str) -> None:
    with pytest.raises(ValueError, match="no language tag"):
        tidy(given)


def test_easy_german_is_german_and_other_languages_are_not() -> None:
    assert all(is_german(tag) for tag in ("", "de", "de-AT", PLAIN, EASY))
    assert not any(is_german(tag) for tag in ("tr", "dsb", "den", "nds"))
    assert is_simple(EASY)
    assert is_simple(PLAIN)
    assert not is_simple("")
    assert not is_simple("en")
    assert is_easy(EASY)
    assert not is_easy(PLAIN)
    assert lang("") == "de"
    assert lang("uk") == "uk"


def test_direction_follows_the_language_and_a_script_that_is_named() -> None:
    assert all(right_to_left(tag) for tag in ("ar", "fa", "he", "ps", "ur", "ar-EG", "ku-Arab"))
    assert not any(right_to_left(tag) for tag in ("", "tr", "uk", "kmr", "uz", "ar-Latn", EASY))


def test_every_language_that_is_offered_has_a_german_name_and_is_written_rightly() -> None:
    assert [tag for tag in OFFERED if tag not in NAMES or tidy(tag) != tag] == []
    assert len({short(tag) for tag in OFFERED}) == len(OFFERED)


def test_a_language_is_called_by_its_german_name_and_an_unknown_one_by_its_tag() -> None:
    assert tongue(EASY) == "Leichte Sprache"
    assert tongue("pt-BR") == "Portugiesisch (pt-BR)"
    assert tongue("xyz") == "xyz"
    assert titled("Sommerfest", "tr") == "Sommerfest (Türkisch)"
    assert (short(EASY), short(PLAIN), short("es"), short("")) == ("Leicht", "Einfach", "ES", "")
