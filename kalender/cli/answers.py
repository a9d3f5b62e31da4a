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
