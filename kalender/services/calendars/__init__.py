# SPDX-License-Identifier: EUPL-1.2
"""Layers of one's own: taking calendars of others in, changing layers, and what they put on days."""
