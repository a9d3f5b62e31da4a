# SPDX-License-Identifier: EUPL-1.2
"""Writing itself: tabs, text, counters, what is pasted."""
