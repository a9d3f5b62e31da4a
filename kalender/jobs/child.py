# SPDX-License-Identifier: EUPL-1.2
"""What runs inside a child process: answers calls until the line is closed. Imports no Qt."""

from __future__ import annotations

import json
import os
import time
from collections.abc import Callable
from multiprocessing.connection import Connection

from kalender.jobs.parcel import TOLD, packed

_PAUSE = 0.1
"""Seconds between two words about how far something is."""


def serve(line: Connection, memory: int) -> None:
    """Say that it is ready, then answer (function, arguments, telling) with (True, result) or (False, exception).

    telling: the function takes tell(done, of), and what it says is sent on before the answer. memory: bytes of address space.
    """
    _limit(memory)
    _be_quiet()
    line.send_bytes(packed(good=True, result=None))  # the clock of the first call starts now
    while True:
        try:
            func, args, telling = line.recv()
        except (EOFError, OSError, KeyboardInterrupt):
            return
        try:
            more = {"tell": _teller(line)} if telling else {}
            parcel = packed(good=True, result=func(*args, **more))
        except MemoryError:
            return  # the line closes, which is answer enough
        except Exception as error:  # noqa: BLE001 - every exception of the call belongs to the caller
            parcel = packed(good=False, result=error)
        try:
            line.send_bytes(parcel)
        except OSError:
            return


def _teller(line: Connection) -> Callable[[int, int], None]:
    """Return what sends on how far something is, some times a second."""
    last = 0.0

    def tell(done: int, of: int) -> None:
        nonlocal last
        now = time.monotonic()
        if now - last >= _PAUSE:
            last = now
            line.send_bytes(TOLD + json.dumps([int(done), int(of)]).encode())

    return tell


def _be_quiet() -> None:
    """Send what decoders print about broken files nowhere: the answer says what matters."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 2)
    os.close(nowhere)


def _limit(memory: int) -> None:
    """Limit the address space where the system can: a bomb ends this process instead of filling the computer."""
    try:
        import resource
    except ImportError:  # Windows has no such limit; the time limit and the limit of pixels hold there
        return
    hard = resource.getrlimit(resource.RLIMIT_AS)[1]
    limit = memory if hard == resource.RLIM_INFINITY else min(memory, hard)
    resource.setrlimit(resource.RLIMIT_AS, (limit, hard))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
