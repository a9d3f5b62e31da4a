# SPDX-License-Identifier: EUPL-1.2
"""The `kalender` command: the same services without a window."""
