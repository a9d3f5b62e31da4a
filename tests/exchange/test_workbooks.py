# SPDX-License-Identifier: EUPL-1.2
"""Workbooks, honest and hostile."""

import pickle
import zipfile
from datetime import date, datetime, time
from pathlib import Path

import pytest

from kalender.domain.refusal import RefusalKind
from kalender.exchange.sheets import TableRefused
from kalender.exchange.tables import read_tables
from tests.exchange.plans import a_workbook, with_part

SHEET = "xl/worksheets/sheet1.xml"
PLAN: list[list[object]] = [["Datum", "Titel"], [date(2026, 12, 4), "Weihnachtsmarkt"]]


def refusal(path: Path) -> RefusalKind:
    with pytest.raises(TableRefused) as refused:
        read_tables(path)
    return refused.value.kind


def test_cells_keep_their_kind(tmp_path: Path) -> None:
    row: list[object] = [
        datetime(2026, 12, 4, 17, 30),
        time(17, 0),
        46360,
        0.5,
        True,
        "Text\nmit Umbruch",
        None,
        "Ende",
    ]
    path = a_workbook(tmp_path / "plan.xlsx", {"Plan": [["a"] * 8, row]})
    (sheet,) = read_tables(path)
    assert sheet.rows[1] == (
        datetime(2026, 12, 4, 17, 30),
        time(17),
        46360,
        0.5,
        1,
        "Text\nmit Umbruch",
        "",
        "Ende",
    )


def test_the_content_decides_and_not_the_name(tmp_path: Path) -> None:
    path = a_workbook(tmp_path / "plan.csv", {"Plan": PLAN})
    assert read_tables(path)[0].name == "Plan"
    text = tmp_path / "plan.xlsx"
    text.write_text("Datum;Titel\n04.12.2026;Markt\n", encoding="utf-8")
    assert read_tables(text)[0].delimiter == ";"


def test_empty_rows_above_keep_the_numbers_of_the_file(tmp_path: Path) -> None:
    path = a_workbook(tmp_path / "plan.xlsx", {"Plan": [[], [], ["", "Titel"], ["", "Markt"]]})
    assert read_tables(path)[0].rows[2:] == (("", "Titel"), ("", "Markt"))


def test_a_date_merged_over_the_posts_of_a_day_holds_for_each(tmp_path: Path) -> None:
    rows: list[list[object]] = [
        ["Datum", "Titel"],
        [date(2026, 12, 4), "eins"],
        [None, "zwei"],
        [None, "drei"],
    ]
    (sheet,) = read_tables(a_workbook(tmp_path / "plan.xlsx", {"Plan": rows}, merged=["A2:A3"]))
    assert [row[0] for row in sheet.rows[1:]] == [date(2026, 12, 4), date(2026, 12, 4), ""]


def test_a_formula_is_never_calculated_only_its_stored_text_is_read(tmp_path: Path) -> None:
    path = a_workbook(
        tmp_path / "plan.xlsx", {"Plan": [["Titel"], ['=HYPERLINK("http://example.org","x")'], ["Markt"]]}
    )
    assert read_tables(path)[0].rows == (("Titel",), ("",), ("Markt",))


def test_a_row_far_beyond_the_sheet_is_refused_at_once(tmp_path: Path) -> None:
    path = a_workbook(tmp_path / "plan.xlsx", {"Plan": PLAN})
    with_part(
        path, SHEET, b'<row r="999999999"><c r="A999999999"><v>1</v></c></row></sheetData>', b"</sheetData>"
    )
    assert refusal(path) is RefusalKind.TABLE_TOO_LARGE


def test_a_rectangle_of_a_quarter_of_a_billion_cells_is_refused(tmp_path: Path) -> None:
    path = a_workbook(tmp_path / "plan.xlsx", {"Plan": PLAN})
    with_part(path, SHEET, b'<row r="15000"><c r="XFD15000"><v>1</v></c></row></sheetData>', b"</sheetData>")
    assert refusal(path) is RefusalKind.TABLE_TOO_LARGE


def test_empty_cells_formatted_down_to_the_last_row_do_no_harm(tmp_path: Path) -> None:
    path = a_workbook(tmp_path / "plan.xlsx", {"Plan": PLAN})
    with_part(path, SHEET, b'<row r="1048576"><c r="XFD1048576" s="0"/></row></sheetData>', b"</sheetData>")
    assert len(read_tables(path)[0].rows) == 2


def test_a_part_that_unpacks_to_a_thousand_times_its_size_is_refused(tmp_path: Path) -> None:
    path = a_workbook(tmp_path / "plan.xlsx", {"Plan": PLAN})
    with_part(path, "xl/styles.xml", b"<a>" + b" " * 30_000_000 + b"</a>")
    assert refusal(path) is RefusalKind.TABLE_TOO_LARGE


