# SPDX-License-Identifier: EUPL-1.2
"""The stage of a post follows from its content, decisions and deliveries."""

from dataclasses import replace
from datetime import date, datetime

from kalender.domain.content import Surroundings, digest
from kalender.domain.crop import Crop, Focus
from kalender.domain.format import Format
from kalender.domain.picture import AiMark, Picture
from kalender.domain.plan import Channel
from kalender.domain.post import (
    Attachment,
    Comment,
    Decision,
    DecisionKind,
    Delivery,
    Placement,
    Post,
    Publication,
    ReviewRequest,
    Version,
)
from kalender.domain.stage import Flag, Stage, VoidReason, flags_at, standing, window

NOW = datetime(2026, 12, 3, 10, 42)
SQUARE = Format(
    id="facebook.square", platform="facebook", label="Quadrat", width=1080, height=1080, ratio_min=1, ratio_max=1,
    max_bytes=1,
)  # fmt: skip
AROUND = Surroundings(
    pictures={"b": Picture(id="b", sha256="ab", width=4000, height=3000, credit="Stadt", credit_shown=True)},
    channels={"facebook": Channel(id="facebook", platform="facebook", formats=("facebook.square",))},
    formats={SQUARE.id: SQUARE},
)


def a_post() -> Post:
    return Post(
        id="p",
        title="Weihnachtsmarkt",
        text="Der Markt ist eröffnet.",
        planned=datetime(2026, 12, 4, 17, 0),
        versions=(Version(id="facebook"),),
        attachments=(Attachment(id="a", picture="b", position="i", alt="Marktplatz im Schnee"),),
    )


def approved(post: Post, around: Surroundings = AROUND) -> Post:
    found = digest(post, around)
    asked = ReviewRequest(id="r1", digest=found, by="katrin", at=datetime(2026, 12, 1, 9))
    yes = Decision(
        id="d1", digest=found, request="r1", by="ines", at=datetime(2026, 12, 2, 14, 20),
        first=date(2026, 12, 1), last=date(2026, 12, 11),
    )  # fmt: skip
    return replace(post, requests=(asked,), decisions=(yes,))


def stage_of(post: Post, around: Surroundings = AROUND) -> Stage:
    return standing(post, digest(post, around)).stage


def test_a_new_post_is_an_idea_or_a_draft() -> None:
    assert stage_of(replace(a_post(), idea=True)) is Stage.IDEA
    assert stage_of(a_post()) is Stage.DRAFT


def test_an_open_request_for_this_content_means_in_review() -> None:
    post = replace(approved(a_post()), decisions=())
    assert stage_of(post) is Stage.IN_REVIEW
    assert stage_of(replace(post, text="Anders.")) is Stage.DRAFT


def test_every_covered_change_voids_the_approval_and_the_way_back_revives_it() -> None:
    post = approved(a_post())
    assert stage_of(post) is Stage.APPROVED
    square = Placement(
        id="a@facebook.square", attachment="a", format=SQUARE.id, crop=Crop(x=0, y=0, w=750, h=1000)
    )
    changes = {
        "a comma": replace(post, text="Der Markt, ist eröffnet."),
        "own text": post.with_version(Version(id="facebook", text="Kommt vorbei!")),
        "link": replace(post, link="https://lindenbrunn.de"),
        "own link": post.with_version(Version(id="facebook", link="https://lindenbrunn.de")),
        "first comment": post.with_version(Version(id="facebook", first_comment="Mehr dazu")),
        "channel added": replace(post, versions=(*post.versions, Version(id="website"))),
        "channel gone": replace(post, versions=()),
        "alt text": replace(post, attachments=(replace(post.attachments[0], alt="Markt"),)),
        "decorative": replace(post, attachments=(replace(post.attachments[0], decorative=True),)),
        "picture gone": replace(post, attachments=()),
        "own crop": post.with_version(Version(id="facebook", placements=(square,))),
        "hidden picture": post.with_version(Version(id="facebook", hidden=("a",))),
        "other formats": post.with_version(Version(id="facebook", formats=())),
    }
    for name, changed in changes.items():
        found = standing(changed, digest(changed, AROUND))
        assert found.stage is Stage.DRAFT, name
        assert Flag.APPROVAL_VOID in found.flags, name
        assert found.reason is VoidReason.CONTENT, name
    assert stage_of(replace(changes["a comma"], text=post.text)) is Stage.APPROVED


def test_a_changed_picture_voids_the_approval() -> None:
    post = approved(a_post())
    picture = AROUND.pictures["b"]
    for changed in (
        replace(picture, focus=Focus(x=100, y=500)),
        replace(picture, sha256="cd"),
        replace(picture, credit="Jonas Reiter"),
        replace(picture, credit_shown=False),
        replace(picture, ai=AiMark.MADE),
    ):
        around = replace(AROUND, pictures={"b": changed})
        assert stage_of(post, around) is Stage.DRAFT
    assert stage_of(post, replace(AROUND, pictures={})) is Stage.DRAFT


def test_what_the_approval_does_not_cover_keeps_it() -> None:
    post = approved(a_post())
    for kept in (
        replace(post, title="Anderer Arbeitstitel"),
        replace(post, note="Frau Krüger kommt um 14:30"),
        replace(post, comments=(Comment(id="c", by="anja", text="Schön!"),)),
        replace(post, topic="leben", responsible="anja", labels=("Markt",)),
        replace(post, planned=datetime(2026, 12, 11, 9, 0)),
        post.with_version(Version(id="facebook", text=post.text)),
    ):
        assert stage_of(kept) is Stage.APPROVED


