# SPDX-License-Identifier: EUPL-1.2
"""Every page of the window, each with a way to come to it with something on it."""

from collections.abc import Callable
from datetime import date

from kalender.domain.rights.consent import Consent
from kalender.ui.board.page import BoardPage
from kalender.ui.calendar.toolbar import AGENDA, LIST, MONTH, QUARTER, WEEK, YEAR
from kalender.ui.pictures.library.page import LibraryPage
from kalender.ui.preferences.page import SettingsPage
from kalender.ui.shell.further.listed import PAGES
from tests.flows.dialogs import work
from tests.flows.hands import PARTS
from tests.flows.sitting import Sitting

POST = "Vorlesen in der Bücherei"
WAITING = "Müllabfuhr über Weihnachten"
DAY = date(2026, 12, 14)
"""When that waiting post is planned."""


def furnish(sitting: Sitting) -> None:
    """Put something on every page: an event, a series, a consent, a mention, something in the trash, a note."""
    house = sitting.house
    house.events.add("Lichterfest", date(2026, 12, 12), date(2026, 12, 13), place="Marktplatz")
    house.series.add(sitting.card("Danke an den Winterdienst").id, "FREQ=YEARLY;COUNT=3")
    consent = Consent(id="", name="Annegret Hohenstein", given=date(2026, 1, 5))
    house.consents.add(consent, [house.pictures.all()[0].id])
    house.posts.delete([sitting.card("Eisbahn am Weiher").id])
    me = house.desk.person
    name = next(item.name for item in house.plan.people if item.id == me)
    house.desk.acting_as(next(item.id for item in house.plan.people if item.id != me))
    house.reviews.comment(sitting.card(POST).id, f"@{name} bitte ansehen")
    house.desk.acting_as(me)
    place = work(sitting)
    place.tell_dues()
    sitting.settle()


def _calendar(sitting: Sitting, view: str) -> None:
    sitting.window.show_page("calendar")
    sitting.calendar.show_view(view)
    sitting.calendar.go_to(DAY)
    sitting.calendar.choose([sitting.card(WAITING).id])


def _board(sitting: Sitting) -> None:
    sitting.window.show_page("board")
    page = sitting.window.pages.page("board")
    assert isinstance(page, BoardPage)
    page.select(sitting.card(WAITING).id)


def _pictures(sitting: Sitting) -> None:
    sitting.window.show_page("pictures")
    page = sitting.window.pages.page("pictures")
    assert isinstance(page, LibraryPage)
    page.gallery.choose([sitting.house.pictures.all()[0].id])


def _editor(sitting: Sitting) -> None:
    work(sitting).visits.open_post(sitting.post(POST).id)


def _crop(sitting: Sitting) -> None:
    post = sitting.post(POST)
    work(sitting).visits.open_crop(post.id, post.attachments[0].id)


def _settings(sitting: Sitting, part: str) -> None:
    sitting.window.show_page("settings")
    page = sitting.window.pages.page("settings")
    assert isinstance(page, SettingsPage)
    page.show_part(part)


def _story(sitting: Sitting) -> None:
    work(sitting).visits.open_story(sitting.post(POST).id)


def _shown(key: str) -> Callable[[Sitting], object]:
    return lambda sitting: sitting.window.show_page(key)


def _viewed(view: str) -> Callable[[Sitting], object]:
    return lambda sitting: _calendar(sitting, view)


def _part(key: str) -> Callable[[Sitting], object]:
    return lambda sitting: _settings(sitting, key)


SCREENS: dict[str, Callable[[Sitting], object]] = {
    **{f"calendar {view}": _viewed(view) for view in (MONTH, WEEK, QUARTER, YEAR, AGENDA, LIST)},
    "board": _board,
    "review": _shown("review"),
    "pictures": _pictures,
    "export": _shown("export"),
    "editor": _editor,
    "crop": _crop,
    **{key: _shown(key) for key in PAGES if key not in {"settings", "story"}},
    "story": _story,
    **{f"settings {part}": _part(part) for part in PARTS},
}
"""By what they are called; the key of the page comes first."""
