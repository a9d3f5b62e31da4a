# SPDX-License-Identifier: EUPL-1.2
"""Only what is approved leaves, exactly as it was approved, by whatever door."""

import hashlib
import json
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path

import pytest
from PIL import Image

from kalender.app.house import House
from kalender.domain.crop import Crop
from kalender.domain.post import DecisionKind
from kalender.domain.refusal import RefusalKind, Refused
from kalender.domain.stage import Stage
from kalender.exchange.package import check

FRIDAY = datetime(2026, 12, 11, 15, 0)


@pytest.fixture
def approved(house: House, picture: str) -> str:
    post = house.posts.create("Müller & Söhne: „Fest“", planned=FRIDAY, text="Der Markt ist eröffnet.")
    house.editing.attach(post, [picture])
    house.reviews.request(post)
    house.desk.acting_as("ines")
    house.reviews.approve(post, house.reviews.sheet(post).digest)
    house.desk.acting_as("katrin")
    return post


def test_a_package_holds_everything_and_nothing_else(house: House, approved: str, tmp_path: Path) -> None:
    report = house.publishing.export(tmp_path / "out", archive=True)
    assert {item.channel for item in report.left} == {"facebook", "instagram", "whatsapp", "mastodon"}
    assert report.held_back == ()
    assert report.archive is not None
    assert report.archive.is_file()
    assert house.posts.card(approved).stage is Stage.EXPORTED
    (package,) = [path for path in (tmp_path / "out").iterdir() if path.is_dir()]
    assert package.name.isascii()
    assert check(package) == []
    formats = house.plan.formats
    for left in report.left:
        texts = (tmp_path / "out" / left.folder / "text.txt").read_text(encoding="utf-8")
        assert texts == "Der Markt ist eröffnet.\n"
        for name in left.files:
            if not name.endswith(".jpg"):
                continue
            path = tmp_path / "out" / left.folder / name
            wanted = next(
                item
                for item in formats.values()
                if name == f"bild-1_{item.id.replace('.', '-').replace('_', '-')}.jpg"
            )
            with Image.open(path) as image:
                assert image.size == (wanted.width, wanted.height)
                assert not image.getexif()
            assert path.stat().st_size <= wanted.max_bytes
    manifest = json.loads((package / "manifest.json").read_text(encoding="utf-8"))
    assert manifest["digest"] == house.posts.card(approved).digest
    for entry in manifest["files"]:
        assert hashlib.sha256((package / entry["file"]).read_bytes()).hexdigest() == entry["sha256"]


def _edit(house: House, post: str) -> None:
    house.editing.set_text(post, "Der Markt, ist eröffnet.")


def _crop(house: House, post: str) -> None:
    attachment = house.posts.get(post).attachments[0].id
    house.editing.set_crop(post, "facebook", attachment, "facebook.post", Crop(x=0, y=0, w=500, h=900))


def _focus(house: House, post: str) -> None:
    from kalender.domain.crop import Focus

    house.pictures.set_focus(house.posts.get(post).attachments[0].picture, Focus(x=0, y=0))


def _far(house: House, post: str) -> None:
    house.posts.move_to_day([post], date(2027, 3, 1))


def _hold(house: House, post: str) -> None:
    house.posts.hold([post], "Trauerfall")


def _embargo(house: House, post: str) -> None:
    house.editing.set_fields(post, embargo=datetime(2026, 12, 10, 18, 0))


