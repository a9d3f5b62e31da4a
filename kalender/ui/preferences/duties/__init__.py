# SPDX-License-Identifier: EUPL-1.2
"""What a channel owes: imprint, privacy notice, rules for comments, staff council."""
