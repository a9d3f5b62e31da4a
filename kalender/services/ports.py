# SPDX-License-Identifier: EUPL-1.2
"""What services ask of the rooms above them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol, TypeVar

T = TypeVar("T")


class PictureWorker(Protocol):
    """Runs a top-level function where a broken file can do no harm."""

    def call(self, func: Callable[..., T], *args: object, timeout: float = 10.0) -> T:
        """Return what func returns; its exceptions come through. timeout: seconds.

        Raises WorkerDied where the process ended (a crash, or memory), WorkerTimeout where it took too long.
        """


class WorkerDied(Exception):  # noqa: N818 - what happened, in the words of the trade
    """The child process ended before it answered: the file crashed the decoder or wanted too much memory."""


class WorkerTimeout(WorkerDied):
    """The child process took too long and was ended."""
