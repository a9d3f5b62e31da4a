# SPDX-License-Identifier: EUPL-1.2
"""Foreign, manipulated and damaged databases as plan files: opened, looked into and salvaged in a limited child."""

import hashlib
import shutil
import sys
import time
from collections.abc import Iterator
from contextlib import closing
from datetime import datetime
from pathlib import Path

import pytest

from kalender.domain.refusal import Refused
from kalender.formats.catalogue import load
from kalender.jobs.pool import PicturePool
from kalender.services.clock import FixedClock
from kalender.services.rescue.inspection import trouble_of
from kalender.services.rescue.rescue import Rescue
from kalender.store import place
from kalender.store.plan_file import PlanFile
from kalender.wording.rescue.report import RescueNotes
from kalender.wording.rescue.screen import details, event, heading, safe
from tests.builders import FORMATS, PLATFORMS, a_desk, a_plan, a_post
from tests.places import corpus_files

SLOW = 30.0
"""Seconds after which looking at such a file counts as hung."""


@pytest.fixture
def rescue(tmp_path: Path) -> Iterator[Rescue]:
    catalogue = load()
    pool = PicturePool(1)
    yield Rescue(
        catalogue.formats,
        catalogue.platforms_by_id,
        pool,
        FixedClock(datetime(2026, 12, 3, 10, 42)),
        RescueNotes(),
        homes=[tmp_path / "Dokumente"],
    )
    pool.close()


@pytest.fixture
def ours(tmp_path: Path) -> bytes:
    """The bytes of a real plan."""
    a_desk(plan := a_plan(tmp_path / "echt"), *(a_post(f"p{n}", text=f"Text {n}. " * 40) for n in range(12)))
    plan.close()
    return (tmp_path / "echt" / place.PLAN).read_bytes()


def disguises(content: bytes, ours: bytes) -> dict[str, bytes]:
    """Return a foreign file as it is, with the mark of a plan, and with a plan behind it."""
    marked = (
        content[:68] + place.APPLICATION.to_bytes(4, "big") + content[72:] if len(content) > 100 else content
    )
    return {
        "as it is": content,
        "marked": marked,
        "before a plan": content + ours,
        "over a plan": _over(content, ours),
    }


def _over(content: bytes, ours: bytes) -> bytes:
    """Return a plan whose first pages are another file's."""
    return (content[:8192] + ours[8192:])[: len(ours)]


def test_every_database_is_looked_into_and_left_as_it_is(
    corpus: Path, rescue: Rescue, ours: bytes, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    files = corpus_files("sqlite")
    tried, hung, saved, lost = 0, [], 0, []
    folder = tmp_path / "plan"
    for source in files:
        for name, content in disguises(source.read_bytes(), ours).items():
            tried += 1
            shutil.rmtree(folder, ignore_errors=True)
            folder.mkdir()
            (folder / place.PLAN).write_bytes(content)
            before = hashlib.sha256(content).digest()
            start = time.monotonic()
            found = _through(folder, rescue)
            if time.monotonic() - start > SLOW:
                hung.append(f"{source.name} {name}")
            if name == "before a plan" and found != 12:
                lost.append(f"{source.name} {name}: {found} of 12")
            saved += found > 0
            assert hashlib.sha256((folder / place.PLAN).read_bytes()).digest() == before, source.name
    with capsys.disabled():
        sys.stdout.write(
            f"\ndatabases: tried {tried}, crashed 0, hung {len(hung)}, lost {len(lost)}, plans found in {saved}\n"
        )
    assert tried == 4 * len(files) > 80
    assert not hung
    assert not lost


def _through(folder: Path, rescue: Rescue) -> int:
    """Open a plan as the window does, look into it where that is refused, salvage it; return how many posts came out."""
    try:
        with closing(PlanFile.open(folder, formats=FORMATS, platforms=PLATFORMS)):
            return 0
    except Refused as refusal:
        trouble = trouble_of(refusal, folder)
    assert trouble is not None
    seen = rescue.inspect(folder, trouble)
    assert heading(seen.trouble, folder)
    assert event(seen)
    assert safe(seen)
    assert details(seen)
    assert seen.found is not None, "the search was brought down"
    try:
        done = rescue.salvage(folder, folder.with_name("neu"))
    except Refused:
        assert not seen.readable
        return 0
    try:
        with closing(PlanFile.open(done.out, formats=FORMATS, platforms=PLATFORMS)) as plan:
            assert plan.verify().problems == ()
            return plan.posts()
    finally:
        shutil.rmtree(done.out)
