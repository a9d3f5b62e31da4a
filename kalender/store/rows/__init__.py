# SPDX-License-Identifier: EUPL-1.2
"""What is derived from the journal: states, cards, the search index, the undo stack."""
