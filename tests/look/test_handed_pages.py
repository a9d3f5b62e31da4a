# SPDX-License-Identifier: EUPL-1.2
"""Paper, the dialog for it and the list of the search look as approved: crowded and empty, in colour and without."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from kalender.app.house import House
from kalender.domain.plan import Blackout
from kalender.exchange.printed import pictures
from kalender.jobs.jobs import Jobs
from kalender.services.handing.sheets import PrintOrder, View, template
from kalender.ui.shell.handing.paper import PaperDialog
from kalender.ui.shell.search.field import SearchField
from kalender.ui.shell.search.offers import Group, Offer
from kalender.ui.shell.search.results import Search
from kalender.ui.theme.theme import Theme
from kalender.wording.handing.sheets import sheets
from tests.look.comparison import Comparison
from tests.look.test_backups_page import Now
from tests.ui.calendar.december import THEMES
from tests.ui.room import a_house

DECEMBER = (date(2026, 12, 1), date(2026, 12, 31))
TITLES = (
    "Weihnachtsmarkt ist eröffnet",
    "Abfuhr der Weihnachtsbäume: was Sie tun, wenn die Tonne voll ist",
    "Gemeinderat: Haushalt 2027",
    "Donaudampfschifffahrtsgesellschaftskapitänsmütze gesucht",
)


@pytest.fixture
def theme(qapp: QApplication) -> Iterator[Theme]:
    found = Theme(qapp, THEMES, choice="hell")
    yield found
    found.choose("hell")


@pytest.fixture
def house(tmp_path: Path) -> Iterator[House]:
    found = a_house(tmp_path)
    found.desk.acting_as("katrin")
    with found.desk.action("blackout.saved", title="Betriebsruhe") as act:
        act.put(
            Blackout(
                id="b",
                title="Betriebsruhe",
                first=date(2026, 12, 28),
                last=date(2026, 12, 31),
                reason="niemand da",
            )
        )
    yield found
    found.close()


def fill(house: House, count: int) -> None:
    """Plan so many posts, most of them on the ninth."""
    for number in range(count):
        day = date(2026, 12, 9) if number % 3 == 0 else date(2026, 12, 1) + timedelta(days=number * 7 % 31)
        moment = datetime(day.year, day.month, day.day, 8 + number % 12)
        id_ = house.posts.create(TITLES[number % len(TITLES)], planned=moment, idea=False)
        if number % 4 == 0:
            house.posts.to_idea([id_])
        if number % 5 == 0:
            house.posts.hold([id_], "Trauerfall")


def pages(house: House, order: PrintOrder) -> list[QImage]:
    worded = sheets(house.printing.gather(order), house.plan)
    return [QImage.fromData(data) for data in pictures(template(order), worded.data, worded.icons, 84)]


@pytest.mark.parametrize("view", list(View))
@pytest.mark.parametrize("mono", [False, True])
def test_sheets_look_as_approved(house: House, compare: Comparison, view: View, mono: bool) -> None:
    fill(house, 24)
    first, last = (date(2026, 12, 7), date(2026, 12, 13)) if view is View.WEEK else DECEMBER
    order = PrintOrder(view=view, first=first, last=last, mono=mono)
    compare(pages(house, order)[0], f"paper/{view.value}-{'mono' if mono else 'colour'}")


def test_a_crowded_month_goes_on_behind(house: House, compare: Comparison) -> None:
    fill(house, 120)
    first, last = DECEMBER
    found = pages(house, PrintOrder(view=View.MONTH, first=first, last=last, mono=True, upright=True))
    assert len(found) > 1
    for number, page in enumerate(found[:2]):
        compare(page, f"paper/crowded-{number + 1}")


@pytest.mark.parametrize("choice", ["hell", "dunkel"])
def test_the_dialog_for_paper_looks_as_approved(
    qtbot: QtBot, house: House, theme: Theme, compare: Comparison, choice: str
) -> None:
    fill(house, 12)
    theme.choose(choice)
    jobs = Jobs(Now())
    dialog = PaperDialog(theme, house.printing, jobs, day=date(2026, 12, 9), view="month")
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.waitUntil(lambda: not dialog.picture.pixmap().isNull())
    dialog.setFocus()
    QApplication.processEvents()
    compare(dialog, f"paper/dialog-{choice}")
    dialog.close()
    jobs.close()


@pytest.mark.parametrize("choice", ["hell", "dunkel", "kontrast"])
def test_the_list_of_the_search_looks_as_approved(
    qtbot: QtBot, theme: Theme, compare: Comparison, choice: str
) -> None:
    theme.choose(choice)
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(520, 460)
    field = SearchField(theme)
    field.setParent(window)
    field.setGeometry(12, 8, 250, 24)
    search = Search(theme, window, field, lambda _text: (), lambda _text: OFFERS, lambda: ("c1", "s1"))
    window.show()
    search.begin()
    QApplication.processEvents()
    compare(search, f"search/begin-{choice}")
    search.look_for("d")
    search.run()
    QApplication.processEvents()
    compare(search, f"search/found-{choice}")
    window.close()


def _nothing() -> None:
    return None


OFFERS = [
    Offer(
        key="day", group=Group.DAY, words="Gehe zu Dienstag, 8. Dezember 2026", hint="KW 50",
        icon="ri.calendar-event-line", run=_nothing,
    ),
    Offer(
        key="c1", group=Group.COMMAND, words="Drucken oder als PDF sichern …", hint="Strg P", icon="ri.printer-line",
        run=_nothing,
    ),
    Offer(
        key="c2", group=Group.COMMAND, words="Duplizieren", hint="Strg D", icon="ri.file-copy-line",
        reason="Wählen Sie zuerst einen Beitrag aus.", run=_nothing,
    ),
    Offer(key="s1", group=Group.SETTING, words="Dieses Gerät", icon="ri.equalizer-line", run=_nothing),
    Offer(key="v1", group=Group.VIEW, words="Diese Woche auf Instagram", icon="ri.bookmark-line", run=_nothing),
]  # fmt: skip
