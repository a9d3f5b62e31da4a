# SPDX-License-Identifier: EUPL-1.2
"""Workbooks of Excel and LibreOffice: looked over as an archive first, then read by calamine.

The archive is never unpacked to disk; nothing in it is fetched, run or calculated. What a formula shows is what
was stored beside it.
"""

from __future__ import annotations

import re
import zipfile
import zlib
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import IO, TYPE_CHECKING

from kalender.domain.refusal import RefusalKind
from kalender.exchange.sheets import (
    LONGEST_CELL,
    MOST_CELLS,
    MOST_COLUMNS,
    MOST_ROWS,
    MOST_SHEETS,
    Cell,
    Sheet,
    TableRefused,
)

if TYPE_CHECKING:
    from python_calamine import CalamineSheet, CalamineWorkbook

MOST_PARTS = 3_000
MOST_UNPACKED = 200_000_000
"""Bytes of all XML parts together."""

MOST_SHEET = 80_000_000
"""Bytes of one sheet as XML."""

WORST_RATIO = 300
"""A part of some size that shrinks more than this is a bomb; sheets of plain text reach about 30."""

LAST_ROW = 1_048_576
LAST_COLUMN = 16_384

_OLE = bytes.fromhex("d0cf11e0a1b11ae1")
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_CELL = re.compile(
    rb"<(?:\w+:)?(row|c)\s(?:[^<>]*?\s)?r\s*=\s*[\"']([A-Za-z]{0,9})([0-9]{1,20})[\"'][^<>]*?(/?)>"
)
_ODS = re.compile(rb"<(/?)(?:table:(table-row|table-cell)|text:(p))\b([^<>]*?)(/?)>")
_REPEATED = re.compile(rb"number-(?:rows|columns)-repeated\s*=\s*[\"']([0-9]{1,20})[\"']")
_DECLARED = re.compile(rb"<!\s*(DOCTYPE|ENTITY)", re.IGNORECASE)
_ENCODING = re.compile(rb"<\?xml[^>]*encoding\s*=\s*[\"']([A-Za-z0-9._-]+)[\"']")
_PLAIN = {b"utf-8", b"utf8", b"us-ascii", b"ascii", b"iso-8859-1", b"windows-1252"}
_UNREAD = ("customxml/", "docprops/")
"""Parts that nobody reads may be in any encoding."""

_CHUNK = 1 << 20
_LONGEST_TAG = 20_000


def is_workbook(start: bytes) -> bool:
    """Tell by the first bytes whether a file is an archive or an old Office file."""
    return start.startswith((b"PK\x03\x04", b"PK\x05\x06", _OLE))


def read_workbook(path: Path) -> tuple[Sheet, ...]:
    """Return the visible sheets of a workbook.

    Raises TableRefused: TABLE_ENCRYPTED, TABLE_TOO_LARGE, TABLE_EMPTY, FILE_UNREADABLE.
    """
    with path.open("rb") as file:
        old = file.read(8) == _OLE
        if old:
            file.seek(0)
            if _ENCRYPTED in file.read():
                raise TableRefused(RefusalKind.TABLE_ENCRYPTED)
    if not old:
        try:
            inspect(path)
        except (
            zipfile.BadZipFile,
            zlib.error,
            OSError,
            RuntimeError,
            NotImplementedError,  # what zipfile raises for a compression it does not know
            ValueError,
        ) as error:
            raise TableRefused(RefusalKind.FILE_UNREADABLE) from error
    return _read(path)


