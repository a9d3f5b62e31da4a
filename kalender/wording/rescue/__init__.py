# SPDX-License-Identifier: EUPL-1.2
"""German for plans that cannot be opened normally."""
