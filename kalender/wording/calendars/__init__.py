# SPDX-License-Identifier: EUPL-1.2
"""Calendars of others and layers of one's own in German."""