def inspect(path: Path) -> None:
    """Look an archive over before anything reads it as a whole; raises TableRefused, or what zipfile raises."""
    with zipfile.ZipFile(path) as archive:
        parts = archive.infolist()
        if len(parts) > MOST_PARTS:
            raise TableRefused(RefusalKind.TABLE_TOO_LARGE)
        names = {item.filename.replace("\\", "/").casefold() for item in parts}
        if len(names) != len(parts):  # two parts of one name: readers disagree on which counts
            raise TableRefused(RefusalKind.FILE_UNREADABLE)
        unpacked = 0
        for item in parts:
            name = item.filename.replace("\\", "/").casefold()
            if item.flag_bits & 1:
                raise TableRefused(RefusalKind.TABLE_ENCRYPTED)
            if not name.endswith((".xml", ".rels", ".bin", ".vml")):
                continue
            unpacked += item.file_size
            squeezed = item.file_size > 1_000_000 and item.file_size > WORST_RATIO * max(
                1, item.compress_size
            )
            if squeezed or item.file_size > MOST_SHEET or unpacked > MOST_UNPACKED:
                raise TableRefused(RefusalKind.TABLE_TOO_LARGE)
        for item in parts:
            name = item.filename.replace("\\", "/").casefold()
            if name.endswith((".xml", ".rels")) and not name.startswith(_UNREAD):
                with archive.open(item) as part:
                    _look(part, name)
        if "meta-inf/manifest.xml" in names and "content.xml" in names:
            for item in parts:
                if item.filename.casefold() == "meta-inf/manifest.xml" and b"encryption-data" in archive.read(
                    item
                ):
                    raise TableRefused(RefusalKind.TABLE_ENCRYPTED)


def _look(part: IO[bytes], name: str) -> None:
    """Read one part in pieces: no declarations, no foreign encoding, no cells beyond the limits."""
    start = part.read(4096)
    if start.startswith((b"\xff\xfe", b"\xfe\xff")) or b"\0" in start[:64]:
        raise TableRefused(RefusalKind.FILE_UNREADABLE)
    said = _ENCODING.search(start[:400])
    if said and said.group(1).lower() not in _PLAIN:
        raise TableRefused(RefusalKind.FILE_UNREADABLE)
    sheet = "/worksheets/" in f"/{name}" and name.endswith(".xml")
    grid = _Grid() if sheet else _Repeats() if name == "content.xml" else None
    rest, total, piece = b"", 0, start
    while piece:
        total += len(piece)
        if total > MOST_SHEET:
            raise TableRefused(RefusalKind.TABLE_TOO_LARGE)
        text = rest + piece
        if _DECLARED.search(text):
            raise TableRefused(RefusalKind.FILE_UNREADABLE)
        cut = text.rfind(b"<")
        if len(text) - cut > _LONGEST_TAG and b">" not in text[cut:]:  # no program writes such a tag
            raise TableRefused(RefusalKind.FILE_UNREADABLE)
        whole, rest = (text[:cut], text[cut:][-_LONGEST_TAG:]) if cut > 0 else (b"", text[-_LONGEST_TAG:])
        if grid is not None:
            grid.see(whole)
        piece = part.read(_CHUNK)
    if grid is not None:
        grid.see(rest)
        grid.done()


class _Grid:
    """The rectangle that the cells of an Excel sheet span, those with content only."""

    def __init__(self) -> None:
        self._row = self._column = 0

    def see(self, text: bytes) -> None:
        for what, letters, digits, empty in _CELL.findall(text):
            row = int(digits)
            if row > LAST_ROW or (row > MOST_ROWS and what == b"c" and not empty):
                raise TableRefused(RefusalKind.TABLE_TOO_LARGE)
            if what == b"c" and not empty:
                self._row = max(self._row, row)
                self._column = max(self._column, _column(letters))

    def done(self) -> None:
        """Raise TableRefused where the rectangle is larger than anything a plan needs."""
        if self._column > LAST_COLUMN or self._row * self._column > 5 * MOST_CELLS:
            raise TableRefused(RefusalKind.TABLE_TOO_LARGE)


def _column(letters: bytes) -> int:
    number = 0
    for letter in letters.upper():
        number = number * 26 + letter - 64
    return number


