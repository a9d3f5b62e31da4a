# SPDX-License-Identifier: EUPL-1.2
"""The screen before a plan is open, and the wizard that sets up a new one."""
