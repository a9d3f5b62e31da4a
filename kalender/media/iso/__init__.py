# SPDX-License-Identifier: EUPL-1.2
"""What films and HEIC pictures have in common: files made of boxes."""
