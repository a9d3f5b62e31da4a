# SPDX-License-Identifier: EUPL-1.2
"""What packaging/dev.py does, step by step, with the standard library alone."""
