# SPDX-License-Identifier: EUPL-1.2
"""kalender import: tables all or nothing, pictures each for itself, every refusal named."""

import shutil
from pathlib import Path

import openpyxl
import pytest

from tests.cli.conftest import Kalender
from tests.places import ROOT

PICTURES = ROOT / "resources" / "sample" / "pictures"
HEADING = "Datum;Uhrzeit;Titel;Text;Kanal"


@pytest.fixture
def workbook(tmp_path: Path) -> Path:
    """A plan as it lies on the drives of town halls."""
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "Redaktionsplan 2026"
    for row in (
        ["Datum", "Wochentag", "Uhrzeit", "Titel", "Beitragstext", "Facebook", "Instagram", "Status", "Bemerkung"],
        ["04.12.2026", "Fr", "17:00", "Markt ist eröffnet", "Kommen Sie vorbei.", "x", "Punsch! ✨", "freigegeben", "=1+1"],
        ["5.12.26", "Sa", "10 Uhr", "Bürgerbüro zu", "Wegen Wartung.", "x", "", "fertig", ""],
        ["", "", "", "Winterdienst erklären", "", "x", "x", "Idee", ""],
    ):  # fmt: skip
        sheet.append(row)
    path = tmp_path / "Redaktionsplan.xlsx"
    book.save(path)
    return path


def table(folder: Path, name: str, *rows: str, encoding: str = "utf-8") -> Path:
    path = folder / name
    path.write_bytes("\r\n".join([HEADING, *rows, ""]).encode(encoding))
    return path


def test_a_workbook_becomes_drafts_and_ideas_and_approves_nothing(
    kalender: Kalender, plan: Path, workbook: Path
) -> None:
    told = kalender("import", plan, workbook, "--json")
    assert (told.code, told.facts["added"], told.facts["updated"], told.facts["refused"]) == (0, 3, 0, [])
    posts = kalender("list", plan, "--json").facts["posts"]
    assert [(post["title"], post["date"], post["stage"], post["channels"]) for post in posts] == [
        ("Markt ist eröffnet", "2026-12-04T17:00", "draft", ["facebook", "instagram"]),
        ("Bürgerbüro zu", "2026-12-05T10:00", "draft", ["facebook"]),
        ("Winterdienst erklären", None, "idea", ["facebook", "instagram"]),
    ]
    versions = kalender("show", plan, "Markt ist eröffnet", "--json").facts["versions"]
    assert [(item["text"], item["own"]) for item in versions] == [
        ("Kommen Sie vorbei.", False),
        ("Punsch! ✨", True),
    ]


def test_a_second_import_updates_instead_of_doubling(
    kalender: Kalender, plan: Path, workbook: Path, tmp_path: Path
) -> None:
    kalender("import", plan, workbook)
    again = kalender("import", plan, workbook, "--json").facts
    assert (again["added"], again["updated"], again["unchanged"]) == (0, 0, 3)
    book = openpyxl.load_workbook(workbook)
    book.active["E3"] = "Wegen Wartung der Rechner."
    book.save(workbook)
    changed = kalender("import", plan, workbook, "--json").facts
    assert (changed["added"], changed["updated"], changed["unchanged"]) == (0, 1, 2)
    assert kalender("show", plan, "Bürgerbüro zu", "--json").facts["text"] == "Wegen Wartung der Rechner."
    assert len(kalender("list", plan, "--json").facts["posts"]) == 3


def test_every_bad_row_is_named_and_nothing_of_the_file_is_taken(
    kalender: Kalender, plan: Path, tmp_path: Path
) -> None:
    bad = table(
        tmp_path, "plan.csv", "04.12.2026;17:00;Gut;Text;Facebook", "31.02.2026;10:00;Unmöglich;Text;Facebook",
        "05.12.2026;10:00;Fremd;Text;Myspace", "05.12.2026;10:00;;Ohne Titel;Facebook", encoding="cp1252",
    )  # fmt: skip
    steps = kalender("verify", plan, "--json").facts["changesets"]
    told = kalender("import", plan, bad, "--json")
    assert told.code == 1
    assert (told.facts["added"], told.facts["updated"]) == (0, 0)
    assert [(item["file"], item["row"], item["reason"]) for item in told.facts["refused"]] == [
        (str(bad), 3, "bad_date"),
        (str(bad), 4, "unknown_channel"),
        (str(bad), 5, "no_title"),
    ]
    assert "31.02.2026" in told.facts["refused"][0]["message"]
    assert "die Zeilen 3, 4, 5" in told.facts["error"]
    assert kalender("list", plan, "--json").facts["posts"] == []
    assert kalender("verify", plan, "--json").facts["changesets"] == steps
    spoken = kalender("import", plan, bad)
    assert "plan.csv, Zeile 3: „31.02.2026“" in spoken.out


