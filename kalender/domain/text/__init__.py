# SPDX-License-Identifier: EUPL-1.2
"""What a text is made of: graphemes, emoji, web addresses, hashtags, sentences, dates."""
