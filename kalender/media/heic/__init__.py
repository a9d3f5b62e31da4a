# SPDX-License-Identifier: EUPL-1.2
"""Very large HEIC pictures, read tile by tile."""
