# SPDX-License-Identifier: EUPL-1.2
"""What stands beside the text: findings, comments, preview, comparison."""
