# SPDX-License-Identifier: EUPL-1.2
"""The check rules, a file for each family; kalender/domain/checks.py runs them."""
