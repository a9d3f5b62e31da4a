# SPDX-License-Identifier: EUPL-1.2
"""What stands in the place of a plan that cannot be opened: what happened, what is safe, and the ways out."""
