# SPDX-License-Identifier: EUPL-1.2
"""The page Einstellungen: what the plan is set up with, and what this computer remembers."""
