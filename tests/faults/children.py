# SPDX-License-Identifier: EUPL-1.2
"""Forked children that speak over a pipe, and strace, which lets the system calls of one fail, kill it, or writes them down."""

import contextlib
import ctypes
import json
import os
import re
import select
import shutil
import signal
import socket
import subprocess
import sys
import time
import traceback
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any, NoReturn, Self

PATIENCE = 60.0
"""Seconds after which a child that says nothing hangs."""

NO_STRACE = "the system calls of a child can only be reached with strace, which exists for Linux alone"

_PR_SET_PTRACER, _ANY = 0x59616D61, ctypes.c_ulong(-1)


def strace() -> str:
    """Return where strace is. Raises LookupError with what to do where it is missing."""
    found = shutil.which("strace")
    if found is None:
        raise LookupError("strace is missing: packaging/dev.py installs it on Linux (apt-get install strace)")
    return found


class Line:
    """The child's end: one JSON value a line, over a socket, whose system calls no harness lets fail."""

    def __init__(self, end: socket.socket) -> None:
        self._end = end

    def say(self, **what: Any) -> None:
        """Tell the parent something; it has left this process when this returns."""
        self._end.sendall(json.dumps(what).encode() + b"\n")

    def wait(self) -> None:
        """Wait until the parent says so."""
        if not self._end.recv(1):
            os._exit(3)

    def get_ready(self) -> None:
        """Tell the parent that it may take hold of this process now, and wait until it has."""
        self.say(ready=True)
        self.wait()


class Child:
    """A fork of this process that works and talks. It ends with 0, or with 70 after an exception."""

    def __init__(self, work: Callable[[Line], None]) -> None:
        here, theirs = socket.socketpair()
        sys.stdout.flush()
        sys.stderr.flush()
        self.pid = os.fork()
        if self.pid == 0:
            here.close()
            _live(work, Line(theirs))
        theirs.close()
        self._here, self._words = here, ""
        self._left = b""
        self._code: int | None = None

    def hear(self, seconds: float = PATIENCE) -> dict[str, Any] | None:
        """Return what the child says next, None when it has ended. Raises TimeoutError."""
        end = time.monotonic() + seconds
        while b"\n" not in self._left:
            ready, _, _ = select.select([self._here], [], [], max(0.0, end - time.monotonic()))
            if not ready:
                raise TimeoutError
            try:
                more = self._here.recv(65536)
            except ConnectionResetError:
                more = b""
            if not more:
                return None
            self._left += more
        line, _, self._left = self._left.partition(b"\n")
        found: dict[str, Any] = json.loads(line)
        if "traceback" in found:
            self._words = found["traceback"]
            return self.hear(seconds)
        return found

    def rest(self) -> Iterator[dict[str, Any]]:
        """Return all the child says until it ends."""
        while (said := self.hear()) is not None:
            yield said

    def go(self) -> None:
        """Let the child go on from its wait()."""
        with contextlib.suppress(OSError):
            self._here.sendall(b"\n")

    def kill(self) -> None:
        """Pull the plug."""
        with contextlib.suppress(ProcessLookupError):
            os.kill(self.pid, signal.SIGKILL)

    def end(self) -> int:
        """Wait for the end and return the exit code, negative for a signal."""
        if self._code is None:
            _, status = os.waitpid(self.pid, 0)
            self._code = os.waitstatus_to_exitcode(status)
            self._here.close()
        return self._code

    def last_words(self) -> str:
        """Return the last line of the traceback of a child that did not end well."""
        lines = [line.strip() for line in self._words.splitlines() if line.strip()]
        where = [line for line in lines if line.startswith("File ")][-1:]
        return " at ".join([*lines[-1:], *where]) or f"ended with {self._code}, no word"

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_error: object) -> None:
        if self._code is None:
            self.kill()
            self.end()


def _live(work: Callable[[Line], None], line: Line) -> NoReturn:
    code = 70
    try:
        with contextlib.suppress(OSError, AttributeError):  # lets strace of the same user take hold of it
            ctypes.CDLL(None).prctl(_PR_SET_PTRACER, _ANY, 0, 0, 0)
        work(line)
        code = 0
    except BaseException:  # noqa: BLE001 - whatever it was is for the parent to count
        with contextlib.suppress(OSError):
            line.say(traceback=traceback.format_exc())
    finally:
        os._exit(code)


class Tracer:
    """strace at a child that waits. spec: its options (-e trace=…, -e inject=…); output: where calls are written."""

    def __init__(self, child: Child, spec: Sequence[str], output: Path | None = None) -> None:
        self._ended = False
        self._process = subprocess.Popen(
            [strace(), "-f", "-p", str(child.pid), "-o", str(output or os.devnull), *spec],
            stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE,
        )  # fmt: skip
        assert self._process.stderr is not None
        said = self._process.stderr.readline()
        if b"attached" not in said:
            self.stop()
            raise RuntimeError(f"strace cannot take hold of a child: {said.decode(errors='replace').strip()}")

    def stop(self) -> None:
        """Let go of the child."""
        if self._ended:
            return
        self._ended = True
        if self._process.poll() is None:
            self._process.send_signal(signal.SIGINT)
        self.wait()

    def wait(self) -> None:
        """Wait until strace has ended, which it does with its child."""
        self._process.wait(timeout=PATIENCE)
        assert self._process.stderr is not None
        self._process.stderr.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_error: object) -> None:
        self.stop()


def counted(log: Path, without: int = 0) -> dict[str, int]:
    """Return how often each system call stands in a log of strace, in the thread that makes it most often.

    without: the number of a thread that is left out.
    """
    found: Counter[tuple[str, str]] = Counter()
    for line in log.read_text(encoding="latin-1").splitlines():
        call = re.match(r"(\d+) +(\w+)\(", line)
        if call and int(call[1]) != without:
            found[call[2], call[1]] += 1
    most: dict[str, int] = {}
    for (name, _thread), count in found.items():
        most[name] = max(most.get(name, 0), count)
    return most