def test_a_large_move_voids_the_approval_and_a_small_one_keeps_it() -> None:
    post = approved(a_post())
    far = post.moved_to_day(date(2026, 12, 12))
    found = standing(far, digest(far, AROUND))
    assert (found.stage, found.reason) == (Stage.DRAFT, VoidReason.TIME)
    backlog = post.to_backlog()
    assert standing(backlog, digest(backlog, AROUND)).reason is VoidReason.UNDATED
    one_channel_late = post.with_version(Version(id="facebook", planned=datetime(2026, 12, 20, 9)))
    assert stage_of(one_channel_late) is Stage.DRAFT


def test_asking_for_a_change_of_the_same_content_revokes_the_approval() -> None:
    post = approved(a_post())
    later = Decision(id="d2", kind=DecisionKind.CHANGE, digest=digest(post, AROUND), by="ines", after=("d1",))
    revoked = replace(post, decisions=(*post.decisions, later))
    found = standing(revoked, digest(post, AROUND))
    assert (found.stage, found.reason) == (Stage.DRAFT, VoidReason.REVOKED)
    assert Flag.CHANGE_REQUESTED in found.flags
    overruling = replace(post.decisions[0], id="d3", after=("d1", "d2"))
    assert stage_of(replace(revoked, decisions=(*revoked.decisions, overruling))) is Stage.APPROVED


def test_two_words_at_once_are_not_an_approval_whatever_the_clocks_say() -> None:
    post = approved(a_post())
    at_once = Decision(
        id="d2", kind=DecisionKind.CHANGE, digest=digest(post, AROUND), by="petra", at=datetime(1999, 1, 1)
    )
    assert stage_of(replace(post, decisions=(*post.decisions, at_once))) is Stage.DRAFT


def test_an_answered_request_is_not_open_even_when_it_was_asked_in_the_same_minute() -> None:
    post = approved(a_post())
    change = replace(post.decisions[0], kind=DecisionKind.CHANGE, at=post.requests[0].at)
    answered = replace(post, decisions=(change,))
    assert stage_of(answered) is Stage.DRAFT
    again = ReviewRequest(id="r2", digest=digest(post, AROUND), by="katrin", at=change.at)
    found = standing(replace(answered, requests=(*answered.requests, again)), digest(post, AROUND))
    assert found.stage is Stage.IN_REVIEW
    assert Flag.RESUBMITTED in found.flags
    assert Flag.CHANGE_REQUESTED not in found.flags


def test_a_conflict_stands_above_every_approval() -> None:
    post = approved(a_post())
    found = standing(post, digest(post, AROUND), contested=True)
    assert (found.stage, found.reason) == (Stage.DRAFT, VoidReason.CONFLICT)


def test_delivered_everywhere_is_exported_and_ticked_off_everywhere_is_published() -> None:
    post = approved(replace(a_post(), versions=(Version(id="facebook"), Version(id="website"))))
    now = digest(post, AROUND)
    one = replace(post, deliveries=(Delivery(id="x", channel="facebook", digest=now),))
    assert stage_of(one) is Stage.APPROVED
    both = replace(one, deliveries=(*one.deliveries, Delivery(id="y", channel="website", digest=now)))
    assert stage_of(both) is Stage.EXPORTED
    out = replace(both, publications=tuple(Publication(id=c, digest=now) for c in ("facebook", "website")))
    assert stage_of(out) is Stage.PUBLISHED
    changed = replace(out, text="Nachträglich geändert.")
    found = standing(changed, digest(changed, AROUND))
    assert found.stage is Stage.PUBLISHED
    assert found.flags == {Flag.DIVERGED}


def test_flags_of_the_clock_are_added_when_they_are_looked_at() -> None:
    past = datetime(2026, 12, 3, 10, 41)
    none: frozenset[Flag] = frozenset()
    assert flags_at(Stage.DRAFT, none, planned=past, embargo=None, now=NOW) == {Flag.OVERDUE}
    assert flags_at(Stage.PUBLISHED, none, planned=past, embargo=None, now=NOW) == none
    assert flags_at(Stage.DRAFT, none, planned=None, embargo=datetime(2026, 12, 3, 18), now=NOW) == {
        Flag.EMBARGO
    }
    assert flags_at(Stage.DRAFT, none, planned=NOW, embargo=NOW, now=NOW) == none


def test_the_window_reaches_from_the_first_channel_to_the_last() -> None:
    days = (datetime(2026, 12, 4, 17), datetime(2026, 12, 6, 8))
    assert window(days, 3, 7) == (date(2026, 12, 1), date(2026, 12, 13))
    assert window((), 3, 7) is None
    ends = (datetime(1, 1, 1), datetime(9999, 12, 31))
    assert window(ends, 3, 7) == (date.min, date.max)


def test_the_digest_does_not_depend_on_the_order_of_channels() -> None:
    post = replace(a_post(), versions=(Version(id="facebook"), Version(id="website")))
    assert digest(post, AROUND) == digest(replace(post, versions=post.versions[::-1]), AROUND)
