# SPDX-License-Identifier: EUPL-1.2
"""Rules on who is shown and named."""
