# SPDX-License-Identifier: EUPL-1.2
"""Web addresses in running text, found as networks link them: also bare domains such as ort.de.

The grammar is the one X documents and Mastodon shares: a domain ends in a known top-level domain, labels of the
host take letters of every script, a path may hold balanced brackets and does not end in punctuation. Without a
protocol only domains of Latin letters count. A label longer than 63 characters in Punycode makes no address.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from functools import lru_cache

from kalender.domain.frozen import ordered

_LONGEST_ADDRESS = 4096
_LONGEST_LABEL = 63
_LONGEST_SHORT_CODE = 40

_HIDDEN = "\ufffe\ufeff\uffff"
_DIRECTIONS = "\u202a-\u202e\u061c\u200e\u200f\u2066-\u2069"
_SPACES = "\u0009-\u000d \u0085\u00a0\u1680\u180e\u2000-\u200a\u2028\u2029\u202f\u205f\u3000"
_LATIN = (
    "\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f\u0253\u0254\u0256\u0257\u0259\u025b\u0263\u0268\u026f\u0272\u0289"
    "\u028b\u02bb\u0300-\u036f\u1e00-\u1eff"
)
_NO_HOST = re.compile(rf"[!'#%&()*+,\\/:;<=>?@\[\]^{{|}}~${_SPACES}{_HIDDEN}{_DIRECTIONS}]")
"""A character that ends a host; the point, the hyphen and the underscore are judged label by label."""

_PLAIN_END = re.compile(rf"[-a-z0-9{_LATIN}]+\Z", re.IGNORECASE)
_PROTOCOL = re.compile(r"https?://\Z", re.IGNORECASE)
_BEFORE = re.compile(rf"[A-Za-z0-9@＠$#＃{_HIDDEN}]")
"""A character after which no address begins."""

_IN_PATH = rf"a-z0-9!*';:=+,.$/%#\[\]\-\u2013_~@|&\u0400-\u04ff{_LATIN}"
_BRACKETS = rf"\((?:[{_IN_PATH}]+|[{_IN_PATH}]*\([{_IN_PATH}]+\)[{_IN_PATH}]*)\)"
_PATH = re.compile(rf"/(?:[{_IN_PATH}]|{_BRACKETS})*", re.IGNORECASE)
_QUERY = re.compile(r"\?[a-z0-9!?*'@();:&=+$/%#\[\]\-_.,~|]*", re.IGNORECASE)
_PORT = re.compile(r":[0-9]+")
_PATH_END = re.compile(rf"[^+\-a-z0-9=_#/\u0400-\u04ff{_LATIN})]+\Z", re.IGNORECASE)
_QUERY_END = re.compile(r"[^a-z0-9\-_&=#/]+\Z", re.IGNORECASE)
_SHORTENED = re.compile(
    r"https?://t\.co/([a-z0-9]+)(?:\?[a-z0-9!?*'();:&=+$/%#\[\]\-_.,~|]*[a-z0-9\-_&=#/])?", re.IGNORECASE
)
_LETTERS = re.compile(r"[A-Za-z]+")
_PUNYCODE = re.compile(r"xn--[-0-9a-z]+", re.IGNORECASE)


@ordered
class Address:
    """A web address found in a text: where it stands (end exclusive) and whether it has a protocol."""

    start: int
    end: int
    protocol: bool


@lru_cache(maxsize=1)
def _top_level() -> tuple[frozenset[str], frozenset[str], int]:
    from kalender.domain.text import top_level_domains as t

    other = frozenset(t.OTHER.split())
    return frozenset(t.PLAIN.split()), other, max(map(len, other))


def _top_level_end(text: str, start: int, end: int) -> int:
    """Return where the top-level domain that begins at start ends, or -1 where there is none."""
    plain, other, longest = _top_level()
    word = _LETTERS.match(text, start, end)
    if word is not None:
        stop = word.end()
        if (
            text[start : start + 4].lower() == "xn--"
            and (code := _PUNYCODE.match(text, start, end)) is not None
        ):
            return code.end()
        if word.group().lower() in plain and not _goes_on(text, stop):
            return stop
    if text[start : min(end, start + longest)].isascii():
        return -1
    for stop in range(min(end, start + longest), start, -1):
        if text[start:stop].lower() in other and not _goes_on(text, stop):
            return stop
    return -1


def _goes_on(text: str, position: int) -> bool:
    follower = text[position : position + 1]
    return follower in {"@", "+", "-"} or (follower.isascii() and follower.isalnum())


class _Hosts:
    """The labels of one run of host characters, judged once: what hosts it holds whatever they begin with."""

    def __init__(self, text: str, start: int, end: int) -> None:
        self.text = text
        self.dots = [place for place in range(start, end) if text[place] == "."]
        self.tops = [_top_level_end(text, dot + 1, end) for dot in self.dots]
        self.best = [-1] * (len(self.dots) + 1)
        """For each label: where the longest host that begins with the whole label ends."""
        for number in range(len(self.dots) - 1, 0, -1):
            self.best[number] = self._end(self.dots[number - 1] + 1, number)

    def _end(self, start: int, number: int) -> int:
        label = self.text[start : self.dots[number]]
        if not label or label[0] in "-_" or label[-1] in "-_":
            return -1
        if self.best[number + 1] > 0:
            return self.best[number + 1]
        return -1 if "_" in label else self.tops[number]

    def end(self, start: int) -> int:
        """Return where the longest host from a place of the run ends, or -1 where none begins."""
        number = bisect_left(self.dots, start)
        return self._end(start, number) if number < len(self.dots) else -1

    def any(self) -> bool:
        """Tell whether the run holds a top-level domain at all."""
        return max(self.tops, default=-1) > 0


def _plain_hosts(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Return the hosts within a host whose labels are of Latin letters, digits and hyphens."""
    hosts: list[tuple[int, int]] = []
    first = last = -1
    while (dot := text.find(".", start, end)) >= 0:
        plain = _PLAIN_END.search(text, start, dot)
        if plain is None or plain.start() > start or first < 0:
            if last > 0:
                hosts.append((first, last))
            first, last = (plain.start() if plain else -1), -1
        if first >= 0:
            last = max(last, _top_level_end(text, dot + 1, end))
        start = dot + 1
    if last > 0:
        hosts.append((first, last))
    return hosts


