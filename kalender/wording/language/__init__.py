# SPDX-License-Identifier: EUPL-1.2
"""German about German: how easily a text reads."""
