# SPDX-License-Identifier: EUPL-1.2
"""What a person can do with the conversation beside a post."""
