# SPDX-License-Identifier: EUPL-1.2
"""Words for what can go wrong with disk and plan file while someone works."""
