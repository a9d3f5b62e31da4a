# SPDX-License-Identifier: EUPL-1.2
"""Making backups of a plan, listing them honestly, and going back to one."""
