# SPDX-License-Identifier: EUPL-1.2
"""CSV files as they come out of Excel, LibreOffice and online tools."""

import pytest

from kalender.domain.refusal import RefusalKind
from kalender.exchange.delimited import read_csv
from kalender.exchange.sheets import TableRefused

TEXT = "Datum;Titel;Text\r\n04.12.2026;Weihnachtsmarkt eröffnet;Grüße vom Markt\r\n"
ROWS = (("Datum", "Titel", "Text"), ("04.12.2026", "Weihnachtsmarkt eröffnet", "Grüße vom Markt"))


@pytest.mark.parametrize(
    ("encoding", "name"),
    [
        ("utf-8", "utf-8"), ("utf-8-sig", "utf-8"), ("utf-16", "utf-16"), ("utf-16-le", "utf-16-le"),
        ("utf-16-be", "utf-16-be"), ("utf-32", "utf-32"), ("cp1252", "cp1252"), ("cp850", "cp850"), ("mac_roman", "mac_roman"),
    ],
)  # fmt: skip
def test_each_usual_encoding_is_found(encoding: str, name: str) -> None:
    sheet = read_csv(TEXT.encode(encoding))
    assert (sheet.rows, sheet.encoding) == (ROWS, name)


@pytest.mark.parametrize("delimiter", [";", ",", "\t", "|"])
def test_the_delimiter_is_found_although_texts_hold_others(delimiter: str) -> None:
    rows = [["Datum", "Titel", "Text"]] + [
        [f"0{n}.12.2026", "Markt", "eins, zwei; drei"] for n in range(1, 5)
    ]
    text = "\n".join(delimiter.join(f'"{cell}"' for cell in row) for row in rows)
    sheet = read_csv(text.encode())
    assert (sheet.delimiter, [list(row) for row in sheet.rows]) == (delimiter, rows)


def test_unquoted_commas_in_texts_do_not_win_over_semicolons() -> None:
    sheet = read_csv(b"Datum;Text\n04.12.;Kommt, seht, staunt\n05.12.;Brot, Wein\n")
    assert sheet.rows[1] == ("04.12.", "Kommt, seht, staunt")


def test_line_breaks_and_quotes_in_cells_stay_and_one_record_is_one_row() -> None:
    sheet = read_csv('Titel;Text\r\nA;"erste\r\nzweite ""wörtlich"""\r\nB;x\r\n'.encode())
    assert sheet.rows[1:] == (("A", 'erste\nzweite "wörtlich"'), ("B", "x"))


def test_zero_bytes_are_left_out_and_old_mac_line_ends_end_lines() -> None:
    assert read_csv(b"Titel;Text\rA\0;B\r").rows == (("Titel", "Text"), ("A", "B"))


def test_the_line_that_names_the_delimiter_is_not_a_row() -> None:
    assert read_csv(b"sep=,\r\nTitel,Text\r\nA,B\r\n").rows == (("Titel", "Text"), ("A", "B"))


def test_blank_lines_keep_the_numbers_of_the_rows_below() -> None:
    assert read_csv(b"Titel;Text\n\n\nA;B\n").rows == (("Titel", "Text"), (), (), ("A", "B"))


def test_a_guess_at_the_encoding_is_said_to_be_one() -> None:
    assert read_csv(b"Titel;Text\nA;B\n").certain
    assert read_csv("Titel\nÄrger über Öl\n".encode("cp1252")).certain
    assert not read_csv(b"Titel\n\xa4\xa5\xaa\xba\xd0\xf0\n").certain


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"  \r\n \n", RefusalKind.TABLE_EMPTY),
        (b"%PDF-1.7\n1 0 obj", RefusalKind.FILE_UNREADABLE),
        (b"<!DOCTYPE html><html><table><tr><td>Titel", RefusalKind.FILE_UNREADABLE),
        (bytes(range(256)) * 40, RefusalKind.FILE_UNREADABLE),
        (b'Titel;Text\nA;"nie geschlossen\nB;x\n', RefusalKind.FILE_UNREADABLE),
        (b"Titel\n" + b"a\n" * 20_100, RefusalKind.TABLE_TOO_LARGE),
        (b"Titel\n" + b"a" * 1_000_100 + b"\n", RefusalKind.TABLE_TOO_LARGE),
        (b";" * 500 + b"\n", RefusalKind.TABLE_EMPTY),
        (b"a;" * 500 + b"\n", RefusalKind.TABLE_TOO_LARGE),
        (b"\xff\xfeT\x00\x00\xd8A", RefusalKind.FILE_UNREADABLE),
    ],
)
def test_what_is_no_table_or_too_much_is_refused(data: bytes, kind: RefusalKind) -> None:
    with pytest.raises(TableRefused) as refused:
        read_csv(data)
    assert refused.value.kind is kind


def test_a_cell_of_half_a_megabyte_is_read() -> None:
    text = "a" * 500_000
    assert read_csv(f"Titel;Text\nA;{text}\n".encode()).rows[1] == ("A", text)
