# SPDX-License-Identifier: EUPL-1.2
"""Someone in a picture agrees, and takes it back: entered by keys, revoked by mouse, and the post stays in the house."""

from datetime import date, datetime
from typing import TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QDialog

from kalender.domain.picture import Licence, People
from kalender.domain.plan import Role
from kalender.domain.refusal import RefusalKind
from kalender.domain.rights.consent import Consent, Form
from kalender.ui.consents.dialog import ConsentDialog
from kalender.ui.consents.page import ENDING, REVOKED, ConsentsPage
from kalender.ui.consents.uses import UsesDialog
from kalender.ui.pictures.library.consents import ConsentChooser
from kalender.ui.pictures.library.page import LibraryPage
from tests.flows.sitting import NONE, Sitting
from tests.ui.room import a_photo

T = TypeVar("T", bound=QDialog)
FRIDAY = datetime(2026, 12, 11, 15, 0)


def dialog(kind: type[T]) -> T:
    """Return the dialog that stands open."""
    found = [item for item in QApplication.topLevelWidgets() if isinstance(item, kind) and item.isVisible()]
    assert len(found) == 1
    return found[0]


@pytest.fixture
def page(sitting: Sitting) -> ConsentsPage:
    """The page of consents, opened from the menu."""
    sitting.menu("tools.consents")
    assert sitting.front == "consents"
    found = sitting.window.pages.page("consents")
    assert isinstance(found, ConsentsPage)
    return found


@pytest.fixture
def picture(sitting: Sitting) -> str:
    """A picture in which people can be recognised."""
    (id_,) = sitting.house.pictures.import_files([a_photo(sitting.home, "probe.jpg")]).added
    sitting.house.pictures.set_fields(
        id_, alt="Zwei Kinder proben", licence=Licence.OWN, credit="Stadt", people=People.INDIVIDUALS
    )
    return id_


def approved(sitting: Sitting, picture: str) -> str:
    """Return a post with a picture that Ines has approved."""
    house = sitting.house
    post = house.posts.create("Chorprobe", planned=FRIDAY, text="Am Freitag wird geprobt.")
    house.editing.set_channels(post, ["facebook"])
    house.editing.attach(post, [picture])
    who = house.desk.person
    house.reviews.request(post)
    house.desk.acting_as(next(item.id for item in house.plan.people if item.role is Role.APPROVAL))
    house.reviews.approve(post, house.reviews.sheet(post).digest)
    house.desk.acting_as(who)
    return post


def test_an_empty_register_says_what_it_is_for_and_offers_the_first_step(page: ConsentsPage) -> None:
    assert page.empty.isVisible()
    assert not page.note.isVisible()


