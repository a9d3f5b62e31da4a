# SPDX-License-Identifier: EUPL-1.2
"""Small copies of pictures: made beside the window in one job, kept, dropped when the picture changes."""

from collections.abc import Iterator
from concurrent.futures import Executor, Future
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kalender.app.house import House
from kalender.jobs.jobs import Jobs
from kalender.ui import copies as module
from kalender.ui.copies import PictureCopies
from tests.ui.room import a_house, a_photo


class Later(Executor):
    """Works when told."""

    def __init__(self) -> None:
        self.waiting: list[Any] = []

    def submit(self, fn: Any, /, *args: Any, **kwargs: Any) -> Future[Any]:
        """Remember it."""
        self.waiting.append((fn, args, kwargs))
        return Future()

    def work(self) -> int:
        """Do what waits and return how much it was."""
        todo, self.waiting = self.waiting, []
        for fn, args, kwargs in todo:
            fn(*args, **kwargs)
        QApplication.processEvents()
        return len(todo)


@pytest.fixture
def house(tmp_path: Path, qapp: QApplication) -> Iterator[House]:
    house = a_house(tmp_path)
    house.pictures.import_files([a_photo(tmp_path, f"{n}.jpg", size=(1200, 800)) for n in range(3)])
    yield house
    house.close()


def test_copies_come_later_all_by_few_jobs_and_stay(house: House, qtbot: QtBot) -> None:
    executor = Later()
    jobs = Jobs(executor=executor)
    copies = PictureCopies(house.pictures, jobs)
    ids = [item.id for item in house.pictures.all()]
    assert all(copies.image_of(id_).isNull() for id_ in ids)
    assert len(executor.waiting) == 1
    with qtbot.waitSignal(copies.ready):
        executor.work()
    executor.work()
    assert [copies.image_of(id_).width() for id_ in ids] == [512, 512, 512]
    assert executor.work() == 0
    jobs.close()


def test_a_copy_made_before_is_there_at_once(house: House, qtbot: QtBot) -> None:
    picture = house.pictures.all()[0]
    house.pictures.make_small(picture, 512)
    jobs = Jobs(executor=Later())
    assert PictureCopies(house.pictures, jobs).image_of(picture.id, 300).width() == 512
    jobs.close()


def test_a_picture_that_cannot_be_read_is_asked_for_once(house: House) -> None:
    picture = house.pictures.all()[0]
    house.pictures.original(picture.id).write_bytes(b"nichts")
    executor = Later()
    jobs = Jobs(executor=executor)
    copies = PictureCopies(house.pictures, jobs)
    copies.image_of(picture.id)
    executor.work()
    assert copies.image_of(picture.id).isNull()
    assert copies.image_of("unbekannt").isNull()
    assert executor.work() == 0
    jobs.close()


def test_only_so_many_are_kept_in_memory(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "MOST_PIXELS", 512 * 342)
    ids = [item.id for item in house.pictures.all()]
    for item in house.pictures.all():
        house.pictures.make_small(item, 512)
    jobs = Jobs(executor=Later())
    copies = PictureCopies(house.pictures, jobs)
    for id_ in ids:
        copies.image_of(id_)
    assert len(copies._kept) == 1
    copies.forget(set(ids))
    assert copies._pixels == 0
    jobs.close()


def test_whoever_looks_closely_hears_of_a_file_that_is_not_what_was_taken_in(
    house: House, qtbot: QtBot
) -> None:
    executor = Later()
    jobs = Jobs(executor=executor)
    copies = PictureCopies(house.pictures, jobs)
    whole, swapped, _other = house.pictures.all()
    path = house.pictures.original(swapped.id)
    path.write_bytes(path.read_bytes()[:-1] + b"?")
    heard: list[str] = []
    copies.unsound.connect(heard.append)
    copies.image_of(swapped.id)
    while executor.work():
        pass
    assert heard == [], "a thumbnail reads no originals"
    for picture in (whole, swapped):
        copies.image_of(picture.id, 2000)
    while executor.work():
        pass
    assert heard == [swapped.id]
    jobs.close()
