# SPDX-License-Identifier: EUPL-1.2
"""The conversation beside a post, the same in the editor and in the review."""
