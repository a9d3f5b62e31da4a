# SPDX-License-Identifier: EUPL-1.2
"""Posts that belong together: those of a series that recurs, and those around an event."""
