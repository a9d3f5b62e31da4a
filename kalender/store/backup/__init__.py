# SPDX-License-Identifier: EUPL-1.2
"""Backups of a plan: a consistent copy of the journal, what it holds, and how it lies in a backup place."""
