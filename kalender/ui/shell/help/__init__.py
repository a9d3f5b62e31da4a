# SPDX-License-Identifier: EUPL-1.2
"""What explains the program: the handbook and what stands under "Über Kalender"."""
