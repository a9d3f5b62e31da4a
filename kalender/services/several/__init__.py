# SPDX-License-Identifier: EUPL-1.2
"""One change of several posts at once, told beforehand."""
