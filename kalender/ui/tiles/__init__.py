# SPDX-License-Identifier: EUPL-1.2
"""The dialog in which a picture is made from words."""
