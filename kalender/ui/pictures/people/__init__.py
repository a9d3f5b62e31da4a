# SPDX-License-Identifier: EUPL-1.2
"""Who stands where in a picture."""
