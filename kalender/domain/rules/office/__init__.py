# SPDX-License-Identifier: EUPL-1.2
"""Rules on what a town hall may say, where, and when."""
