# SPDX-License-Identifier: EUPL-1.2
"""What is loaded when the program starts: the budget of a quick start, told in modules, not in seconds."""

import json
import subprocess
import sys

import pytest

from tests.places import ROOT

NEVER_AT_START = {
    "sqlalchemy.orm",
    "PIL",
    "pillow_heif",
    "holidays",
    "keyring",
    "python_calamine",
    "xlsxwriter",
    "defusedxml",
    "jinja2",
    "numpy",
    "multiprocessing",
    "concurrent.futures",
    "logging.handlers",
    "uuid",
    "kalender.services.packing",
    "http.client",
    "PySide6.QtNetwork",
    "kalender.services.rescue",
    "kalender.ui.rescue",
    "xml.dom",
}
"""What one room uses is imported there, late."""

AFTER_THE_FIRST_MONTH = {
    "kalender.exchange",
    "kalender.services.intake",
    "kalender.ui.board",
    "kalender.ui.editor",
    "kalender.ui.review",
    "kalender.ui.publish",
    "kalender.ui.pictures",
    "kalender.ui.calendar.popovers",
    "kalender.ui.shell.commands.keysheet",
}
"""Pages and small surfaces are built at their first visit."""


def run(script: str) -> list[object]:
    """Run `script` in a fresh Python and return the list that its last line prints as JSON."""
    command = [sys.executable, "-c", script]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stderr
    told = json.loads(done.stdout.splitlines()[-1])
    assert isinstance(told, list)
    return told


def loaded_by(script: str) -> set[str]:
    """The modules that a fresh Python has after running `script`."""
    ending = "\nimport json, sys\nprint('\\n' + json.dumps(sorted(sys.modules)))"
    return {str(name) for name in run(script + ending)}


@pytest.mark.parametrize("arguments", [["count", "x_weighted", "Grüße"], ["--help"]], ids=["count", "help"])
def test_a_command_that_opens_no_plan_loads_neither_qt_nor_the_plan_file(arguments: list[str]) -> None:
    script = "import kalender.__main__ as m\ntry:\n    m.main({!r})\nexcept SystemExit as end:\n    assert not end.code"
    loaded = loaded_by(script.format(arguments))
    assert "kalender.__main__" in loaded
    assert sorted(loaded & {"PySide6", "sqlalchemy", *NEVER_AT_START}) == []


def test_a_command_on_a_plan_loads_no_qt() -> None:
    loaded = loaded_by("import kalender.cli.commands, kalender.app.house")
    assert "kalender.services.posts" in loaded
    assert sorted(loaded & {"PySide6", *NEVER_AT_START}) == []


def test_the_window_starts_without_what_the_first_month_does_not_need() -> None:
    loaded = loaded_by("import kalender.app.window, kalender.app.desktop")
    assert {"PySide6.QtWidgets", "kalender.ui.calendar.page"} <= loaded
    assert sorted(loaded & (NEVER_AT_START | AFTER_THE_FIRST_MONTH)) == []


STYLED = """
import json, sys
from PySide6.QtWidgets import QApplication
from kalender.app import window
from kalender.formats.resources import folder
styles = []
QApplication.setStyle = staticmethod(styles.append)
window.paths = lambda: sys.exit(tell())
def tell():
    from kalender.ui.theme.theme import Theme
    name = QApplication.instance().style().name()
    Theme(QApplication.instance(), folder() / "themes")
    print(json.dumps([name, *styles]))
window.main()
"""


def test_the_window_is_drawn_in_the_style_it_was_made_with() -> None:
    assert run(STYLED) == ["fusion"]
