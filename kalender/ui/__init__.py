# SPDX-License-Identifier: EUPL-1.2
"""The window: pages, what they share, and the shell around them."""
