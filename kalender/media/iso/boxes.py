# SPDX-License-Identifier: EUPL-1.2
"""Boxes within boxes, of which films and HEIC pictures are made. Source: ISO/IEC 14496-12, section 4.2."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from typing import BinaryIO


class Malformed(Exception):  # noqa: N818 - an answer about a file, not a defect
    """The boxes are not as they should be, or of a kind that is not read here."""


def outermost(file: BinaryIO) -> Iterator[tuple[bytes, int, int]]:
    """Yield name, and offset and length in bytes of the body, of each box of a file.

    Raises Malformed where a box is shorter than its head or reaches beyond the end of the file.
    """
    at, end = 0, file.seek(0, 2)
    while at + 8 <= end:
        file.seek(at)
        length, name = struct.unpack(">I4s", file.read(8))
        head = 8
        if length == 1:
            (length,) = struct.unpack(">Q", file.read(8))
            head = 16
        elif length == 0:
            length = end - at
        if length < head or at + length > end:
            raise Malformed
        yield name, at + head, length - head
        at += length


def inner(body: bytes, at: int = 0) -> Iterator[tuple[bytes, bytes]]:
    """Yield name and body of each box in the body of another, from an offset on; raises Malformed as `outermost`."""
    while at + 8 <= len(body):
        length, name = struct.unpack_from(">I4s", body, at)
        if length < 8 or at + length > len(body):
            raise Malformed
        yield name, body[at + 8 : at + length]
        at += length
