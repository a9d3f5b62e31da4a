# SPDX-License-Identifier: EUPL-1.2
"""The page of backups looks as approved: a full list with damaged ones, and what one would change."""

from collections.abc import Iterator
from concurrent.futures import Executor, Future
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kalender.jobs.jobs import Jobs
from kalender.services.backups.going_back import PostLine, Preview
from kalender.services.backups.places import Found, Places
from kalender.store.backup.info import BackupInfo, Damage, Reason
from kalender.ui.backups.keeper import Keeper
from kalender.ui.backups.page import BackupsPage
from kalender.ui.theme.theme import Theme
from tests.look.comparison import Comparison
from tests.ui.calendar.december import THEMES

NOW = datetime(2026, 12, 3, 10, 42)
BESIDE, SHARE = Path("/Pläne/Sicherungen"), Path("/media/Stadtarchiv/Kalender")
PREVIEW = Preview(
    back=(
        PostLine(id="1", title="Weihnachtsmarkt ist eröffnet", planned="2026-12-04T17:00"),
        PostLine(id="2", title="Frag das Rathaus: Hundesteuer", planned=""),
    ),
    changed=(
        PostLine(id="3", title="Sirenenprobe am Samstag, 12 Uhr", planned="2026-12-08T11:00", fields=("text", "version")),
        PostLine(id="4", title="Bürgerbüro: neue Öffnungszeiten", planned="2026-12-09T11:00", fields=("planned",)),
    ),
    gone=(PostLine(id="5", title="Böllerverbot in der Altstadt", planned="2026-12-30T10:00"),),
    others={"picture": 2, "channel": 1},
    originals=("a.jpg",),
    lost=(),
    lacking=0,
)  # fmt: skip


def a_backup(days: int, reason: Reason, place: Path = BESIDE, **more: Any) -> BackupInfo:
    """Return a backup made some days ago at 8:02."""
    made_at = (NOW - timedelta(days=days)).replace(hour=8, minute=2)
    info = BackupInfo(
        path=place / "Stadt Lindenbrunn-5a5a" / f"plan-{made_at:%Y-%m-%d}-{reason}.kalender", place=place, plan="5a",
        device="d1", town="Stadt Lindenbrunn", reason=reason, made_at=made_at, changesets=900 - days, newest="n",
        posts=142 - days, pictures=37, size=86_400_000 - 700_000 * days, sha256="s",
    )  # fmt: skip
    return replace(info, **more)


LISTED = [
    a_backup(0, Reason.DAILY),
    a_backup(0, Reason.DAILY, SHARE),
    a_backup(1, Reason.BEFORE_IMPORT),
    a_backup(1, Reason.DAILY, SHARE, damaged=Damage.PICTURES_MISSING, lost=("a.jpg", "b.jpg")),
    a_backup(2, Reason.MANUAL),
    a_backup(9, Reason.DAILY, damaged=Damage.SNAPSHOT_ALTERED),
    a_backup(33, Reason.BEFORE_RESTORE, SHARE),
]


class Made:
    """Backups that are what a picture needs; fits Backups."""

    def __init__(self, listed: list[BackupInfo], second: Path | None) -> None:
        self.places = Places(first=BESIDE, second=second)
        self._listed = listed

    def listed(self, _progress: object) -> list[BackupInfo]:
        return self._listed

    def second_place(self) -> Found:
        return Found.GOOD

    def preview(self, _info: BackupInfo, _progress: object) -> Preview:
        return PREVIEW


class Now(Executor):
    """Works at once."""

    def submit(self, fn: Any, /, *args: Any, **kwargs: Any) -> Future[Any]:
        fn(*args, **kwargs)
        return Future()


@pytest.fixture
def theme(qapp: QApplication) -> Iterator[Theme]:
    found = Theme(qapp, THEMES, choice="hell")
    yield found
    found.choose("hell")
    found.set_scale(100)


@pytest.mark.parametrize(("choice", "width", "height", "scale"), [("hell", 880, 540, 100)])
def test_the_page_of_backups_looks_as_approved(
    qtbot: QtBot,
    compare: Comparison,
    theme: Theme,
    choice: str,
    width: int,
    height: int,
    scale: int,
) -> None:
    theme.choose(choice)
    theme.set_scale(scale)
    jobs = Jobs(executor=Now())
    backups: Any = Made(LISTED, SHARE)
    keeper = Keeper(backups, jobs, lambda: NOW)
    page = BackupsPage(
        theme, keeper=keeper, jobs=jobs, now=lambda: NOW, saved=lambda: True, open_folder=lambda _path: None
    )
    qtbot.addWidget(page)
    page.resize(width, height)
    page.show()
    QApplication.processEvents()
    page.list.setCurrentIndex(page.model.index(2, 0))
    page.compare()
    QApplication.processEvents()
    compare(page, f"pages/backups-full-{choice}-{width}-{scale}")
    keeper.stop()
    page.close()
    jobs.close()
