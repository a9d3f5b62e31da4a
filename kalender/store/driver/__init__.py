# SPDX-License-Identifier: EUPL-1.2
"""What the one connection leans on: what errors of SQLite mean, and another thread that writes beside."""
