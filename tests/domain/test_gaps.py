# SPDX-License-Identifier: EUPL-1.2
"""Gaps of templates: found, asked for once, filled."""

from kalender.domain.templates.gaps import Gap, asked, filled, gaps, next_gap, shortened


def test_a_gap_has_a_name_and_what_to_choose_from() -> None:
    assert gaps("In der {Straße} ist {Art|gesperrt|frei}.") == (
        Gap(start=7, end=15, name="Straße"),
        Gap(start=20, end=39, name="Art", choices=("gesperrt", "frei")),
    )


def test_braces_without_a_name_or_over_two_lines_are_no_gaps() -> None:
    assert gaps("{} { } {a\nb} {|x}") == ()


def test_each_gap_is_asked_for_once_and_choices_win() -> None:
    found = asked(["{Straße} am {Datum}", "{straße|Ring|Gasse}"])
    assert [(gap.name, gap.choices) for gap in found] == [("straße", ("Ring", "Gasse")), ("Datum", ())]


def test_known_gaps_are_filled_whatever_the_case_and_others_stay_to_be_seen() -> None:
    text = "Die {Straße} ist ab {Beginn} gesperrt: {STRASSE}, {straße}."
    assert filled(text, {"STRAßE": "Ringstraße", "Beginn": ""}) == (
        "Die Ringstraße ist ab {Beginn} gesperrt: Ringstraße, Ringstraße."
    )


def test_the_next_gap_goes_round() -> None:
    text = "{a} und {b}"
    assert next_gap(text, 0) == Gap(start=0, end=3, name="a")
    assert next_gap(text, 3) == Gap(start=8, end=11, name="b")
    assert next_gap(text, 9) == Gap(start=0, end=3, name="a")
    assert next_gap("ohne", 0) is None


def test_a_preview_shows_names_alone() -> None:
    assert shortened("Ist {Art|gesperrt|frei} am {Tag}.") == "Ist {Art} am {Tag}."
