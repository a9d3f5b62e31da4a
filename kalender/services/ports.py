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


class FollowedWorker(PictureWorker, Protocol):
    """Tells meanwhile how far it is."""

    def follow(
        self, func: Callable[..., T], *args: object, timeout: float, hear: Callable[[int, int], object]
    ) -> T:
        """As call(), for a func that takes tell=: hear is told (done, of) now and then, and may raise to end it."""


class WorkerDied(Exception):  # noqa: N818 - what happened, in the words of the trade
    """The child process ended before it answered: the file crashed the decoder or wanted too much memory."""


class WorkerTimeout(WorkerDied):
    """The child process took too long and was ended."""
