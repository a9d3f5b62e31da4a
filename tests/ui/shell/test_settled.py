# SPDX-License-Identifier: EUPL-1.2
"""After the start the collector of rubbish leaves alone what the start has made."""

import gc

from kalender.app.window import settled


def test_what_the_start_has_made_is_never_searched_for_rubbish_again() -> None:
    made: list[object] = [[] for _ in range(10)]
    gc.disable()
    try:
        settled()
        assert gc.isenabled()
        assert gc.get_freeze_count() > len(made)
        assert not any(made is item for item in gc.get_objects())
    finally:
        gc.enable()
        gc.unfreeze()
