# SPDX-License-Identifier: EUPL-1.2
"""The composition root: builds every service once and hands it down."""
