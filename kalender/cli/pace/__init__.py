# SPDX-License-Identifier: EUPL-1.2
"""The commands about deadlines and slots."""
