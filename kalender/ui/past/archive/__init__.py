# SPDX-License-Identifier: EUPL-1.2
"""The page „Archiv“: years that are over, put away, opened again, handed to the records office."""
