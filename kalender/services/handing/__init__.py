# SPDX-License-Identifier: EUPL-1.2
"""What is handed out of the plan to read: calendars for other programs, printed sheets."""
