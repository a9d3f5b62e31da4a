# SPDX-License-Identifier: EUPL-1.2
"""What month and week have in common: choosing, stepping, carrying, and being found by screen readers."""
