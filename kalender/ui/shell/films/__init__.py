# SPDX-License-Identifier: EUPL-1.2
"""What the window does for films."""
