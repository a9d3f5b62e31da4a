# SPDX-License-Identifier: EUPL-1.2
"""What the rules say about channels, limits, pictures and times."""

import time
from dataclasses import replace
from datetime import date, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kalender.domain.content import Surroundings
from kalender.domain.crop import Crop
from kalender.domain.days.clocks import shown_by_clocks
from kalender.domain.picture import Licence, People, Picture
from kalender.domain.plan import Blackout, Channel, Municipality
from kalender.domain.post import Attachment, Placement, Post, Publication, Version
from kalender.domain.rules.checks import Finding, Severity, check, rules
from kalender.formats.catalogue import load

NOW = datetime(2026, 11, 22, 9, 0)
PLANNED = datetime(2026, 12, 1, 10, 0)
CATALOGUE = load()


def a_picture(**more: Any) -> Picture:
    values: dict[str, Any] = {
        "id": "bild",
        "name": "IMG_2041.jpg",
        "width": 4000,
        "height": 3000,
        "alt": "Der beleuchtete Marktplatz mit Buden und vielen Gästen",
        "credit": "Stadt Lindenbrunn",
        "licence": Licence.OWN,
        "people": People.CROWD,
    }
    return Picture(**(values | more))


def a_post(*channels: str, pictures: int = 0, **more: Any) -> Post:
    values: dict[str, Any] = {
        "id": "p",
        "title": "Weihnachtsmarkt",
        "text": "Der Weihnachtsmarkt öffnet am Samstag um 16 Uhr.",
        "planned": PLANNED,
        "versions": tuple(Version(id=channel) for channel in channels),
        "attachments": tuple(
            Attachment(id=f"a{number}", picture="bild", position=f"{number}")
            for number in range(1, pictures + 1)
        ),
    }
    return Post(**(values | more))


def around(picture: Picture | None = None, **more: Any) -> Surroundings:
    channels = {
        item.id: Channel(id=item.id, platform=item.id, name=item.name, formats=item.default_formats)
        for item in CATALOGUE.platforms
    }
    values: dict[str, Any] = {
        "pictures": {"bild": picture or a_picture()},
        "channels": channels,
        "formats": CATALOGUE.formats,
        "platforms": CATALOGUE.platforms_by_id,
        "municipality": Municipality(name="Lindenbrunn"),
    }
    return Surroundings(**(values | more))


def of(rule: str, post: Post, surroundings: Surroundings | None = None, now: datetime = NOW) -> list[Finding]:
    assert rule in rules()
    return [item for item in check(post, surroundings or around(), now=now) if item.rule == rule]


def ids(post: Post, surroundings: Surroundings | None = None) -> set[str]:
    return {item.rule for item in check(post, surroundings or around(), now=NOW)}


def test_a_good_post_passes_every_rule() -> None:
    text = "Der Weihnachtsmarkt öffnet am Samstag, 5. Dezember 2026, um 16 Uhr.\n\nAlle Infos: lindenbrunn.de\n\n#Advent"
    post = a_post("facebook", "mastodon", pictures=1, text=text)
    assert check(post, around(), now=NOW) == []


def test_errors_come_first() -> None:
    found = check(a_post("instagram", text="In #Lindenbrunn [Ort] auf lindenbrunn.de"), around(), now=NOW)
    order = [item.severity for item in found]
    assert order == sorted(order, key=["error", "warning", "hint"].index)
    assert {item.post for item in found} == {"p"}


def test_a_post_without_a_channel_is_named() -> None:
    assert of("channel.none", a_post())
    assert not of("channel.none", a_post("facebook"))


def test_one_channel_without_text_is_named_all_without_text_once() -> None:
    versions = (Version(id="facebook"), Version(id="instagram", text=" "))
    assert [item.channel for item in of("text.empty", a_post(versions=versions))] == ["instagram"]
    assert [item.channel for item in of("text.empty", a_post("facebook", "instagram", text=""))] == [""]


