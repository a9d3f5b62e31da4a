# SPDX-License-Identifier: EUPL-1.2
"""German for what was: steps of the timeline, differences between states, the trash, the archive."""
