# SPDX-License-Identifier: EUPL-1.2
"""easy.missing: a text that is hard to read goes onto the town's own pages, and nobody has written it in easier German.

Nobody is bound to do so for each text: § 11 BGG binds the federation, the Länder have rules of their own. So the rule
is off until a plan wants it, and says that it is not sure.
"""

from __future__ import annotations

from collections.abc import Iterator

from kalender.domain.rules.case import Case
from kalender.domain.rules.finding import Rule, Severity, Spot
from kalender.domain.siblings.tongues import is_simple

OWN = frozenset({"website", "newsletter", "notice"})
"""Platforms that are the town's own, where what it publishes is expected to be accessible."""


def find(case: Case) -> Iterator[Spot]:
    """A text that is hard to read goes onto the town's own pages, and nobody has written it in easier German."""
    post, family = case.post, case.around.family
    if post.language or post.original or not case.german:
        return
    if family is not None and any(is_simple(language) for _id, language in family.siblings):
        return
    own = [item for item in case.outlets if item.platform is not None and item.platform.id in OWN]
    if not own:
        return
    from kalender.domain.language.readability import Ease, readability

    for outlet in own:
        found = readability(outlet.text)
        if found is not None and found.ease in {Ease.VERY_HARD, Ease.HARD}:
            yield Spot({"channel": outlet.name})
            return


RULE = Rule(
    "easy.missing",
    Severity.HINT,
    find,
    "Gleichstellungsgesetze der Länder; § 11 BGG bindet nur den Bund",
    sure=False,
    on=False,
    german=True,
)
