# SPDX-License-Identifier: EUPL-1.2
"""Proposes the first focus point of a picture that is taken in."""
