# SPDX-License-Identifier: EUPL-1.2
"""The plan file: journal, projection, queries and search; the only SQL."""
