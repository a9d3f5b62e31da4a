# SPDX-License-Identifier: EUPL-1.2
"""Who is named in a comment, and which names go on as typed."""

from kalender.domain.language.addressed import addressed, begun

PEOPLE = {
    "ines": "Ines Falkner",
    "katrin": "Katrin Sommer",
    "katrin2": "Katrin Winter",
    "murat": "Murat Yıldız",
}


def test_full_names_and_unique_first_names_are_people() -> None:
    assert addressed("@Ines Falkner und @murat: bitte prüfen, @Ines!", PEOPLE) == ("ines", "murat")


def test_a_first_name_of_two_is_nobody_and_the_longest_name_counts() -> None:
    assert addressed("@Katrin bitte", PEOPLE) == ()
    assert addressed("@Katrin Winter bitte", PEOPLE) == ("katrin2",)


def test_mail_addresses_and_longer_words_are_nobody() -> None:
    assert addressed("post@ines.de und @Inessa und @InesX", PEOPLE) == ()


def test_names_go_on_from_the_at_by_first_or_family_name() -> None:
    assert begun("Bitte @ka", PEOPLE) == (6, ["Katrin Sommer", "Katrin Winter"])
    assert begun("@falk", PEOPLE) == (0, ["Ines Falkner"])
    assert begun("Bitte @", PEOPLE) == (6, ["Ines Falkner", "Katrin Sommer", "Katrin Winter", "Murat Yıldız"])


def test_nothing_is_begun_without_a_fitting_name() -> None:
    for text in ("Bitte", "a@ka", "@Katrin Sommer bitte", "@Ines Falkner", "@xyz"):
        assert begun(text, PEOPLE) == (-1, [])
