# SPDX-License-Identifier: EUPL-1.2
"""Foreign calendars, as they lie about: each is taken, or every bad entry is named by its line; none crashes or hangs."""

import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from kalender.exchange.calendars.reading import read_calendar
from kalender.exchange.sheets import TableRefused
from kalender.jobs.pool import PicturePool
from kalender.services.ports import WorkerDied, WorkerTimeout
from tests.places import corpus_files


@pytest.fixture
def pool() -> Iterator[PicturePool]:
    made = PicturePool(1)
    yield made
    made.close()


def test_each_calendar_of_the_corpus_is_taken_or_named_by_line(
    corpus: Path, pool: PicturePool, capsys: pytest.CaptureFixture[str]
) -> None:
    taken: list[Path] = []
    named: list[Path] = []
    empty: list[Path] = []
    died: list[Path] = []
    late: list[Path] = []
    files = corpus_files("calendars")
    for path in files:
        try:
            found = pool.call(read_calendar, path, "Europe/Berlin", date(2026, 11, 22), timeout=10.0)
        except TableRefused:
            empty.append(path)
        except WorkerTimeout:
            late.append(path)
        except WorkerDied:
            died.append(path)
        else:
            (taken if found.entries or found.cancelled else named).append(path)
            assert all(item.line > 0 for item in found.bad), path.name
            assert found.entries or found.bad or found.cancelled, path.name
    with capsys.disabled():
        sys.stdout.write(
            f"\ncalendars: tried {len(files)}, taken {len(taken)}, named by line {len(named)}, "
            f"without any event {len(empty)}, crashed {len(died)}, hung {len(late)}\n"
        )
        for path in empty:
            sys.stdout.write(f"  no event in {path.name}\n")
    assert not died
    assert not late
    assert all(b"BEGIN:VEVENT" not in path.read_bytes().upper() for path in empty)
