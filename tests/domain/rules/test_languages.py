# SPDX-License-Identifier: EUPL-1.2
"""What a post is written in decides which rules read it."""

from datetime import timedelta

from kalender.domain.pace.appearing import Appearance, Nearby
from kalender.domain.rules.checks import check, rules
from kalender.domain.siblings.family import Family, Original
from kalender.domain.siblings.tongues import EASY
from tests.domain.rules.cases import NOW, PLANNED, Try, said

TEXT = (
    "Zwecks Anmeldung klicken Sie bitte ggf. hier. Die Straße wird gesperrt. Der Bus wird umgeleitet. "
    "Die Halle wird geöffnet. Am Dienstag, 3. Dezember 2026, ist das nicht unmöglich. #tagderoffenentür"
)


def found(trial: Try) -> set[str]:
    return {item.rule for item in check(trial.post, trial.around, now=NOW)}


def test_rules_that_read_german_leave_other_languages_alone() -> None:
    german = {rule.id for rule in rules().values() if rule.german}
    in_german = found(said(TEXT))
    assert {"text.officialese", "date.weekday", "text.double_negation", "text.abbreviation"} <= in_german
    assert not found(said(TEXT, language="tr")) & german
    assert not found(said(TEXT, language="nds")) & german


def test_easy_german_is_read_as_german_and_more_strictly() -> None:
    assert found(said(TEXT)) - {"sibling.alone"} <= found(said(TEXT, language=EASY))
    assert "easy.word" in found(said("Die Bürgermeisterin kommt.", language=EASY))


def test_limits_hold_in_every_language() -> None:
    long = said("ğ" * 600, "mastodon", language="tr")
    assert "text.too_long" in found(long)


def test_the_same_in_another_language_may_appear_in_the_same_hour() -> None:
    beside = Appearance(
        post="o", title="Freibad", planned=PLANNED + timedelta(minutes=5), channels=("facebook",)
    )
    family = Family(original=Original(id="o", title="Freibad", digest="", first=PLANNED))
    later = [beside._replace(post=id_, planned=PLANNED + timedelta(hours=4)) for id_ in ("tr", "uk")]
    crowd = Family(siblings=(("tr", "tr"), ("uk", "uk")))
    assert "load.same_day" in found(said(around={"nearby": Nearby(beside=tuple(later))}))
    assert "load.same_day" not in found(said(around={"nearby": Nearby(beside=tuple(later)), "family": crowd}))
    alone = said(around={"nearby": Nearby(beside=(beside,))})
    together = said(around={"nearby": Nearby(beside=(beside,)), "family": family})
    assert "load.same_hour" in found(alone)
    assert "load.same_hour" not in found(together)
