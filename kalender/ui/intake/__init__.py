# SPDX-License-Identifier: EUPL-1.2
"""Taking over a table of posts that was kept elsewhere."""
