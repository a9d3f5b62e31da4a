# SPDX-License-Identifier: EUPL-1.2
"""What people who can be seen in pictures have agreed to."""
