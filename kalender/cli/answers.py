# SPDX-License-Identifier: EUPL-1.2
"""What a command answers: facts for programs, lines for people, and whether it succeeded."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterable
from dataclasses import field
from typing import Any, TextIO

from kalender.domain.frozen import frozen

DONE = 0
FAILED = 1
MISUSED = 2
LONG = 100
"""Things of which so many are gone through with a word on how far one is."""


@frozen
class Answer:
    """The facts (JSON values by name), the lines, and, where the command failed, the sentence that says why."""

    facts: dict[str, Any] = field(default_factory=dict)
    lines: tuple[str, ...] = ()
    error: str = ""

    @property
    def code(self) -> int:
        """The exit code."""
        return FAILED if self.error else DONE


class Counted:
    """Says on the error line how far something is: within one line on a screen, else at every tenth of a long way.

    pattern: a sentence with {done} and {total}. What stands on the output stays for programs alone.
    """

    def __init__(self, pattern: str) -> None:
        self._pattern = pattern
        self._last = -1
        self._screen = sys.stderr.isatty()

    def __call__(self, done: int, total: int) -> None:
        """Hear how much of all is done."""
        part = done * (100 if self._screen else 10) // max(total, 1)
        if part == self._last or total < LONG or not part:
            return
        self._last = part
        said = self._pattern.format(done=done, total=total)
        print(
            f"\r{said}" if self._screen else said,
            end="" if self._screen else "\n",
            file=sys.stderr,
            flush=True,
        )

    def end(self) -> None:
        """Leave a screen as it was."""
        if self._screen and self._last >= 0:
            print("\r\033[K", end="", file=sys.stderr, flush=True)


def tell(answer: Answer, *, as_json: bool) -> int:
    """Print an answer and return its exit code: one object, or the lines and, on the error line, the sentence."""
    try:
        _print(answer, as_json=as_json)
        sys.stdout.flush()
    except (
        BrokenPipeError
    ):  # whoever reads has heard enough; what Python would still flush at its end goes nowhere
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return answer.code


def _print(answer: Answer, *, as_json: bool) -> None:
    if as_json:
        facts = {**answer.facts, "error": answer.error} if answer.error else answer.facts
        print(json.dumps(facts, ensure_ascii=False, indent=2))
        return
    for line in answer.lines:
        print(line)
    if answer.error:
        print(answer.error, file=sys.stderr)


def speak_unicode(streams: Iterable[TextIO | None] = ()) -> None:
    """Write UTF-8 whatever the computer is set to; half surrogates become escapes instead of a crash."""
    for stream in streams or (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(encoding="utf-8", errors="backslashreplace")
