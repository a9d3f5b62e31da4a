# SPDX-License-Identifier: EUPL-1.2
"""The words on printed sheets, as the plain values that resources/templates/*.typ set."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, timedelta
from typing import Any

from kalender.domain.card import Card
from kalender.domain.days.month import Band, BandKind, pack_bands
from kalender.domain.stage import Stage
from kalender.services.handing.sheets import Gathered, PrintedFile, View, Worded
from kalender.services.plan_view import PlanView
from kalender.wording.cards import flag_words, title
from kalender.wording.dates import (
    MONTHS,
    WEEKDAYS,
    clock,
    day_long,
    day_month,
    day_range,
    day_short,
    day_year,
    month,
    week,
)
from kalender.wording.handing.days import bands, holidays, notes
from kalender.wording.terms import STAGES, look
from kalender.wording.tr import tr

_FIRST_PAGE = 60
"""Rows of a list that a first page cannot exceed."""

Json = dict[str, Any]


def sheets(found: Gathered, plan: PlanView) -> Worded:
    """Return everything a template sets."""
    order = found.order
    short, long = order.paper.sides
    over = bands(found.layers, {item.id: item.name for item in plan.channels})
    used = {(term := look(card.stage, card.flags)).key: term for card in found.cards}
    data: Json = {
        "title": _title(found),
        "town": plan.municipality.title,
        "stand": tr("Stand: {when} Uhr").format(when=f"{day_long(found.made.date())}, {clock(found.made)}"),
        "preview": found.preview,
        "mono": order.mono,
        "week": order.view is View.WEEK,
        "width": short if order.upright else long,
        "height": long if order.upright else short,
        "legend": [{"look": key, "word": used[key].text} for key in _ranked(used)],
        "hatched": any(item.kind is BandKind.BLACKOUT for item in over),
        "events": order.view is not View.LIST and any(item.kind is BandKind.EVENT for item in over),
        "words": {
            "week": tr("KW"),
            "weekdays": list(WEEKDAYS),
            "hidden": tr("+{count} auf Seite {page}"),
            "rest": tr("Mehr im Blatt „{title}“"),
            "page": tr("Seite {page} von {pages}"),
            "one-page": tr("Seite {page}"),
            "legend": tr("Stände"),
            "hatched": tr("Sperrzeit"),
            "event": tr("Veranstaltung, Kampagne"),
            "columns": [tr("Tag"), tr("Zeit"), tr("Titel"), tr("Stand"), tr("Kanäle"), tr("Thema"), tr("Zuständig")],
            "nothing": tr("In diesen Tagen liegt kein Beitrag."),
        },
    }  # fmt: skip
    by_day = _by_day(found.cards)
    if order.view is View.LIST:
        data["months"] = _months(found, over, by_day, plan)
    else:
        data["sheets"] = [_sheet(span, found, over, by_day, plan) for span in found.spans]
    return Worded(data=data, icons={key: term.icon for key, term in used.items()})


def written(done: PrintedFile) -> str:
    """Return what was written, in one sentence without the place."""
    if not done.posts:
        return tr("PDF gespeichert. In diesen Tagen liegt kein Beitrag.")
    if done.posts == 1:
        return tr("PDF gespeichert, mit 1 Beitrag.")
    return tr("PDF gespeichert, mit {count} Beiträgen.").format(count=done.posts)


def _title(found: Gathered) -> str:
    first, last = found.order.first, found.order.last
    if found.order.view is View.LIST:
        return tr("Beiträge {days}").format(days=_days(first, last))
    names = [_name(span, found.order.view) for span in (found.spans[0], found.spans[-1])]
    return names[0] if len(found.spans) == 1 else f"{names[0]} – {names[1]}"


def _days(first: date, last: date) -> str:
    if first.year != last.year:
        return f"{day_year(first)} – {day_year(last)}"
    return f"{day_range(first, last)} {first.year}"


def _name(span: tuple[date, date], view: View) -> str:
    if view is View.WEEK:
        return week(*span)
    return month(_middle(span))


def _middle(span: tuple[date, date]) -> date:
    """Return a day of the month a sheet is about: it begins and ends with days of its neighbours."""
    return span[0] + timedelta(days=10)


def _ranked(used: Iterable[str]) -> list[str]:
    order = [term.key for term in STAGES.values()]
    return sorted(used, key=lambda key: (order.index(key) if key in order else len(order), key))


def _by_day(cards: Iterable[Card]) -> dict[date, list[Card]]:
    found: dict[date, list[Card]] = {}
    for card in cards:
        if card.planned is not None:
            found.setdefault(card.planned.date(), []).append(card)
    return found


# Months and weeks


def _sheet(
    span: tuple[date, date],
    found: Gathered,
    over: list[Band],
    by_day: Mapping[date, list[Card]],
    plan: PlanView,
) -> Json:
    days = [span[0] + timedelta(days=number) for number in range((span[1] - span[0]).days + 1)]
    about = _middle(span).month if found.order.view is View.MONTH else 0
    named, noted = holidays(found.layers), notes(found.layers)
    weeks = []
    for start in range(0, len(days), 7):
        some = days[start : start + 7]
        packed = pack_bands(some, over, view_first=days[0], limit=99)
        weeks.append(
            {
                "number": str(some[0].isocalendar().week),
                "lanes": max(packed.lanes),
                "bands": [
                    {
                        "lane": piece.lane,
                        "first": piece.first,
                        "last": piece.last,
                        "label": piece.band.label if piece.leading else piece.band.short or piece.band.label,
                        "hatched": piece.band.kind is BandKind.BLACKOUT,
                        "event": piece.band.kind is BandKind.EVENT,
                        "begins": piece.starts,
                    }
                    for piece in sorted(packed.pieces, key=lambda piece: (piece.lane, piece.first))
                ],
                "days": [
                    {
                        "label": _label(day, days[0]),
                        "spoken": day_long(day),
                        "other": bool(about) and day.month != about,
                        "weekend": day.weekday() > 4,
                        "holiday": named.get(day, ""),
                        "items": [
                            *({"post": False, "text": text} for text in noted.get(day, ())),
                            *(_post(card, plan, found.order.view) for card in by_day.get(day, ())),
                        ],
                    }
                    for day in some
                ],
            }
        )
    return {"title": _name(span, found.order.view), "weeks": weeks}


def _label(day: date, first: date) -> str:
    return day_month(day) if day.day == 1 or day == first else f"{day.day}."


def _post(card: Card, plan: PlanView, view: View) -> Json:
    channels, topic, person = _said(card, plan)
    more = ", ".join(part for part in (topic, person) if part) if view is View.WEEK else ""
    return {
        "post": True,
        "time": clock(card.planned) if card.planned else "",
        "title": title(card),
        "look": look(card.stage, card.flags).key,
        "stage": _stage(card),
        "channels": channels,
        "more": more,
    }


def _stage(card: Card) -> str:
    """Return the stage and what lies over it; the word of the symbol first."""
    first = look(card.stage, card.flags).text
    words = [first, STAGES[card.stage].text, *flag_words(card)]
    if first != STAGES[card.stage].text and card.stage in {Stage.IDEA, Stage.DRAFT}:
        words.remove(STAGES[card.stage].text)
    return ", ".join(dict.fromkeys(words))


def _said(card: Card, plan: PlanView) -> tuple[str, str, str]:
    names = ", ".join(item.name for item in plan.channels if item.id in card.channels)
    topic = next((item.name for item in plan.topics if item.id == card.topic), "")
    person = plan.person(card.responsible)
    return names, topic, person.name if person is not None else ""


# The list


def _months(
    found: Gathered, over: list[Band], by_day: Mapping[date, list[Card]], plan: PlanView
) -> list[Json]:
    months: dict[tuple[int, int], list[Json]] = {}
    (first, last) = found.spans[0]
    named, noted = holidays(found.layers), notes(found.layers)
    rows = 0
    for number in range((last - first).days + 1):
        day = first + timedelta(days=number)
        some = [*_applies(day, first, over, named.get(day, ""), noted.get(day, ()))]
        some += [_row(card, plan) for card in by_day.get(day, ())]
        if some:
            months.setdefault((day.year, day.month), []).extend(some)
        rows += len(some)
        if found.preview and rows >= _FIRST_PAGE:
            break
    return [{"title": f"{MONTHS[its - 1]} {year}", "rows": some} for (year, its), some in months.items()]


def _applies(
    day: date, first: date, over: Iterable[Band], holiday: str, noted: Iterable[str]
) -> Iterator[Json]:
    words = [(item.label, item.kind is BandKind.BLACKOUT) for item in over if day == max(item.first, first) and item.last >= day]  # fmt: skip
    for text, hatched in [
        *([(holiday, False)] if holiday else []),
        *words,
        *((text, False) for text in noted),
    ]:
        yield {"post": False, "day": day_short(day), "title": text, "hatched": hatched}


def _row(card: Card, plan: PlanView) -> Json:
    channels, topic, person = _said(card, plan)
    return {
        "post": True,
        "day": day_short(card.planned.date()) if card.planned else "",
        "time": clock(card.planned) if card.planned else "",
        "title": title(card),
        "look": look(card.stage, card.flags).key,
        "stage": _stage(card),
        "channels": channels,
        "topic": topic,
        "person": person,
    }
