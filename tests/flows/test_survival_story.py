# SPDX-License-Identifier: EUPL-1.2
"""The window is closed or killed: what was acknowledged is there afterwards, and undo still works."""

import ast
import os
import sqlite3
import subprocess
import sys
from contextlib import closing
from datetime import date, datetime
from pathlib import Path

from PySide6.QtWidgets import QApplication

from kalender.ui.shell.verifying import CheckResult
from tests.flows.sitting import Sitting
from tests.places import ROOT

POST = "Haushalt 2027 kurz erklärt"
WITH_PICTURE = "Adventsfenster: Türchen 1"
MOVED = "Glasfaser: Start in Oberdorf"


def test_after_closing_everything_is_there_and_undo_goes_on(qapp: QApplication, home: Path) -> None:
    first = Sitting(qapp, home)
    first.open(home / "plan")
    before = first.post(POST).text
    first.drag_to_day(MOVED, date(2026, 12, 17))
    first.search("Haushalt 2027 kurz")
    first.editor.column.box.area.setFocus()
    first.type("Kurz: ")
    first.window.close()
    first.close()
    second = Sitting(qapp, home)
    second.desktop.start(None)
    second.show()
    try:
        assert second.post(POST).text == f"Kurz: {before}"
        assert second.planned(MOVED) == datetime(2026, 12, 17, 14, 0)
        second.undo()
        assert second.post(POST).text == before
        second.undo()
        assert second.planned(MOVED) == datetime(2026, 12, 10, 14, 0)
        second.redo()
        assert second.planned(MOVED) == datetime(2026, 12, 17, 14, 0)
    finally:
        second.close()


def test_a_process_killed_while_typing_loses_nothing_it_acknowledged(qapp: QApplication, home: Path) -> None:
    line = [sys.executable, "-m", "tests.flows.typist", str(home), POST]
    with subprocess.Popen(
        line, cwd=ROOT, env={**os.environ, "PYTHONUNBUFFERED": "1"}, stdout=subprocess.PIPE, text=True,
        encoding="utf-8", stderr=subprocess.DEVNULL,
    ) as typist:  # fmt: skip
        assert typist.stdout is not None
        acknowledged = [ast.literal_eval(typist.stdout.readline()) for _ in range(2)]
        typist.kill()
        acknowledged += [ast.literal_eval(line) for line in typist.stdout if line.endswith("\n")]
    assert typist.returncode != 0
    found = Sitting(qapp, home)
    found.open(home / "plan")
    try:
        text = found.post(POST).text
        assert text.endswith(acknowledged[-1].removeprefix("Wort1 ")) or acknowledged[-1] in text
        assert text.startswith("Wort1 Wort2 ")
        assert found.house.store.verify().ok
        found.undo()
        assert not found.post(POST).text.startswith("Wort1 ")
        found.redo()
        assert found.post(POST).text == text
    finally:
        found.close()


def test_a_picture_swapped_on_the_disk_is_told_when_its_post_is_opened(
    qapp: QApplication, home: Path
) -> None:
    sitting = Sitting(qapp, home)
    sitting.open(home / "plan")
    try:
        card = sitting.card(WITH_PICTURE)
        path = sitting.house.pictures.original(card.picture)
        path.write_bytes(path.read_bytes()[:-1] + b"?")
        sitting.search(WITH_PICTURE)
        sitting.settle()
        name = sitting.house.pictures.get(card.picture).name
        assert f"„{name}“ liegt nicht mehr so im Bilderordner" in sitting.said
        assert "picture.file" in {finding.rule for finding in sitting.house.checks.of(card.id)}
    finally:
        sitting.close()


def test_the_menu_checks_the_plan_and_names_the_swapped_picture(qapp: QApplication, home: Path) -> None:
    sitting = Sitting(qapp, home)
    sitting.open(home / "plan")
    try:
        path = sitting.house.pictures.original(sitting.card(WITH_PICTURE).picture)
        path.write_bytes(path.read_bytes()[:-1] + b"?")
        sitting.menu("tools.verify")
        (result,) = [item for item in sitting.window.findChildren(CheckResult) if item.isVisible()]
        assert [item.kind for item in result.found.troubles] == ["picture_altered"]
        assert WITH_PICTURE in result.found.troubles[0].posts
        result.close()
        sitting.settle()
    finally:
        sitting.close()


def test_a_plan_that_opens_and_whose_month_cannot_be_read_shows_the_ways_out(
    qapp: QApplication, home: Path
) -> None:
    file = home / "plan" / "plan.kalender"
    with closing(sqlite3.connect(file)) as on:
        ((root,),) = on.execute("SELECT rootpage FROM sqlite_master WHERE name = 'card'")
    data = bytearray(file.read_bytes())
    data[(root - 1) * 4096 : root * 4096] = b"U" * 4096
    file.write_bytes(data)
    sitting = Sitting(qapp, home)
    try:
        assert not sitting.desktop.open(home / "plan")
        assert sitting.desktop.place is None
        assert sitting.desktop.house is None
        assert sitting.desktop.troubled.window is not None
        assert file.read_bytes() == data
    finally:
        sitting.close()
