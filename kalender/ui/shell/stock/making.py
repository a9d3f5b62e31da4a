# SPDX-License-Identifier: EUPL-1.2
"""A new post from a template: chosen, asked for what it needs, opened in the editor."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import TYPE_CHECKING

from kalender.ui.widgets.picking.questions import Questions
from kalender.ui.widgets.picking.sheet import PickSheet
from kalender.ui.widgets.picking.stock import preview, questions, template_picks, texts_of
from kalender.wording.dates import day_short
from kalender.wording.templates.known import known
from kalender.wording.tr import tr

if TYPE_CHECKING:
    from kalender.ui.shell.workplace import Workplace


def choose(work: Workplace) -> None:
    """Offer the templates, after what is being typed is saved."""
    if not work.visits.flush():
        return
    PickSheet(
        work.theme,
        work.window,
        title=tr("Neuer Beitrag aus Vorlage"),
        note=tr("Die Vorlage bringt Text, Angaben, Kanäle und Checkliste mit."),
        items=template_picks(work.house.stock.library.templates.offered()),
        search=tr("Vorlage suchen"),
        empty=tr("Keine Vorlage passt."),
        verb=tr("Weiter"),
        done=lambda id_: begin(work, id_),
    ).open()


def begin(work: Workplace, id_: str) -> None:
    """Ask for the gaps of a template, then make the post on the day the calendar is on, and open it."""
    library = work.house.stock.library
    template = library.templates.get(id_)
    moment = when(work, template.channels)
    words = known(work.house.plan.municipality, planned=moment)

    def make(answers: Mapping[str, str]) -> None:
        made: list[str] = []
        values = {**words, **answers}
        if work.attempt(lambda: made.append(library.make(id_, values, planned=moment))):
            work.visits.open_post(made[0])

    asked = questions(texts_of(template), words)
    if not asked:
        make({})
        return
    note = tr("Was Sie leer lassen, bleibt als Lücke stehen und wird in den Prüfungen gemeldet.")
    Questions(
        work.theme,
        work.window,
        title=template.name,
        note=" ".join(part for part in (hurry(work, template.lead, moment), note) if part),
        questions=asked,
        verb=tr("Beitrag anlegen"),
        done=make,
        preview=lambda answers: preview(template, {**words, **answers}),
    ).open()


def hurry(work: Workplace, lead: int, moment: datetime) -> str:
    """Return a word on the time that is left where a template wants more of it, else nothing. lead: working days."""
    if not lead:
        return ""
    from kalender.services.pace.office import Office

    start = Office(work.house.plan, work.house.layers).back(moment.date(), lead)
    if start >= work.house.posts.now().date():
        return ""
    words = tr("Diese Vorlage braucht {days} Vorlauf, bis zum {day} ist weniger Zeit.")
    days = tr("1 Arbeitstag") if lead == 1 else tr("{count} Arbeitstage").format(count=lead)
    return words.format(days=days, day=day_short(moment.date()))


def when(work: Workplace, wanted: tuple[str, ...]) -> datetime:
    """Return when the post is to appear: on the day of the calendar's cursor where that is ahead, else on the next free slot."""
    from kalender.domain.templates.template import channels_of

    house = work.house
    channels = channels_of(wanted, house.plan.channels)
    calendar = work.visits.calendar
    if calendar is not None and work.window.pages.key == "calendar":
        day = calendar.cursor_day()
        plain = day.date() if isinstance(day, datetime) else day
        if plain > house.posts.now().date():
            return house.posts.usual_moment(channels, plain)
    return house.slots.next_moment(channels)
