# SPDX-License-Identifier: EUPL-1.2
"""What runs inside a child process: answers calls until the line is closed. Imports no Qt."""

from __future__ import annotations

import os
from multiprocessing.connection import Connection


def serve(line: Connection, memory: int) -> None:
    """Answer (function, arguments) with (True, result) or (False, exception). memory: bytes of address space."""
    _limit(memory)
    _be_quiet()
    while True:
        try:
            func, args = line.recv()
        except (EOFError, OSError, KeyboardInterrupt):
            return
        try:
            answer: tuple[bool, object] = (True, func(*args))
        except MemoryError:
            return  # the line closes, which is answer enough
        except Exception as error:  # noqa: BLE001 - every exception of the call belongs to the caller
            answer = (False, error)
        try:
            line.send(answer)
        except (OSError, ValueError):
            return
        except Exception:  # noqa: BLE001 - an answer that cannot travel becomes one that can
            line.send((False, RuntimeError(f"{type(answer[1]).__name__}: {answer[1]}")))


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
