# SPDX-License-Identifier: EUPL-1.2
"""The page „Was ist passiert?“: every step of the plan, day by day, and the way to take one back."""
