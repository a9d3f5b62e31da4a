# SPDX-License-Identifier: EUPL-1.2
"""Rules on films."""
