# SPDX-License-Identifier: EUPL-1.2
"""The rules of this room, in the order in which they are told."""

from __future__ import annotations

from kalender.domain.rules.whole import (
    channel_none,
    link_broken,
    link_not_clickable,
    link_shortened,
    link_tracking,
    link_unencrypted,
    placeholder,
    planned_none,
    repeated,
    text_empty,
)

RULES = (
    channel_none.RULE,
    text_empty.RULE,
    planned_none.RULE,
    placeholder.RULE,
    link_broken.RULE,
    link_not_clickable.RULE,
    link_unencrypted.RULE,
    link_shortened.RULE,
    link_tracking.RULE,
    repeated.RULE,
)
