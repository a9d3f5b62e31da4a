# SPDX-License-Identifier: EUPL-1.2
"""Findings on the day a post appears and on the posts around it: what fires, and what must not."""

from datetime import date, datetime
from typing import Any

import pytest

from kalender.domain.content import Surroundings
from kalender.domain.days.entries import Neutrality
from kalender.domain.pace.appearing import Appearance, Nearby
from kalender.domain.post import Version
from kalender.domain.rules.checks import Finding, Severity, check
from kalender.wording.findings import message
from tests.builders import FORMATS, PLATFORMS, a_channel, a_post

NOW = datetime(2026, 11, 1, 9, 0)
RULES = ("planned.neutrality", "planned.silent", "planned.holiday", "load.same_hour", "text.repeated")


def found(nearby: Nearby, *, planned: datetime, **fields: Any) -> list[Finding]:
    """Return what the rules of days and load say of a post on Facebook and Instagram."""
    channels = {id_: a_channel(id_) for id_ in ("facebook", "instagram")}
    around = Surroundings(channels=channels, formats=FORMATS, platforms=PLATFORMS, nearby=nearby)
    fields = {"channels": ("facebook", "instagram"), "title": "", **fields}
    post = a_post(planned=planned, **fields)
    return [item for item in check(post, around, now=NOW) if item.rule in RULES]


ELECTION = Nearby(
    neutral=(
        Neutrality(layer="w", title="Bürgermeisterwahl", first=date(2026, 9, 7), last=date(2026, 12, 6)),
    )
)


def test_a_post_in_the_days_before_an_election_is_pointed_out() -> None:
    (one,) = found(
        ELECTION,
        planned=datetime(2026, 12, 4, 17, 0),
        text="Bürgermeister Lang eröffnet den Weihnachtsmarkt.",
    )
    assert (one.rule, one.severity, one.field) == ("planned.neutrality", Severity.WARNING, "planned")
    assert message(one) == (
        "Liegt in der Karenzzeit: Bürgermeisterwahl. Vom Mo 7. Sept. bis So 6. Dez. hält sich das Rathaus zurück: nur "
        "Service und Gefahrenhinweise, nichts, was für jemanden wirbt. Verschieben Sie den Beitrag oder vergeben Sie das "
        "Schlagwort „Ausnahme“."
    )


def test_after_the_election_and_with_an_exception_nothing_is_said() -> None:
    assert not found(ELECTION, planned=datetime(2026, 12, 7, 17, 0), text="Der Weihnachtsmarkt ist eröffnet.")
    assert not found(
        ELECTION, planned=datetime(2026, 12, 4, 7, 0), text="Straße gesperrt.", labels=("Ausnahme",)
    )


SILENT = Nearby(silent={date(2026, 11, 15): "Volkstrauertag", date(2026, 11, 22): "Totensonntag"})


def test_cheerful_news_on_a_silent_day_is_pointed_out() -> None:
    (one,) = found(SILENT, planned=datetime(2026, 11, 15, 11, 0), text="Unser Bauhof sucht den Superbagger!")
    assert (one.rule, one.severity) == ("planned.silent", Severity.WARNING)
    assert message(one).startswith(
        "Erscheint an einem stillen Tag: Volkstrauertag. Am So 15. Nov. passt nichts Heiteres."
    )


@pytest.mark.parametrize(
    "text",
    [
        "Am Volkstrauertag legen wir um 11 Uhr am Ehrenmal einen Kranz nieder.",
        "Wir gedenken der Opfer von Krieg und Gewalt.",
        "Gedenkstunde auf dem Friedhof, 11 Uhr.",
    ],
)
def test_a_post_that_means_the_silent_day_passes(text: str) -> None:
    assert not found(SILENT, planned=datetime(2026, 11, 15, 9, 0), text=text)


def test_the_name_of_the_silent_day_is_enough() -> None:
    text = "Der Friedhof ist am Totensonntag bis 20 Uhr offen."
    assert not found(SILENT, planned=datetime(2026, 11, 22, 9, 0), text=text)
    assert found(SILENT, planned=datetime(2026, 11, 22, 9, 0), text="Der Friedhof ist bis 20 Uhr offen.")


def test_the_day_after_a_silent_day_is_none() -> None:
    assert not found(SILENT, planned=datetime(2026, 11, 16, 9, 0), text="Unser Bauhof sucht den Superbagger!")