def test_each_file_stands_for_itself(kalender: Kalender, plan: Path, tmp_path: Path) -> None:
    good = table(tmp_path, "gut.csv", "04.12.2026;17:00;Grüße;Schöne Grüße;Facebook", encoding="cp1252")
    bad = table(tmp_path, "schlecht.csv", "31.02.2026;10:00;Unmöglich;Text;Facebook")
    told = kalender("import", plan, bad, good, tmp_path / "fehlt.csv", "--json")
    assert told.code == 1
    assert told.facts["error"].startswith("2 Dateien wurden nicht eingelesen: ")
    assert told.facts["added"] == 1
    assert {(Path(item["file"]).name, item["row"], item["reason"]) for item in told.facts["refused"]} == {
        ("schlecht.csv", 2, "bad_date"),
        ("fehlt.csv", None, "file_missing"),
    }
    assert kalender("show", plan, "Grüße", "--json").facts["text"] == "Schöne Grüße"


def test_a_folder_gives_its_pictures_once_and_names_what_is_none(
    kalender: Kalender, plan: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "Fotos"
    (folder / "2026").mkdir(parents=True)
    one, other = sorted(PICTURES.glob("*.*"))[:2]
    shutil.copy(one, folder / "eins.jpg")
    shutil.copy(one, folder / "2026" / "noch einmal.jpg")
    shutil.copy(other, folder / "2026" / "zwei.jpg")
    (folder / "notiz.txt").write_text("kein Bild")
    (folder / "abgebrochen.jpg").write_bytes(one.read_bytes()[:3000])
    told = kalender("import", plan, folder, "--json")
    assert told.code == 0
    assert (told.facts["added"], told.facts["duplicates"]) == (2, 1)
    assert {Path(item["file"]).name: item["reason"] for item in told.facts["refused"]} == {
        "notiz.txt": "not_a_picture",
        "abgebrochen.jpg": "damaged",
    }
    assert kalender("verify", plan, "--json").facts["pictures"] == 2
    again = kalender("import", plan, folder, "--json")
    assert (again.code, again.facts["added"], again.facts["duplicates"]) == (0, 0, 3)


def test_a_picture_that_was_named_and_is_none_fails(kalender: Kalender, plan: Path, tmp_path: Path) -> None:
    broken = tmp_path / "foto.jpg"
    broken.write_bytes(b"\xff\xd8\xff\xe0 und dann nichts")
    told = kalender("import", plan, broken)
    assert told.code == 1
    assert told.err.startswith("foto.jpg: ")
    assert "Traceback" not in told.err


def test_pictures_come_before_tables_that_name_them(kalender: Kalender, plan: Path, tmp_path: Path) -> None:
    folder = tmp_path / "alles"
    folder.mkdir()
    shutil.copy(min(PICTURES.glob("*.*")), folder / "zzz-markt.jpg")
    (folder / "aaa.csv").write_text(
        "Datum;Titel;Text;Kanal;Bild;Alternativtext\n04.12.2026;Markt;Text;Facebook;zzz-markt.jpg;Buden im Schnee\n",
        "utf-8",
    )
    told = kalender("import", plan, folder, "--json")
    assert (told.code, told.facts["added"], told.facts["hints"]) == (0, 2, [])
    (version,) = kalender("show", plan, "Markt", "--json").facts["versions"]
    assert [spot["alt"] for spot in version["placements"]] == ["Buden im Schnee"]


def test_an_empty_folder_is_no_success(kalender: Kalender, plan: Path, tmp_path: Path) -> None:
    (tmp_path / "leer").mkdir()
    told = kalender("import", plan, tmp_path / "leer", "--json")
    assert told.code == 1
    assert "nichts gefunden" in told.facts["error"]


def test_a_whole_import_is_one_step_back(kalender: Kalender, plan: Path, workbook: Path) -> None:
    kalender("import", plan, workbook)
    undone = kalender("undo", plan, "--json")
    assert undone.facts["undone"] == "table.imported"
    assert kalender("list", plan, "--json").facts["posts"] == []


def test_one_picture_is_one_picture_in_words_too(kalender: Kalender, plan: Path, tmp_path: Path) -> None:
    picture = tmp_path / "bild.jpg"
    shutil.copy(PICTURES / "azubis.jpg", picture)
    told = kalender("import", plan, picture)
    assert "Neu: 0 Beiträge, 1 Bild. " in told.out
    assert "Schon vorhanden: 1 Bild. " in kalender("import", plan, picture).out


def test_columns_are_read_as_said_and_as_the_last_time(
    kalender: Kalender, plan: Path, tmp_path: Path
) -> None:
    first = table(tmp_path, "a.csv")
    first.write_text("Datum;Titel;Wozu\n04.12.2026;Markt;Für alle\n", encoding="utf-8")
    told = kalender("import", plan, first, "--column", "Wozu=note", "--json")
    assert told.facts["added"] == 1
    second = tmp_path / "b.csv"
    second.write_text("Datum;Titel;Wozu\n11.12.2026;Vorlesen;Bücherei\n", encoding="utf-8")
    told = kalender("import", plan, second)
    assert "Wie beim letzten Mal gedeutet: Wozu." in told.out
    for wrong in ("Wozu", "Wozu=quatsch", "=note"):
        told = kalender("import", plan, second, "--column", wrong, "--json")
        assert told.code != 0
        assert "Möglich sind: " in told.facts["error"]
