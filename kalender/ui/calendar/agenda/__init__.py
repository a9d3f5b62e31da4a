# SPDX-License-Identifier: EUPL-1.2
"""The days one after the other, read on as they are scrolled."""
