# SPDX-License-Identifier: EUPL-1.2
"""Rules on dates that stand in a text."""
