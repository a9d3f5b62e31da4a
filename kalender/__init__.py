# SPDX-License-Identifier: EUPL-1.2
"""Kalender: the editorial calendar of a small town hall."""

__version__ = "0.1.0"
