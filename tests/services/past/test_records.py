# SPDX-License-Identifier: EUPL-1.2
"""A year for the records office: complete, readable, inert in a spreadsheet, with hashes of everything."""

import csv
import io
import zipfile
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path

import pytest

from kalender.app.house import House
from kalender.domain.picture import Licence
from kalender.domain.refusal import RefusalKind, Refused
from kalender.exchange.package import check
from kalender.services.chains.events import Wanted
from tests.ui.room import a_house, a_photo


@pytest.fixture
def house(tmp_path: Path) -> Iterator[House]:
    found = a_house(tmp_path)
    found.desk.acting_as("katrin")
    yield found
    found.close()


def a_year(house: House, folder: Path) -> str:
    """Return a post of December with a picture, an own version, an approval and a comment; others around it."""
    post = house.posts.create(
        "<b>Markt & Musik</b>",
        planned=datetime(2026, 12, 11, 15),
        text="Am Freitag\nist Markt.",
        topic="rathaus",
    )
    (picture,) = house.pictures.import_files([a_photo(folder)]).added
    house.pictures.set_fields(picture, alt="Buden im Schnee", credit="Stadt", licence=Licence.OWN)
    house.editing.attach(post, [picture])
    house.editing.set_text(post, "Kurz!", "mastodon")
    house.reviews.request(post)
    house.desk.acting_as("ines")
    house.reviews.approve(post, house.reviews.sheet(post).digest)
    house.reviews.comment(post, "Schön geworden")
    house.desk.acting_as("katrin")
    house.posts.create("=SUMME(A1)", planned=datetime(2026, 3, 1, 9))
    house.posts.create("Nächstes Jahr", planned=datetime(2027, 1, 1, 9))
    house.posts.create("Idee", idea=True)
    return post


def rows(path: Path) -> list[list[str]]:
    data = path.read_bytes()
    assert data.startswith(b"\xef\xbb\xbf")
    return list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline=""), delimiter=";"))


def test_a_year_is_written_whole_and_verifies(house: House, tmp_path: Path) -> None:
    post = a_year(house, tmp_path)
    done = house.past.records.hand_over(2026, tmp_path / "out", packed=True)
    assert (done.posts, done.pictures, done.folder.name) == (2, 1, "Archiv-2026-Stadt-Lindenbrunn")
    assert check(done.folder) == []
    table = rows(done.folder / "Uebersicht" / "Beitraege.csv")
    assert [row[1] for row in table[1:]] == ["'=SUMME(A1)", "<b>Markt & Musik</b>"]
    approvals = rows(done.folder / "Uebersicht" / "Freigaben.csv")
    digest = house.posts.get(post).decisions[0].digest
    assert approvals[1][0] == post
    assert approvals[1][2] == "Ines Falkner"
    assert approvals[1][-1] == digest
    pictures = rows(done.folder / "Uebersicht" / "Bilder.csv")
    assert pictures[1][4] == house.pictures.all()[0].sha256
    assert done.packed is not None
    with zipfile.ZipFile(done.packed) as packed:
        assert packed.testzip() is None
        assert len(packed.namelist()) == 7


def test_a_month_can_be_read_and_nothing_of_a_post_is_markup(house: House, tmp_path: Path) -> None:
    a_year(house, tmp_path)
    folder = house.past.records.hand_over(2026, tmp_path / "out").folder
    page = (folder / "Beitraege" / "12-Dezember.html").read_text(encoding="utf-8")
    for words in (
        "&lt;b&gt;Markt &amp; Musik&lt;/b&gt;", "Am Freitag\nist Markt.", "Fassung für Mastodon", "Kurz!",
        "Buden im Schnee", "Freigegeben: Ines Falkner", "Schön geworden", house.pictures.all()[0].sha256,
    ):  # fmt: skip
        assert words in page
    assert "<b>" not in page
    assert sorted(item.name for item in (folder / "Beitraege").iterdir()) == [
        "03-Maerz.html",
        "12-Dezember.html",
    ]


def test_handing_over_again_replaces_what_was_there_and_an_empty_year_is_refused(
    house: House, tmp_path: Path
) -> None:
    a_year(house, tmp_path)
    first = house.past.records.hand_over(2026, tmp_path / "out")
    (first.folder / "dazugelegt.txt").write_text("x", encoding="utf-8")
    again = house.past.records.hand_over(2026, tmp_path / "out")
    assert check(again.folder) == []
    assert [item.name for item in (tmp_path / "out").iterdir()] == [again.folder.name]
    with pytest.raises(Refused) as refused:
        house.past.records.hand_over(2020, tmp_path / "out")
    assert refused.value.kind is RefusalKind.NO_POSTS


def test_a_post_names_its_series_and_its_event(house: House, tmp_path: Path) -> None:
    post = house.posts.create("Wochenmarkt", planned=datetime(2026, 12, 8, 17), channels=["facebook"])
    house.series.add(post, "FREQ=WEEKLY;COUNT=2")
    event = house.events.add("Lichterfest", date(2026, 12, 15), date(2026, 12, 16))
    house.events.add_posts(event, [Wanted(kind="live", title="Heute: Lichterfest")])
    folder = house.past.records.hand_over(2026, tmp_path / "out").folder
    page = (folder / "Beitraege" / "12-Dezember.html").read_text(encoding="utf-8")
    assert "<th>Serie</th><td>Wochenmarkt</td>" in page
    assert "<th>Veranstaltung</th><td>Lichterfest</td>" in page
