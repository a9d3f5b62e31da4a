# SPDX-License-Identifier: EUPL-1.2
"""The year or a quarter in small months."""
