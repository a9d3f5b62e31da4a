# SPDX-License-Identifier: EUPL-1.2
"""Builds the page of series and events and hears what it wants."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from kalender.domain.chains.events import Event
from kalender.domain.chains.series import Series
from kalender.ui.chains.page import Box, ChainsPage, Part
from kalender.ui.shell.further.listed import Built
from kalender.wording.chains import events as event_words
from kalender.wording.chains.series import count, sentence
from kalender.wording.dates import moment_middle
from kalender.wording.tr import tr

if TYPE_CHECKING:
    from kalender.ui.shell.workplace import Workplace


def build(work: Workplace) -> Built:
    """Return the page over the plan that is open."""
    page = ChainsPage(work.theme, lambda: _parts(work))
    page.wanted.connect(work.visits.chains.perform)
    return Built(page, page)


def _parts(work: Workplace) -> Sequence[Part]:
    series = tuple(_box(work, item) for item in work.house.series.all())
    events = tuple(_event(work, item) for item in work.house.events.all())
    return (
        Part(
            heading=tr("Serien"),
            boxes=series,
            nothing=tr(
                "Noch wiederholt sich nichts. Wählen Sie im Kalender einen Beitrag mit Termin und dann "
                "„Als Serie wiederholen …“ (Strg R)."
            ),
            verbs=(("top_up", tr("Fehlende Termine nachfüllen")),) if series else (),
        ),
        Part(
            heading=tr("Veranstaltungen und Kampagnen"),
            boxes=events,
            nothing=tr(
                "Noch keine Veranstaltung. Sie liegt als Balken über ihren Tagen, und ihre Beiträge "
                "verschieben sich mit ihr."
            ),
            verbs=(("new_event", tr("Veranstaltung anlegen …")),),
        ),
    )


def _event(work: Workplace, item: Event) -> Box:
    members = work.house.events.members(item.id)
    place = f", {item.place}" if item.place else ""
    return Box(
        id=item.id,
        icon="ri.flag-line",
        title=item.title,
        lines=(
            f"{event_words.kind(item)}, {event_words.span(item)}{place}",
            count(len(members)) if members else tr("Noch kein Beitrag dazu."),
        ),
        verbs=(
            ("event_next", tr("Im Kalender ansehen")),
            ("edit", tr("Bearbeiten …")),
            ("shift", tr("Verschieben nach …")),
            ("chain", tr("Kette anlegen …")),
            ("drop", tr("Löschen …")),
        ),
    )


def _box(work: Workplace, item: Series) -> Box:
    desk = work.house.series
    now = work.house.posts.now()
    members = desk.members(item.id)
    coming = [one for one in members if one.post.planned is not None and one.post.planned >= now]
    lines = [
        sentence(item.rule, item.start, on_holiday=item.on_holiday, posts=desk.total(item))
        if item.start
        else "",
        tr("Nächster: {when}. Angelegt: {count} künftige, {past} vergangene.").format(
            when=moment_middle(coming[0].post.planned),
            count=len(coming),
            past=len(members) - len(coming),
        )
        if coming and coming[0].post.planned
        else tr("Kein künftiger Beitrag. Angelegt waren {past}.").format(past=len(members)),
    ]
    if item.paused:
        lines.append(tr("Angehalten: Es kommen keine neuen Beiträge dazu."))
    return Box(
        id=item.id,
        icon="ri.repeat-line",
        title=item.title or tr("Ohne Titel"),
        lines=tuple(line for line in lines if line),
        verbs=(
            ("next", tr("Im Kalender ansehen")),
            ("rule", tr("Wiederholung ändern …")),
            ("resume", tr("Fortsetzen")) if item.paused else ("pause", tr("Anhalten")),
            ("end", tr("Beenden …")),
        ),
    )
