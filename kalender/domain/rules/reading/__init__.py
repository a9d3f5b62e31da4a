# SPDX-License-Identifier: EUPL-1.2
"""Rules on how a text reads when a screen reader reads it."""
