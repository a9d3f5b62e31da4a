# SPDX-License-Identifier: EUPL-1.2
"""Every action with its words and key, the menus made of them, and the list of keys."""
