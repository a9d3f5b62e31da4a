# SPDX-License-Identifier: EUPL-1.2
"""The week by the hour: geometry, painting, mouse and keys; over the same model as the month."""
