# SPDX-License-Identifier: EUPL-1.2
"""Painting of cards, bands, chips and symbols, with the measures they keep."""
