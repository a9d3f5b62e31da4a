# SPDX-License-Identifier: EUPL-1.2
"""Words for series and events."""
