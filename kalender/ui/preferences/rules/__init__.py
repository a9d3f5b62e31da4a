# SPDX-License-Identifier: EUPL-1.2
"""The part of the settings on check rules: what blocks, warns, hints or is off, and why."""
