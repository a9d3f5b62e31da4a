# SPDX-License-Identifier: EUPL-1.2
"""German words for templates and their gaps."""
