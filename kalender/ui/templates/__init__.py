# SPDX-License-Identifier: EUPL-1.2
"""The page of templates and text blocks, and its forms."""
