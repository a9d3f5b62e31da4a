# SPDX-License-Identifier: EUPL-1.2
"""Commands on series and events."""
