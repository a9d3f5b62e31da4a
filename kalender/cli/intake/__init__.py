# SPDX-License-Identifier: EUPL-1.2
"""The command import: tables, calendars and pictures of others."""
