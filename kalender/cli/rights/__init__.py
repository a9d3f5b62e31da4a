# SPDX-License-Identifier: EUPL-1.2
"""The commands on who agreed to be shown."""
