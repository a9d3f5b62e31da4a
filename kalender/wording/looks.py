# SPDX-License-Identifier: EUPL-1.2
"""Names of the looks that can be chosen."""

from __future__ import annotations

LOOKS = {"system": "Wie das System", "hell": "Hell", "dunkel": "Dunkel", "kontrast": "Hoher Kontrast"}
"""By choice of the theme."""
