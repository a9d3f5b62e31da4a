# SPDX-License-Identifier: EUPL-1.2
"""The pace of a plan: working days, deadlines before posts, usual slots of channels, kept and broken promises."""
