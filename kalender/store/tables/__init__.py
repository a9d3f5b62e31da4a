# SPDX-License-Identifier: EUPL-1.2
"""The table layout of a plan file: the journal's tables for ever, the rows derived from them for now."""
