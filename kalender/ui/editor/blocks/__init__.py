# SPDX-License-Identifier: EUPL-1.2
"""What helps while writing: text blocks, gaps, abbreviations, emoji, templates."""
