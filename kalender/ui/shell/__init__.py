# SPDX-License-Identifier: EUPL-1.2
"""The frame of the window: menus, search, navigation, status bar, and the pages between them."""