def test_a_time_is_missed_unless_it_is_an_idea() -> None:
    assert of("planned.none", a_post("facebook", planned=None))
    assert not of("planned.none", a_post("facebook", planned=None, idea=True))
    assert not of("planned.none", a_post("facebook"))


def test_a_text_is_measured_by_the_rule_of_each_channel() -> None:
    post = a_post("x", "mastodon", "facebook", text="Wort " * 80)
    found = of("text.too_long", post)
    assert [item.channel for item in found] == ["x"]
    assert found[0].facts["excess"] == 120
    assert found[0].facts["limit"] == 280
    assert found[0].facts["start"] == 280


def test_a_picture_makes_the_limit_smaller() -> None:
    text = "Wort " * 300
    assert not of("text.too_long", a_post("telegram", text=text))
    (found,) = of("text.too_long", a_post("telegram", text=text, pictures=1))
    assert (found.facts["limit"], found.facts["with_pictures"]) == (1024, True)


def test_the_server_of_a_channel_may_allow_more() -> None:
    post = a_post("mastodon", text="Wort " * 150)
    assert of("text.too_long", post)
    own = Channel(id="mastodon", platform="mastodon", text_limit=1000)
    assert not of("text.too_long", post, around(channels={"mastodon": own}))


def test_a_text_with_too_many_bytes_says_so() -> None:
    (found,) = of("text.too_long", a_post("bluesky", text="👨‍👩‍👧‍👦" * 150))
    assert (found.facts["unit"], found.facts["excess"]) == ("bytes", 750)


def test_a_text_all_but_full_is_doubtful_where_the_vendor_only_says_characters() -> None:
    assert of("text.nearly_too_long", a_post("youtube", text="x" * 4990), around()) == []
    assert of("text.nearly_too_long", a_post("facebook", text="x" * 63000))
    assert not of("text.nearly_too_long", a_post("facebook", text="x" * 60000))


def test_more_pictures_than_the_platform_takes_are_counted() -> None:
    (found,) = of("picture.too_many", a_post("mastodon", "facebook", pictures=5))
    assert (found.channel, found.facts["count"], found.facts["limit"]) == ("mastodon", 5, 4)
    assert not of("picture.too_many", a_post("mastodon", pictures=4))


def test_a_picture_needs_an_alt_text_unless_it_is_decorative() -> None:
    blank = around(a_picture(alt=" "))
    (found,) = of("alt.missing", a_post("facebook", pictures=1), blank)
    assert (found.attachment, found.severity, found.facts["number"]) == ("a1", Severity.ERROR, 1)
    decorative = (Attachment(id="a1", picture="bild", decorative=True),)
    assert not of("alt.missing", a_post("facebook", attachments=decorative), blank)
    own = (Attachment(id="a1", picture="bild", alt="Ein Chor singt auf der Bühne"),)
    assert not of("alt.missing", a_post("facebook", attachments=own), blank)


def test_an_alt_text_fits_each_channel() -> None:
    long = around(a_picture(alt="Wort " * 210))
    found = of("alt.too_long", a_post("instagram", "mastodon", "facebook", pictures=1), long)
    assert [(item.channel, item.facts["limit"]) for item in found] == [("instagram", 1000)]


@pytest.mark.parametrize("alt", ["IMG_2041", "img 2041.JPG", "DSC00123", "Marktplatz.png"])
def test_the_name_of_a_file_is_no_alt_text(alt: str) -> None:
    assert of("alt.file_name", a_post("facebook", pictures=1), around(a_picture(alt=alt)))


@pytest.mark.parametrize("alt", ["Der Marktplatz im Advent", "Plakat: Fest am 24.12.2026", ""])
def test_a_description_is_no_file_name(alt: str) -> None:
    assert not of("alt.file_name", a_post("facebook", pictures=1), around(a_picture(alt=alt)))


