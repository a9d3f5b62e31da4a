# SPDX-License-Identifier: EUPL-1.2
"""The page „Papierkorb“: what was deleted, and the way out of it."""
