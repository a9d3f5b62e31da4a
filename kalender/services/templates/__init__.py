# SPDX-License-Identifier: EUPL-1.2
"""Templates, text blocks, checklists and lists to choose from, as verbs."""
