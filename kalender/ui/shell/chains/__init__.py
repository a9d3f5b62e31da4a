# SPDX-License-Identifier: EUPL-1.2
"""What is asked about series and events, and done with the answers."""
