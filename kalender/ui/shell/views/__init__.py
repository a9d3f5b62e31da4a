# SPDX-License-Identifier: EUPL-1.2
"""Saved views in the frame of the window, and what this computer remembers of the board."""
