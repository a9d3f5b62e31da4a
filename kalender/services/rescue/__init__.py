# SPDX-License-Identifier: EUPL-1.2
"""Plans that cannot be opened normally: what happened to them, what is safe, and the ways out."""
