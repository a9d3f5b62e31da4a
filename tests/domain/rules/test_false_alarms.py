# SPDX-License-Identifier: EUPL-1.2
"""How often rules speak up on posts that are in order, those of others and those of other voices; the counts are printed."""

import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

import pytest

from kalender.domain.rules.checks import Finding, Severity, check, rules
from tests.domain.rules.blind_posts import BLIND
from tests.domain.rules.cases import NOW, said
from tests.domain.rules.clean_posts import CLEAN
from tests.domain.rules.other_voices import VOICES

POSTS = {"clean": CLEAN, "blind": BLIND, "other voices": VOICES}

MASTODON = 500
"""Characters of a post on Mastodon; none of the posts here has an address that would count otherwise."""

RIGHT = {"#öffentlicherdienst"}
"""What rules that warn found by right when each finding was read."""

MOST_HINTS = 0.05
"""Share of posts that may get a hint."""


def say(line: str) -> None:
    """Print a line."""
    sys.stdout.write(line + "\n")


def alarms(posts: Sequence[str]) -> Iterator[tuple[str, Finding]]:
    """Yield every finding with the text it is about, all rules at their default."""
    for text in posts:
        trial = said(text, "facebook", "mastodon", "website", title="Neues aus der Stadt")
        for finding in check(trial.post, trial.around, now=NOW):
            yield text, finding


def is_right(text: str, finding: Finding) -> bool:
    """Tell whether a finding on a post that seems in order is true: a text too long for Mastodon, or read and found right."""
    if finding.rule == "text.too_long":
        return finding.channel == "mastodon" and len(text) > MASTODON
    return finding.facts.get("found") in RIGHT


@contextmanager
def aloud(capsys: pytest.CaptureFixture[str]) -> Iterator[None]:
    """Let what is printed be seen even where the test passes."""
    with capsys.disabled():
        yield


@pytest.mark.parametrize("name", POSTS)
def test_rules_rarely_speak_up_on_posts_that_are_in_order(
    name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    posts = POSTS[name]
    found = list(alarms(posts))
    counts = Counter(finding.rule for _text, finding in found)
    with aloud(capsys):
        say(f"\nfindings on {len(posts)} {name} posts, {len(rules())} rules:")
        for rule, count in counts.most_common():
            weight = rules()[rule].severity.value
            say(f"  {rule:24} {weight:8} {count:4}  {100 * count / len(posts):5.1f} %")
        say(f"  right by reading: {sum(is_right(*item) for item in found)}")
        say(f"  silent: {len(rules()) - len(counts)} rules")
    wrong = [item for item in found if not is_right(*item)]
    assert not [item for item in wrong if item[1].severity is not Severity.HINT]
    assert len({text for text, _finding in wrong}) <= MOST_HINTS * len(posts)


@pytest.mark.parametrize(("name", "least"), [("clean", 200), ("blind", 200), ("other voices", 60)])
def test_there_are_enough_posts_and_no_two_are_the_same(name: str, least: int) -> None:
    assert len(set(POSTS[name])) == len(POSTS[name]) >= least
