# SPDX-License-Identifier: EUPL-1.2
"""Which changes are told in a toast, and with which words."""

from __future__ import annotations

from kalender.services.acting.changes import Changes
from kalender.wording.actions import label, toast
from kalender.wording.tr import tr

TOLD = frozenset(
    {
        "post.moved", "post.shifted", "post.slotted", "post.to_backlog", "post.duplicated", "post.deleted", "post.restored",
        "post.held", "post.released", "post.dropped", "post.taken_up", "post.to_draft", "post.to_idea",
        "post.published", "post.unpublished", "post.detached", "post.cropped", "version.reset",
        "review.requested", "review.withdrawn", "review.approved", "review.change_asked",
        "picture.imported", "picture.deleted", "picture.pinned", "table.imported", "document.taken", "backup.restored", "town.changed",
        "channel.added", "channel.changed", "channel.ordered", "channel.retired", "channel.revived", "channel.deleted",
        "person.added", "person.changed", "person.role", "person.left", "person.back",
        "topic.added", "topic.changed", "topic.ordered", "topic.deleted",
        "blackout.added", "blackout.changed", "blackout.deleted",
        "event.added", "event.chained", "event.changed", "event.moved", "event.deleted", "event.released",
        "series.added", "series.topped_up", "series.changed", "series.skipped", "series.deleted", "series.ended",
        "series.paused", "series.resumed", "series.ruled", "series.released",
        "step.taken_back", "post.state_restored", "trash.restored", "archive.closed", "archive.reopened",
        "archive.taken_out", "view.saved", "view.changed", "view.renamed", "view.deleted",
        "board.limit", "several.shifted", "several.channel_added", "several.channel_next", "several.channel_removed", "several.topic", "several.person",
        "several.label_added", "several.label_removed", "several.held", "several.released", "word.added", "word.imported", "word.removed",
        "template.added", "template.changed", "template.deleted", "template.hidden", "template.offered", "template.reset",
        "block.added", "block.changed", "block.deleted", "block.hidden", "block.offered", "block.reset",
        "todo.removed", "post.template_applied", "choices.changed", "finding.left", "finding.shown_again", "rules.changed", "rules.reset", "rules.house",
        "consent.added", "consent.changed", "consent.revoked", "consent.deleted",
    }
)  # fmt: skip
"""Actions whose result one may not see at once; typing is not among them."""


def words(changes: Changes) -> str:
    """Return the sentence of the toast after a change, or nothing."""
    if not changes.here:
        return ""
    if changes.undone:
        done = label(changes.label, changes.facts)
        pattern = tr("Rückgängig gemacht: {done}") if changes.undone == "undo" else tr("Wiederholt: {done}")
        said = pattern.format(done=done)
        if changes.kept:
            said += ". " + tr("Was seither geändert wurde, blieb stehen.")
        return said
    if changes.label not in TOLD:
        return ""
    said = toast(changes.label, changes.facts)
    return f"{said}. {stayed(changes)}" if changes.kept else said


def stayed(changes: Changes) -> str:
    """Return what a step that was taken back had to leave: the first few things by name."""
    from kalender.wording.past.differences import key_words

    names = list(dict.fromkeys(key_words(item.key, lambda _id: "") for item in changes.kept))
    more = tr(" und mehr") if len(names) > 3 else ""
    return tr("Stehen blieb, weil es seither geändert wurde: {what}").format(what=", ".join(names[:3]) + more)
