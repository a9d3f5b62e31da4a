# SPDX-License-Identifier: EUPL-1.2
"""What a hand operates: buttons, fields, choices, and the ring round what has the focus."""
