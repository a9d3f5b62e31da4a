# SPDX-License-Identifier: EUPL-1.2
"""How values become history: records as keys, changesets, merging, orders several people share."""
