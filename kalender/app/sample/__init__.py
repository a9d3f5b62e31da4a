# SPDX-License-Identifier: EUPL-1.2
"""The sample plan of the invented town of Lindenbrunn."""
