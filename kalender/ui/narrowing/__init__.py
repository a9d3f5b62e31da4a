# SPDX-License-Identifier: EUPL-1.2
"""The one filter of the window, and the row of chips that shows and changes it on every page of posts."""
