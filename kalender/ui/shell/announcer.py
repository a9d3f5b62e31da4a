# SPDX-License-Identifier: EUPL-1.2
"""The one Qt signal by which every page hears of every change."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from kalender.services.acting.changes import Changes


class Announcer(QObject):
    """Give `announce` to Desk.subscribe; pages connect to `changed` and touch only what they hold."""

    changed = Signal(object)

    def announce(self, changes: Changes) -> None:
        """Tell every page what changed; the one who did it is told like all others."""
        self.changed.emit(changes)
