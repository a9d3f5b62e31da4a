# SPDX-License-Identifier: EUPL-1.2
"""What was: „Was ist passiert?“, the states of a post, the trash, the archive."""
