# SPDX-License-Identifier: EUPL-1.2
"""The check rules, a file for each family; checks.py runs them."""