@pytest.mark.parametrize(
    "head",
    [
        b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]>',
        b'<?xml version="1.0"?><!DOCTYPE x SYSTEM "file:///etc/passwd">',
        b'<?xml version="1.0" encoding="UTF-7"?>',
        '<?xml version="1.0" encoding="UTF-16"?><!DOCTYPE x>'.encode("utf-16"),
    ],
)
def test_declarations_and_foreign_encodings_in_a_part_are_refused(tmp_path: Path, head: bytes) -> None:
    path = a_workbook(tmp_path / "plan.xlsx", {"Plan": PLAN})
    with zipfile.ZipFile(path) as archive:
        old = archive.read(SHEET)
    with_part(path, SHEET, head + old)
    assert refusal(path) is RefusalKind.FILE_UNREADABLE


def test_a_declaration_across_two_pieces_of_reading_is_found(tmp_path: Path) -> None:
    path = a_workbook(tmp_path / "plan.xlsx", {"Plan": PLAN})
    for place in range(4085, 4097):
        with_part(path, "xl/styles.xml", b"<a>".ljust(place) + b"<!DOCTYPE x></a>")
        assert refusal(path) is RefusalKind.FILE_UNREADABLE


def ods(path: Path, rows: str) -> Path:
    office = "urn:oasis:names:tc:opendocument:xmlns"
    content = (
        f'<office:document-content xmlns:office="{office}:office:1.0" xmlns:table="{office}:table:1.0" '
        f'xmlns:text="{office}:text:1.0"><office:body><office:spreadsheet><table:table table:name="Plan">{rows}'
        "</table:table></office:spreadsheet></office:body></office:document-content>"
    )
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr("content.xml", content)
        archive.writestr("META-INF/manifest.xml", "<manifest/>")
    return path


CELL = '<table:table-cell office:value-type="string"{}><text:p>{}</text:p></table:table-cell>'


def test_a_plan_of_libreoffice_with_a_million_empty_rows_below_is_read(tmp_path: Path) -> None:
    rows = "<table:table-row>" + CELL.format("", "Titel") + "</table:table-row>"
    rows += (
        '<table:table-row table:number-rows-repeated="2">' + CELL.format("", "Markt") + "</table:table-row>"
    )
    rows += '<table:table-row table:number-rows-repeated="1048573"><table:table-cell table:number-columns-repeated="1024"/></table:table-row>'
    (sheet,) = read_tables(ods(tmp_path / "plan.ods", rows))
    assert sheet.rows == (("Titel",), ("Markt",), ("Markt",))


def test_an_ods_row_that_stands_for_billions_is_refused(tmp_path: Path) -> None:
    rows = '<table:table-row table:number-rows-repeated="1000000">'
    rows += CELL.format(' table:number-columns-repeated="16000"', "x") + "</table:table-row>"
    assert refusal(ods(tmp_path / "plan.ods", rows)) is RefusalKind.TABLE_TOO_LARGE


def test_encrypted_files_say_so(tmp_path: Path) -> None:
    old = tmp_path / "plan.xlsx"
    old.write_bytes(
        bytes.fromhex("d0cf11e0a1b11ae1") + b"\0" * 600 + "EncryptedPackage".encode("utf-16-le") + b"\0" * 600
    )
    assert refusal(old) is RefusalKind.TABLE_ENCRYPTED
    office = ods(tmp_path / "plan.ods", "")
    with_part(office, "META-INF/manifest.xml", b"<manifest:encryption-data/>")
    assert refusal(office) is RefusalKind.TABLE_ENCRYPTED


def test_archives_that_are_no_workbook_and_missing_or_empty_files_are_refused(tmp_path: Path) -> None:
    archive = tmp_path / "fotos.xlsx"
    with zipfile.ZipFile(archive, "w") as made:
        made.writestr("bild.jpg", b"\xff\xd8\xff")
    assert refusal(archive) is RefusalKind.FILE_UNREADABLE
    broken = tmp_path / "kaputt.xlsx"
    broken.write_bytes(b"PK\x03\x04" + b"\0" * 100)
    assert refusal(broken) is RefusalKind.FILE_UNREADABLE
    empty = tmp_path / "leer.xlsx"
    empty.touch()
    assert refusal(empty) is RefusalKind.TABLE_EMPTY
    assert refusal(a_workbook(tmp_path / "blank.xlsx", {"Plan": []})) is RefusalKind.TABLE_EMPTY
    assert refusal(tmp_path / "fehlt.xlsx") is RefusalKind.FILE_MISSING


def test_a_refusal_travels_between_processes() -> None:
    refused = pickle.loads(pickle.dumps(TableRefused(RefusalKind.TABLE_TOO_LARGE)))
    assert refused.kind is RefusalKind.TABLE_TOO_LARGE
