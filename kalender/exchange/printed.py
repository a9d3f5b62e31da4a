# SPDX-License-Identifier: EUPL-1.2
"""Sheets of paper through typst: a PDF for everyone (PDF/UA-1), or its pages as pictures. Text comes as data, never as markup."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from datetime import datetime
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

from kalender.formats.resources import folder

if TYPE_CHECKING:
    from typst import Fonts

FONTS = ("Inter",)
"""The fonts that ship with the templates; only letters they lack come from the system."""

SYMBOL_FONT = "remixicon"
LACKING = "□"
"""Stands for a letter that no font of this computer has: a document for everyone may hold no letter without a shape."""

_SYMBOLS = "2.5.0"
_REFUSED = re.compile(r'the text `"(.+?)"` could not be displayed')
_ESCAPE = re.compile(r"\\u\{([0-9a-f]+)\}")
_PLAIN = re.compile(r"[^\x20-\x7e\n\u00a0-\u024f\u2010-\u2027\u20ac]")
NEVER = re.compile(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufff0-\uffff\ue000-\uf8ff\ud800-\udfff]")
_TRIES = 4


class PrintFailed(Exception):  # noqa: N818 - what happened, in the words of the trade
    """Typst cannot make a sheet of this; the text is its own, for the log."""


def pdf(template: str, data: Mapping[str, object], icons: Mapping[str, str], made: datetime) -> bytes:
    """Return a tagged PDF. template: name of a file in resources/templates; made: in UTC, for its metadata.

    icons: such as ri.eye-line, by the name that the template knows them by; KeyError for an unknown one.

    Letters that neither the shipped fonts nor those of the system have become LACKING. Raises PrintFailed.
    """
    found = _made(template, data, icons, made, None)
    assert isinstance(found, bytes)
    return found


def pictures(
    template: str, data: Mapping[str, object], icons: Mapping[str, str], per_inch: float
) -> list[bytes]:
    """Return the pages as PNG files. Raises PrintFailed."""
    found = _made(template, data, icons, None, per_inch)
    return found if isinstance(found, list) else [found]


@cache
def letters() -> Mapping[str, str]:
    """Return the numbers of the symbols of the icon font by their names, in hexadecimal."""
    text = (_symbols() / f"remixicon-charmap-{_SYMBOLS}.json").read_text(encoding="utf-8")
    found: Mapping[str, str] = json.loads(text)
    return found


def _symbols() -> Path:
    """Return the folder of the icons of the window; its package is found and not imported, for that would bring Qt along."""
    spec = find_spec("qtawesome")
    if spec is None or spec.origin is None:
        raise PrintFailed("qtawesome is not there")
    return Path(spec.origin).parent / "fonts"


@cache
def fonts(*, system: bool) -> Fonts:
    """Return the fonts that ship, and those of this computer where they are wanted; kept once they were looked through."""
    from typst import Fonts

    own = [str(folder() / "templates" / "fonts"), str(_symbols())]
    return Fonts(include_system_fonts=system, include_embedded_fonts=False, font_paths=own)


def _made(
    template: str,
    data: Mapping[str, object],
    icons: Mapping[str, str],
    made: datetime | None,
    per_inch: float | None,
) -> bytes | list[bytes]:
    from typst import Compiler, TypstError

    symbols = {name: chr(int(letters()[icon.removeprefix("ri.")], 16)) for name, icon in icons.items()}
    given = {"symbols": json.dumps(symbols), "symbol-font": SYMBOL_FONT, "fonts": json.dumps(FONTS)}
    text = NEVER.sub("", json.dumps(data, ensure_ascii=False))
    system = foreign(text)
    for trial in range(_TRIES):
        compiler = Compiler(
            str(folder() / "templates" / f"{template}.typ"),
            root=str(folder()),
            font_paths=fonts(system=system),
            sys_inputs={**given, "data": text},
        )
        try:
            if per_inch is not None:
                found = compiler.compile(format="png", ppi=per_inch)
            else:
                found = compiler.compile(
                    format="pdf", pdf_standards=["ua-1"], timestamp=made and made.replace(microsecond=0)
                )
        except TypstError as error:
            lacking = {_letter(item) for item in _REFUSED.findall(error.diagnostic)}
            if not lacking or trial == _TRIES - 1:
                raise PrintFailed(error.message) from error
            text = _without(text, lacking) if trial < _TRIES - 2 else _PLAIN.sub(LACKING, text)
        else:
            assert found is not None
            return found
    raise PrintFailed(template)


def foreign(text: str) -> bool:
    """Tell whether a text has letters beyond those our fonts surely have; only then those of the system are looked through."""
    return bool(re.search(r"[^\x00-\u052f\u1e00-\u206f\u20a0-\u20bf\u2190-\u2193\u25a1\ue000-\uf8ff]", text))


def _letter(shown: str) -> str:
    """Return a letter as typst shows it in a message: itself, or by its number."""
    plain = _ESCAPE.sub(lambda found: chr(int(found[1], 16)), shown)
    return plain.replace('\\"', '"').replace("\\\\", "\\")


def _without(text: str, lacking: set[str]) -> str:
    for one in sorted(lacking, key=len, reverse=True):
        mute = all(0xFE00 <= ord(letter) <= 0xFE0F or letter == "\u200d" for letter in one)
        text = text.replace(one, "" if mute else LACKING)
    return text
