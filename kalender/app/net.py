# SPDX-License-Identifier: EUPL-1.2
"""The net under the application: what nobody expected is written down without content, and said in one sentence."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from kalender.domain.refusal import Refused
from kalender.wording.refusals import sentence
from kalender.wording.tr import tr

if TYPE_CHECKING:
    import logging

NAME = "kalender"
SIZE = 512 * 1024


class Net:
    """Takes the place of the interpreter's own hook while the window is open. tell: hears one German sentence."""

    def __init__(self, logs: Path, tell: Callable[[str], object]) -> None:
        self._tell = tell
        self._logs = logs
        self._file: logging.Handler | None = None
        self._before = sys.excepthook
        sys.excepthook = self._caught

    def _caught(self, kind: type[BaseException], error: BaseException, where: TracebackType | None) -> None:
        if isinstance(error, Refused):
            self._tell(sentence(error))
            return
        if issubclass(kind, KeyboardInterrupt):
            self._before(kind, error, where)
            return
        self._write(kind.__name__, redacted(where))
        self._tell(
            tr(
                "Etwas Unerwartetes ist passiert. Ihre Beiträge sind gespeichert. Wenn es wieder geschieht, starten Sie Kalender neu."
            )
        )
        self._before(kind, error, where)

    def _write(self, kind: str, where: str) -> None:
        import logging
        from logging.handlers import RotatingFileHandler

        log = logging.getLogger(NAME)
        if self._file is None:
            try:
                self._logs.mkdir(parents=True, exist_ok=True)
                self._file = RotatingFileHandler(
                    self._logs / "kalender.log", maxBytes=SIZE, backupCount=2, encoding="utf-8", delay=True
                )
            except OSError:
                return  # no place to write: the sentence is still said
            self._file.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(message)s"))
            log.addHandler(self._file)
        log.error("%s\n%s", kind, where)

    def close(self) -> None:
        """Give the hook back and close the log."""
        sys.excepthook = self._before
        if self._file is not None:
            import logging

            logging.getLogger(NAME).removeHandler(self._file)
            self._file.close()
            self._file = None


def redacted(where: TracebackType | None) -> str:
    """Return files, lines and functions of a traceback; never the message, which may hold what somebody wrote."""
    import traceback

    return "\n".join(
        f"  {Path(frame.filename).name}:{frame.lineno} {frame.name}" for frame in traceback.extract_tb(where)
    )
