# SPDX-License-Identifier: EUPL-1.2
"""Rules on pictures: may they be used, are they large enough."""
