# SPDX-License-Identifier: EUPL-1.2
"""The fields of a post under its pictures: what is always seen, what is folded away, and what one channel has of its own."""
