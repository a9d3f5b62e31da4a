# SPDX-License-Identifier: EUPL-1.2
"""The library: files become pictures of the plan in one step, once each, upright, or are refused by name."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from typing import Any, TypeVar

import pytest
from PIL import ExifTags, Image

from kalender.domain.crop import Crop, Focus
from kalender.domain.picture import Licence, Picture
from kalender.domain.post import Placement, Version
from kalender.domain.refusal import RefusalKind, Refused
from kalender.jobs.pool import InlineWorker
from kalender.media.kinds import Unreadable
from kalender.media.shelf import Shelf
from kalender.services.acting.desk import Desk
from kalender.services.pictures import PictureReport, Pictures
from kalender.services.plan_view import PlanView
from kalender.services.ports import PictureWorker, WorkerDied, WorkerTimeout
from kalender.store.plan_file import PlanFile
from tests.builders import FORMATS, PLATFORMS, a_channel, a_desk, a_picture, a_plan, a_post
from tests.media.drawn import photo, quarters, stored
from tests.media.films import film

T = TypeVar("T")


@dataclass
class Library:
    """A plan with its pictures, and a folder of files to take in."""

    plan: PlanFile
    desk: Desk
    pictures: Pictures
    files: Path

    def file(self, name: str, seed: int = 1) -> Path:
        path = self.files / name
        path.parent.mkdir(parents=True, exist_ok=True)
        photo(120, 90, seed).save(path, "JPEG")
        return path

    def bad(self, name: str, data: bytes = b"%PDF-1.7") -> Path:
        path = self.files / name
        path.write_bytes(data)
        return path


class Failing:
    """A worker whose child always ends like this."""

    def __init__(self, end: WorkerDied) -> None:
        self.end = end

    def call(self, func: Callable[..., T], *args: object, timeout: float = 10.0) -> T:
        raise self.end


class Libraries:
    """Makes plans with pictures, and closes them after the test."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self.plans: list[PlanFile] = []

    def __call__(self, *records: object, worker: PictureWorker | None = None) -> Library:
        plan = a_plan(self._folder / "plan")
        self.plans.append(plan)
        desk = a_desk(plan, *records)
        view = PlanView(plan, desk, formats=FORMATS, platforms=PLATFORMS)
        numbers = count(1)
        shelf = Shelf(self._folder / "plan" / "pictures", self._folder / "cache")
        pictures = Pictures(plan, desk, view, shelf, worker or InlineWorker(), lambda: f"n{next(numbers)}")
        (self._folder / "files").mkdir()
        return Library(plan=plan, desk=desk, pictures=pictures, files=self._folder / "files")


@pytest.fixture
def a_library(tmp_path: Path) -> Iterator[Libraries]:
    made = Libraries(tmp_path)
    yield made
    for plan in made.plans:
        plan.close()


@pytest.fixture
def library(a_library: Libraries) -> Library:
    return a_library()


def test_a_folder_is_taken_in_as_one_step_that_undo_takes_back(library: Library) -> None:
    library.file("a.jpg", 1)
    library.file("unter/b.jpg", 2)
    library.bad("brief.pdf")
    report = library.pictures.import_files([library.files])
    assert [library.pictures.get(id_).name for id_ in report.added] == ["a.jpg", "b.jpg"]
    assert [(item.path.name, item.why) for item in report.refused] == [
        ("brief.pdf", Unreadable.NOT_A_PICTURE)
    ]
    library.desk.undo()
    assert library.pictures.all() == []
    library.desk.redo()
    assert len(library.pictures.all()) == 2


def test_the_same_picture_under_another_name_is_found_again(library: Library) -> None:
    first = library.pictures.import_files([library.file("a.jpg")])
    again = library.pictures.import_files(
        [library.file("kopie.jpg"), library.file("neu.jpg", 7), library.file("neu2.jpg", 7)]
    )
    assert again.duplicates == (*first.added, *again.added)
    assert len(library.pictures.all()) == 2


def test_a_picture_tells_what_its_file_is_and_says(library: Library) -> None:
    exif = Image.Exif()
    exif[ExifTags.Base.Orientation] = 6
    exif[ExifTags.Base.Artist] = "Anna Muster"
    exif[ExifTags.Base.ImageDescription] = "Der Markt"
    path = library.files / "IMG_0001.HEIC"
    stored(quarters(), 6).save(path, "JPEG", exif=exif)
    (id_,) = library.pictures.import_files([path]).added
    found = library.pictures.get(id_)
    assert (found.width, found.height, found.suffix) == (320, 240, "jpg")
    assert (found.credit, found.note, found.name) == ("Anna Muster", "Der Markt", "IMG_0001.HEIC")
    assert found.bytes == path.stat().st_size
    assert library.pictures.original(id_).read_bytes() == path.read_bytes()


