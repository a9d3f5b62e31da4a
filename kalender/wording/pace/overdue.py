# SPDX-License-Identifier: EUPL-1.2
"""What is overdue, in German: the line at the start, the heads of the list, and what to do."""

from __future__ import annotations

from kalender.services.pace.overdue import DueItem, Dues, Why
from kalender.wording.dates import day_comma, moment_short
from kalender.wording.pace.deadlines import DUES
from kalender.wording.tr import tr

HEADS = {
    Why.NOT_APPROVED: ("Termin vorbei, nicht freigegeben", "Verschieben …"),
    Why.NOT_EXPORTED: ("Freigegeben, aber nicht exportiert", "Exportieren …"),
    Why.NOT_TICKED: ("Exportiert, aber nicht als veröffentlicht vermerkt", "Abhaken …"),
    Why.MISSED: ("Frist versäumt", "Öffnen"),
    Why.TODAY: ("Frist heute", "Öffnen"),
}
"""What is due, and the one thing to do about it."""


def headline(dues: Dues) -> str:
    """Return „3 Beiträge sind überfällig, 2 Fristen liegen heute“, empty where nothing is due."""
    parts = []
    if dues.posts:
        many = (
            tr("Mehr als {count} Beiträge sind überfällig")
            if dues.more
            else tr("{count} Beiträge sind überfällig")
        )
        parts.append(tr("1 Beitrag ist überfällig") if dues.posts == 1 else many.format(count=dues.posts))
    if dues.missed:
        many = tr("{count} Fristen sind versäumt")
        parts.append(tr("1 Frist ist versäumt") if dues.missed == 1 else many.format(count=dues.missed))
    if dues.deadlines:
        many = tr("{count} Fristen liegen heute")
        parts.append(tr("1 Frist liegt heute") if dues.deadlines == 1 else many.format(count=dues.deadlines))
    return ", ".join(parts)


def when(item: DueItem, dues: Dues) -> str:
    """Return when it was planned and for how long it is overdue, or by when it was due."""
    if item.day is not None and item.due is not None:
        appears = tr("erscheint {when}").format(when=moment_short(item.planned))
        what = tr(DUES[item.due])
        if item.day == dues.today:
            return tr("{what} heute fällig, {appears}").format(what=what, appears=appears)
        return tr("{what} war am {day} fällig, {appears}").format(
            what=what, day=day_comma(item.day), appears=appears
        )
    days = (dues.today - item.planned.date()).days
    since = tr("seit heute") if days == 0 else tr("seit gestern") if days == 1 else tr("seit {n} Tagen")
    return f"{moment_short(item.planned)}, {since.format(n=days)}"
