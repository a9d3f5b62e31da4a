# SPDX-License-Identifier: EUPL-1.2
"""Resources as domain values: platforms, holidays, awareness days."""
