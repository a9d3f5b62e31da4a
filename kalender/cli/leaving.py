# SPDX-License-Identifier: EUPL-1.2
"""The commands export, undo and redo."""

from __future__ import annotations

from argparse import Namespace
from contextlib import closing
from pathlib import Path

from kalender.cli.answers import Answer
from kalender.cli.ports import Plans
from kalender.cli.values import day
from kalender.domain.refusal import RefusalKind, Refused
from kalender.services.publishing import ExportReport
from kalender.wording.actions import label
from kalender.wording.refusals import sentence


def export(given: Namespace, plans: Plans) -> Answer:
    """Write packages of what is approved. Raises Refused BAD_DATE, DISK_FULL, WRITE_FAILED and those of opening a plan."""
    first, last = day(given.first), day(given.last)
    with closing(plans.open(Path(given.plan))) as house:
        report = house.publishing.export(Path(given.out), first, last, archive=given.archive)
    return _told(report)


def _told(report: ExportReport) -> Answer:
    left = [
        {"post": item.post, "title": item.title, "channel": item.channel, "folder": item.folder, "files": list(item.files)}
        for item in report.left
    ]  # fmt: skip
    back = [
        {
            "post": item.card.id,
            "title": item.card.title,
            "stage": item.card.stage.value,
            "reason": item.reason.kind.value,
            "message": sentence(item.reason),
        }
        for item in report.held_back
    ]
    posts = len({item.post for item in report.left})
    lines = [f"Exportiert: „{item.title}“ für {item.channel} nach {item.folder}" for item in report.left]
    lines += [f"Zurückgehalten: {item['message']}" for item in back]
    lines.append(f"Exportiert: {posts}, zurückgehalten: {len(back)}. Ordner: {report.out}")
    facts = {
        "out": str(report.out),
        "left": left,
        "held_back": back,
        "archive": str(report.archive) if report.archive else None,
    }
    return Answer(facts=facts, lines=tuple(lines))


def undo(given: Namespace, plans: Plans) -> Answer:
    """Take back the last step. Raises Refused NOTHING_TO_UNDO or UNDO_OVERTAKEN."""
    return _step(given, plans, again=False)


def redo(given: Namespace, plans: Plans) -> Answer:
    """Do again what was taken back. Raises Refused NOTHING_TO_UNDO or UNDO_OVERTAKEN."""
    return _step(given, plans, again=True)


def _step(given: Namespace, plans: Plans, *, again: bool) -> Answer:
    with closing(plans.open(Path(given.plan))) as house:
        changes = house.desk.redo() if again else house.desk.undo()
    if changes is None:
        raise Refused(RefusalKind.NOTHING_TO_UNDO)
    if changes.kept and not changes.refs:
        raise Refused(RefusalKind.UNDO_OVERTAKEN)
    words = label(changes.label, changes.facts)
    kept = [{"record": item.ref, "field": item.key} for item in changes.kept]
    lines = [f"{'Wiederholt' if again else 'Zurückgenommen'}: {words}"]
    if kept:
        lines.append(f"{len(kept)} Angaben blieben, weil sie seither geändert wurden.")
    name = "redone" if again else "undone"
    facts = {name: changes.label, "text": words, "records": sorted(changes.refs), "kept": kept}
    return Answer(facts=facts, lines=tuple(lines))
