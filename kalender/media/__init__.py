# SPDX-License-Identifier: EUPL-1.2
"""Pictures on disk: what they are, where they lie, how they are cropped and written. The only Pillow of the house."""
