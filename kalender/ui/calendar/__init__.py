# SPDX-License-Identifier: EUPL-1.2
"""The calendar page: month, list, idea basket, inspector."""
