# SPDX-License-Identifier: EUPL-1.2
"""Which way out is proposed first."""

from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from kalender.services.rescue.inspection import Inspection, Trouble
from kalender.store.backup.info import BackupInfo, Damage, Reason
from kalender.store.salvage.salvage import Found, Lost
from kalender.ui.rescue.choices import Way, choices

FOLDER = Path("/plaene/Lindenbrunn")


def found(*, taken: int = 0, lost: int = 0, posts: int = 0) -> Found:
    return Found(
        plan="plan",
        taken=tuple(f"{n:064x}" for n in range(taken)),
        lost=tuple(Lost(id=f"{n:064x}", number=n) for n in range(1000, 1000 + lost)),
        waiting=(),
        posts=posts,
        newest="2026-12-03T10:42",
        remnants=(),
        complete=True,
    )


def a_backup(changesets: int, damage: Damage = Damage.NONE) -> BackupInfo:
    return BackupInfo(
        path=Path("/sicherung/plan.kalender"),
        place=Path("/sicherung"),
        plan="plan",
        device="d",
        town="Lindenbrunn",
        reason=Reason.DAILY,
        made_at=datetime(2026, 12, 2, 18, 5),
        changesets=changesets,
        posts=30,
        pictures=4,
        size=1,
        sha256="0" * 64,
        newest="",
        damaged=damage,
    )


def ways(trouble: Trouble, **facts: Any) -> list[Way]:
    return [item.way for item in choices(Inspection(folder=FOLDER, trouble=trouble, **facts))]


def test_what_is_readable_comes_first_where_it_is_nearly_all() -> None:
    seen = {"found": found(taken=100, lost=3), "backups": (a_backup(90),)}
    assert ways(Trouble.DAMAGED, **seen) == [Way.SALVAGE, Way.RESTORE, Way.OTHER]


@pytest.mark.parametrize(("taken", "lost", "backup"), [(100, 40, 90), (50, 0, 90)])
def test_the_backup_comes_first_where_much_is_lost_or_it_holds_more(
    taken: int, lost: int, backup: int
) -> None:
    seen = {"found": found(taken=taken, lost=lost), "backups": (a_backup(backup),)}
    assert ways(Trouble.CUT_OFF, **seen) == [Way.RESTORE, Way.SALVAGE, Way.OTHER]


def test_a_damaged_backup_is_no_way_out() -> None:
    seen = {"found": found(), "backups": (a_backup(90, Damage.SNAPSHOT_ALTERED),)}
    assert ways(Trouble.EMPTY, **seen) == [Way.OTHER, Way.NEW]


def test_a_plan_in_a_synchronised_folder_moves_or_is_found_where_it_went() -> None:
    assert ways(Trouble.SYNCED, target=Path("/dokumente/Plan")) == [Way.MOVE, Way.LOOK, Way.OTHER]
    assert ways(Trouble.SYNCED, moved_to=Path("/dokumente/Plan")) == [Way.GO_THERE, Way.LOOK, Way.OTHER]
    words = choices(Inspection(folder=FOLDER, trouble=Trouble.SYNCED, target=Path("/dokumente/Plan")))[
        0
    ].words
    assert "/dokumente/Plan" in words


@pytest.mark.parametrize("trouble", list(Trouble))
def test_every_trouble_has_ways_out_even_where_nothing_could_be_found_out(trouble: Trouble) -> None:
    found_ways = ways(trouble, unread=True)
    assert Way.OTHER in found_ways
    assert len(found_ways) == len(set(found_ways)) >= 2
