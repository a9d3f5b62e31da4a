# SPDX-License-Identifier: EUPL-1.2
"""The words on printed sheets and in calendars for other programs."""
