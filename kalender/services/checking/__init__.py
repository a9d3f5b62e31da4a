# SPDX-License-Identifier: EUPL-1.2
"""What a plan makes of the rules, and findings left as they are."""