@pytest.mark.parametrize(
    ("alt", "fires"),
    [
        ("Bild von einem Markt", True),
        ("Das Foto zeigt den Brunnen", True),
        ("Auf dem Bild ist ein Hund zu sehen", True),
        ("Bildhauer bei der Arbeit", False),
        ("Fotografin mit Kamera vor dem Rathaus", False),
    ],
)
def test_an_alt_text_does_not_say_that_it_is_a_picture(alt: str, fires: bool) -> None:
    assert (
        bool(of("alt.begins_with_picture", a_post("facebook", pictures=1), around(a_picture(alt=alt))))
        is fires
    )


def test_two_pictures_with_one_description_are_named() -> None:
    (found,) = of("alt.twice", a_post("facebook", pictures=2))
    assert (found.attachment, found.facts["other"]) == ("a2", 1)
    assert not of("alt.twice", a_post("facebook", pictures=1))


def test_where_no_alt_text_is_shown_the_text_should_say_it() -> None:
    (found,) = of("alt.not_shown", a_post("telegram", "facebook", pictures=1))
    assert found.channel == "telegram"
    said = a_post("telegram", pictures=1, text=f"Markt. Bild: {a_picture().alt}.")
    assert not of("alt.not_shown", said)


def test_a_picture_that_is_gone_is_missed() -> None:
    assert of("picture.gone", a_post("facebook", pictures=1), around(pictures={}))
    assert not of("picture.gone", a_post("facebook", pictures=1))
    assert not of("alt.missing", a_post("facebook", pictures=1), around(pictures={}))


def test_a_ground_and_an_author_are_asked_for() -> None:
    post = a_post("facebook", pictures=1)
    assert of("picture.licence_unknown", post, around(a_picture(licence=Licence.UNKNOWN)))
    assert not of("picture.licence_unknown", post)
    assert of("picture.credit_missing", post, around(a_picture(credit=" ")))
    assert not of("picture.credit_missing", post, around(a_picture(credit="", licence=Licence.CC0)))


def test_creative_commons_wants_the_credit_shown() -> None:
    post = a_post("facebook", pictures=1)
    hidden = a_picture(licence=Licence.CC_BY, credit="J. Beispiel, CC BY 4.0")
    assert of("picture.credit_hidden", post, around(hidden))
    assert not of("picture.credit_hidden", post, around(replace(hidden, credit_shown=True)))
    assert not of("picture.credit_hidden", replace(post, text=f"Foto: {hidden.credit}"), around(hidden))
    assert not of("picture.credit_hidden", post)


def test_a_picture_without_the_right_to_change_it_is_not_cropped() -> None:
    fixed = a_picture(licence=Licence.CC_BY_ND)
    (found,) = of("picture.no_derivatives", a_post("instagram", pictures=1), around(fixed))
    assert found.severity is Severity.ERROR
    assert found.facts["formats"] == ("Instagram-Beitrag 4:5",)
    whole = replace(fixed, width=1080, height=1350)
    assert not of("picture.no_derivatives", a_post("instagram", pictures=1), around(whole))


def test_a_right_that_ends_before_the_day_is_no_right() -> None:
    post = a_post("facebook", pictures=1)
    assert of("picture.expired", post, around(a_picture(valid_until=date(2026, 11, 30))))
    assert not of("picture.expired", post, around(a_picture(valid_until=date(2026, 12, 1))))
    later = (Version(id="facebook"), Version(id="website", planned=datetime(2026, 12, 3, 9, 0)))
    assert of(
        "picture.expired", replace(post, versions=later), around(a_picture(valid_until=date(2026, 12, 2)))
    )


def test_a_stock_picture_needs_the_right_for_social_media() -> None:
    stock = around(a_picture(licence=Licence.STOCK))
    (found,) = of("picture.stock_not_social", a_post("facebook", "website", pictures=1), stock)
    assert found.facts["channels"] == ("Facebook",)
    assert not of("picture.stock_not_social", a_post("website", pictures=1), stock)
    assert not of(
        "picture.stock_not_social",
        a_post("facebook", pictures=1),
        around(a_picture(licence=Licence.STOCK_SOCIAL)),
    )


