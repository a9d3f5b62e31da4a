# SPDX-License-Identifier: EUPL-1.2
"""What applies to days, and the geometry of a month; no Qt."""
