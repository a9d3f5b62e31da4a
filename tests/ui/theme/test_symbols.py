# SPDX-License-Identifier: EUPL-1.2
"""The symbol font: every name the program uses is in it."""

import re
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from kalender.ui.theme.remix import Remix

ROOT = Path(__file__).parents[3]
NAME = re.compile(r"\"(ri\.[a-z0-9-]+)\"")


def names_used() -> set[str]:
    sources = [*(ROOT / "kalender").rglob("*.py"), *(ROOT / "resources").rglob("*.toml")]
    return {name for path in sources for name in NAME.findall(path.read_text(encoding="utf-8"))}


def test_every_symbol_in_use_is_in_the_font(qapp: QApplication) -> None:
    symbols = Remix()
    used = names_used()
    assert len(used) > 60, "the search looks in the wrong place"
    assert sorted(name for name in used if not symbols.has(name)) == []


def test_an_outline_lies_in_its_square(qapp: QApplication) -> None:
    frame = Remix().path("ri.eye-line").boundingRect()
    assert 0 <= frame.left() < frame.right() <= 64
    assert 0 <= frame.top() < frame.bottom() <= 64
    assert not frame.isEmpty()


def test_a_folder_without_the_font_is_named(qapp: QApplication, tmp_path: Path) -> None:
    with pytest.raises(RuntimeError, match="missing"):
        Remix(tmp_path)
    (tmp_path / "remixicon-charmap-1.json").write_text("{}", encoding="ascii")
    (tmp_path / "remixicon-1.ttf").write_bytes(b"not a font")
    with pytest.raises(RuntimeError, match="damaged"):
        Remix(tmp_path)