def test_a_small_picture_or_a_small_crop_is_enlarged() -> None:
    post = a_post("facebook", pictures=1)
    (found,) = of("picture.enlarged", post, around(a_picture(width=800, height=1000)))
    assert (found.facts["percent"], found.facts["format"]) == (135, "facebook.post")
    assert not of("picture.enlarged", post, around(a_picture(width=1080, height=1350)))
    corner = Placement(
        id="a1@facebook.post", attachment="a1", format="facebook.post", crop=Crop(x=0, y=0, w=100, h=167)
    )
    assert of("picture.enlarged", replace(post, versions=(Version(id="facebook", placements=(corner,)),)))


def test_people_who_can_be_recognised_are_asked() -> None:
    post = a_post("facebook", pictures=1)
    assert of("picture.consent_missing", post, around(a_picture(people=People.INDIVIDUALS)))
    assert not of("picture.consent_missing", post)
    noted = a_picture(people=People.INDIVIDUALS, note="Einwilligung liegt vor, Ordner 12")
    assert not of("picture.consent_missing", post, around(noted))


def test_more_hashtags_than_a_platform_likes_are_counted() -> None:
    tags = "Gut. #Eins #Zwei #Drei #Vier #Fünf #Sechs"
    (found,) = of("hashtag.too_many", a_post("instagram", "facebook", text=tags))
    assert (found.channel, found.facts["count"], found.facts["limit"]) == ("instagram", 6, 5)
    assert not of("hashtag.too_many", a_post("instagram", text="Gut. #Eins"))


def test_a_link_that_opens_nowhere_is_named() -> None:
    assert of("link.broken", a_post("facebook", link="lindenbrunn"))
    assert of("link.broken", a_post(versions=(Version(id="facebook", link="www lindenbrunn de"),)))
    for link in ("", "lindenbrunn.de/vorlesen", "https://www.lindenbrunn.de/ämter"):
        assert not of("link.broken", a_post("facebook", link=link))


def test_a_link_no_one_can_tap_is_named() -> None:
    text = "Mehr auf lindenbrunn.de"
    found = of("link.not_clickable", a_post("instagram", "facebook", text=text))
    assert [(item.channel, item.facts["link"]) for item in found] == [("instagram", "lindenbrunn.de")]
    assert of("link.not_clickable", a_post("instagram", link="https://lindenbrunn.de"))
    assert not of("link.not_clickable", a_post("instagram"))


def test_what_is_overdue_and_not_ticked_off_is_named() -> None:
    late = datetime(2026, 12, 2, 8, 0)
    assert of("planned.past", a_post("facebook", "website"), now=late)
    done = a_post("facebook", "website", publications=(Publication(id="facebook"),))
    assert [item.channel for item in of("planned.past", done, now=late)] == ["website"]
    assert not of("planned.past", a_post("facebook"))
    assert not of("planned.past", a_post("facebook", dropped=True), now=late)


def test_the_hour_that_does_not_exist_is_refused_and_the_double_one_is_not() -> None:
    (found,) = of("planned.clock_gap", a_post("facebook", planned=datetime(2027, 3, 28, 2, 30)))
    assert found.facts["instead"] == datetime(2027, 3, 28, 3, 30)
    assert not of("planned.clock_gap", a_post("facebook", planned=datetime(2026, 10, 25, 2, 30)))
    assert not of("planned.clock_gap", a_post("facebook", planned=datetime(2027, 3, 28, 9, 0)))
    assert not of(
        "planned.clock_gap", a_post("facebook", planned=datetime(2027, 3, 28, 2, 30), zone="Mond/Krater")
    )


