# SPDX-License-Identifier: EUPL-1.2
"""Posts that say the same in another language or in easier German (Fassungen): how they hang together."""
