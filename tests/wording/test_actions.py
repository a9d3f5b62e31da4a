# SPDX-License-Identifier: EUPL-1.2
"""What was done with several posts is told in a sentence that can be read."""

import pytest

from kalender.wording.actions import label


@pytest.mark.parametrize(
    ("code", "facts", "words"),
    [
        ("post.moved", {"count": 3}, "3 Beiträge verschoben"),
        ("post.deleted", {"count": 12}, "12 Beiträge gelöscht"),
        ("several.shifted", {"count": 2}, "2 Beiträge verschoben"),
        ("post.moved", {"count": 1}, "Beitrag verschoben"),
        ("post.moved", {"count": 1, "title": "Markt"}, "Beitrag verschoben: Markt"),
        ("several.topic", {"count": 4}, "Thema gesetzt: 4"),
    ],
)
def test_the_number_of_posts_stands_before_what_was_done_with_them(
    code: str, facts: dict[str, object], words: str
) -> None:
    assert label(code, facts) == words