@pytest.mark.parametrize("moment", [datetime(1, 1, 1), datetime(9999, 12, 31, 23, 59)])
@pytest.mark.parametrize(
    "zone", ["Europe/Berlin", "Pacific/Kiritimati", "America/Los_Angeles", "../../etc", ""]
)
def test_no_time_and_no_zone_breaks_the_question_what_clocks_show(moment: datetime, zone: str) -> None:
    assert shown_by_clocks(moment, zone) == moment


def test_a_picture_whose_file_is_not_what_was_taken_in_holds_the_post_back() -> None:
    post = a_post("facebook", pictures=1)
    assert not of("picture.file", post)
    (picture,) = around().pictures
    (found,) = of("picture.file", post, around(unsound={picture: "altered"}))
    assert (found.severity, found.facts["state"]) == (Severity.ERROR, "altered")


def test_nothing_appears_before_its_embargo_ends() -> None:
    assert of("planned.embargo", a_post("facebook", embargo=datetime(2026, 12, 1, 18, 0)))
    assert not of("planned.embargo", a_post("facebook", embargo=PLANNED))
    later = (Version(id="website", planned=datetime(2026, 12, 1, 12, 0)), Version(id="facebook"))
    found = of("planned.embargo", a_post(versions=later, embargo=datetime(2026, 12, 1, 11, 0)))
    assert [item.channel for item in found] == [""]


def test_a_blackout_wants_an_exception() -> None:
    closed = Blackout(id="b", title="Karenzzeit", first=date(2026, 11, 30), last=date(2026, 12, 1))
    assert of("planned.blackout", a_post("facebook"), around(blackouts=(closed,)))
    assert not of("planned.blackout", a_post("facebook", labels=("Ausnahme",)), around(blackouts=(closed,)))
    assert not of(
        "planned.blackout",
        a_post("facebook", planned=datetime(2026, 12, 2, 0, 0)),
        around(blackouts=(closed,)),
    )


def test_a_plan_may_weigh_a_rule_otherwise_or_switch_it_off() -> None:
    post = a_post()
    softer = check(post, around(), now=NOW, severities={"channel.none": Severity.HINT})
    assert [item.severity for item in softer if item.rule == "channel.none"] == [Severity.HINT]
    assert "channel.none" not in {
        item.rule for item in check(post, around(), now=NOW, severities={"channel.none": None})
    }


def test_a_channel_nobody_knows_breaks_nothing() -> None:
    assert "text.too_long" not in ids(a_post("schaukasten", text="x" * 99999), Surroundings())


def test_a_rich_post_is_checked_in_the_time_of_a_key_stroke() -> None:
    """The figure is for the reader; the bound is far above it and only catches a change of order."""
    text = "Am Samstag, 5. Dezember 2026, öffnet der Markt. 🎄 Alles auf https://lindenbrunn.de #Advent\n" * 8
    post = a_post("facebook", "instagram", "mastodon", "x", "whatsapp", "website", pictures=4, text=text)
    surroundings = around()
    check(post, surroundings, now=NOW)
    start = time.process_time()
    for _ in range(10):
        check(post, surroundings, now=NOW)
    assert (time.process_time() - start) / 10 < 0.1


TEXT = st.text(
    st.one_of(
        st.sampled_from("aÄ #@.:/[]{}X?_1234567890\n🎄\u200d\ufe0f𝗳"),
        st.characters(exclude_categories=["Cs"]),
    ),
    max_size=80,
)


@given(TEXT, TEXT)
def test_no_text_breaks_a_rule_and_every_place_lies_inside(text: str, own: str) -> None:
    versions = (Version(id="x"), Version(id="instagram", text=own, first_comment=text), Version(id="bluesky"))
    post = a_post(versions=versions, text=text, pictures=1, link=own)
    for item in check(post, around(), now=NOW):
        start, end = item.facts.get("start", 0), item.facts.get("end", 0)
        assert isinstance(start, int)
        assert isinstance(end, int)
        assert 0 <= start <= end <= max(len(text), len(own))
