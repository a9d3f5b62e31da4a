# SPDX-License-Identifier: EUPL-1.2
"""Letters, mails and notes of others: what stands in them, and the pictures inside."""
