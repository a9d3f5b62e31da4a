# SPDX-License-Identifier: EUPL-1.2
"""The register of consents: entered, changed, taken back, and what that does to what leaves the house."""

from datetime import date, datetime
from pathlib import Path

import pytest

from kalender.app.house import House
from kalender.domain.content import canonical_manifest
from kalender.domain.crop import Focus
from kalender.domain.picture import People, Pin
from kalender.domain.refusal import RefusalKind, Refused
from kalender.domain.rights.consent import Consent, Form, State
from kalender.services.consents.uses import How
from kalender.wording.refusals import sentence
from tests.ui.room import a_photo

FRIDAY = datetime(2026, 12, 11, 15, 0)
LEA = Consent(
    id="",
    name="  Lea   Brandt ",
    child=True,
    guardian="Tom Brandt",
    given=date(2026, 9, 1),
    form=Form.SPOKEN,
    channels=("facebook", "mastodon"),
    expires=date(2027, 8, 31),
    place="Ordner Kita 3",
)


@pytest.fixture
def consent(house: House, picture: str) -> str:
    return house.consents.add(LEA, [picture])


def a_post(house: House, picture: str, title: str = "Laternenumzug") -> str:
    post = house.posts.create(title, planned=FRIDAY, text="Am Freitag ziehen wir los.")
    house.editing.set_channels(post, ["facebook", "mastodon"])
    house.editing.attach(post, [picture])
    return post


def approve(house: House, post: str) -> None:
    house.reviews.request(post)
    house.desk.acting_as("ines")
    house.reviews.approve(post, house.reviews.sheet(post).digest)
    house.desk.acting_as("katrin")


def kinds(house: House, consent: str) -> list[tuple[str, How]]:
    return [(use.channel, use.how) for use in house.consents.uses(consent)]


def test_a_consent_comes_back_as_it_was_entered(house: House, consent: str, picture: str) -> None:
    found = house.consents.get(consent)
    assert (found.name, found.child, found.guardian, found.form) == (
        "Lea Brandt", True, "Tom Brandt", Form.SPOKEN,
    )  # fmt: skip
    assert (found.given, found.expires, found.channels) == (LEA.given, LEA.expires, LEA.channels)
    assert house.pictures.get(picture).consents == (consent,)
    assert [item.name for item in house.consents.all("kita brandt")] == ["Lea Brandt"]
    assert house.consents.all("müller") == []


def test_what_cannot_be_is_refused(house: House) -> None:
    for wrong, kind in (
        (Consent(id="", name=" "), RefusalKind.NAME_MISSING),
        (Consent(id="", name="A", channels=("telegraf",)), RefusalKind.UNKNOWN_CHANNEL),
        (
            Consent(id="", name="A", given=date(2026, 5, 2), expires=date(2026, 5, 1)),
            RefusalKind.BAD_SPAN,
        ),
    ):
        with pytest.raises(Refused) as caught:
            house.consents.add(wrong)
        assert caught.value.kind is kind
    assert house.consents.all() == []


def test_entering_noting_and_revoking_are_each_one_step_back(
    house: House, consent: str, picture: str
) -> None:
    house.consents.revoke(consent)
    assert house.consents.get(consent).revoked == date(2026, 12, 3)
    with pytest.raises(Refused) as caught:
        house.consents.revoke(consent)
    assert caught.value.kind is RefusalKind.ALREADY
    house.desk.undo()
    assert house.consents.get(consent).state(date(2026, 12, 3)) is State.VALID
    house.desk.undo()
    assert house.consents.all() == []
    assert house.pictures.get(picture).consents == ()


def test_a_deleted_consent_lies_in_the_trash_and_comes_back_to_its_picture(
    house: House, consent: str, picture: str
) -> None:
    house.pictures.set_fields(picture, people=People.INDIVIDUALS)
    post = a_post(house, picture)
    assert "picture.consent_missing" not in {item.rule for item in house.checks.of(post)}
    house.consents.delete(consent)
    assert "picture.consent_missing" in {item.rule for item in house.checks.of(post)}
    (item,) = house.past.trash.items(kind="consent")
    assert item.name == "Lea Brandt"
    house.past.trash.restore([item.ref])
    assert "picture.consent_missing" not in {found.rule for found in house.checks.of(post)}


def test_a_revoked_consent_holds_back_what_is_approved(
    house: House, consent: str, picture: str, tmp_path: Path
) -> None:
    post = a_post(house, picture)
    approve(house, post)
    assert [card.id for card in house.publishing.ready()] == [post]
    house.consents.revoke(consent)
    assert house.publishing.ready() == []
    (held,) = house.publishing.held_back()
    assert held.reason.kind is RefusalKind.CONSENT_REVOKED
    assert "Lea Brandt hat die Einwilligung" in sentence(held.reason)
    report = house.publishing.export(tmp_path / "out")
    assert report.left == ()
    with pytest.raises(Refused) as caught:
        house.publishing.publish(post, "facebook")
    assert caught.value.kind is RefusalKind.CONSENT_REVOKED
    house.desk.undo()
    assert [card.id for card in house.publishing.ready()] == [post]


