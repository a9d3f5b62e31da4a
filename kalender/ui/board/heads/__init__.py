# SPDX-License-Identifier: EUPL-1.2
"""What stands over a column: name, count, limit, menu; and the narrow strip in the place of a folded one."""
