# SPDX-License-Identifier: EUPL-1.2
"""One piece of work in a thread of its own, while whoever gave it goes on and waits for it later."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor


def beside(work: Callable[[], object]) -> Callable[[], object]:
    """Begin work in a thread that ends with it; return what waits until it is done and raises what it raised."""
    thread = ThreadPoolExecutor(1, thread_name_prefix="kalender-beside")
    done = thread.submit(work)
    thread.shutdown(wait=False)
    return done.result
