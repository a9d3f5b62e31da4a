# SPDX-License-Identifier: EUPL-1.2
"""The page that sets focus point and crops of a post's pictures."""
