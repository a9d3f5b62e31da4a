# SPDX-License-Identifier: EUPL-1.2
"""The page on which all posts are checked."""
