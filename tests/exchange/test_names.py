# SPDX-License-Identifier: EUPL-1.2
"""Names of files and folders that every system takes."""

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kalender.exchange.names import LONGEST, slug, unlike
from tests.places import corpus_files

LEGAL = re.compile(r"[A-Za-z0-9]+(-[A-Za-z0-9]+)*")
DEVICES = {"con", "prn", "aux", "nul", *(f"{name}{n}" for name in ("com", "lpt") for n in range(10))}


def assert_legal(name: str, longest: int = LONGEST) -> None:
    assert LEGAL.fullmatch(name), name
    assert len(name) <= longest
    assert name.casefold() not in DEVICES


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Weihnachtsmarkt ist eröffnet", "Weihnachtsmarkt-ist-eroeffnet"),
        ("Größe: 5 m² – „Straße“", "Groesse-5-m2-Strasse"),
        ("CON", "beitrag-con"),
        ("nul", "beitrag-nul"),
        ("com1", "beitrag-com1"),
        ("Punkt am Ende.", "Punkt-am-Ende"),
        ("../../etc/passwd", "etc-passwd"),
        ("C:\\Windows\\win.ini", "C-Windows-win-ini"),
        ("\u202egnp.exe", "gnp-exe"),
        ("🎄🎄🎄", "beitrag"),
        ("", "beitrag"),
        ("Ero\u0308ffnung", "Eroeffnung"),
    ],
)
def test_titles_become_plain_names(title: str, name: str) -> None:
    assert slug(title) == name


@given(st.text(max_size=400))
def test_whatever_a_title_holds_its_name_is_legal_everywhere(title: str) -> None:
    assert_legal(slug(title))
    assert slug(title) == slug(title)


def test_three_hundred_letters_are_cut_at_a_word() -> None:
    name = slug("Wort " * 60)
    assert len(name) <= LONGEST
    assert name.endswith("Wort")


def test_two_names_that_differ_only_in_case_are_told_apart() -> None:
    assert unlike("Markt", {"markt"}, "b2") == "Markt-b2"
    assert unlike("Markt", {"markt", "markt-b2"}, "b2") == "Markt-b2-2"
    assert unlike("Markt", {"tanz"}, "b2") == "Markt"


def test_every_hostile_name_of_the_corpus_becomes_a_legal_one(corpus: Path) -> None:
    names = [
        line
        for path in corpus_files("filenames")
        for line in path.read_text(encoding="utf-8", errors="replace").splitlines()
    ]
    assert len(names) > 100
    for name in names:
        assert_legal(slug(name))
