# SPDX-License-Identifier: EUPL-1.2
"""Films and their captions: what the file says, never decoded and never changed."""
