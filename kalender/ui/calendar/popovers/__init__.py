# SPDX-License-Identifier: EUPL-1.2
"""Small surfaces over the month: list of a day, move to a day, exception, filter, quick preview."""
