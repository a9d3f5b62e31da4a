# SPDX-License-Identifier: EUPL-1.2
"""What stands around the pages: navigation, menu row, status row, and the way through them by F6."""
