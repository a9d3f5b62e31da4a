# SPDX-License-Identifier: EUPL-1.2
"""The net under the application: what nobody expected is written down without content, and said in one sentence."""

from __future__ import annotations

import logging
import sys
import traceback
from collections.abc import Callable
from logging.handlers import RotatingFileHandler
from pathlib import Path
from types import TracebackType

from kalender.domain.refusal import Refused
from kalender.wording.refusals import sentence
from kalender.wording.tr import tr

NAME = "kalender"
SIZE = 512 * 1024


class Net:
    """Takes the place of the interpreter's own hook while the window is open. tell: hears one German sentence."""

    def __init__(self, logs: Path, tell: Callable[[str], object]) -> None:
        self._tell = tell
        self._log = logging.getLogger(NAME)
        self._log.setLevel(logging.INFO)
        self._file: logging.Handler | None = None
        try:
            logs.mkdir(parents=True, exist_ok=True)
            self._file = RotatingFileHandler(
                logs / "kalender.log", maxBytes=SIZE, backupCount=2, encoding="utf-8", delay=True
            )
        except OSError:
            self._file = None  # no place to write: the sentence is still said
        if self._file is not None:
            self._file.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(message)s"))
            self._log.addHandler(self._file)
        self._before = sys.excepthook
        sys.excepthook = self._caught

    def _caught(self, kind: type[BaseException], error: BaseException, where: TracebackType | None) -> None:
        if isinstance(error, Refused):
            self._tell(sentence(error))
            return
        if issubclass(kind, KeyboardInterrupt):
            self._before(kind, error, where)
            return
        self._log.error("%s\n%s", kind.__name__, redacted(where))
        self._tell(
            tr(
                "Etwas Unerwartetes ist passiert. Ihre Beiträge sind gespeichert. Wenn es wieder geschieht, starten Sie Kalender neu."
            )
        )
        self._before(kind, error, where)

    def close(self) -> None:
        """Give the hook back and close the log."""
        sys.excepthook = self._before
        if self._file is not None:
            self._log.removeHandler(self._file)
            self._file.close()


def redacted(where: TracebackType | None) -> str:
    """Return files, lines and functions of a traceback; never the message, which may hold what somebody wrote."""
    return "\n".join(
        f"  {Path(frame.filename).name}:{frame.lineno} {frame.name}" for frame in traceback.extract_tb(where)
    )
