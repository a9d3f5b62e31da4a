# SPDX-License-Identifier: EUPL-1.2
"""The list: the same posts in one column, by day."""
