# SPDX-License-Identifier: EUPL-1.2
"""The same plan as for the other services."""

from tests.services.conftest import house

__all__ = ["house"]
