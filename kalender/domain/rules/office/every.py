# SPDX-License-Identifier: EUPL-1.2
"""The rules of this room, in the order in which they are told."""

from __future__ import annotations

from kalender.domain.rules.office import (
    beyond_task,
    by_message,
    council_untold,
    event_place,
    neutral_label,
    neutral_portrait,
    not_public,
    notices_missing,
    notices_old,
)

RULES = (
    neutral_portrait.RULE,
    neutral_label.RULE,
    not_public.RULE,
    by_message.RULE,
    beyond_task.RULE,
    event_place.RULE,
    notices_missing.RULE,
    notices_old.RULE,
    council_untold.RULE,
)
