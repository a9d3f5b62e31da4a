# SPDX-License-Identifier: EUPL-1.2
"""Rules on posts that come too close to each other."""
