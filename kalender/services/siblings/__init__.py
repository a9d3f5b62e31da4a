# SPDX-License-Identifier: EUPL-1.2
"""What a person can do with the same post in another language, and who says the same as whom."""
