# SPDX-License-Identifier: EUPL-1.2
"""The command show: one post with the text, lengths, limits and crops of each channel, its stage and approval."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path
from typing import Any

from kalender.cli.answers import Answer
from kalender.cli.ports import OpenPlan, Plans
from kalender.cli.values import in_short, iso, lines_of, post_id
from kalender.domain.content import Surroundings, alt_text, check_mark
from kalender.domain.counting import count, limit_of
from kalender.domain.post import Decision, Post, Version
from kalender.services.pictures import CropView
from kalender.wording.cards import VOID_REASONS
from kalender.wording.dates import day_field, moment_middle
from kalender.wording.templates.fields import field_lines


def show(given: Namespace, plans: Plans) -> Answer:
    """Show a post. Raises Refused NOT_FOUND, AMBIGUOUS and those of opening a plan."""
    with closing(plans.open(Path(given.plan), read_only=True)) as house:
        sheet = house.reviews.sheet(post_id(house, given.post))
        post, found = sheet.post, sheet.standing
        card = house.posts.card(post.id)
        order = [item.id for item in house.plan.channels]
        versions = sorted(post.versions, key=lambda item: order.index(item.id) if item.id in order else 99)
        crops = house.pictures.crops(post)
        facts = {
            **in_short(card),
            "digest": sheet.digest,
            "approval": _decision(found.approval),
            "lapsed": _decision(found.lapsed),
            "reason": found.reason.value if found.reason else None,
            "requested": iso(found.request.at) if found.request else None,
            "text": post.text,
            "link": post.link,
            "place": post.place,
            "note": post.note,
            "goal": post.goal,
            "groups": list(post.groups),
            "task": post.task,
            "contact": post.contact,
            "campaign": post.campaign,
            "labels": list(post.labels),
            "source": post.source,
            "alternative": post.alternative,
            "embargo": iso(post.embargo),
            "not_before": post.not_before or None,
            "checklist": [
                {"text": item.text, "done": item.done, "by": item.by or None, "at": iso(item.at)}
                for item in post.todos
            ],
            "hold": post.hold or None,
            "external": post.external or None,
            "original": post.original or None,
            "versions": [_version(post, item, sheet.around, crops) for item in versions],
        }
        lines = [
            *lines_of([card]),
            *field_lines(post, house.plan),
            *_approval_lines(house, facts, found.approval, sheet.digest),
        ]
    return Answer(facts=facts, lines=(*lines, *_version_lines(facts["versions"])))


def _decision(said: Decision | None) -> dict[str, Any] | None:
    if said is None:
        return None
    return {
        "kind": said.kind.value,
        "by": said.by,
        "at": iso(said.at),
        "digest": said.digest,
        "first": said.first.isoformat() if said.first else None,
        "last": said.last.isoformat() if said.last else None,
        "comment": said.comment,
    }


def _version(post: Post, version: Version, around: Surroundings, crops: Sequence[CropView]) -> dict[str, Any]:
    text = post.text_for(version)
    channel = around.channels.get(version.id)
    platform = around.platforms.get(channel.platform if channel else version.id)
    format_ = around.formats.get(platform.text_format) if platform else None
    facts: dict[str, Any] = {
        "channel": version.id,
        "text": text,
        "own": version.text is not None,
        "date": iso(post.planned_for(version)),
        "link": post.link_for(version),
        "counts": {},
        "limit": None,
        "placements": [_placement(view) for view in crops if view.channel == version.id],
    }
    if format_ is not None:
        counted = count(format_.text_rule, text)
        own = channel.text_limit if channel else 0
        limit = limit_of(format_, pictures=bool(post.attachments_for(version)), own=own)
        facts["counts"] = {format_.text_rule.value: counted.value}
        facts["limit"] = limit.value or None
        facts["rule"] = format_.text_rule.value
        if limit.bytes:
            facts["counts"]["utf8_bytes"] = counted.bytes
            facts["limit_bytes"] = limit.bytes
    return facts


def _placement(view: CropView) -> dict[str, Any]:
    crop = view.crop
    return {
        "format": view.format.id,
        "picture": view.picture.id,
        "width": view.format.width,
        "height": view.format.height,
        "crop": [crop.x, crop.y, crop.w, crop.h],
        "own": view.own,
        **({"border": view.border.told} if view.border is not None else {}),
        "alt": alt_text(view.attachment, view.picture),
        "decorative": view.attachment.decorative,
        "enlarged_percent": view.enlarged,
    }


def _approval_lines(
    house: OpenPlan, facts: dict[str, Any], approval: Decision | None, digest: str
) -> list[str]:
    lines = [f"Prüfzeichen {check_mark(digest)}"]
    if approval is not None:
        person = house.plan.person(approval.by)
        who = person.name if person else approval.by
        when = moment_middle(approval.at) if approval.at else ""
        days = ""
        if approval.first and approval.last:
            days = f", gilt vom {day_field(approval.first)} bis {day_field(approval.last)}"
        lines.append(f"Freigegeben von {who}, {when}{days}")
    elif facts["reason"]:
        why = {reason.value: words for reason, words in VOID_REASONS.items()}[facts["reason"]]
        lines.append(f"Freigabe erloschen: {why}")
    return lines


def _version_lines(versions: Sequence[dict[str, Any]]) -> list[str]:
    lines: list[str] = []
    for item in versions:
        length = next(iter(item["counts"].values()), len(item["text"]))
        limit = f" von {item['limit']}" if item["limit"] else ""
        own = ", eigene Fassung" if item["own"] else ""
        lines += ["", f"{item['channel']}: {length}{limit} Zeichen{own}", item["text"]]
        for spot in item["placements"]:
            crop = ", ".join(str(value) for value in spot["crop"])
            lines.append(f"  {spot['format']} {spot['width']}×{spot['height']}, Zuschnitt {crop} ‰")
            if spot["alt"] or not spot["decorative"]:
                lines.append(f"    Alternativtext: {spot['alt'] or 'fehlt'}")
    return lines
