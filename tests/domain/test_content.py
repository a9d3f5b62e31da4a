# SPDX-License-Identifier: EUPL-1.2
"""The digest of a post is that of its manifest, however it is put together."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kalender.domain.content import (
    Surroundings,
    canonical,
    canonical_manifest,
    crop_for,
    digest,
    digest_of,
    manifest,
)
from kalender.domain.crop import BLURRED, WHOLE, Border, Crop, border_of, enlarged_to, inside
from kalender.domain.post import Placement, Post, Version
from tests.builders import FORMATS, PLATFORMS, a_channel, a_picture, a_post

WORDS = st.text(max_size=12)
AROUND = Surroundings(
    channels={name: a_channel(name) for name in ("facebook", "instagram")},
    pictures={"bild": a_picture("bild", alt="Ein „Markt“", credit="Müller", credit_shown=True)},
    formats=FORMATS,
    platforms=PLATFORMS,
)


@given(
    text=WORDS,
    link=WORDS,
    own=st.none() | WORDS,
    comment=WORDS,
    channels=st.lists(st.sampled_from(["instagram", "facebook", 'a"ß', "z"]), unique=True),
    pictures=st.lists(st.sampled_from(["bild", "fort"]), unique=True),
)
def test_the_quick_manifest_is_the_manifest(
    text: str, link: str, own: str | None, comment: str, channels: list[str], pictures: list[str]
) -> None:
    versions = tuple(
        Version(id=name, text=own if n % 2 else None, link=own if n % 3 else None, first_comment=comment)
        for n, name in enumerate(channels)
    )
    post = replace(a_post("p", pictures=pictures, text=text, link=link), versions=versions)
    assert canonical_manifest(post, AROUND) == canonical(manifest(post, AROUND))
    assert digest(post, AROUND) == digest_of(canonical(manifest(post, AROUND)))


def with_own(**own: object) -> Post:
    post = a_post("p", pictures=["bild"], channels=["instagram"])
    (attachment,) = post.attachments
    name = "instagram.square"
    placement = Placement(id=f"{attachment.id}@{name}", attachment=attachment.id, format=name, **own)  # type: ignore[arg-type]  # named by the test
    return replace(post, versions=(Version(id="instagram", placements=(placement,)),))


def test_a_border_is_part_of_what_is_approved_and_nothing_is_said_of_it_where_there_is_none() -> None:
    plain = a_post("p", pictures=["bild"], channels=["instagram"])
    cropped = with_own(crop=Crop(x=0, y=0, w=800, h=1000))
    soft, white = with_own(border=BLURRED), with_own(border=Border(colour="#ffffff"))
    digests = {digest(post, AROUND) for post in (plain, cropped, soft, white)}
    assert len(digests) == 4
    assert "borders" not in canonical_manifest(plain, AROUND) + canonical_manifest(cropped, AROUND)
    assert '"borders":{"instagram.square":"blurred"}' in canonical_manifest(soft, AROUND)
    for post in (soft, white):
        assert canonical_manifest(post, AROUND) == canonical(manifest(post, AROUND))


def test_within_a_border_a_picture_is_whole_whatever_was_cut_before() -> None:
    both = with_own(border=BLURRED, crop=Crop(x=0, y=0, w=800, h=1000))
    (attachment,) = both.attachments
    format_ = AROUND.formats["instagram.square"]
    assert crop_for(both.versions[0], attachment, AROUND.pictures["bild"], format_) == WHOLE
    assert digest(both, AROUND) == digest(with_own(border=BLURRED), AROUND)


@pytest.mark.parametrize("word", ["red", "#12", "#GGGGGG", "#FFFFFF", "soft"])
def test_a_border_is_blurred_or_six_digits(word: str) -> None:
    with pytest.raises(ValueError, match="colour"):
        border_of(word)
    assert border_of("#00ff80").rgb == (0, 255, 128)


def test_a_whole_picture_touches_two_sides_of_its_room() -> None:
    assert inside((3000, 2000), (1080, 1080)) == (1080, 720)
    assert inside((2000, 3000), (1080, 1080)) == (720, 1080)
    assert inside((3000, 2000), (600, 400)) == (600, 400)
    assert inside((3001, 2000), (600, 400)) == (600, 400)
    assert enlarged_to(BLURRED, (540, 360), (1080, 1920)) == 200
