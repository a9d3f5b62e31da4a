# SPDX-License-Identifier: EUPL-1.2
"""Approximate previews of a post as the platforms show it."""
