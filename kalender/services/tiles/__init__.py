# SPDX-License-Identifier: EUPL-1.2
"""Pictures made from words."""
