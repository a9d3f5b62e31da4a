# SPDX-License-Identifier: EUPL-1.2
"""Rules on makers, licences and marks of pictures."""
