# SPDX-License-Identifier: EUPL-1.2
"""Rules on posts that say the same in another language or in easier German."""
