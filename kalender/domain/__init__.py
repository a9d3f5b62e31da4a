# SPDX-License-Identifier: EUPL-1.2
"""Values and rules of the plan; standard library and dateutil only."""
