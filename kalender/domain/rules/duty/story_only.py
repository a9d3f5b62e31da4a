# SPDX-License-Identifier: EUPL-1.2
"""format.story_only: a channel shows a post as a story alone: after a day nobody can read it again."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from kalender.domain.rules.case import Case
from kalender.domain.rules.finding import Rule, Severity, Spot


def _fleeting(names: Iterable[str]) -> bool:
    found = list(names)
    return bool(found) and all("story" in name for name in found)


def find(case: Case) -> Iterator[Spot]:
    """A post is shown as a story alone: after a day nobody can read it again, and it takes no alt text.

    Another channel of the post says the same for longer, and so does another post beside it of the same words or title.
    """
    if any(not _fleeting(item.id for item in outlet.formats) for outlet in case.outlets):
        return
    title = case.post.title.strip().casefold()
    twins = (
        item
        for item in (*case.around.nearby.same_text, *case.around.nearby.beside)
        if item.post != case.post.id
        and (item in case.around.nearby.same_text or (title and item.title.strip().casefold() == title))
    )
    channels = {id_ for item in twins for id_ in item.channels}
    if any(
        id_ in case.around.channels and not _fleeting(case.around.channels[id_].formats) for id_ in channels
    ):
        return
    for outlet in case.outlets:
        if outlet.pictures:
            yield Spot({"channel": outlet.name}, outlet.id, "picture")


RULE = Rule("format.story_only", Severity.WARNING, find, "BITV-Praxis: Story nie ohne Beitrag")
