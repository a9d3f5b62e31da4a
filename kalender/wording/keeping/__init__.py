# SPDX-License-Identifier: EUPL-1.2
"""Words of keeping a plan safe: what a check found, and what to do about it."""
