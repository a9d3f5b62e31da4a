# SPDX-License-Identifier: EUPL-1.2
"""CSV files as they come: encoding and delimiter are found, quotes and line breaks in cells are kept."""

from __future__ import annotations

import codecs
import csv
import io
from collections import Counter

from kalender.domain.refusal import RefusalKind
from kalender.exchange.sheets import (
    LONGEST_CELL,
    MOST_CELLS,
    MOST_COLUMNS,
    MOST_ROWS,
    Cell,
    Sheet,
    TableRefused,
)

DELIMITERS = (";", ",", "\t", "|")
"""In the order of preference where two fit equally well: German Excel writes semicolons."""

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_OLD = ("cp1252", "cp850", "mac_roman")
_LIKELY = frozenset("äöüÄÖÜß–—„“”’‚‘…€·•é°§²³½×»«")
_SAMPLE = 200_000
"""Letters from which the delimiter and an old encoding are found."""


def read_csv(data: bytes) -> Sheet:
    """Return the only sheet of a CSV file. Raises TableRefused: FILE_UNREADABLE, TABLE_TOO_LARGE, TABLE_EMPTY."""
    text, encoding, certain = decoded(data)
    if _binary(text):
        raise TableRefused(RefusalKind.FILE_UNREADABLE)
    text = text.replace("\0", "")
    said = ""
    if text[:4].lower() == "sep=" and len(text) > 4:  # a line only Excel writes, and does not count
        said = text[4]
        text = text.split("\n", 1)[1] if "\n" in text else ""
    if not text.strip():
        raise TableRefused(RefusalKind.TABLE_EMPTY)
    delimiter = said or found_delimiter(text)
    rows = _rows(text, delimiter)
    if not rows:
        raise TableRefused(RefusalKind.TABLE_EMPTY)
    return Sheet(rows=rows, encoding=encoding, delimiter=delimiter, certain=certain)


def decoded(data: bytes) -> tuple[str, str, bool]:
    """Return the text of a file, the name of its encoding, and whether that is beyond doubt."""
    for mark, name in _MARKS:
        if data.startswith(mark):
            try:
                return data.decode(name), name.removesuffix("-sig"), True
            except UnicodeDecodeError as error:
                raise TableRefused(RefusalKind.FILE_UNREADABLE) from error
    wide = _wide(data)
    if wide:
        try:
            return data.decode(wide), wide, True
        except UnicodeDecodeError:
            pass
    try:
        return data.decode("utf-8"), "utf-8", True
    except UnicodeDecodeError:
        pass
    start = data[:_SAMPLE]
    best = max(_OLD, key=lambda name: _likelihood(start.decode(name, "replace")))
    said = start.decode(best, "replace")
    strange = sum(1 for letter in said if ord(letter) > 127 and letter not in _LIKELY)
    usual = sum(1 for letter in said if letter in _LIKELY)
    return data.decode(best, "replace"), best, usual > 4 * strange


def _wide(data: bytes) -> str:
    """Return the name of UTF-16 without a mark, where every other byte is nearly always zero; else nothing."""
    start = data[:4000]
    if len(start) < 8 or len(data) % 2:
        return ""
    even, odd = start[::2].count(0), start[1::2].count(0)
    half = len(start) // 2
    if odd > 0.7 * half and even < 0.1 * half:
        return "utf-16-le"
    return "utf-16-be" if even > 0.7 * half and odd < 0.1 * half else ""


def _likelihood(text: str) -> int:
    return sum(1 if letter in _LIKELY else -2 for letter in text if ord(letter) > 127)


def _binary(text: str) -> bool:
    """Tell whether this is no text at all: many control characters, or how a PDF, a page or a picture begins."""
    start = text[:20_000]
    if (
        start.lstrip("\ufeff \r\n\t")[:9]
        .casefold()
        .startswith(("%pdf", "<!doctype", "<html", "<?xml", "{\\rtf", "gif8"))
    ):
        return True
    odd = sum(1 for letter in start if ord(letter) < 32 and letter not in "\t\r\n\0\f\v")
    zeros = start.count("\0")
    return odd * 50 > len(start) or zeros * 20 > len(start) + 200


def found_delimiter(text: str) -> str:
    """Return the delimiter that cuts most rows into the same number of cells, more than one."""
    sample = text[:_SAMPLE]

    def fitness(delimiter: str) -> tuple[float, int]:
        widths: list[int] = []
        try:
            for row in csv.reader(io.StringIO(sample, newline=""), delimiter=delimiter):
                if any(cell.strip() for cell in row):
                    widths.append(len(row))
                if len(widths) >= 60:
                    break
        except csv.Error:
            pass
        if not widths or widths[0] == 1:
            return 0.0, 0
        usual, times = Counter(widths).most_common(1)[0]
        if usual == 1:
            return 0.0, widths[0]
        first = 1.2 if widths[0] == usual else 1.0  # a heading as wide as the rows speaks for itself
        return times / len(widths) * first * min(usual, 12) ** 0.5, usual

    return max(DELIMITERS, key=lambda item: (fitness(item), -DELIMITERS.index(item)))


def _rows(text: str, delimiter: str) -> tuple[tuple[Cell, ...], ...]:
    csv.field_size_limit(LONGEST_CELL)
    try:
        rows = _parsed(text, delimiter, strict=True)
    except csv.Error as error:
        if "unexpected end" in str(error):  # a quote that is never closed swallows the rest of the file
            raise TableRefused(RefusalKind.FILE_UNREADABLE) from error
        try:
            rows = _parsed(text, delimiter, strict=False)
        except csv.Error as again:
            raise TableRefused(RefusalKind.TABLE_TOO_LARGE) from again
    while rows and not rows[-1]:
        rows.pop()
    return tuple(rows)


def _parsed(text: str, delimiter: str, *, strict: bool) -> list[tuple[Cell, ...]]:
    rows: list[tuple[Cell, ...]] = []
    cells = 0
    for row in csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=strict):
        while row and not row[-1].strip():
            row.pop()
        cells += len(row)
        rows.append(tuple(cell.replace("\r\n", "\n").replace("\r", "\n") for cell in row))
        if len(rows) > MOST_ROWS + 1 or cells > MOST_CELLS or len(row) > MOST_COLUMNS:
            raise TableRefused(RefusalKind.TABLE_TOO_LARGE)
    return rows
