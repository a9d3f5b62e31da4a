# SPDX-License-Identifier: EUPL-1.2
"""Everything decided about the pictures of a post is one step, or nothing."""

from pathlib import Path

import pytest

from kalender.domain.crop import Crop, Focus
from kalender.domain.picture import Licence, Picture
from kalender.domain.post import Post
from kalender.domain.refusal import RefusalKind, Refused
from kalender.services.cropping import Cropped, Cropping
from tests.builders import a_channel, a_desk, a_picture, a_plan, a_post

CROP = Crop(x=10, y=20, w=300, h=400)


def test_crops_focus_words_and_rights_are_written_and_undone_together(tmp_path: Path) -> None:
    plan = a_plan(tmp_path / "plan", allow_synced=True)
    desk = a_desk(plan, a_channel(), a_picture("markt"), a_post(channels=["facebook"], pictures=["markt"]))
    Cropping(desk).apply(
        "post",
        Cropped(
            crops={("facebook", "at-markt", "facebook.feed"): CROP},
            focus={"markt": Focus(x=100, y=900)},
            alts={"at-markt": ("Der Markt", False)},
            fields={"markt": {"licence": Licence.OWN, "credit": "Jonas Reiter"}},
        ),
    )
    post, picture = plan.get(Post, "post"), plan.get(Picture, "markt")
    assert post is not None
    assert picture is not None
    assert [(item.id, item.crop) for item in post.versions[0].placements] == [
        ("at-markt@facebook.feed", CROP)
    ]
    assert (post.attachments[0].alt, picture.focus) == ("Der Markt", Focus(x=100, y=900))
    assert (picture.licence, picture.credit) == (Licence.OWN, "Jonas Reiter")
    desk.undo()
    assert plan.get(Post, "post") == a_post(channels=["facebook"], pictures=["markt"])
    assert plan.get(Picture, "markt") == a_picture("markt")
    plan.close()


def test_a_crop_that_is_taken_back_follows_the_focus_point_again(tmp_path: Path) -> None:
    plan = a_plan(tmp_path / "plan", allow_synced=True)
    desk = a_desk(plan, a_channel(), a_picture("markt"), a_post(channels=["facebook"], pictures=["markt"]))
    key = ("facebook", "at-markt", "facebook.feed")
    Cropping(desk).apply("post", Cropped(crops={key: CROP}))
    Cropping(desk).apply("post", Cropped(crops={key: None}))
    post = plan.get(Post, "post")
    assert post is not None
    assert post.versions[0].placements == ()
    plan.close()


@pytest.mark.parametrize(
    ("decided", "kind"),
    [
        (Cropped(crops={("mastodon", "at-markt", "x"): CROP}), RefusalKind.UNKNOWN_CHANNEL),
        (Cropped(fields={"markt": {"sha256": "0"}}), RefusalKind.UNKNOWN_FIELD),
        (Cropped(focus={"weg": Focus()}), RefusalKind.NOT_FOUND),
    ],
)
def test_what_cannot_be_written_writes_nothing(tmp_path: Path, decided: Cropped, kind: RefusalKind) -> None:
    plan = a_plan(tmp_path / "plan", allow_synced=True)
    desk = a_desk(plan, a_channel(), a_picture("markt"), a_post(channels=["facebook"], pictures=["markt"]))
    with pytest.raises(Refused) as refused:
        Cropping(desk).apply("post", decided)
    assert refused.value.kind is kind
    assert plan.get(Post, "post") == a_post(channels=["facebook"], pictures=["markt"])
    plan.close()
