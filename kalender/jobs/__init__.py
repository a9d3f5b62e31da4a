# SPDX-License-Identifier: EUPL-1.2
"""The only threads and child processes of the house."""
