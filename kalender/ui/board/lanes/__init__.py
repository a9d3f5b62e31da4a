# SPDX-License-Identifier: EUPL-1.2
"""Lanes across the board, by channel, topic or person."""
