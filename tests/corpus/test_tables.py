# SPDX-License-Identifier: EUPL-1.2
"""Foreign tables, as they lie about: each is read or refused, none crashes or hangs."""

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from kalender.exchange.sheets import TableRefused
from kalender.exchange.tables import read_tables
from kalender.jobs.pool import PicturePool
from kalender.services.ports import WorkerDied, WorkerTimeout
from tests.places import corpus_files


@pytest.fixture
def pool() -> Iterator[PicturePool]:
    made = PicturePool(1)
    yield made
    made.close()


def test_each_table_of_the_corpus_is_read_or_refused(
    corpus: Path, pool: PicturePool, capsys: pytest.CaptureFixture[str]
) -> None:
    accepted, refused, died, late = 0, [], [], []
    files = corpus_files("tables")
    for path in files:
        try:
            sheets = pool.call(read_tables, path, timeout=10.0)
        except TableRefused as refusal:
            refused.append((path.name, refusal.kind.value))
        except WorkerTimeout:
            late.append(path.name)
        except WorkerDied:
            died.append(path.name)
        else:
            assert any(row for sheet in sheets for row in sheet.rows), path.name
            accepted += 1
    with capsys.disabled():
        sys.stdout.write(
            f"\ntables: tried {len(files)}, accepted {accepted}, refused {len(refused)}, "
            f"crashed {len(died)}, hung {len(late)}\n"
        )
        for name, kind in refused:
            sys.stdout.write(f"  refused {name}: {kind}\n")
    assert not died
    assert not late
