# SPDX-License-Identifier: EUPL-1.2
"""How anything is written, announced, told and taken back."""
