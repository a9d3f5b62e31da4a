# SPDX-License-Identifier: EUPL-1.2
"""The cards of a column: model, list, painting, and what a card says."""
