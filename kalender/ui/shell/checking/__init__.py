# SPDX-License-Identifier: EUPL-1.2
"""Puts the page of all checks into the window."""
