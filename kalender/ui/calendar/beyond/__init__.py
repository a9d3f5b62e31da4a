# SPDX-License-Identifier: EUPL-1.2
"""The views that show other days than the month: made at their first visit, joined to the page."""
