# SPDX-License-Identifier: EUPL-1.2
"""The rules on films, in the order they are told."""

from __future__ import annotations

from kalender.domain.rules.film import captions, large, length, mixed, music, ratio, small

RULES = (captions.RULE, length.RULE, large.RULE, ratio.RULE, small.RULE, mixed.RULE, music.RULE)
