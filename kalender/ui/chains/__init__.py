# SPDX-License-Identifier: EUPL-1.2
"""Dialogs and the page of series and events."""
