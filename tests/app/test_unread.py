# SPDX-License-Identifier: EUPL-1.2
"""No source is read for the sake of Qt's binding while the window starts."""

from tests.house.test_start import run

READING = """
import inspect, json
read = []
source = inspect.getsource
inspect.getsource = lambda module: (read.append(module.__name__), source(module))[1]
import kalender.app.unread
from PySide6.QtWidgets import QWidget
{plainly}
read.clear()
import tomllib
from kalender.domain.refusal import Refused
print(json.dumps(read))
"""


def test_the_source_of_what_is_imported_after_the_binding_is_not_read() -> None:
    assert run(READING.format(plainly="")) != [], "the binding does it otherwise now: app/unread.py can go"
    assert run(READING.format(plainly="kalender.app.unread.import_plainly()")) == []


def test_signals_and_names_of_qt_work_as_before() -> None:
    script = """
import kalender.app.unread as u
from PySide6.QtCore import QObject, Signal
u.import_plainly()
import json
class Bell(QObject):
    rung = Signal(str)
bell, heard = Bell(), []
bell.rung.connect(heard.append)
bell.rung.emit("a")
bell.setObjectName("bell")
print(json.dumps([*heard, bell.objectName(), hasattr(bell, "set_object_name")]))
"""
    assert run(script) == ["a", "bell", False]
