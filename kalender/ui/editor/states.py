# SPDX-License-Identifier: EUPL-1.2
"""What the editor shows of a post: tabs, what a version overrides, tiles, the text's figures. No Qt widgets."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from kalender.domain.content import Surroundings
from kalender.domain.format import Format
from kalender.domain.post import Post, Version
from kalender.domain.rules.checks import Finding, Severity
from kalender.ui.editor.text.gauge import Gauge, gauge, tightest
from kalender.ui.editor.text.tabs import BASE, TabLook
from kalender.ui.widgets.paint.values import ChannelMark
from kalender.wording.tr import tr


def tab_looks(post: Post, marks: Mapping[str, ChannelMark], findings: Sequence[Finding]) -> list[TabLook]:
    """Return the tabs of a post: the common text and its channels in the order of marks (that of the plan)."""
    order = list(marks)
    versions = sorted(
        (item for item in post.versions if item.id in marks), key=lambda item: order.index(item.id)
    )
    common = [item for item in findings if not item.channel]
    looks = [
        TabLook(
            key=BASE,
            mark=None,
            errors=sum(item.severity is Severity.ERROR for item in common),
            warnings=sum(item.severity is Severity.WARNING for item in common),
        )
    ]
    for version in versions:
        own = [item for item in findings if item.channel == version.id]
        looks.append(
            TabLook(
                key=version.id,
                mark=marks[version.id],
                own=version.text is not None,
                errors=sum(item.severity is Severity.ERROR for item in own),
                warnings=sum(item.severity is Severity.WARNING for item in own),
            )
        )
    return looks


def overridden(version: Version) -> tuple[list[str], list[str]]:
    """Return what a version overrides and what it takes from the post, in words."""
    aspects = (
        (tr("Text"), version.text is not None),
        (tr("Link"), version.link is not None),
        (tr("Termin"), version.planned is not None),
        (tr("Erster Kommentar"), bool(version.first_comment)),
        (tr("Bildauswahl"), bool(version.hidden)),
        (tr("Bilderfolge"), version.order is not None),
        (tr("Formate"), version.formats is not None),
        (tr("Ausschnitte"), any(item.own is not None for item in version.placements)),
    )
    rest = (tr("Text"), tr("Link"), tr("Termin"), tr("Bildauswahl"))
    return [words for words, own in aspects if own], [
        words for words, own in aspects if not own and words in rest
    ]


def reset_fields(version: Version) -> list[str]:
    """Return the fields of a version that "Zurücksetzen" lets inherit again; own crops are not among them."""
    owned = {
        "text": version.text is not None,
        "link": version.link is not None,
        "planned": version.planned is not None,
        "first_comment": bool(version.first_comment),
        "hidden": bool(version.hidden),
        "order": version.order is not None,
        "formats": version.formats is not None,
    }
    return [name for name, own in owned.items() if own]


def text_format(channel: str, around: Surroundings) -> Format | None:
    """Return the format whose rules count the text of a channel, or None for one without rules."""
    known = around.channels.get(channel)
    platform = around.platforms.get(known.platform) if known else None
    if known is None or platform is None:
        return None
    named = around.formats.get(platform.text_format) if platform.text_format else None
    if named is not None:
        return named
    return platform.formats[0] if platform.formats else None


def text_gauge(post: Post, key: str, around: Surroundings, marks: Mapping[str, ChannelMark]) -> Gauge:
    """Return the figures under the text of a tab; for the common text those of the channel with the least room."""
    if key == BASE:
        inheriting = [item for item in post.versions if item.text is None]
        return tightest(post.text, [_of(post, item, around, marks, whose=True) for item in inheriting])
    version = post.version(key)
    if version is None:
        return tightest("", [])
    return _of(post, version, around, marks, whose=False)


def _of(
    post: Post, version: Version, around: Surroundings, marks: Mapping[str, ChannelMark], *, whose: bool
) -> Gauge:
    text = post.text_for(version)
    format_ = text_format(version.id, around)
    if format_ is None:
        return tightest(text, [])
    channel = around.channels[version.id]
    name = marks[version.id].short if whose and version.id in marks else ""
    shown = bool(post.attachments_for(version))
    return gauge(text, format_, pictures=shown, own_limit=channel.text_limit, whose=name)


def most_pictures(post: Post, key: str, around: Surroundings) -> int:
    """Return how many pictures a tab's channels take at most; 0 where no limit is known."""
    limits = [
        max((item.max_images for item in around.formats_for(version)), default=0)
        for version in post.versions
        if key in {BASE, version.id}
    ]
    return min((limit for limit in limits if limit), default=0)