class _Repeats:
    """How many cells with content an ODS sheet stands for, where it says that rows and cells are repeated."""

    def __init__(self) -> None:
        self._total = self._in_row = 0
        self._rows = self._cells = 1
        self._filled = False

    def see(self, text: bytes) -> None:
        for closing, part, paragraph, attributes, alone in _ODS.findall(text):
            if paragraph:
                self._filled = True
            elif part == b"table-row":
                self._row(closing, alone, attributes)
            else:
                self._cell(closing, alone, attributes)

    def _row(self, closing: bytes, alone: bytes, attributes: bytes) -> None:
        if not closing:
            self._rows, self._in_row = _times(attributes), 0
        if closing or alone:
            self._total += self._rows * self._in_row
            if self._total > MOST_CELLS or (self._in_row and self._rows > MOST_ROWS):
                raise TableRefused(RefusalKind.TABLE_TOO_LARGE)

    def _cell(self, closing: bytes, alone: bytes, attributes: bytes) -> None:
        if not closing:
            self._cells, self._filled = _times(attributes), b"value-type" in attributes
        if (closing or alone) and self._filled:
            self._in_row += self._cells
            self._filled = False

    def done(self) -> None:
        """Nothing is left to say: each row was looked at where it ends."""


def _times(attributes: bytes) -> int:
    found = _REPEATED.search(attributes)
    return int(found.group(1)) if found else 1


def _read(path: Path) -> tuple[Sheet, ...]:
    import python_calamine as calamine

    try:
        with calamine.load_workbook(path) as book:
            sheets = tuple(_sheet(book, name) for name in _visible(book)[:MOST_SHEETS])
    except calamine.PasswordError as error:
        raise TableRefused(RefusalKind.TABLE_ENCRYPTED) from error
    except TableRefused:
        raise
    except Exception as error:  # calamine raises its own, ValueError, OverflowError and, from Rust, others
        raise TableRefused(RefusalKind.FILE_UNREADABLE) from error
    if not any(sheet.rows for sheet in sheets):
        raise TableRefused(RefusalKind.TABLE_EMPTY)
    return sheets


def _visible(book: CalamineWorkbook) -> list[str]:
    import python_calamine as calamine

    return [
        item.name
        for item in book.sheets_metadata
        if item.visible == calamine.SheetVisibleEnum.Visible and item.typ == calamine.SheetTypeEnum.WorkSheet
    ]


def _sheet(book: CalamineWorkbook, name: str) -> Sheet:
    sheet = book.get_sheet_by_name(name)
    if sheet.start is None:
        return Sheet(name=name)
    if sheet.total_height > MOST_ROWS or sheet.total_height * sheet.total_width > MOST_CELLS:
        raise TableRefused(RefusalKind.TABLE_TOO_LARGE)
    rows = [[_cell(value) for value in row[:MOST_COLUMNS]] for row in sheet.to_python(skip_empty_area=False)]
    _fill_merged(sheet, rows)
    while rows and not any(value != "" for value in rows[-1]):
        rows.pop()
    return Sheet(name=name, rows=tuple(tuple(row) for row in rows))


def _fill_merged(sheet: CalamineSheet, rows: list[list[Cell]]) -> None:
    """Repeat a cell that was merged downwards in one column: one date for the posts of a day."""
    for (top, left), (bottom, right) in sheet.merged_cell_ranges or ():
        if left != right or top >= len(rows) or left >= len(rows[top]):
            continue
        for row in range(top + 1, min(bottom + 1, len(rows))):
            if rows[row][left] == "":
                rows[row][left] = rows[top][left]


def _cell(value: object) -> Cell:
    if isinstance(value, bool):
        return int(value)
    if isinstance(value, float):
        return int(value) if value == value and value.is_integer() and abs(value) < 10**15 else value  # noqa: PLR0124 - not a NaN
    if isinstance(value, timedelta):
        seconds = int(value.total_seconds())
        return time(seconds // 3600, seconds // 60 % 60) if 0 <= seconds < 86_400 else str(value)
    if isinstance(value, str):
        if len(value) > LONGEST_CELL:
            raise TableRefused(RefusalKind.TABLE_TOO_LARGE)
        return value.replace("\0", "").replace("_x000D_", "").replace("\r\n", "\n").replace("\r", "\n")
    return value if isinstance(value, int | datetime | date | time) else str(value)
