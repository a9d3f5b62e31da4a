# SPDX-License-Identifier: EUPL-1.2
"""What is done to a picture is part of the picture, of its history and of what is approved."""

from dataclasses import replace

import pytest

from kalender.domain.content import Surroundings, digest, manifest
from kalender.domain.covered import covered
from kalender.domain.crop import PLAIN, Cover, Crop
from kalender.domain.journal.record import flatten, patch, restore
from kalender.domain.picture import Picture
from kalender.domain.plan import Channel
from kalender.domain.post import Attachment, Post, Version

PICTURE = Picture(id="p", sha256="ab", width=3000, height=2000)
COVERED = Cover(id="c1", box=Crop(x=10, y=20, w=30, h=40))
POST = Post(id="x", versions=(Version(id="web"),), attachments=(Attachment(id="a", picture="p"),))


def around(picture: Picture) -> Surroundings:
    return Surroundings(pictures={"p": picture}, channels={"web": Channel(id="web")})


def test_a_picture_nobody_worked_on_is_approved_by_the_digest_it_always_had() -> None:
    assert "work" not in str(manifest(POST, around(PICTURE)))
    assert PICTURE.work == PLAIN


@pytest.mark.parametrize(
    "changed",
    [
        {"turn": 1},
        {"tilt": -7},
        {"light": 10},
        {"contrast": -10},
        {"covers": (COVERED,)},
        {"covers": (replace(COVERED, blurred=True),)},
    ],
    ids=lambda value: str(value)[:16],
)
def test_whatever_is_done_to_a_picture_needs_a_new_approval(changed: dict[str, object]) -> None:
    worked = replace(PICTURE, **changed)  # type: ignore[arg-type]  # fields by name
    assert digest(POST, around(worked)) != digest(POST, around(PICTURE))
    assert all(covered("picture", key) for key in patch(PICTURE, worked))


def test_what_is_done_lies_in_the_journal_field_by_field_and_comes_back() -> None:
    worked = replace(PICTURE, turn=3, tilt=-12, light=5, contrast=9, covers=(COVERED,))
    assert restore(Picture, "p", flatten(worked)) == worked
    assert set(patch(PICTURE, worked)) >= {"turn", "tilt", "light", "contrast", "cover/c1/", "cover/c1/box"}
    assert restore(Picture, "p", {**flatten(worked), "cover/c1/": False}).covers == ()


def test_a_turned_and_straightened_picture_has_the_size_of_what_is_left() -> None:
    assert replace(PICTURE, turn=1).size == (2000, 3000)
    wide, high = replace(PICTURE, tilt=50).size
    assert 2400 < wide < 3000
    assert 1500 < high < 2000


def test_numbers_out_of_range_do_no_more_than_the_most() -> None:
    assert (
        replace(PICTURE, turn=5, tilt=9999, light=-999).work
        == replace(PICTURE, turn=1, tilt=150, light=-100).work
    )
