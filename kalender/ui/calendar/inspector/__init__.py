# SPDX-License-Identifier: EUPL-1.2
"""The panel beside the month: one post, several posts, or the month in numbers."""
