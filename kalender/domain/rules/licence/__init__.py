# SPDX-License-Identifier: EUPL-1.2
"""Rules on what the licence of a picture asks for."""
