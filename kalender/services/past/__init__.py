# SPDX-License-Identifier: EUPL-1.2
"""What was: the timeline, steps taken back, earlier states of a post, the trash, the archive."""