@pytest.mark.parametrize(
    ("end", "why"), [(WorkerDied(), Unreadable.CRASHED), (WorkerTimeout(), Unreadable.TOO_SLOW)]
)
def test_a_file_that_kills_or_stops_the_child_is_refused(
    end: WorkerDied, why: Unreadable, a_library: Libraries
) -> None:
    library = a_library(worker=Failing(end))
    report = library.pictures.import_files([library.file("a.jpg")])
    assert [item.why for item in report.refused] == [why]
    assert library.pictures.all() == []


def test_a_cancelled_import_keeps_nothing_in_the_plan_and_a_second_one_takes_all(library: Library) -> None:
    for number in range(4):
        library.file(f"{number}.jpg", number)
    seen: list[tuple[int, int]] = []

    def progress(done: int, total: int) -> None:
        seen.append((done, total))
        if done == 2 and len(seen) == 3:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        library.pictures.import_files([library.files], progress)
    assert library.pictures.all() == []
    report = library.pictures.import_files([library.files], progress)
    assert len(report.added) == 4
    assert seen[-1] == (4, 4)


def test_hidden_files_of_a_folder_are_left_out(library: Library) -> None:
    library.file("a.jpg")
    library.bad(".DS_Store")
    library.bad("~$brief.docx")
    assert library.pictures.import_files([library.files]).refused == ()


def test_search_finds_by_name_alt_text_and_credit(a_library: Libraries) -> None:
    pictures = a_library(
        a_picture("a", name="markt.jpg", alt="Buden vor dem Rathaus"),
        a_picture("b", name="Baustelle.jpg", credit="Jörg Weiß"),
    ).pictures
    assert [item.id for item in pictures.all()] == ["b", "a"]
    assert [item.id for item in pictures.all("RATHAUS buden")] == ["a"]
    assert [item.id for item in pictures.all("weiss")] == ["b"]


def test_what_a_picture_is_cannot_be_set_and_what_it_may_can(a_library: Libraries) -> None:
    pictures = a_library(a_picture("a")).pictures
    pictures.set_fields("a", alt="Brunnen", licence=Licence.OWN)
    assert (pictures.get("a").alt, pictures.get("a").licence) == ("Brunnen", Licence.OWN)
    with pytest.raises(Refused) as caught:
        pictures.set_fields("a", sha256="0")
    assert caught.value.kind is RefusalKind.UNKNOWN_FIELD


def test_an_original_that_is_gone_is_named(a_library: Libraries) -> None:
    pictures = a_library(a_picture("a", sha256="ab" * 32, suffix="jpg")).pictures
    with pytest.raises(Refused) as caught:
        pictures.original("a")
    assert caught.value.kind is RefusalKind.PICTURE_MISSING
    assert pictures.make_small(pictures.get("a")) is None


def test_small_pictures_are_made_once(library: Library) -> None:
    (id_,) = library.pictures.import_files([library.file("a.jpg")]).added
    picture = library.pictures.get(id_)
    made = library.pictures.make_small(picture, 40)
    assert made is not None
    with Image.open(made) as image:
        assert image.size == (40, 30)
    made.write_bytes(b"kept")
    assert library.pictures.make_small(picture, 40) == made
    assert made.read_bytes() == b"kept"


def test_crops_follow_the_focus_until_one_is_made_by_hand(a_library: Libraries) -> None:
    own = Crop(x=0, y=0, w=500, h=750)
    by_hand = Version(
        id="instagram",
        placements=(
            Placement(id="at-a@instagram.square", attachment="at-a", format="instagram.square", crop=own),
        ),
    )
    post = a_post("p", channels=["facebook"], pictures=["a"])
    library = a_library(
        a_channel("facebook"),
        a_channel("instagram"),
        a_picture("a", width=1200, height=800),
    )
    post = post.with_version(by_hand)
    left = {view.channel: view for view in library.pictures.crops(post)}
    library.pictures.set_focus("a", Focus(x=1000, y=500))
    right = {view.channel: view for view in library.pictures.crops(post)}
    assert (left["facebook"].own, left["instagram"].own) == (False, True)
    assert right["facebook"].crop.x > left["facebook"].crop.x
    assert right["instagram"].crop == left["instagram"].crop == own
    assert right["instagram"].enlarged == 180


def test_a_report_of_nothing_is_empty(library: Library) -> None:
    assert library.pictures.import_files([]) == PictureReport(added=(), duplicates=(), refused=())
    assert library.desk.can_undo() is None


