# SPDX-License-Identifier: EUPL-1.2
"""The library of pictures as a page."""
