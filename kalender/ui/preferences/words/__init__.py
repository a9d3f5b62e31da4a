# SPDX-License-Identifier: EUPL-1.2
"""The part of the settings with the words that this plan takes for right."""
