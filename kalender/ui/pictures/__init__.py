# SPDX-License-Identifier: EUPL-1.2
"""The picture library and the page that sets focus point and crops."""