def _fits(address: str, host: str, protocol: str) -> bool:
    """Tell whether every label of the host and the whole address are short enough once written in Punycode."""
    labels = host.split(".")
    if any(label[:4].lower() == "xn--" and not label.isascii() for label in labels):
        return False
    coded = [len(label) if label.isascii() else len(label.encode("punycode")) + 4 for label in labels]
    grown = sum(coded) - sum(map(len, labels))
    return max(coded) <= _LONGEST_LABEL and len(protocol) + len(address) + grown <= _LONGEST_ADDRESS


def _path_length(path: str) -> int:
    """Return how much of a path counts: no punctuation at its end, nor brackets that stand after punctuation."""
    path = _PATH_END.sub("", path)
    while path.endswith(")"):
        depth, opening = 0, len(path)
        while depth or path[opening - 1] == ")":
            opening -= 1
            depth += {")": 1, "(": -1}.get(path[opening], 0)
        before = _PATH_END.sub("", path[:opening])
        if len(before) == opening:
            break
        path = before
    return len(path)


def _tail_end(text: str, host_end: int) -> tuple[int, bool]:
    """Return where the port, path and query after a host end, and whether there is a path."""
    end = port.end() if (port := _PORT.match(text, host_end)) else host_end
    path = _PATH.match(text, end)
    if path is not None:
        end += _path_length(path.group())
    if (query := _QUERY.match(text, end)) is not None:
        end += len(_QUERY_END.sub("", query.group()))
    return end, path is not None


