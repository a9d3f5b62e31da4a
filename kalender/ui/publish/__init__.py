# SPDX-License-Identifier: EUPL-1.2
"""The page Export: what is approved leaves as packages, what is not stays with its reason."""
