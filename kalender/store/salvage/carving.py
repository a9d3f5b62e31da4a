# SPDX-License-Identifier: EUPL-1.2
"""Finds rows of the journal in the bytes of a file by their shape, whatever has become of the tables around them.

The format of a row is that of SQLite (sqlite.org/fileformat2.html, sections 1.6 and 2.1). No pointer is followed but
that of a long value to its next page, and that not longer than the value itself: a file can lead nobody in circles.
Free pages and free space inside pages are looked through like all others.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from mmap import mmap

from kalender.store.salvage.remains import BODY_LIMIT, Head, Part, Remains, Watch

PAGE = 4096
"""Bytes of a page in every plan that Kalender has written."""

_TEXT = rb"(?:[\x0d-\x7f]|[\x81-\x84][\x00-\x7f])"
_BLOB = rb"(?:[\x0c-\x7f]|[\x81-\xff]{1,3}[\x00-\x7f])"
_HEAD = re.compile(rb"[\x0b-\x14]\x00\x4c[\x01\x09]" + _TEXT, re.DOTALL)
_PART = re.compile(rb"[\x07-\x12]\x00[\x01-\x06\x09]" + _TEXT + _BLOB + rb"[\x08\x09]" + _BLOB, re.DOTALL)
_WAITING = re.compile(rb"[\x03-\x06]\x4c" + _BLOB + rb".{32}\x78", re.DOTALL)
_NAMED = re.compile(rb"\x03\x4c[\x01-\x06\x09].{32}", re.DOTALL)
_PLAN = re.compile(rb"\x03\x15([\x0d-\x7f])plan", re.DOTALL)
_AGAIN = re.compile(rb"plan/([0-9a-f]{32})(?![0-9a-f])")
_SOME_ID = re.compile(rb"(?<![0-9a-f])[0-9a-f]{32}(?![0-9a-f])")

Value = int | bytes | None
Bytes = bytes | mmap


def carve(data: Bytes, remains: Remains, watch: Watch) -> None:
    """Add to the remains every row of the journal that can be recognised in the bytes of a file."""
    for way in geometries(data):
        _Carver(data, way, remains, watch).all()


def geometries(data: Bytes) -> list[tuple[int, int]]:
    """Return (bytes of a page, bytes of it in use) that the head of the file names, and those of every plan."""
    size = int.from_bytes(data[16:18], "big")
    size = 65536 if size == 1 else size
    kept_back = data[20] if len(data) > 20 else 0
    found = [(PAGE, PAGE)]
    if 512 <= size <= 65536 and size & (size - 1) == 0 and size - kept_back >= 480:
        found = [(size, size - kept_back), *([] if (size, kept_back) == (PAGE, 0) else found)]
    return found


class _Carver:
    def __init__(self, data: Bytes, way: tuple[int, int], remains: Remains, watch: Watch) -> None:
        self._data, self._remains, self._watch = data, remains, watch
        self._page, self._used = way

    def all(self) -> None:
        shapes = (
            (_HEAD, self._head),
            (_PART, self._part),
            (_WAITING, self._pending),
            (_NAMED, self._index),
        )
        for step, (shape, take) in enumerate(shapes):
            for count, at in enumerate(self._places(shape)):
                if count % 256 == 0:
                    if self._watch.over:
                        return
                    self._watch.tell(step * len(self._data) + at, len(shapes) * len(self._data), "carving")
                take(at)
        self._plans()

    def _places(self, shape: re.Pattern[bytes]) -> Iterator[int]:
        """Yield where a shape begins, inside of what looked like another one too."""
        found = shape.search(self._data)
        while found is not None:
            yield found.start()
            found = shape.search(self._data, found.start() + 1)

    def _head(self, at: int) -> None:
        row = self._row(at, 10)
        if row is None:
            return
        values, payload, _end = row
        _none, id_, v, dev, by, at_, label, deps, here, shared = values
        if not (isinstance(id_, bytes) and isinstance(dev, bytes) and isinstance(by, bytes)):
            return
        if not (isinstance(at_, bytes) and isinstance(label, bytes) and isinstance(deps, bytes)):
            return
        if label[:1] != b"{" or len(deps) % 32 or here not in {0, 1} or shared not in {0, 1}:
            return
        for seq in self._numbers(at, payload):
            self._remains.add_head(Head(seq, id_, v if isinstance(v, int) else 1, dev, by, at_, label, deps))

    def _part(self, at: int) -> None:
        row = self._row(at, 6)
        if row is None:
            return
        _none, seq, record, parents, deleted, body = row[0]
        if not (isinstance(record, bytes) and isinstance(parents, bytes) and isinstance(body, bytes)):
            return
        if not isinstance(seq, int) or seq < 1 or len(parents) % 32 or body[:1] not in {b"{", b"\x78"}:
            return
        self._remains.add_part(Part(seq, record, parents, 1 if deleted else 0, body))

    def _pending(self, at: int) -> None:
        row = self._row(at, 2)
        if row is not None and isinstance(row[0][0], bytes) and isinstance(row[0][1], bytes):
            self._remains.add_waiting(row[0][0], row[0][1])

    def _index(self, at: int) -> None:
        row = self._row(at, 2)
        if row is not None and isinstance(row[0][0], bytes) and isinstance(row[0][1], int):
            self._remains.named.setdefault(row[0][0], row[0][1])

    def _plans(self) -> None:
        for found in _PLAN.finditer(self._data):
            length = (found[1][0] - 13) // 2
            text = self._data[found.end() : found.end() + length]
            self._remains.add_plan(text.decode("utf-8", "replace"))
        for found in _AGAIN.finditer(self._data):
            self._remains.add_plan(found[1].decode())
        for found in _SOME_ID.finditer(self._data) if not self._remains.plans else ():
            self._remains.add_plan(found[0].decode())
            if len(self._remains.plans) >= 48 or self._watch.over:
                return

    def _row(self, at: int, columns: int) -> tuple[list[Value], int, int] | None:
        """Return the values of the row whose header begins here, its bytes, and where its part on this page ends."""
        header = self._data[at]
        types: list[int] = []
        where = at + 1
        while where < at + header:
            kind, where = self._varint(where)
            types.append(kind)
        if where != at + header or len(types) != columns:
            return None
        sizes = [_size(kind) for kind in types]
        payload = header + sum(sizes)
        if payload > BODY_LIMIT:
            return None
        whole = self._payload(at, payload)
        if whole is None:
            return None
        values: list[Value] = []
        where = header
        for kind, size in zip(types, sizes, strict=True):
            values.append(_value(kind, whole[where : where + size]))
            where += size
        return values, payload, at + payload

    def _payload(self, at: int, length: int) -> bytes | None:
        """Return the bytes of a row of a table, put together from the pages that it goes on to.

        A short row may cross the edge of a page: where bytes were lost or added before it, pages begin elsewhere.
        """
        most = self._used - 35
        page_end = at - at % self._page + self._used
        if length <= most:
            return self._data[at : at + length] if at + length <= len(self._data) else None
        least = (self._used - 12) * 32 // 255 - 23
        here = least + (length - least) % (self._used - 4)
        here = here if here <= most else least
        if at + here + 4 > min(page_end, len(self._data)):
            return None
        pieces = [self._data[at : at + here]]
        left = length - here
        number = int.from_bytes(self._data[at + here : at + here + 4], "big")
        while left:
            start = (number - 1) * self._page
            if number < 1 or start + 4 > len(self._data):
                return None
            piece = self._data[start + 4 : start + 4 + min(left, self._used - 4)]
            if len(piece) < min(left, self._used - 4):
                return None
            pieces.append(piece)
            left -= len(piece)
            number = int.from_bytes(self._data[start : start + 4], "big")
        return b"".join(pieces)

    def _numbers(self, at: int, payload: int) -> Iterator[int]:
        """Yield the number of the row whose header begins here: the one that its length vouches for, else any."""
        read = [(size, seq) for size in range(1, 6) if (seq := self._number_of(at, size)) is not None]
        length = _as_varint(payload)
        for size, seq in read:
            if self._data[max(0, at - size - len(length)) : at - size] == length:
                yield seq
                return
        for _length, seq in read[:3]:
            yield seq

    def _number_of(self, at: int, size: int) -> int | None:
        if at < size:
            return None
        piece = self._data[at - size : at]
        if piece[-1] & 0x80 or not all(byte & 0x80 for byte in piece[:-1]) or piece[0] == 0x80:
            return None
        number = 0
        for byte in piece:
            number = number << 7 | byte & 0x7F
        return number or None

    def _varint(self, at: int) -> tuple[int, int]:
        """Return a number of one to four bytes and where it ends; longer ones are no sizes of a plan."""
        number = 0
        for step in range(4):
            if at + step >= len(self._data):
                break
            byte = self._data[at + step]
            number = number << 7 | byte & 0x7F
            if not byte & 0x80:
                return number, at + step + 1
        return BODY_LIMIT * 4, at + 4


def _size(kind: int) -> int:
    if kind >= 12:
        return (kind - 12) // 2
    return (0, 1, 2, 3, 4, 6, 8, 8, 0, 0, 0, 0)[kind]


def _value(kind: int, piece: bytes) -> Value:
    if kind >= 12:
        return piece
    if kind in {8, 9}:
        return kind - 8
    return int.from_bytes(piece, "big", signed=True) if 1 <= kind <= 6 else None


def _as_varint(number: int) -> bytes:
    found = [number & 0x7F]
    while number := number >> 7:
        found.append(number & 0x7F | 0x80)
    return bytes(reversed(found))