def test_a_consent_of_a_child_is_entered_by_keys_alone(sitting: Sitting, page: ConsentsPage) -> None:
    page.add.setFocus()
    sitting.key(Qt.Key.Key_Space)
    asked = dialog(ConsentDialog)
    asked.name.setFocus()
    sitting.type("Lea Brandt")
    sitting.key(Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is asked.child
    sitting.key(Qt.Key.Key_Space)
    sitting.key(Qt.Key.Key_Return)
    assert asked.isVisible(), "without the name of who has custody it stays open"
    assert QApplication.focusWidget() is asked.guardian
    sitting.type("Tom Brandt")
    asked.form.setFocus()
    sitting.key(Qt.Key.Key_Down)
    asked.channels["facebook"].setFocus()
    sitting.key(Qt.Key.Key_Space)
    asked.place.setFocus()
    sitting.type("Ordner Kita 3")
    sitting.key(Qt.Key.Key_Return)
    (made,) = sitting.house.consents.all()
    assert (made.name, made.child, made.guardian) == ("Lea Brandt", True, "Tom Brandt")
    assert (made.form, made.channels, made.expires) == (Form.SPOKEN, ("facebook",), None)
    assert made.place == "Ordner Kita 3"
    assert "Einwilligung eingetragen: Lea Brandt" in sitting.said
    (row,) = page.rows
    assert row.accessibleName() == "Lea Brandt (Kind; Tom Brandt): Gilt unbefristet, nur für Facebook"
    sitting.undo()
    assert page.rows == []
    assert page.empty.isVisible()


def test_a_consent_revoked_by_mouse_keeps_the_approved_post_in_the_house(
    sitting: Sitting, page: ConsentsPage, picture: str
) -> None:
    house = sitting.house
    house.consents.add(Consent(id="", name="Emre Yıldız"), [picture])
    post = approved(sitting, picture)
    sitting.settle()
    (row,) = page.rows
    sitting.click(row.revoke)
    asked = dialog(UsesDialog)
    assert "1 Beitrag mit diesen Bildern verlässt das Haus dann nicht mehr" in asked.words.text()
    assert [link.accessibleName() for link in asked.links] == [
        "Chorprobe, Facebook, geplant Fr 11. Dez., 15:00, öffnen"
    ]
    sitting.click(asked.copy)
    assert "- Chorprobe: Facebook, geplant" in QGuiApplication.clipboard().text()
    assert house.publishing.why_not(post) is None
    sitting.click(asked.go)
    reason = house.publishing.why_not(post)
    assert reason is not None
    assert reason.kind is RefusalKind.CONSENT_REVOKED
    assert "Widerruf eingetragen" in sitting.said
    assert not page.rows[0].revoke.isVisible()
    sitting.undo()
    assert house.publishing.why_not(post) is None


def test_the_revocation_lists_what_is_published_before_what_is_planned(
    sitting: Sitting, page: ConsentsPage, picture: str
) -> None:
    house = sitting.house
    house.consents.add(Consent(id="", name="Emre Yıldız"), [picture])
    out = approved(sitting, picture)
    (sitting.home / "export").mkdir()
    house.publishing.export(sitting.home / "export")
    house.publishing.publish(out, "facebook", "https://facebook.com/lindenbrunn/1")
    planned = house.posts.create("Konzert", planned=FRIDAY, text="Am Freitag wird gesungen.")
    house.editing.set_channels(planned, ["facebook"])
    house.editing.attach(planned, [picture])
    sitting.settle()
    (row,) = page.rows
    sitting.click(row.revoke)
    asked = dialog(UsesDialog)
    told = [link.accessibleName() for link in asked.links]
    assert len(told) == 2
    assert told[0].startswith("Chorprobe, Facebook, veröffentlicht")
    assert told[1].startswith("Konzert, Facebook, geplant")
    sitting.click(asked.copy)
    assert "https://facebook.com/lindenbrunn/1" in QGuiApplication.clipboard().text()
    sitting.click(asked.go)
    assert sitting.house.consents.all()[0].revoked is not None


def test_from_a_use_one_goes_to_the_post(sitting: Sitting, page: ConsentsPage, picture: str) -> None:
    sitting.house.consents.add(Consent(id="", name="Emre Yıldız"), [picture])
    post = approved(sitting, picture)
    sitting.settle()
    page.rows[0].uses.setFocus()
    sitting.key(Qt.Key.Key_Space)
    asked = dialog(UsesDialog)
    asked.links[0].setFocus()
    sitting.key(Qt.Key.Key_Space)
    assert sitting.front == "editor"
    assert sitting.editor.post_id == post


def test_people_are_found_by_name_and_by_how_their_consent_stands(
    sitting: Sitting, page: ConsentsPage
) -> None:
    today = sitting.house.consents.today()
    soon = date.fromordinal(today.toordinal() + 10)
    for consent in (
        Consent(id="", name="Ada Klein", place="Ordner 1"),
        Consent(id="", name="Bo Lang", expires=soon),
        Consent(id="", name="Cem Kurt", revoked=today),
    ):
        sitting.house.consents.add(consent)
    sitting.settle()

    def names() -> list[str]:
        return [row.consent.name for row in page.rows]

    assert names() == ["Ada Klein", "Bo Lang", "Cem Kurt"]
    sitting.click(page.filter.button(ENDING))
    assert names() == ["Bo Lang"]
    sitting.click(page.filter.button(REVOKED))
    assert names() == ["Cem Kurt"]
    page.search.setFocus()
    sitting.type("ada")
    page.reload()
    assert page.none.isVisible()
    page.clear()
    assert page.note.text() == "3 Personen"


def test_a_consent_is_changed_and_deleted(sitting: Sitting, page: ConsentsPage) -> None:
    id_ = sitting.house.consents.add(Consent(id="", name="Ada Klein"))
    sitting.settle()
    sitting.click(page.rows[0].title)
    asked = dialog(ConsentDialog)
    asked.limited.setFocus()
    sitting.key(Qt.Key.Key_Space, NONE)
    assert asked.expires.isEnabled()
    sitting.click(asked.go)
    assert sitting.house.consents.get(id_).expires is not None
    sitting.click(page.rows[0].delete)
    assert page.rows == []
    sitting.undo()
    assert [row.consent.name for row in page.rows] == ["Ada Klein"]


def library(sitting: Sitting, picture: str) -> LibraryPage:
    """Return the library with a picture chosen."""
    sitting.to_page(5)
    page = sitting.window.pages.current
    assert isinstance(page, LibraryPage)
    page.gallery.choose([picture])
    sitting.settle()
    return page


def test_a_picture_gets_a_new_consent_where_it_is_described(sitting: Sitting, picture: str) -> None:
    box = library(sitting, picture).details.consents
    assert box.nobody.isVisibleTo(box)
    assert not box.choose.isVisibleTo(box), "there is nobody to choose yet"
    box.enter.setFocus()
    sitting.key(Qt.Key.Key_Space)
    sitting.type("Emre Yıldız")
    sitting.key(Qt.Key.Key_Return)
    (made,) = sitting.house.consents.all()
    assert sitting.house.pictures.get(picture).consents == (made.id,)
    assert [link.accessibleName() for link in box.links] == ["Emre Yıldız: Gilt unbefristet"]
    sitting.house.consents.revoke(made.id, date(2026, 12, 3))
    sitting.settle()
    assert [link.accessibleName() for link in box.links] == ["Emre Yıldız: Widerrufen am 3. Dez. 2026"]


def test_consents_of_the_register_are_ticked_for_a_picture_by_keys(sitting: Sitting, picture: str) -> None:
    ids = [sitting.house.consents.add(Consent(id="", name=name)) for name in ("Ada", "Bo", "Cem")]
    box = library(sitting, picture).details.consents
    box.choose.setFocus()
    sitting.key(Qt.Key.Key_Space)
    asked = dialog(ConsentChooser)
    asked.search.setFocus()
    sitting.type("bo")
    assert [asked.list.item(row).isHidden() for row in range(3)] == [True, False, True]
    asked.search.clear()
    asked.list.setFocus()
    for key in (Qt.Key.Key_Space, Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Space):
        sitting.key(key)
    sitting.click(asked.go)
    assert sitting.house.pictures.get(picture).consents == (ids[0], ids[2])
    sitting.undo()
    assert sitting.house.pictures.get(picture).consents == ()
    assert box.links == []


def test_a_child_of_fourteen_agrees_itself_and_until_then_the_checks_ask(
    sitting: Sitting, page: ConsentsPage, picture: str
) -> None:
    house = sitting.house
    id_ = house.consents.add(
        Consent(id="", name="Lea Brandt", child=True, guardian="Tom Brandt", given=FRIDAY.date()), [picture]
    )
    post = house.posts.create(
        "Chorprobe", planned=FRIDAY, text="Am Freitag wird geprobt.", channels=["facebook"]
    )
    house.editing.attach(post, [picture])
    sitting.settle()
    assert "consent.child" not in {item.rule for item in house.checks.of(post)}
    sitting.click(page.rows[0].title)
    asked = dialog(ConsentDialog)
    assert not asked.asked.isVisible()
    asked.teen.setFocus()
    sitting.key(Qt.Key.Key_Space)
    assert asked.asked.isVisible()
    asked.go.click()
    sitting.settle()
    assert "consent.child" in {item.rule for item in house.checks.of(post)}
    assert "das Kind selbst fehlt noch" in page.rows[0].accessibleName()
    sitting.click(page.rows[0].title)
    asked = dialog(ConsentDialog)
    sitting.click(asked.agreed)
    asked.go.click()
    sitting.settle()
    assert "consent.child" not in {item.rule for item in house.checks.of(post)}
    house.desk.undo()
    assert house.consents.get(id_).asks_the_child
