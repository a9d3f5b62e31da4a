# SPDX-License-Identifier: EUPL-1.2
"""German for pictures made from words."""
