# SPDX-License-Identifier: EUPL-1.2
"""Foreign plans coming in: what a table would do, and what it did."""
