# SPDX-License-Identifier: EUPL-1.2
"""The page „Frühere Stände“ of one post: what it was, what differs from now, and the way back."""
