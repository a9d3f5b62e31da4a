# SPDX-License-Identifier: EUPL-1.2
"""Deadlines, slots and promises of channels in German."""
