# SPDX-License-Identifier: EUPL-1.2
"""Children do the dangerous work: what goes wrong there never reaches the app."""

import os
import pickle
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from kalender.jobs.parcel import packed, unpacked
from kalender.jobs.pool import InlineWorker, PicturePool
from kalender.media.inspection import Inspection
from kalender.media.kinds import Kind, Unreadable, UnreadablePicture, kind_of
from kalender.services.ports import WorkerDied, WorkerTimeout
from tests.places import ROOT


@pytest.fixture
def pool() -> Iterator[PicturePool]:
    one = PicturePool(1)
    yield one
    one.close()


def test_a_call_gives_what_the_function_gives(pool: PicturePool) -> None:
    assert pool.call(os.path.join, "a", "b") == os.path.join("a", "b")  # noqa: PTH118 - any plain function


def test_a_child_is_used_again(pool: PicturePool) -> None:
    assert pool.call(os.getpid) == pool.call(os.getpid) != os.getpid()


def test_nothing_is_started_before_the_first_call() -> None:
    idle = PicturePool(2)
    assert not idle._children
    idle.close()


def test_exceptions_of_the_function_come_through_and_the_child_stays(
    pool: PicturePool, tmp_path: Path
) -> None:
    before = pool.call(os.getpid)
    with pytest.raises(UnreadablePicture) as caught:
        pool.call(kind_of, tmp_path / "fort.jpg")
    assert caught.value.why is Unreadable.MISSING
    with pytest.raises(FileNotFoundError):
        pool.call(os.stat, tmp_path / "fort.jpg")
    assert pool.call(os.getpid) == before


@pytest.mark.parametrize("end", [os.abort, os._exit])
def test_a_child_that_dies_is_told_and_replaced(pool: PicturePool, end: object) -> None:
    before = pool.call(os.getpid)
    with pytest.raises(WorkerDied):
        pool.call(end, *([] if end is os.abort else [3]))  # type: ignore[arg-type]  # either of two functions
    assert pool.call(os.getpid) != before


def test_a_child_that_hangs_is_ended_and_replaced(pool: PicturePool) -> None:
    before = pool.call(os.getpid)
    with pytest.raises(WorkerTimeout):
        pool.call(time.sleep, 600, timeout=0.2)
    assert pool.call(os.getpid) != before


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux limits the address space of a process")
def test_a_child_that_wants_all_memory_ends_alone() -> None:
    small = PicturePool(1, memory=300 * 1024 * 1024)
    try:
        with pytest.raises(WorkerDied):
            small.call(bytes, 1 << 30)
        assert small.call(len, b"abc") == 3
    finally:
        small.close()


def test_two_children_work_at_the_same_time() -> None:
    two = PicturePool(2)
    started, released = threading.Event(), threading.Event()

    def hang() -> None:
        started.set()
        with pytest.raises(WorkerDied):
            two.call(time.sleep, 600, timeout=600)
        released.set()

    thread = threading.Thread(target=hang)
    thread.start()
    assert started.wait(20)
    assert two.call(len, "ab") == 2
    assert not released.is_set()
    two.close()
    thread.join(20)
    assert released.is_set()


def test_closing_frees_whoever_waits_and_refuses_whoever_comes() -> None:
    one = PicturePool(1)
    one.call(len, "")
    answers: list[BaseException] = []

    def ask() -> None:
        try:
            one.call(time.sleep, 600, timeout=600)
        except WorkerDied as died:
            answers.append(died)

    threads = [threading.Thread(target=ask) for _ in range(3)]
    for thread in threads:
        thread.start()
    one.close()
    for thread in threads:
        thread.join(20)
    assert len(answers) == 3
    with pytest.raises(WorkerDied):
        one.call(len, "")


def test_a_child_loads_neither_the_window_nor_the_plan_file(tmp_path: Path) -> None:
    script = tmp_path / "uses_pool.py"
    script.write_text(
        "import sys\n"
        "from kalender.jobs.pool import PicturePool\n"
        "from kalender.media.taking import take\n"
        "if __name__ == '__main__':\n"
        "    import PySide6.QtCore\n"
        "    pool = PicturePool(1)\n"
        "    try:\n"
        "        pool.call(take, __import__('pathlib').Path('fort'), __import__('pathlib').Path('weg'))\n"
        "    except Exception as refusal:\n"
        "        print(type(refusal).__name__)\n"
        "    loaded = pool.call(eval, \"sorted(__import__('sys').modules)\")\n"
        "    print([name for name in loaded if name.split('.')[0] in ('PySide6', 'sqlalchemy', 'shiboken6')])\n"
        "    pool.close()\n",
        encoding="utf-8",
    )
    done = subprocess.run(
        [sys.executable, str(script)],
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=True,
        timeout=120,
    )
    assert done.stdout.split("\n")[:2] == ["UnreadablePicture", "[]"]


def test_values_enums_and_exceptions_travel() -> None:
    value = Inspection(kind=Kind.HEIC, width=3, height=2, bytes=9, caption="ä")
    assert unpacked(packed(good=True, result=[value, Path("a"), {"x": (1, None)}])) == (
        True,
        [value, Path("a"), {"x": (1, None)}],
    )
    good, refusal = unpacked(packed(good=False, result=UnreadablePicture(Unreadable.TOO_LARGE, width=7)))
    assert not good
    assert isinstance(refusal, UnreadablePicture)
    assert refusal.facts == {"width": 7}


class Evil:
    def __reduce__(self) -> tuple[object, tuple[str]]:
        return os.system, ("true",)


@pytest.mark.parametrize(
    "parcel",
    [
        pickle.dumps((True, Evil())),
        pickle.dumps((True, eval)),
        pickle.dumps((True, kind_of)),
        pickle.dumps((False, "no exception")),
        b"rubbish",
        b"",
    ],
)
def test_an_answer_that_could_run_something_is_not_opened(parcel: bytes) -> None:
    with pytest.raises(pickle.UnpicklingError):
        unpacked(parcel)


def test_a_result_that_cannot_travel_is_told_in_words(pool: PicturePool) -> None:
    with pytest.raises(RuntimeError, match="lock"):
        pool.call(threading.Lock)


def test_the_inline_worker_does_the_same_here() -> None:
    assert InlineWorker().call(os.getpid) == os.getpid()
    with pytest.raises(UnreadablePicture):
        InlineWorker().call(kind_of, Path("fort"))
