# SPDX-License-Identifier: EUPL-1.2
"""The command rescue: take out of a damaged plan what can be read, into a new one."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kalender.cli.answers import Answer
from kalender.cli.ports import Plans

if TYPE_CHECKING:
    from kalender.services.rescue.rescue import Rescued


def rescue(given: Namespace, plans: Plans) -> Answer:
    """Salvage a plan beside itself or into the folder of --to; the damaged one stays as it is.

    Raises Refused FOLDER_NOT_EMPTY, NOTHING_RESCUED, FILE_UNREADABLE, DISK_FULL, WRITE_FAILED.
    """
    from kalender.wording.rescue.screen import outcome

    to = Path(given.to).absolute() if given.to else None
    done = plans.rescue().salvage(Path(given.plan).absolute(), to)
    return Answer(facts=_facts(done), lines=tuple(line.words for line in outcome(done)))


def _facts(done: Rescued) -> dict[str, Any]:
    made = done.salvage
    return {
        "ok": True,
        "complete": made.complete,
        "changesets_taken": len(made.taken),
        "changesets_lost": [{"id": item.id or None, "number": item.number or None} for item in made.lost],
        "waiting": [{"id": item.id, "needs": list(item.needs)} for item in made.waiting],
        "restated": list(made.restated),
        "posts": made.posts,
        "newest": made.newest or None,
        "pictures": done.pictures,
        "missing_pictures": list(done.missing),
        "original_unchanged": done.original_unchanged,
        "out": str(done.out),
    }
