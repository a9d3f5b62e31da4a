# SPDX-License-Identifier: EUPL-1.2
"""Rules in the settings, all posts checked, findings beside a text, and who stands where in a picture look as approved."""

import shutil
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtGui import QCursor
from PySide6.QtWidgets import QApplication

from kalender.domain.crop import Focus
from kalender.domain.rights.consent import Consent
from kalender.domain.rules.book import Level
from kalender.ui.pictures.library.page import LibraryPage
from kalender.ui.pictures.people.dialog import PinsDialog
from kalender.ui.preferences.page import SettingsPage
from tests.flows.sitting import Sitting
from tests.look.comparison import Comparison
from tests.look.test_pages import PLAN, POST, sample

__all__ = ["sample"]

LIGHT, DARK, LARGE = ("hell", 1440, 900, 100), ("dunkel", 1440, 900, 100), ("hell", 1366, 768, 200)
FINDINGS = [("none", LIGHT), ("some", LIGHT), ("many", LIGHT), ("many", DARK), ("many", LARGE)]
MUCH = """ACHTUNG: Am Dienstag, 3. Dezember 2026, ist Markt!!!

Wir laden herzlich zum Konzert ein 🎄 und freuen uns 🎄🎁⛄🎅🌟
✅ Kuchen
✅ Kaffee
✅ Musik

𝗙𝗲𝘁𝘁 ist das nicht unmöglich, ggf. zwecks Anmeldung hier klicken: http://bit.ly/markt
Fragen per PN oder an erika.muster@gmx.de, Treffpunkt [Ort eintragen].

#tagderoffenentür #advent #Advent"""
CALM = "Der Wochenmarkt ist wieder da. Kommen Sie vorbei: jeden Samstag von 8 bis 12 Uhr auf dem Marktplatz."


@pytest.fixture
def sitting(qapp: QApplication, sample: Path, tmp_path: Path) -> Iterator[Sitting]:
    QCursor.setPos(0, 0)
    home = shutil.copytree(sample, tmp_path / "home")
    found = Sitting(qapp, home)
    found.open(home / PLAN)
    yield found
    found.close()


def show(sitting: Sitting, size: tuple[str, int, int, int]) -> str:
    """Bring the window to a size, and return the end of a picture's name."""
    choice, width, height, scale = size
    sitting.desktop.theme.choose(choice)
    sitting.desktop.theme.set_scale(scale)
    sitting.window.resize(width, height)
    sitting.settle()
    return f"{choice}-{width}-{scale}"


def hush(sitting: Sitting) -> None:
    """Let nothing blink or fade."""
    sitting.window.setFocus()
    sitting.settle()
    sitting.window.toast.dismiss()
    sitting.settle()


def name(value: object) -> str:
    return "-".join(str(item) for item in value) if isinstance(value, tuple) else str(value)


@pytest.mark.parametrize("size", [DARK, LARGE], ids=name)
def test_the_rules_in_the_settings_look_as_approved(
    sitting: Sitting, compare: Comparison, size: tuple[str, int, int, int]
) -> None:
    end = show(sitting, size)
    desk = sitting.house.rules.rulings
    desk.change(
        "text.emoji_run", Level.ERROR, reason="Beschluss der Redaktion vom 3. Dezember", leavable=True
    )
    desk.change("hashtag.not_at_end", Level.OFF, reason="Bei uns stehen sie im Text")
    page = sitting.window.show_page("settings")
    assert isinstance(page, SettingsPage)
    page.show_part("rules")
    hush(sitting)
    compare(page, f"checking/rules-{end}")


@pytest.mark.parametrize("size", [LIGHT, LARGE], ids=name)
def test_all_posts_checked_look_as_approved(
    sitting: Sitting, compare: Comparison, size: tuple[str, int, int, int]
) -> None:
    end = show(sitting, size)
    sitting.menu("tools.check")
    sitting.settle()
    hush(sitting)
    page = sitting.window.pages.current
    assert page is not None
    compare(page, f"checking/all-{end}")


@pytest.mark.parametrize(("many", "size"), FINDINGS, ids=name)
def test_the_findings_beside_a_text_look_as_approved(
    sitting: Sitting, compare: Comparison, size: tuple[str, int, int, int], many: str
) -> None:
    end = show(sitting, size)
    house = sitting.house
    if many == "some":
        id_ = sitting.card(POST).id
    else:
        text = MUCH if many == "many" else CALM
        id_ = house.posts.create(
            "Wochenmarkt", planned=datetime(2026, 12, 17, 11, 5), text=text, topic="rathaus"
        )
        house.editing.set_channels(id_, ["facebook", "instagram"] if many == "many" else ["facebook"])
    sitting.desktop.place.visits.open_post(id_)  # type: ignore[union-attr]  # the plan is open
    sitting.settle()
    sitting.editor.check()
    sitting.editor.columns.reveal("checks")
    hush(sitting)
    compare(sitting.editor.findings, f"checking/findings-{many}-{end}")


@pytest.mark.parametrize("size", [LIGHT], ids=name)
def test_who_stands_where_looks_as_approved(
    sitting: Sitting, compare: Comparison, size: tuple[str, int, int, int]
) -> None:
    end = show(sitting, size)
    house = sitting.house
    picture = next(item.id for item in house.pictures.all() if item.name == "azubis.jpg")
    names = ("Emre Yıldız", "Lea Brandt", "Dr. Annegret von Wolfenbüttel-Hohenstein")
    people = [house.consents.add(Consent(id="", name=each), [picture]) for each in names]
    house.consents.pin(picture, dict(zip(people, (Focus(x=285, y=440), Focus(x=500, y=440)), strict=False)))
    page = sitting.window.show_page("pictures")
    assert isinstance(page, LibraryPage)
    page.details.consents.pins_wanted.emit(picture)
    sitting.settle()
    dialog = next(item for item in sitting.window.findChildren(PinsDialog) if item.isVisible())
    sitting.until(lambda: not dialog.canvas._image.isNull())
    compare(dialog, f"checking/pins-{end}")
    dialog.close()
