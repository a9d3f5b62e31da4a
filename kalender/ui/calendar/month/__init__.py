# SPDX-License-Identifier: EUPL-1.2
"""The month: model, geometry, painting, mouse and keys."""
