# SPDX-License-Identifier: EUPL-1.2
"""What a conversation asks of the page it stands on."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from kalender.domain.frozen import frozen

if TYPE_CHECKING:
    from kalender.services.talk.conversations import Conversations, Wording

Do = Callable[[Callable[[], object]], bool]
"""Does something to the plan and tells whether it was done; says itself why it was not."""


@frozen
class Acts:
    """The verbs on comments of one post, by id of the comment; each tells whether it was done."""

    answer: Callable[[str, str], bool]
    change: Callable[[str, str], bool]
    take_back: Callable[[str], bool]
    settle: Callable[[str], bool]
    reopen: Callable[[str], bool]
    former: Callable[[str], Sequence[Wording]]


def acts_on(talk: Callable[[], Conversations], post: Callable[[], str], do: Do) -> Acts:
    """Return the verbs on the post that is in front when they are used."""
    return Acts(
        answer=lambda comment, text: do(lambda: talk().answer(post(), comment, text)),
        change=lambda comment, text: do(lambda: talk().change(post(), comment, text)),
        take_back=lambda comment: do(lambda: talk().take_back(post(), comment)),
        settle=lambda comment: do(lambda: talk().settle(post(), comment)),
        reopen=lambda comment: do(lambda: talk().reopen(post(), comment)),
        former=lambda comment: talk().former(post(), comment),
    )
