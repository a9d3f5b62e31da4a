# SPDX-License-Identifier: EUPL-1.2
"""How a folder says that it holds the sample plan."""

from __future__ import annotations

MARK = "BEISPIEL.txt"
"""A file in the folder of the sample plan: whoever opens it lets the clock stand at today()."""

MARK_TEXT = "Das ist der Beispielplan von Kalender. Die Stadt Lindenbrunn und alle Personen sind erfunden.\n"
