# SPDX-License-Identifier: EUPL-1.2
"""Calendars of others: ICS files and tables of dates become plain entries, and what is bad is named by its line."""
