# SPDX-License-Identifier: EUPL-1.2
"""What is done with posts that belong together: series, and events with the posts around them."""