def test_a_large_folder_is_looked_at_to_its_end(library: Library) -> None:
    for number in range(5100):
        (library.files / f"{number:04}.jpg").touch()
    assert len(library.pictures.gather([library.files])) == 5100


CREDITED = b"""<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:cc="http://creativecommons.org/ns#"
 cc:license="https://creativecommons.org/licenses/by/4.0/"><dc:description>Der Markt am Abend</dc:description>
<dc:creator>Anna Muster</dc:creator></rdf:Description></rdf:RDF></x:xmpmeta>"""


def test_what_a_file_says_of_itself_is_marked_until_somebody_writes_it(library: Library) -> None:
    here = library
    path = here.files / "markt.jpg"
    path.parent.mkdir(parents=True, exist_ok=True)
    photo(120, 90).save(path, "JPEG", xmp=CREDITED)
    (id_,) = here.pictures.import_files([path]).added
    found = here.pictures.get(id_)
    assert found.alt == "", "a caption never becomes an alt text by itself"
    assert (found.note, found.credit, found.licence) == ("Der Markt am Abend", "Anna Muster", Licence.CC_BY)
    assert found.from_file == ("note", "credit", "licence", "licence_link")
    here.pictures.set_fields(id_, credit="Foto: Anna Muster", licence=Licence.CC_BY)
    assert here.pictures.get(id_).from_file == ("note", "licence", "licence_link")
    here.desk.undo()
    assert here.pictures.get(id_).from_file == found.from_file
    with pytest.raises(Refused):
        here.pictures.set_fields(id_, from_file=("alt",))


def with_film(library: Library, **facts: Any) -> str:
    """Return a picture that is the cover of a film."""
    (id_,) = library.pictures.import_files([library.file("titel.jpg")]).added
    path = film(library.files / "fest.mp4", **facts)
    library.pictures.films.attach(id_, path, library.pictures.films.take_film(path))
    return id_


def test_a_film_and_its_captions_are_kept_beside_the_pictures_and_shown_nowhere(library: Library) -> None:
    id_ = with_film(library, seconds=32)
    found = library.pictures.get(id_)
    assert (found.film_name, found.film_ms, found.film_suffix, found.silent) == (
        "fest.mp4",
        32_000,
        "mp4",
        False,
    )
    path = library.files / "fest.srt"
    path.write_text("1\n00:00:01,000 --> 00:00:02,000\nGrüße\n", encoding="utf-8")
    library.pictures.films.caption(id_, path, library.pictures.films.take_captions(path))
    found = library.pictures.get(id_)
    assert found.captions_suffix == "srt"
    assert [item.id for item in library.pictures.all()] == [id_]
    kept = {item.suffix for item in library.plan.all(Picture)}
    assert kept == {"jpg", "mp4", "srt"}, "backups and moves copy every record's file"
    for item in library.plan.all(Picture):
        assert library.pictures.shelf.verify(item.sha256, item.suffix)
    library.desk.undo()
    assert library.pictures.get(id_).captions == ""
    library.desk.undo()
    assert library.pictures.get(id_).film == ""
    library.desk.redo()
    library.pictures.films.remove(id_)
    assert library.pictures.get(id_).film == ""
    library.desk.undo()
    assert library.pictures.get(id_).film == found.film


def test_captions_in_the_picture_of_a_film_are_said_and_go_with_the_film(library: Library) -> None:
    id_ = with_film(library)
    found = library.pictures.get(id_)
    assert found.film_bytes == (library.files / "fest.mp4").stat().st_size
    assert not found.burned
    library.pictures.films.set_burned(id_, burned=True)
    assert library.pictures.get(id_).burned
    library.desk.undo()
    assert not library.pictures.get(id_).burned
    library.desk.redo()
    other = film(library.files / "rede.mp4", seconds=9)
    library.pictures.films.attach(id_, other, library.pictures.films.take_film(other))
    assert not library.pictures.get(id_).burned, "another film has other captions"
    library.pictures.films.remove(id_)
    assert library.pictures.get(id_).film_bytes == 0


def test_a_film_without_sound_needs_no_captions_and_a_broken_one_is_refused(library: Library) -> None:
    id_ = with_film(library, sound=False)
    assert library.pictures.get(id_).silent
    with pytest.raises(Refused) as refusal:
        library.pictures.films.take_film(library.file("kein-film.mp4"))
    assert refusal.value.kind is RefusalKind.FILM_UNREADABLE
    with pytest.raises(Refused) as refusal:
        library.pictures.films.take_captions(library.file("keine.srt"))
    assert refusal.value.kind is RefusalKind.CAPTIONS_UNREADABLE
    library.pictures.films.set_silent(id_, silent=False)
    assert not library.pictures.get(id_).silent
