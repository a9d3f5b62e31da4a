# SPDX-License-Identifier: EUPL-1.2
"""Rules on the day and the hour a post appears."""
