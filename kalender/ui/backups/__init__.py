# SPDX-License-Identifier: EUPL-1.2
"""The page Sicherungen, and what makes backups while the window is open."""
