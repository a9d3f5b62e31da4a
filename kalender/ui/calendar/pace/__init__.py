# SPDX-License-Identifier: EUPL-1.2
"""How channels keep their promises, as a strip of weeks over the calendar (Takt)."""
