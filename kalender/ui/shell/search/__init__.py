# SPDX-License-Identifier: EUPL-1.2
"""The search in the menu row: the field, its results, how they are painted."""
