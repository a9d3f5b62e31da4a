# SPDX-License-Identifier: EUPL-1.2
"""The pictures of the post under its text."""
