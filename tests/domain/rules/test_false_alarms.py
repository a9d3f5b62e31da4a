# SPDX-License-Identifier: EUPL-1.2
"""How often rules speak up on two hundred posts that are in order; the counts are printed."""

import sys
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from kalender.domain.rules.checks import Finding, Severity, check, rules
from tests.domain.rules.cases import NOW, said
from tests.domain.rules.clean_posts import CLEAN

MOST = 0.01
"""Share of posts on which rules that block may speak up, all together; a tenth may get a warning."""


def say(line: str) -> None:
    """Print a line."""
    sys.stdout.write(line + "\n")


def alarms() -> Iterator[tuple[str, Finding]]:
    """Yield every finding with the text it is about, all rules at their default."""
    for text in CLEAN:
        trial = said(text, "facebook", "mastodon", "website", title="Neues aus der Stadt")
        for finding in check(trial.post, trial.around, now=NOW):
            yield text, finding


@contextmanager
def aloud(capsys: pytest.CaptureFixture[str]) -> Iterator[None]:
    """Let what is printed be seen even where the test passes."""
    with capsys.disabled():
        yield


def test_rules_rarely_speak_up_on_posts_that_are_in_order(capsys: pytest.CaptureFixture[str]) -> None:
    found = list(alarms())
    counts = Counter(finding.rule for _text, finding in found)
    with aloud(capsys):
        say(f"\nfalse alarms on {len(CLEAN)} clean posts, {len(rules())} rules:")
        for rule, count in counts.most_common():
            weight = rules()[rule].severity.value
            say(f"  {rule:24} {weight:8} {count:4}  {100 * count / len(CLEAN):5.1f} %")
        say(f"  silent: {len(rules()) - len(counts)} rules")
    texts = {weight: {text for text, finding in found if finding.severity is weight} for weight in Severity}
    blocked = sorted(texts[Severity.ERROR])
    warned = sorted(texts[Severity.WARNING])
    assert len(CLEAN) >= 200
    assert len(blocked) <= MOST * len(CLEAN), blocked
    assert len(warned) <= 0.1 * len(CLEAN), warned


def test_no_two_clean_posts_are_the_same() -> None:
    assert len(set(CLEAN)) == len(CLEAN)
