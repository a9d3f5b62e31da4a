# SPDX-License-Identifier: EUPL-1.2
"""Tiles: pictures made from words."""
