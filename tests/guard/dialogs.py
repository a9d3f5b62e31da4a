# SPDX-License-Identifier: EUPL-1.2
"""Forbids what stops the program until someone answers: a test would hang, and a person is interrupted."""

from typing import Any, Never

BLOCKING = {
    "QDialog": ("exec",),
    "QMenu": ("exec",),
    "QMessageBox": ("exec", "about", "aboutQt", "critical", "information", "question", "warning"),
    "QFileDialog": (
        *("getExistingDirectory", "getExistingDirectoryUrl", "getOpenFileName", "getOpenFileNames"),
        *("getOpenFileUrl", "getOpenFileUrls", "getSaveFileName", "getSaveFileUrl"),
    ),
    "QInputDialog": ("getDouble", "getInt", "getItem", "getMultiLineText", "getText"),
    "QColorDialog": ("getColor",),
    "QFontDialog": ("getFont",),
    "QErrorMessage": ("exec",),
    "QProgressDialog": ("exec",),
}


class BlockingDialogError(AssertionError):
    """The program would have waited for an answer."""


def forbid() -> None:
    """Makes every blocking call of Qt's dialogs an error that says what to use instead."""
    from PySide6 import QtWidgets

    for kind, verbs in BLOCKING.items():
        for verb in verbs:
            if hasattr(getattr(QtWidgets, kind), verb):
                setattr(getattr(QtWidgets, kind), verb, _refusal(f"{kind}.{verb}"))


def _refusal(name: str) -> Any:
    def refuse(*_given: Any, **_named: Any) -> Never:
        raise BlockingDialogError(f"{name} blocks: use open(), popup() or a page of the window, and a signal")

    return refuse
