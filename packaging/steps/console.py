# SPDX-License-Identifier: EUPL-1.2
"""Steps on the terminal: a name, a duration, and the output only where something failed."""

import os
import shlex
import subprocess
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager

from steps.place import ROOT


class StepError(Exception):
    """A step that did not succeed, with the sentence or output that says why."""


@contextmanager
def step(name: str) -> Iterator[None]:
    """Prints `name` with the seconds it took, whether it succeeded or not."""
    begin = time.monotonic()
    word = "failed"
    try:
        yield
        word = ""
    finally:
        print(f"{name:.<44} {time.monotonic() - begin:6.1f} s {word}".rstrip(), flush=True)


def quietly(command: Sequence[str | os.PathLike[str]], extra: Mapping[str, str] | None = None) -> str:
    """Runs `command` in the root of the clone and returns its output; raises StepError with it on failure."""
    done = subprocess.run(
        [os.fspath(part) for part in command],
        cwd=ROOT,
        env={**os.environ, **(extra or {})},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        stdin=subprocess.DEVNULL,
        text=True,
        encoding="utf-8",
        errors="replace",
        check=False,
    )
    if done.returncode:
        line = shlex.join(os.fspath(part) for part in command)
        raise StepError(f"$ {line}\n{done.stdout.rstrip()}\nended with {done.returncode}")
    return done.stdout


def openly(command: Sequence[str | os.PathLike[str]], extra: Mapping[str, str] | None = None) -> int:
    """Runs `command` with its output on this terminal and returns its exit code."""
    done = subprocess.run(
        [os.fspath(part) for part in command], cwd=ROOT, env={**os.environ, **(extra or {})}, check=False
    )
    return done.returncode