@lru_cache(maxsize=1)
def _host_ends() -> frozenset[str]:
    """Return every character that ends a host."""
    near = (*range(0x100), 0x61C, 0x1680, 0x180E, *range(0x2000, 0x2070), 0x3000, *range(0xFE00, 0x10000))
    return frozenset(letter for letter in map(chr, near) if _NO_HOST.match(letter))


class _Finder:
    """One walk through a text; position is where the last address ended."""

    def __init__(self, text: str, *, bare: bool) -> None:
        self.text = text
        self.bare = bare
        self.position = 0
        self.found: list[Address] = []

    def walk(self) -> list[Address]:
        text, ends = self.text, _host_ends()
        dot = text.find(".")
        while dot != -1:
            if text[dot + 1 : dot + 2].isspace():
                dot = text.find(".", dot + 1)
                continue
            start = dot
            while start > self.position and text[start - 1] not in ends:
                start -= 1
            stop = _NO_HOST.search(text, dot)
            end = stop.start() if stop else len(text)
            self._take_run(start, end)
            dot = text.find(".", max(end, self.position))
        return self.found

    def _free(self, start: int) -> bool:
        """Tell whether an address may begin here: at the start, or after a character that is no part of a word."""
        return start == 0 or (start - 1 >= self.position and not _BEFORE.match(self.text, start - 1))

    def _take_run(self, start: int, end: int) -> None:
        """Take the addresses whose host lies in text[start:end], a run without spaces and brackets."""
        hosts = _Hosts(self.text, start, end)
        if not hosts.any():
            return
        protocol = _PROTOCOL.search(self.text, max(self.position, start - 8), start)
        if protocol is not None and self._free(protocol.start()) and (host_end := hosts.end(start)) > 0:
            self._take_full(protocol.start(), start, host_end)
            start = self.position
        while start < end and self._take_bare(hosts, start, end):
            start = self.position

    def _take_full(self, start: int, host: int, host_end: int) -> None:
        end, _path = _tail_end(self.text, host_end)
        self.position = end
        if not _fits(self.text[start:end], self.text[host:host_end], ""):
            return
        short = _SHORTENED.match(self.text, start, end)
        if short is not None:
            if len(short.group(1)) > _LONGEST_SHORT_CODE:
                return
            end = short.end()
        self.found.append(Address(start, end, protocol=True))

    def _take_bare(self, hosts: _Hosts, start: int, end: int) -> bool:
        """Take the next address without a protocol; False when the run holds no more hosts."""
        text = self.text
        for candidate in self._starts(start, end):
            host_end = hosts.end(candidate)
            if host_end < 0:
                continue
            tail_end, path = _tail_end(text, host_end)
            self.position = tail_end
            after_joint = candidate > 0 and text[candidate - 1] in "-_./"
            if (
                self.bare
                and not after_joint
                and _fits(text[candidate:tail_end], text[candidate:host_end], "https://")
            ):
                found = _plain_hosts(text, candidate, host_end)
                if found and path:
                    found[-1] = (found[-1][0], tail_end)
                self.found += [Address(first, last, protocol=False) for first, last in found]
            return True
        return False

    def _starts(self, start: int, end: int) -> Iterator[int]:
        """Yield where a host may begin: once a label, and after each of its hyphens and underscores."""
        if start == 0 and end > 1 and not _BEFORE.match(self.text) and self.text[0] not in "-_.":
            yield 1  # at the head of a text X takes an umlaut for what stands before the address
        fresh = True
        for place in range(start, end):
            letter = self.text[place]
            if letter in "-_.":
                fresh = True
            elif fresh and self._free(place):
                yield place
                fresh = False


def addresses(text: str, *, bare: bool = True) -> list[Address]:
    """Return the web addresses of a text in order. bare: also those without http(s)://."""
    return _Finder(text, bare=bare).walk() if "." in text else []
