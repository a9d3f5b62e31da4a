# SPDX-License-Identifier: EUPL-1.2
"""What a person can do, one verb a method; no window, no SQL."""
