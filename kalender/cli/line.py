# SPDX-License-Identifier: EUPL-1.2
"""Reads the command line, runs the command and tells the answer; loads no plan before a command needs one."""

from __future__ import annotations

import os
import sys
from argparse import Namespace
from collections.abc import Callable, Sequence
from contextlib import closing
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Protocol

from kalender.cli.answers import MISUSED, Answer, speak_unicode, tell
from kalender.cli.parser import Misused, parser
from kalender.cli.ports import Plans

COMMANDS = frozenset(
    {"new", "import", "sample", "list", "show", "check", "history", "verify", "request-review", "decide"}
    | {"export", "backup", "restore", "undo", "redo", "count", "rescue", "series", "event", "due", "slot"}
    | {"sibling"}
)


class Closing(Plans, Protocol):
    """Plans whose child processes are ended afterwards."""

    def close(self) -> None:
        """End what was started."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """The window is wanted, on this plan or (None) on the last one."""

    plan: Path | None


def window_plan(arguments: Sequence[str]) -> Wanted | None:
    """Tell whether the window is wanted: no arguments at all, or one that is a folder and no command."""
    if not arguments:
        return Wanted(None)
    first = arguments[0]
    if len(arguments) == 1 and first not in COMMANDS and not first.startswith("-"):
        looks_like_a_path = os.sep in first or "/" in first or Path(first).exists()
        return Wanted(Path(first)) if looks_like_a_path else None
    return None


def run(arguments: Sequence[str], plans: Callable[[datetime | None], Closing]) -> int:
    """Run a command and return its exit code: 0, 1 where it failed, 2 where it cannot be read.

    plans: makes what opens plans; now: the local time that --clock asks for.
    """
    speak_unicode()
    words, as_json, clock = _apart(arguments)
    try:
        given = parser().parse_args(words)
        if given.version:
            return tell(_version(), as_json=as_json)
        now = _clock(clock)
    except Misused as complaint:
        tell(Answer(error=str(complaint)), as_json=as_json)
        return MISUSED
    except SystemExit as end:  # only help ends here; argparse has printed it
        return int(end.code or 0)
    if given.command is None:
        tell(Answer(error="Es fehlt ein Befehl. Hilfe: kalender --help"), as_json=as_json)
        return MISUSED
    return tell(_answer(given, plans, now), as_json=as_json)


def _apart(arguments: Sequence[str]) -> tuple[list[str], bool, str | None]:
    """Return the words without --json and --clock, and these: they may stand anywhere before a "--".

    argparse would take what stands behind them for too much where a word before it is optional (check, count).
    """
    words: list[str] = []
    as_json = False
    clock: str | None = None
    left = iter(arguments)
    for word in left:
        if word == "--json":
            as_json = True
        elif word == "--clock":
            clock = next(left, "")
        elif word == "--":
            words += [word, *left]
        else:
            words.append(word)
    return words, as_json, clock


def _answer(given: Namespace, plans: Callable[[datetime | None], Closing], now: datetime | None) -> Answer:
    """Run a command; whatever goes wrong becomes one sentence."""
    from kalender.domain.refusal import Refused

    try:
        if given.command == "count":
            from kalender.cli.counting import count

            return count(given)
        from kalender.cli.commands import command

        with closing(plans(now)) as opened:
            return command(given.command)(given, opened)
    except Refused as refusal:
        from kalender.cli.values import refused

        return refused(refusal)
    except KeyboardInterrupt:
        return Answer(error="Abgebrochen. Was bis dahin fertig war, ist gespeichert.")
    except OSError as error:
        return Answer(
            error=f"Das ist misslungen: {error.strerror or error} ({error.filename or 'ohne Dateinamen'})."
        )
    except Exception as error:  # noqa: BLE001 - the last net: a sentence, and the trace for whoever mends it
        import traceback

        traceback.print_exc(file=sys.stderr)
        return Answer(
            error=f"Unerwarteter Fehler ({type(error).__name__}). Der Plan ist unversehrt, der letzte Schritt "
            "vielleicht nicht getan. Die Zeilen darüber helfen beim Melden."
        )


def _clock(text: str | None) -> datetime | None:
    if text is None:
        return None
    try:
        return datetime.fromisoformat(text).replace(tzinfo=None)
    except ValueError as error:
        raise Misused(f"„{text}“ ist keine Zeit wie 2026-12-03T10:00.") from error


def _version() -> Answer:
    from importlib.metadata import PackageNotFoundError, version

    try:
        found = version("kalender")
    except PackageNotFoundError:  # a clone that is not installed
        found = "0"
    return Answer(facts={"version": found}, lines=(f"Kalender {found}",))
