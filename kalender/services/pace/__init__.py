# SPDX-License-Identifier: EUPL-1.2
"""What the pace of the plan asks for: deadlines, what is overdue, the next free slot, promises of channels."""