@pytest.mark.parametrize(
    ("change", "kind"),
    [
        (_edit, RefusalKind.APPROVAL_VOID),
        (_crop, RefusalKind.APPROVAL_VOID),
        (_focus, RefusalKind.APPROVAL_VOID),
        (_far, RefusalKind.APPROVAL_VOID),
        (_hold, RefusalKind.HELD),
        (_embargo, RefusalKind.EMBARGO),
    ],
)
def test_whatever_changes_after_the_approval_stays_in_the_house(
    house: House, approved: str, tmp_path: Path, change: Callable[[House, str], None], kind: RefusalKind
) -> None:
    change(house, approved)
    report = house.publishing.export(tmp_path / "out")
    assert report.left == ()
    assert [item.reason.kind for item in report.held_back] == [kind]
    named = house.publishing.export(tmp_path / "out", ids=[approved])
    assert named.left == ()
    with pytest.raises(Refused):
        house.publishing.publish(approved, "facebook")
    with pytest.raises(Refused):
        house.publishing.order(approved)
    assert not (tmp_path / "out").exists() or list((tmp_path / "out").iterdir()) == []
    house.desk.undo()
    assert house.publishing.export(tmp_path / "out").left != ()


def test_a_change_between_packing_and_delivery_is_noticed(
    house: House, approved: str, tmp_path: Path
) -> None:
    package = house.publishing.build(house.publishing.order(approved), tmp_path / "out")
    _edit(house, approved)
    with pytest.raises(Refused):
        house.publishing.deliver(package)
    assert list((tmp_path / "out").iterdir()) == []
    assert house.posts.get(approved).deliveries == ()


def test_an_original_changed_on_disk_never_leaves(house: House, approved: str, tmp_path: Path) -> None:
    path = house.pictures.original(house.posts.get(approved).attachments[0].picture)
    path.write_bytes(path.read_bytes()[:-1] + b"\x00")
    report = house.publishing.export(tmp_path / "out")
    assert [item.reason.kind for item in report.held_back] == [RefusalKind.PICTURE_DAMAGED]
    path.unlink()
    report = house.publishing.export(tmp_path / "out")
    assert [item.reason.kind for item in report.held_back] == [RefusalKind.PICTURE_MISSING]


def test_exporting_again_replaces_the_package_and_ticking_off_publishes(
    house: House, approved: str, tmp_path: Path
) -> None:
    house.publishing.export(tmp_path / "out")
    house.publishing.export(tmp_path / "out", ids=[approved])
    assert len(list((tmp_path / "out").iterdir())) == 1
    for channel in ("facebook", "instagram", "whatsapp", "mastodon"):
        house.publishing.publish(approved, channel, " https://lindenbrunn.example/1 ")
    card = house.posts.card(approved)
    assert (card.stage, card.links) == (Stage.PUBLISHED, 4)
    house.publishing.unpublish(approved, "mastodon")
    assert house.posts.card(approved).stage is Stage.EXPORTED


def test_four_eyes_can_only_be_passed_urgently_and_with_a_reason(house: House, picture: str) -> None:
    house.desk.acting_as("ines")
    post = house.posts.create("Sturm", planned=FRIDAY, text="Der Stadtpark ist gesperrt.")
    house.reviews.request(post)
    digest = house.reviews.sheet(post).digest
    with pytest.raises(Refused) as refusal:
        house.reviews.approve(post, digest)
    assert refusal.value.kind is RefusalKind.OWN_WORK
    house.reviews.approve(post, digest, urgent="Sturmwarnung, niemand erreichbar")
    said = house.posts.get(post).decisions[0]
    assert (said.kind, said.comment) == (DecisionKind.URGENT, "Sturmwarnung, niemand erreichbar")
    assert house.posts.card(post).stage is Stage.APPROVED


def test_nobody_approves_who_may_not_and_nothing_that_was_not_shown(house: House, approved: str) -> None:
    _edit(house, approved)
    house.reviews.request(approved)
    shown = house.reviews.sheet(approved).digest
    with pytest.raises(Refused) as refusal:
        house.reviews.approve(approved, shown)
    assert refusal.value.kind is RefusalKind.MAY_NOT_APPROVE
    house.editing.set_text(approved, "Noch einmal anders.")
    house.desk.acting_as("ines")
    with pytest.raises(Refused) as refusal:
        house.reviews.approve(approved, shown)
    assert refusal.value.kind is RefusalKind.CONTENT_CHANGED
