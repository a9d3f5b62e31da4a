# SPDX-License-Identifier: EUPL-1.2
"""How tiles of the house look."""
