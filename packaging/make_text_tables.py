# SPDX-License-Identifier: EUPL-1.2
"""Writes the Unicode and top-level-domain tables of kalender/domain/text from the data of two PyPI packages.

Run it with an interpreter of its own, never with the one of the program:

    python3 -m venv /some/where && /some/where/bin/pip install regex==2024.11.6 twitter-text-parser
    /some/where/bin/python packaging/make_text_tables.py

regex is asked for each property of each code point (facts of the Unicode Character Database; that version knows
Unicode 16, as the networks do: Unicode 17 and 18 took unused pictographs away again);
twitter-text-parser holds the list of top-level domains that X links without a protocol.
"""

from __future__ import annotations

import importlib
import importlib.metadata
import re
import sys
import textwrap
from collections.abc import Iterable
from pathlib import Path
from typing import Any

ROOM = Path(__file__).resolve().parent.parent / "kalender" / "domain" / "text"
LAST = 0x10FFFF
WIDTH = 96

PROPERTIES = {
    "CONTROL": (r"\p{GCB=Control}", "Grapheme_Cluster_Break=Control (without CR and LF)."),
    "EXTEND": (r"\p{GCB=Extend}", "Grapheme_Cluster_Break=Extend: joins what stands before it."),
    "SPACING_MARK": (r"\p{GCB=SpacingMark}", "Grapheme_Cluster_Break=SpacingMark."),
    "PREPEND": (r"\p{GCB=Prepend}", "Grapheme_Cluster_Break=Prepend: joins what follows."),
    "HANGUL_L": (r"\p{GCB=L}", "Leading consonants of Hangul."),
    "HANGUL_V": (r"\p{GCB=V}", "Vowels of Hangul."),
    "HANGUL_T": (r"\p{GCB=T}", "Trailing consonants of Hangul."),
    "CONJUNCT_CONSONANT": (r"\p{InCB=Consonant}", "Indic_Conjunct_Break=Consonant."),
    "CONJUNCT_LINKER": (r"\p{InCB=Linker}", "Indic_Conjunct_Break=Linker."),
    "CONJUNCT_EXTEND": (r"\p{InCB=Extend}", "Indic_Conjunct_Break=Extend."),
    "PICTOGRAPHIC": (r"\p{Extended_Pictographic}", "Extended_Pictographic."),
    "EMOJI_PRESENTATION": (
        r"\p{Emoji_Presentation}",
        "Emoji_Presentation: an emoji without a variation selector.",
    ),
    "MODIFIER_BASE": (r"\p{Emoji_Modifier_Base}", "Emoji_Modifier_Base: takes a skin tone."),
}


def ranges(code_points: Iterable[int]) -> list[tuple[int, int]]:
    """Return the code points as inclusive ranges in order."""
    found: list[tuple[int, int]] = []
    for point in code_points:
        if found and found[-1][1] == point - 1:
            found[-1] = (found[-1][0], point)
        else:
            found.append((point, point))
    return found


def escaped(point: int) -> str:
    """Return a code point as an escape of a Python string."""
    return f"\\u{point:04x}" if point <= 0xFFFF else f"\\U{point:08x}"


def written(name: str, note: str, spans: list[tuple[int, int]]) -> str:
    """Return the assignment of one table: the inside of a character class."""
    pieces = [escaped(low) + (f"-{escaped(high)}" if high > low else "") for low, high in spans]
    lines: list[str] = [""]
    for piece in pieces:
        if len(lines[-1]) + len(piece) > WIDTH:
            lines.append("")
        lines[-1] += piece
    if len(lines) == 1:
        return f'{name} = "{lines[0]}"\n"""{note}"""\n'
    body = "\n".join(f'    "{line}"' for line in lines)
    return f'{name} = (\n{body}\n)\n"""{note}"""\n'


def unicode_tables(regex: Any) -> str:
    """Return the module with the Unicode tables."""
    description = importlib.metadata.distribution("regex").read_text("METADATA") or ""
    version = re.search(r"supports Unicode ([0-9.]+[0-9])", description)
    parts = [
        "# SPDX-License-Identifier: EUPL-1.2",
        '"""Properties of the Unicode Character Database as insides of character classes.',
        "",
        "Made by packaging/make_text_tables.py; do not edit.",
        '"""',
        "",
        f'UNICODE_VERSION = "{version.group(1) if version else "unknown"}"',
        "",
    ]
    for name, (pattern, note) in PROPERTIES.items():
        matches = regex.compile(pattern).match
        spans = ranges(point for point in range(LAST + 1) if matches(chr(point)))
        parts.append(written(name, note, spans))
    return "\n".join(parts)


def top_level_domains() -> str:
    """Return the module with the top-level domains, ASCII and others apart."""
    names: set[str] = set()
    for module in ("valid_gtld", "valid_cctld"):
        pattern: str = getattr(importlib.import_module(f"twitter_text.regexp.{module}"), module).pattern
        words = re.split(r"[|()?:\[\]]+", pattern.split(")(?=", maxsplit=1)[0])
        names |= {word.lower() for word in words if re.fullmatch(r"[^\W\d_]{2,}|[^\x00-\x7f]+", word)}
    plain = sorted(name for name in names if name.isascii())
    other = sorted(names - set(plain))
    parts = [
        "# SPDX-License-Identifier: EUPL-1.2",
        '"""Top-level domains that X links even without a protocol.',
        "",
        "Made by packaging/make_text_tables.py; do not edit.",
        '"""',
        "",
    ]
    for name, words, note in (
        ("PLAIN", plain, "Domains of ASCII letters, parted by spaces."),
        ("OTHER", other, "Domains in other scripts, parted by spaces."),
    ):
        lines = textwrap.wrap(" ".join(words), WIDTH if name == "PLAIN" else 60)
        body = "\n".join(f'    "{line}{"" if line is lines[-1] else " "}"' for line in lines)
        parts.append(f'{name} = (\n{body}\n)\n"""{note}"""\n')
    return "\n".join(parts)


def main() -> int:
    """Write both modules."""
    try:
        regex = importlib.import_module("regex")
        importlib.import_module("twitter_text")
    except ImportError as error:
        print(f"{error.name} is missing; see the head of this file", file=sys.stderr)
        return 1
    (ROOM / "unicode_tables.py").write_text(unicode_tables(regex), encoding="utf-8", newline="\n")
    (ROOM / "top_level_domains.py").write_text(top_level_domains(), encoding="utf-8", newline="\n")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
