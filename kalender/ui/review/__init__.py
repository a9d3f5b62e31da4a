# SPDX-License-Identifier: EUPL-1.2
"""The page Freigaben: what waits for a decision, what changed, how it will look, yes or please change."""
