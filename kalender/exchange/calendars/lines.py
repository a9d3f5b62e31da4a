# SPDX-License-Identifier: EUPL-1.2
"""An ICS file as numbered lines and components; what is malformed costs its own line and no other."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

MOST_LETTERS = 100_000
"""Letters of one property that are kept: some carry whole pictures."""

_NAME = re.compile(r"[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)?\Z")
_PARAMETER = re.compile(r';\s*([A-Za-z0-9-]+)\s*=\s*("[^"]*"|[^;:"]*)(?:,("[^"]*"|[^;:,"]*))*')


@dataclass(slots=True)
class Property:
    """A property of a component with its line, its parameters in capitals, and its value as it stands."""

    name: str
    value: str
    parameters: Mapping[str, str]
    line: int


@dataclass(slots=True)
class Component:
    """A component: VEVENT, VTIMEZONE … whole: its END was there. skipped: lines that are no properties."""

    name: str
    line: int
    properties: list[Property] = field(default_factory=list)
    parts: list[Component] = field(default_factory=list)
    skipped: list[int] = field(default_factory=list)
    whole: bool = False

    def first(self, name: str) -> Property | None:
        """Return the first property of a name."""
        return next((item for item in self.properties if item.name == name), None)

    def all(self, name: str) -> list[Property]:
        """Return the properties of a name."""
        return [item for item in self.properties if item.name == name]

    def text(self, name: str) -> str:
        """Return the value of a text property in plain letters, empty where there is none."""
        found = self.first(name)
        return plain_text(found) if found is not None else ""


def logical_lines(data: bytes) -> Iterator[tuple[int, str]]:
    """Yield the number of the first physical line and the text of each unfolded line."""
    for mark in (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE):
        if data.startswith(mark):
            data = data.decode("utf-16", "replace").encode()
    data = data.removeprefix(codecs.BOM_UTF8)
    start, kept, soft = 1, bytearray(), False
    for number, raw in enumerate(re.split(rb"\r\n|\n|\r", data), 1):
        if soft:  # quoted-printable of old programs goes on without a blank
            kept += raw
        elif raw[:1] in {b" ", b"\t"} and kept:
            kept += raw[1:]
        else:
            if kept:
                yield start, _decoded(kept)
            start, kept = number, bytearray(raw)
        soft = kept.endswith(b"=") and b"QUOTED-PRINTABLE" in bytes(kept[:200]).upper()
        if soft:
            del kept[-1]
        if len(kept) > MOST_LETTERS:
            del kept[MOST_LETTERS:]
    if kept:
        yield start, _decoded(kept)


def _decoded(raw: bytearray) -> str:
    """Return the letters of a line; what is no UTF-8 is taken for what Windows used to write."""
    try:
        text = raw.decode()
    except UnicodeDecodeError:
        text = raw.decode("cp1252", "replace")
    return text.replace("\0", "")


def property_of(line: int, text: str) -> Property | None:
    """Return the property of a line, or None where it is none."""
    end = min((at for mark in ":;" if (at := text.find(mark)) > 0), default=-1)
    if end < 0 or not _NAME.match(text[:end].strip()):
        return None
    name = text[:end].strip().upper().rpartition(".")[2]
    parameters: dict[str, str] = {}
    at = end
    while at < len(text) and text[at] == ";":
        found = _PARAMETER.match(text, at)
        if found is None:
            colon = text.find(":", at)
            if colon < 0:
                return None
            at = colon
            break
        parameters[found[1].upper()] = found[2].strip('"').strip()
        at = found.end()
    if at >= len(text) or text[at] != ":":
        return None
    return Property(name=name, value=text[at + 1 :], parameters=parameters, line=line)


def components(data: bytes) -> Iterator[Component]:
    """Yield the components of a file, those of a calendar one by one and the calendar itself (its own lines) last.

    A component that begins inside another of its kind ends that one; one that never ends is not whole.
    """
    calendar = Component(name="VCALENDAR", line=1)
    stack: list[Component] = []
    for number, text in logical_lines(data):
        if not text.strip():
            continue
        found = property_of(number, text)
        if found is None:
            (stack[-1] if stack else calendar).skipped.append(number)
            continue
        name = found.value.strip().upper()
        if found.name == "BEGIN":
            if name == "VCALENDAR":
                yield from _left(stack, whole=True)
                continue
            while stack and any(item.name == name for item in stack):
                yield from _closed(stack)
            stack.append(Component(name=name, line=number))
        elif found.name == "END":
            if name == "VCALENDAR":
                yield from _left(stack, whole=True)
            elif any(item.name == name for item in stack):
                while stack[-1].name != name:
                    yield from _closed(stack)
                yield from _closed(stack)
        else:
            (stack[-1] if stack else calendar).properties.append(found)
    yield from _left(stack, whole=False)
    yield calendar


def _left(stack: list[Component], *, whole: bool) -> Iterator[Component]:
    while stack:
        yield from _closed(stack, whole=whole)


def _closed(stack: list[Component], *, whole: bool = True) -> Iterator[Component]:
    done = stack.pop()
    done.whole = whole
    if stack:
        stack[-1].parts.append(done)
    else:
        yield done


_ESCAPES = {"n": "\n", "N": "\n", ",": ",", ";": ";", "\\": "\\"}


def plain_text(found: Property) -> str:
    """Return a text without what the format adds to it."""
    value = found.value
    if found.parameters.get("ENCODING", "").upper() == "QUOTED-PRINTABLE":
        import quopri

        value = _decoded(bytearray(quopri.decodestring(value.encode())))
    return re.sub(r"\\(.)", lambda match: _ESCAPES.get(match[1], match[0]), value).strip()
