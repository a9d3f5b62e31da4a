# SPDX-License-Identifier: EUPL-1.2
"""The keys between two states of a post, as a property: they lead from one to the other, and to nothing people did."""

from dataclasses import replace
from datetime import datetime
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from kalender.domain.journal.record import flatten, restore
from kalender.domain.post import Attachment, Comment, Post, Version
from kalender.services.backups.differences import ACTS, sets_between
from tests.builders import NOW

PARTS = st.tuples(
    st.lists(st.sampled_from(["facebook", "instagram"]), unique=True),
    st.lists(st.sampled_from(["a", "b", "c"]), unique=True),
    st.sampled_from(["", "eins", "zwei"]),
    st.sampled_from([None, NOW, datetime(2027, 1, 1, 9)]),
    st.sampled_from([None, "kurz"]),
    st.lists(st.sampled_from(["x", "y"]), unique=True),
)


def a_version_of(parts: Any) -> Post:
    """Return a post made of drawn parts."""
    channels, pictures, text, planned, own, said = parts
    return Post(
        id="p", title=text, text=text, planned=planned,
        versions=tuple(Version(id=name, text=own) for name in sorted(channels)),
        attachments=tuple(Attachment(id=name, picture=name, alt=own) for name in sorted(pictures)),
        comments=tuple(Comment(id=name, text=text) for name in sorted(said)),
    )  # fmt: skip


@given(PARTS, PARTS, PARTS)
def test_the_keys_between_two_states_turn_one_into_the_other_but_for_what_people_did(
    first: Any, second: Any, third: Any
) -> None:
    left, now, then = map(a_version_of, (first, second, third))
    held = {key: item for key, item in flatten(left).items() if not key.endswith("/")} | flatten(now)
    sets = sets_between(held, flatten(then))
    after = {key: item for key, item in {**held, **sets}.items() if item is not None}
    assert restore(Post, "p", after) == replace(then, comments=now.comments)
    assert not [key for key in sets if key.startswith(ACTS)]
    assert not sets_between(after, flatten(then))
