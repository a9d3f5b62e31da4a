# SPDX-License-Identifier: EUPL-1.2
"""German words and sentences for window and command line."""
