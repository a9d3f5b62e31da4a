# SPDX-License-Identifier: EUPL-1.2
"""How the window looks: colours by role, fonts by role, symbols, and switching between themes."""
