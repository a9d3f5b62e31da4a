# SPDX-License-Identifier: EUPL-1.2
"""Preferences of this computer, never part of a plan."""
