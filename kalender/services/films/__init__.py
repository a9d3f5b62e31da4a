# SPDX-License-Identifier: EUPL-1.2
"""Films whose first picture is one of the library."""