def test_a_consent_revoked_while_packing_lets_nothing_out(
    house: House, consent: str, picture: str, tmp_path: Path
) -> None:
    post = a_post(house, picture)
    approve(house, post)
    package = house.publishing.build(house.publishing.order(post), tmp_path / "out")
    house.consents.revoke(consent)
    with pytest.raises(Refused):
        house.publishing.deliver(package)
    assert [path for path in (tmp_path / "out").iterdir() if path.is_dir()] == []


def test_a_post_with_a_revoked_consent_cannot_be_given_to_approval(
    house: House, consent: str, picture: str
) -> None:
    post = a_post(house, picture)
    house.consents.revoke(consent)
    with pytest.raises(Refused) as caught:
        house.reviews.request(post)
    assert caught.value.kind is RefusalKind.HAS_ERRORS


def test_every_use_is_told_what_is_out_first(
    house: House, consent: str, picture: str, tmp_path: Path
) -> None:
    post = a_post(house, picture)
    assert kinds(house, consent) == [("facebook", How.PLANNED), ("mastodon", How.PLANNED)]
    approve(house, post)
    house.publishing.export(tmp_path / "out")
    house.publishing.publish(post, "mastodon", "https://ort.social/@stadt/1")
    assert sorted(kinds(house, consent)) == [("facebook", How.DELIVERED), ("mastodon", How.PUBLISHED)]
    use = next(item for item in house.consents.uses(consent) if item.how is How.PUBLISHED)
    assert (use.address, use.title, use.picture) == ("https://ort.social/@stadt/1", "Laternenumzug", picture)
    a_post(house, picture, "Martinstag")
    assert [use.title for use in house.consents.uses(consent) if not use.out] == ["Martinstag"] * 2


def test_what_is_out_stays_told_when_the_post_shows_it_no_more_or_is_deleted(
    house: House, consent: str, picture: str, tmp_path: Path
) -> None:
    post = a_post(house, picture)
    approve(house, post)
    house.publishing.publish(post, "mastodon")
    other = house.pictures.import_files([a_photo(tmp_path, "andere.jpg")]).added[0]
    house.editing.detach(post, house.posts.get(post).attachments[0].id)
    house.editing.attach(post, [other])
    assert kinds(house, consent) == [("mastodon", How.PUBLISHED)]
    house.posts.delete([post])
    assert kinds(house, consent) == [("mastodon", How.PUBLISHED)]
    assert house.consents.uses(consent)[0].trashed
    house.pictures.delete([picture])
    assert kinds(house, consent) == [("mastodon", How.PUBLISHED)]


def test_only_consents_of_the_register_are_noted_with_a_picture(
    house: House, consent: str, picture: str
) -> None:
    other = house.consents.add(Consent(id="", name="Jo Weber"))
    house.consents.note_with(picture, [other, consent])
    assert house.pictures.get(picture).consents == (other, consent)
    house.consents.note_with(picture, [])
    assert house.pictures.get(picture).consents == ()
    with pytest.raises(Refused):
        house.consents.note_with(picture, ["strange"])


def test_the_timeline_tells_of_consents_under_pictures(house: House, consent: str) -> None:
    from kalender.services.past.timeline import About, Group, Wanted, group_of
    from kalender.wording.past.steps import PATTERNS

    house.consents.revoke(consent)
    page = house.past.timeline.page(Wanted(about=frozenset({About.PICTURES})))
    assert page.steps[0].label.code == "consent.revoked"
    assert group_of("consent.revoked") is Group.PICTURES
    assert "consent.revoked" in PATTERNS


def test_where_people_stand_is_kept_undone_and_never_part_of_what_is_approved_or_exported(
    house: House, picture: str, consent: str, tmp_path: Path
) -> None:
    post = a_post(house, picture)
    approve(house, post)
    before = house.reviews.sheet(post).digest
    house.consents.pin(picture, {consent: Focus(x=400, y=250)})
    assert house.pictures.get(picture).pins == (Pin(id=consent, spot=Focus(x=400, y=250)),)
    assert house.reviews.sheet(post).digest == before
    assert house.publishing.why_not(post) is None
    manifest = canonical_manifest(house.posts.get(post), house.plan.around(house.posts.get(post)))
    assert not any(word in manifest for word in ("pin", "spot", "Lea", consent))
    (tmp_path / "out").mkdir()
    assert house.publishing.export(tmp_path / "out").left
    for path in (tmp_path / "out").rglob("*"):
        if path.is_file():
            data = path.read_bytes()
            assert not any(word.encode() in data for word in ("Lea", consent, "spot", "mwg-rs"))
    house.desk.undo()
    house.desk.undo()
    assert house.pictures.get(picture).pins == ()


def test_whoever_is_no_longer_noted_with_a_picture_stands_nowhere_in_it(
    house: House, picture: str, consent: str
) -> None:
    other = house.consents.add(Consent(id="", name="Emre Yıldız"))
    house.consents.pin(picture, {consent: Focus(x=400, y=250), other: Focus(x=700, y=300)})
    assert house.pictures.get(picture).consents == (consent, other)
    house.consents.note_with(picture, [other])
    assert [pin.id for pin in house.pictures.get(picture).pins] == [other]
    house.consents.delete(other)
    house.consents.pin(picture, {})
    assert [pin.id for pin in house.pictures.get(picture).pins] == [other], (
        "those in the trash are not touched"
    )
    with pytest.raises(Refused):
        house.consents.pin(picture, {"nobody": Focus(x=1, y=1)})
