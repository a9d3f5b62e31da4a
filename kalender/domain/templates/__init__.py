# SPDX-License-Identifier: EUPL-1.2
"""What is written again and again: templates, text blocks, their gaps, and lists to choose from."""
