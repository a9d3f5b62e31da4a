# SPDX-License-Identifier: EUPL-1.2
"""Builds the page Einstellungen, and tells once at the start that files of one's own formats do not hold."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

from kalender.ui.preferences.page import SettingsPage
from kalender.ui.preferences.sections import Part
from kalender.ui.shell.further.listed import Built
from kalender.ui.shell.further.parts import PARTS
from kalender.wording.tr import tr

if TYPE_CHECKING:
    from kalender.media.taking import Taken
    from kalender.ui.shell.workplace import Workplace

FORMATS = "formats"
"""Key of the part that shows formats and what is wrong with them."""


def build(work: Workplace) -> Built:
    """Return the page; its parts are made when they are first looked at."""
    makes: dict[str, Callable[[Workplace], Part]] = {
        "town": _town,
        "channels": _channels,
        "people": _people,
        "topics": _topics,
        "blackouts": _blackouts,
        "rules": _rules,
        "pace": _pace,
        "style": _style,
        "words": _words,
        "device": _device,
        FORMATS: _formats,
    }
    page = SettingsPage(
        work.theme, [(part.key, tr(part.words), part.icon, partial(makes[part.key], work)) for part in PARTS]
    )
    page.refused.connect(work.window.warn)
    return Built(page, page)


def _town(work: Workplace) -> Part:
    from kalender.ui.preferences.town import TownPart

    return TownPart(work.theme, work.house.setup.town, work.house.plan)


def _channels(work: Workplace) -> Part:
    from kalender.ui.preferences.channels import ChannelsPart

    house = work.house
    return ChannelsPart(work.theme, house.setup.channels, house.plan, lambda: house.posts.now().date())


def _people(work: Workplace) -> Part:
    from kalender.ui.preferences.people import PeoplePart

    house = work.house
    part = PeoplePart(work.theme, house.setup.people, house.plan, lambda: house.desk.person)
    part.act_as.connect(work.act_as)
    return part


def _topics(work: Workplace) -> Part:
    from kalender.ui.preferences.topics import TopicsPart

    return TopicsPart(work.theme, work.house.setup.topics, work.house.plan)


def _blackouts(work: Workplace) -> Part:
    from kalender.ui.preferences.blackouts import BlackoutsPart

    house = work.house
    return BlackoutsPart(work.theme, house.setup.blackouts, house.plan, lambda: house.posts.now().date())


def _rules(work: Workplace) -> Part:
    from kalender.ui.preferences.rules.part import RulesPart

    return RulesPart(work.theme, work.house.rules.rulings, work.house.plan)


def _pace(work: Workplace) -> Part:
    from kalender.ui.preferences.pace import PacePart

    return PacePart(work.theme, work.house.setup.town, work.house.plan)


def _style(work: Workplace) -> Part:
    from kalender.ui.preferences.style.part import StylePart

    def beside(label: str, do: Callable[[], Taken], done: Callable[[Taken], object]) -> None:
        work.job(label, lambda _job: do(), lambda found: done(cast("Taken", found)))

    part = StylePart(work.theme, work.house.tiles.style, beside, work.copies.image_of)
    work.copies.ready.connect(part.show_arms)
    return part


def _words(work: Workplace) -> Part:
    from kalender.ui.preferences.words.part import WordsPart

    part = WordsPart(work.theme, work.house.spelling.words)
    part.said.connect(work.window.say)
    return part


def _device(work: Workplace) -> Part:
    from kalender.ui.preferences.device import DevicePart

    part = DevicePart(
        work.theme,
        work.preferences,
        export_folder=work.visits.export_folder,
        folders=[
            (tr("Plan"), work.house.folder),
            (tr("Eigene Formate"), work.own_formats),
            (tr("Protokolle"), work.logs),
        ],
        open_folder=_open,
    )
    part.look_wanted.connect(work.window.choose_look)
    part.scale_wanted.connect(work.window.choose_scale)

    def export_folder(name: str) -> None:
        if work.visits.export is not None:
            work.visits.export.output.place.setText(name)

    def asking(on: bool) -> None:
        if work.visits.review is not None:
            work.visits.review.bar.ask_first(on=on)

    part.export_folder_chosen.connect(export_folder)
    part.ask_first.clicked.connect(asking)
    return part


def _formats(work: Workplace) -> Part:
    from kalender.formats.catalogue import load
    from kalender.ui.preferences.formats import FormatsPart

    return FormatsPart(
        work.theme,
        work.house.catalogue,
        folder=work.own_formats,
        reread=lambda: load(work.own_formats),
        open_folder=_open,
    )


def _open(folder: Path) -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))


def tell_problems(work: Workplace) -> None:
    """Say above the pages that own files of formats do not hold; the same ones only once."""
    problems = work.house.catalogue.problems
    told = hashlib.sha256(repr(problems).encode("utf-8", "replace")).hexdigest()[:16]
    if work.preferences.values.format_problems == told:
        return
    work.preferences.change(format_problems=told)
    files = ", ".join(sorted({item.file for item in problems}))
    one = tr("Die eigene Formatdatei {files} gilt nicht, weil etwas darin nicht stimmt.")
    many = tr("Eigene Formatdateien gelten nicht, weil etwas darin nicht stimmt: {files}.")

    def show() -> None:
        work.window.notices.take(FORMATS)
        work.visits.perform_elsewhere("app.settings")
        page = work.window.pages.page("settings")
        assert isinstance(page, SettingsPage)
        page.show_part(FORMATS)

    work.window.notices.tell(
        FORMATS,
        (one if len(problems) == 1 else many).format(files=files),
        severity="warn",
        link=tr("Ansehen"),
        clicked=show,
    )
