# SPDX-License-Identifier: EUPL-1.2
"""A small month to go to a day, and the words typed to go there."""
