# SPDX-License-Identifier: EUPL-1.2
"""What is overdue, with the one thing to do about each."""
