# SPDX-License-Identifier: EUPL-1.2
"""Spelling: the words of the plan, and what the dictionary says of a post."""
