# SPDX-License-Identifier: EUPL-1.2
"""Leads from anywhere in the window to comments that name whoever acts."""
