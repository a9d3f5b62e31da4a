# SPDX-License-Identifier: EUPL-1.2
"""Choosing one of many by typing, and answering a few questions."""
