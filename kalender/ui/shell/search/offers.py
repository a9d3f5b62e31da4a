# SPDX-License-Identifier: EUPL-1.2
"""What the search offers beside posts: days, commands, views, settings; put into groups and into order."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from typing import Protocol

from PySide6.QtGui import QAction

from kalender.ui.shell.commands.actions import ENTRIES, plain, shown_keys
from kalender.ui.shell.search.ranking import LEAST, Fit, ranked
from kalender.wording.tr import tr

MOST = 5
"""So many of a group are shown; who needs more types another letter."""

MOST_RECENT = 6
"""So many of what was used last are offered before anything is typed."""


class Group(Enum):
    """What is found, in the order of the list where nothing fits better: the heading."""

    RECENT = "Zuletzt benutzt"
    DAY = "Tag"
    COMMAND = "Befehle"
    VIEW = "Gesicherte Ansichten"
    TEMPLATE = "Neuer Beitrag aus Vorlage"
    BLOCK = "Textbausteine"
    SETTING = "Einstellungen"
    POST = "Beiträge"


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer:
    """Something that can be done. key: the same at every start, for what was used last.

    hint: at the end of the line, a key or a date. also: other words it is found by. reason: why not now, else empty.
    """

    key: str
    group: Group
    words: str
    run: Callable[[], object]
    icon: str = "ri.arrow-right-s-line"
    hint: str = ""
    also: tuple[str, ...] = ()
    reason: str = ""

    @property
    def spoken(self) -> str:
        """How it is read out."""
        kinds = {Group.COMMAND: tr("Befehl"), Group.SETTING: tr("Einstellung"), Group.VIEW: tr("Ansicht")}
        first = f"{kinds[self.group]} {self.words}" if self.group in kinds else self.words
        why = tr("nicht möglich: {reason}").format(reason=self.reason) if self.reason else ""
        return ", ".join(part for part in (first, self.hint, why) if part)


class Finds(Protocol):
    """What the plan offers to the search: sources.PlanOffers is one."""

    def __call__(self, text: str, /) -> Sequence[Offer]:
        """Return what there is, and the days a text means."""

    def recent(self) -> Sequence[str]:
        """Return the keys of what was used last."""

    def used(self, key: str, /) -> None:
        """Remember that something was used."""


ALSO = {
    "view.week": ("Wochenansicht",),
    "view.month": ("Monatsansicht",),
    "view.list": ("Listenansicht",),
    "view.agenda": ("Tagesansicht",),
    "view.quarter": ("Quartalsansicht", "Vierteljahr"),
    "view.year": ("Jahresansicht",),
    "view.date": ("Springen zu",),
    "post.new": ("Beitrag anlegen", "Beitrag erstellen"),
    "post.idea": ("Ideenkorb",),
    "post.move": ("Termin ändern", "Auf anderen Tag legen"),
    "post.repeat": ("Wiederholung",),
    "post.delete": ("Entfernen",),
    "pace.show": ("Lücken", "Auslastung"),
}
"""Other words commands of the calendar are found by."""


def command_offers(actions: Iterable[QAction]) -> list[Offer]:
    """Return the actions of the menus; one that is switched off says why."""
    icons = {entry.key: entry.icon for entry in ENTRIES}
    return [
        Offer(
            key=f"command:{action.objectName() or plain(action)}",
            group=Group.COMMAND,
            words=plain(action),
            run=action.trigger,
            icon=_icon(action, icons),
            hint=shown_keys(action),
            also=tuple(tr(word) for word in ALSO.get(action.objectName(), ())),
            reason="" if action.isEnabled() else action.statusTip() or tr("Zurzeit nicht möglich."),
        )
        for action in actions
    ]


def _icon(action: QAction, icons: Mapping[str, str]) -> str:
    """Return the symbol of an action; that of a page lies in its data."""
    data = action.data()
    if isinstance(data, tuple) and data and data[0]:
        return str(data[0])
    return icons.get(action.objectName()) or "ri.arrow-right-s-line"


def fitting(
    typed: str, offers: Sequence[Offer], recent: Sequence[str]
) -> list[tuple[Group, list[Offer], Fit]]:
    """Return what fits by group, at most MOST each, with the best fit of the group.

    In a group what can be done stands before what cannot; then the better fit; of those alike what was used last.
    What cannot be done is only named where it fits well.
    """
    groups: list[tuple[Group, list[Offer], Fit]] = []
    long = len(typed.strip()) >= LEAST

    def words(item: Offer) -> tuple[str, ...]:
        return (item.words, *item.also) if long else (item.words,)

    place = {key: number for number, key in enumerate(recent)}
    for group in Group:
        some = [item for item in offers if item.group is group]
        if group is Group.DAY:  # it was understood, not compared
            groups += [(group, some, Fit.SAME)] if some else []
            continue
        found = [
            (bool(item.reason), fit, place.get(item.key, len(place)), number, item)
            for number, (fit, item) in enumerate(ranked(typed, some, words))
            if not item.reason or fit <= Fit.WORDS
        ]
        found.sort(key=lambda entry: entry[:4])
        if found:
            able = [fit for reason, fit, *_rest in found if not reason]
            groups.append((group, [entry[-1] for entry in found[:MOST]], min(able, default=Fit.LETTERS)))
    return groups


def used_last(offers: Sequence[Offer], recent: Sequence[str]) -> list[Offer]:
    """Return what was used last and can be done now, the latest first."""
    by_key = {item.key: item for item in offers if not item.reason}
    return [by_key[key] for key in recent if key in by_key][:MOST_RECENT]
