# SPDX-License-Identifier: EUPL-1.2
"""What is done with several chosen posts at once, the same in calendar and board."""
