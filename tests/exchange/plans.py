# SPDX-License-Identifier: EUPL-1.2
"""Builders of foreign files and of what they are read for."""

import io
import zipfile
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path

from kalender.exchange.columns import ChannelName, channel_words
from kalender.exchange.plan_rows import BadRow, PlanRow
from kalender.exchange.plan_table import read_plan
from kalender.exchange.sheets import Cell, Sheet

TODAY = date(2026, 12, 3)

CHANNELS: tuple[ChannelName, ...] = (
    channel_words("facebook", "Facebook", "facebook"),
    channel_words("instagram", "Instagram", "instagram"),
    channel_words("whatsapp", "WhatsApp-Kanal", "whatsapp"),
    channel_words("website", "Website", "website"),
)


def a_workbook(
    path: Path, sheets: Mapping[str, Sequence[Sequence[object]]], merged: Sequence[str] = ()
) -> Path:
    """Write a workbook with an independent writer; merged: ranges of the last sheet."""
    import openpyxl

    book = openpyxl.Workbook()
    book.remove(book.active)
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(list(row))
        for cells in merged:
            sheet.merge_cells(cells)
    book.save(path)
    return path


def with_part(path: Path, name: str, change: bytes, instead_of: bytes = b"") -> Path:
    """Put bytes into a part of an archive: instead of some, or as the whole part."""
    with zipfile.ZipFile(path) as archive:
        parts = {item.filename: archive.read(item) for item in archive.infolist()}
    parts[name] = parts[name].replace(instead_of, change) if instead_of else change
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for part, data in parts.items():
            archive.writestr(part, data)
    path.write_bytes(made.getvalue())
    return path


def rows_of(
    *rows: Sequence[Cell], name: str = "", channels: Sequence[ChannelName] = CHANNELS
) -> list[PlanRow]:
    """Return what a sheet of these rows says; fails where a row is refused."""
    readings = read_plan([Sheet(name=name, rows=tuple(map(tuple, rows)))], channels, TODAY)
    assert not [bad for reading in readings for bad in reading.bad]
    return [row for reading in readings for row in reading.rows]


def bad_rows_of(*rows: Sequence[Cell]) -> list[BadRow]:
    """Return the rows that are refused."""
    readings = read_plan([Sheet(rows=tuple(map(tuple, rows)))], CHANNELS, TODAY)
    return [bad for reading in readings for bad in reading.bad]
