# SPDX-License-Identifier: EUPL-1.2
"""The rules of this room, in the order in which they are told."""

from __future__ import annotations

from kalender.domain.rules.consent import (
    channels,
    child,
    expires,
    guardian,
    missing,
    revoked,
)

RULES = (missing.RULE, revoked.RULE, expires.RULE, channels.RULE, guardian.RULE, child.RULE)