HOLIDAYS = Nearby(
    holidays={
        date(2026, 12, 25): "1. Weihnachtstag",
        date(2027, 1, 6): "Heilige Drei Könige",
        date(2027, 3, 29): "Ostermontag",
        date(2027, 3, 26): "Karfreitag",
    },
    silent={date(2027, 3, 26): "Karfreitag"},
)


def test_news_on_a_holiday_get_a_hint() -> None:
    (one,) = found(HOLIDAYS, planned=datetime(2027, 1, 6, 10, 0), text="Die Hundesteuer wird fällig.")
    assert (one.rule, one.severity) == ("planned.holiday", Severity.HINT)


@pytest.mark.parametrize(
    ("planned", "text"),
    [
        (datetime(2026, 12, 25, 9, 0), "Frohe Weihnachten wünscht Ihr Rathaus."),
        (datetime(2027, 3, 29, 9, 0), "Frohe Ostern!"),
        (datetime(2027, 1, 6, 9, 0), "Die Sternsinger kommen am Tag der Heiligen Drei Könige."),
    ],
)
def test_greetings_on_a_holiday_pass(planned: datetime, text: str) -> None:
    assert not found(HOLIDAYS, planned=planned, text=text)


def test_a_holiday_that_is_silent_is_named_once() -> None:
    (one,) = found(HOLIDAYS, planned=datetime(2027, 3, 26, 9, 0), text="Die Hundesteuer wird fällig.")
    assert one.rule == "planned.silent"


def other(hour: int, minute: int, *channels: str, day: int = 8) -> Appearance:
    return Appearance("other", "Sirenenprobe", datetime(2026, 12, day, hour, minute), channels)


def test_two_posts_within_an_hour_on_one_channel_get_a_hint() -> None:
    nearby = Nearby(beside=(other(17, 45, "instagram"),))
    (one,) = found(nearby, planned=datetime(2026, 12, 8, 17, 0))
    assert (one.rule, one.severity, one.channel) == ("load.same_hour", Severity.HINT, "instagram")
    assert "„Sirenenprobe“ erscheint dort Dienstag, 8. Dez. 2026, 17:45" in message(one)


@pytest.mark.parametrize(
    "beside",
    [
        other(18, 0, "instagram"),
        other(17, 30, "mastodon"),
        other(17, 0, "instagram", day=9),
        Appearance("post", "Derselbe", datetime(2026, 12, 8, 17, 0), ("instagram",)),
    ],
    ids=["an hour apart", "another channel", "another day", "itself"],
)
def test_posts_that_are_apart_get_none(beside: Appearance) -> None:
    assert not found(Nearby(beside=(beside,)), planned=datetime(2026, 12, 8, 17, 0))


def test_a_version_with_a_time_of_its_own_is_judged_by_that_time() -> None:
    versions = (Version(id="facebook"), Version(id="instagram", planned=datetime(2026, 12, 8, 19, 0)))
    nearby = Nearby(beside=(other(17, 0, "instagram"),))
    assert not found(nearby, planned=datetime(2026, 12, 8, 17, 0), versions=versions)


def test_the_same_text_on_the_same_channel_gets_a_hint() -> None:
    nearby = Nearby(same_text=(other(9, 0, "facebook", day=20),))
    (one,) = found(nearby, planned=datetime(2026, 12, 8, 17, 0), text="Die Bücherei hat zu.")
    assert (one.rule, one.field) == ("text.repeated", "text")
    assert message(one) == (
        "Derselbe Text wie „Sirenenprobe“. Er steht auf Facebook schon So 20. Dez. Schreiben Sie ihn um, oder lassen Sie "
        "einen der Beiträge weg."
    )


def test_versions_of_one_post_and_texts_on_other_channels_are_no_repetition() -> None:
    itself = Appearance("post", "Derselbe", datetime(2026, 12, 8, 17, 0), ("facebook",))
    elsewhere = other(9, 0, "mastodon", day=20)
    assert not found(
        Nearby(same_text=(itself, elsewhere)),
        planned=datetime(2026, 12, 8, 17, 0),
        text="Die Bücherei hat zu.",
    )


def test_a_channel_with_a_text_of_its_own_repeats_nothing() -> None:
    versions = (Version(id="facebook", text="Anders gesagt."), Version(id="instagram"))
    nearby = Nearby(same_text=(other(9, 0, "facebook", day=20),))
    assert not found(
        nearby, planned=datetime(2026, 12, 8, 17, 0), text="Die Bücherei hat zu.", versions=versions
    )
