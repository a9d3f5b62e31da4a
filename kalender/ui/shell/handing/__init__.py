# SPDX-License-Identifier: EUPL-1.2
"""Handing the plan out: the dialog for paper and PDF, the calendar file."""
