# SPDX-License-Identifier: EUPL-1.2
"""Where the calendar page, the layers of the plan and the calendars of others meet."""
