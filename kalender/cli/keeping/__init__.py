# SPDX-License-Identifier: EUPL-1.2
"""The commands that keep a plan safe."""
