# SPDX-License-Identifier: EUPL-1.2
"""The rules of this room, in the order in which they are told."""

from __future__ import annotations

from kalender.domain.rules.picture import (
    credit_hidden,
    credit_missing,
    enlarged,
    expired,
    file,
    gone,
    licence_unknown,
    no_derivatives,
    stock_not_social,
    tile_back,
    tile_contrast,
    twice,
)

RULES = (
    gone.RULE,
    file.RULE,
    licence_unknown.RULE,
    credit_missing.RULE,
    credit_hidden.RULE,
    no_derivatives.RULE,
    expired.RULE,
    stock_not_social.RULE,
    enlarged.RULE,
    tile_contrast.RULE,
    tile_back.RULE,
    twice.RULE,
)
