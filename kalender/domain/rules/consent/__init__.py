# SPDX-License-Identifier: EUPL-1.2
"""Rules on the consents of people in pictures."""
